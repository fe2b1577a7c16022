import type { ProjectRecord } from "./record.ts";

/** Mines that wait for the copper price. */
export const newMineProjects: readonly ProjectRecord[] = [
  {
    id: "tia-maria",
    name: "Tía María",
    kind: "greenfield",
    owners: ["Grupo Mexico"],
    peruvianOwned: false,
    region: "south",
    capexUsdMillion: 1802,
    plannedOutputTonnesPerYear: 120_000,
    outputBasis: "stated",
    start: { kind: "price", triggerUsdPerLb: 3.2, developmentMonths: 36 },
    source:
      "Section 3.2; external.csv PF067 (https://diariocorreo.pe/edicion/arequipa/gobierno-regional-de-arequipa-preve-inicio-de-construccion-de-tia-maria-en-octubre-noticia/); external.csv PF068 (https://diariocorreo.pe/edicion/arequipa/gobierno-regional-de-arequipa-preve-inicio-de-construccion-de-tia-maria-en-octubre-noticia/)",
    assumption:
      "Trigger and development time are assumptions; the lowest of the new mines, for it is in detail engineering. What held it back was local opposition, not the price: authorised October 2025 (PF069), operation planned for 2027 (PF070). PF023 still says US$1,400 million.",
  },
  {
    id: "zafranal",
    name: "Zafranal",
    kind: "greenfield",
    owners: ["Teck Resources", "Mitsubishi Materials"],
    peruvianOwned: false,
    region: "south",
    capexUsdMillion: 1473,
    plannedOutputTonnesPerYear: 126_000,
    outputBasis: "stated",
    start: { kind: "price", triggerUsdPerLb: 3.35, developmentMonths: 36 },
    source:
      "external.csv PF064 (https://www.portalminero.com/wp/cajamarca-apurimac-y-arequipa-lideran-las-inversiones-mineras-en-peru/); owners: https://www.nuevamineria.com/revista/teck-anuncia-aprobacion-reglamentaria-para-el-proyecto-zafranal-en-peru/; output: https://energiminas.com/?p=24653",
    assumption:
      "Trigger and development time are assumptions (feasibility). Of the two capex figures the higher is taken, since Teck speaks of 1,500 to 1,800; PF026 and PF073 say 1,263. Output is that of the first five years.",
  },
  {
    id: "trapiche",
    name: "Trapiche",
    kind: "greenfield",
    owners: ["Buenaventura"],
    peruvianOwned: true,
    region: "south",
    capexUsdMillion: 1038,
    plannedOutputTonnesPerYear: 70_000,
    outputBasis: "stated",
    start: { kind: "price", triggerUsdPerLb: 3.45, developmentMonths: 36 },
    source:
      "Section 3.2 (printed Trapique); external.csv PF025 (https://gestion.pe/economia/mineria-en-peru-mas-alla-de-quellaveco-los-32-proyectos-greenfield-por-38535-millones-de-dolares-cobre-oro-minem-gobierno-peruano-noticia/); output: https://gestion.pe/economia/empresas/roque-benavides-estamos-convocando-a-empresas-y-fondos-de-inversion-para-trapiche-mineria-noticia/",
    assumption:
      "Trigger and development time are assumptions (feasibility). The owner speaks of more than US$2,000 million in the article that states the output.",
  },
  {
    id: "rio-blanco",
    name: "Río Blanco",
    kind: "greenfield",
    owners: ["Zijin"],
    peruvianOwned: false,
    region: "north",
    capexUsdMillion: 2792,
    plannedOutputTonnesPerYear: 172_000,
    outputBasis: "derived",
    start: { kind: "price", triggerUsdPerLb: 3.6, developmentMonths: 48 },
    source:
      "external.csv PF024 (https://gestion.pe/economia/mineria-en-peru-mas-alla-de-quellaveco-los-32-proyectos-greenfield-por-38535-millones-de-dolares-cobre-oro-minem-gobierno-peruano-noticia/)",
    assumption:
      "Trigger and development time are assumptions (feasibility). Output is derived from capex at capexUsdPerYearlyTonne. Owners from general knowledge, not from our sources.",
  },
  {
    id: "los-chancas",
    name: "Los Chancas",
    kind: "greenfield",
    owners: ["Grupo Mexico"],
    peruvianOwned: false,
    region: "south",
    capexUsdMillion: 2600,
    plannedOutputTonnesPerYear: 130_000,
    outputBasis: "stated",
    start: { kind: "price", triggerUsdPerLb: 3.7, developmentMonths: 48 },
    source:
      "external.csv PF028 (https://gestion.pe/economia/mineria-en-peru-mas-alla-de-quellaveco-los-32-proyectos-greenfield-por-38535-millones-de-dolares-cobre-oro-minem-gobierno-peruano-noticia/); owner and output: https://energiminas.com/2023/10/25/los-chancas-southern-iniciara-estudios-hidrogeologicos-y-geotecnicos-pronto-para-recopilar-informacion-adicional-sobre-el-yacimiento",
    assumption: "Trigger and development time are assumptions (pre-feasibility).",
  },
  {
    id: "el-galeno",
    name: "El Galeno",
    kind: "greenfield",
    owners: ["China Minmetals", "Jiangxi Copper"],
    peruvianOwned: false,
    region: "north",
    capexUsdMillion: 3500,
    plannedOutputTonnesPerYear: 144_000,
    outputBasis: "stated",
    start: { kind: "price", triggerUsdPerLb: 3.8, developmentMonths: 48 },
    source:
      "external.csv PF027 (https://gestion.pe/economia/mineria-en-peru-mas-alla-de-quellaveco-los-32-proyectos-greenfield-por-38535-millones-de-dolares-cobre-oro-minem-gobierno-peruano-noticia/); owners and output: https://www.livinginperu.com/news-10419-mining-energy-chinas-minmetals-will-start-copper-production-in-peru-in-2012/",
    assumption:
      "Trigger and development time are assumptions (pre-feasibility). The output is that of an old plan (2009).",
  },
  {
    id: "haquira",
    name: "Haquira",
    kind: "greenfield",
    owners: ["First Quantum"],
    peruvianOwned: false,
    region: "south",
    capexUsdMillion: 1860,
    plannedOutputTonnesPerYear: 200_000,
    outputBasis: "stated",
    start: { kind: "price", triggerUsdPerLb: 3.9, developmentMonths: 48 },
    source:
      "external.csv PF062 (https://gestion.pe/economia/minem-cuales-son-los-departamentos-que-lideran-cartera-de-proyectos-mineros-este-2025-noticia/); owner, stage and output: https://www.mining-technology.com/news/first-quantum-copper-projects-peru/",
    assumption: "Trigger and development time are assumptions (pre-feasibility).",
  },
  {
    id: "michiquillay",
    name: "Michiquillay",
    kind: "greenfield",
    owners: ["Grupo Mexico"],
    peruvianOwned: false,
    region: "north",
    capexUsdMillion: 2500,
    plannedOutputTonnesPerYear: 200_000,
    outputBasis: "stated",
    start: { kind: "price", triggerUsdPerLb: 4.05, developmentMonths: 48 },
    source:
      "external.csv PF029 (https://gestion.pe/economia/mineria-en-peru-mas-alla-de-quellaveco-los-32-proyectos-greenfield-por-38535-millones-de-dolares-cobre-oro-minem-gobierno-peruano-noticia/); owner and output: https://elcomercio-gestion-prod.cdn.arcpublishing.com/economia/southern-apunta-a-incrementar-en-50-la-produccion-nacional-de-cobre-noticia/",
    assumption:
      "Trigger and development time are assumptions (conceptual). The ministry's estimate is 'more than' the output given.",
  },
  {
    id: "la-granja",
    name: "La Granja",
    kind: "greenfield",
    owners: ["First Quantum", "Rio Tinto"],
    peruvianOwned: false,
    region: "north",
    capexUsdMillion: 2400,
    plannedOutputTonnesPerYear: 148_000,
    outputBasis: "derived",
    start: { kind: "price", triggerUsdPerLb: 4.2, developmentMonths: 48 },
    source:
      "external.csv PF030 (https://gestion.pe/economia/mineria-en-peru-mas-alla-de-quellaveco-los-32-proyectos-greenfield-por-38535-millones-de-dolares-cobre-oro-minem-gobierno-peruano-noticia/); owners: https://republicofmining.com/2023/08/29/rio-tinto-first-quantum-jv-to-develop-massive-copper-project-in-peru-by-cecilia-jamasmie-mining-com-august-29-2023/",
    assumption:
      "Trigger and development time are assumptions; the highest, for it is conceptual and complex. Output is derived from capex at capexUsdPerYearlyTonne. The 500,000 t a year that the press names belong to the full project of US$5,000 million (PF065). Owners as of 2023; Rio Tinto alone before.",
  },
];
