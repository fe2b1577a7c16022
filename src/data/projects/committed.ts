import type { ProjectRecord } from "./record.ts";

/** Projects that start at a date. */
export const committedProjects: readonly ProjectRecord[] = [
  {
    id: "quellaveco",
    name: "Quellaveco",
    kind: "greenfield",
    owners: ["Anglo American", "Mitsubishi"],
    peruvianOwned: false,
    region: "south",
    capexUsdMillion: 5500,
    plannedOutputTonnesPerYear: 330_000,
    outputBasis: "stated",
    start: { kind: "committed", startMonth: 18, developmentMonths: 48 },
    source:
      "Section 3.2; external.csv PF035 (https://elcomercio.pe/economia/peru/mina-quellaveco-alcanzara-su-primer-millon-de-toneladas-de-cobre-el-domingo-16-de-noviembre-l-mina-quellaveco-l-ultimas-noticia/); external.csv PF036 (https://www.desdeadentro.pe/2023/02/el-largo-camino-de-quellaveco/); external.csv PF037 (https://www.desdeadentro.pe/2023/02/el-largo-camino-de-quellaveco/); external.csv PF050 (https://www.iol.co.za/business-report/companies/anglo-american-celebrates-first-copper-concentrate-production-at-quellaveco-ca271912-83ba-400d-bc6c-30773b43cbf2)",
    assumption:
      "Approval is taken as July 2018 (the sources say 2018); 48 months then lead to the first copper of July 2022, where PF050 says 'less than four years'. Output is that of the first five years.",
  },
  {
    id: "mina-justa",
    name: "Mina Justa",
    kind: "greenfield",
    owners: ["Minsur", "Alxar"],
    peruvianOwned: true,
    region: "south",
    capexUsdMillion: 1600,
    plannedOutputTonnesPerYear: 99_000,
    outputBasis: "derived",
    start: { kind: "committed", startMonth: 20, developmentMonths: 34 },
    source:
      "external.csv PF042 (https://www.invemetperu.com/continuidad-de-proyectos-mineros-supera-los-8000-millones-de-dolares/); external.csv PF046 (https://miningpress.com/nota/343782/peru-produjo-mas-cobre-las-cifras-del-bem); owners and start of construction: https://nsenergybusiness.com/projects/mina-justa-copper-project/, https://energiminas.com/mina-justa-ha-ejecutado-mas-de-la-cuarta-parte-de-su-inversion-de-us-1600-millones/",
    assumption:
      "Output is derived from capex at capexUsdPerYearlyTonne. The owners expected 150,000 t at the peak (https://www.empresascopec.cl/en/noticia/mina-justa-makes-its-first-shipment-of-copper-concentrate/). Peru's Minsur holds 60 %, so it counts as Peruvian, although the paper, which does not name it, counts three others only.",
  },
  {
    id: "toromocho-expansion",
    name: "Toromocho expansion",
    kind: "expansion",
    hostMineId: "toromocho",
    owners: ["Chinalco"],
    peruvianOwned: false,
    region: "centre",
    capexUsdMillion: 1355,
    plannedOutputTonnesPerYear: 87_600,
    outputBasis: "stated",
    start: { kind: "committed", startMonth: 17, developmentMonths: 30 },
    source:
      "Section 3.2; external.csv PF043 (https://www.invemetperu.com/continuidad-de-proyectos-mineros-supera-los-8000-millones-de-dolares/); start and output: http://www.miningweekly.com/article/chinalco-starts-13bn-expansion-of-peru-copper-mine-2018-06-04/rep_id:3650",
    assumption:
      "Ground was broken in early June 2018 for 45 % more output (of Table 1's 194,704 t) by 2020; the end of that year is assumed.",
  },
  {
    id: "toquepala-expansion",
    name: "Toquepala expansion",
    kind: "expansion",
    hostMineId: "southern-peru",
    owners: ["Grupo Mexico"],
    peruvianOwned: false,
    region: "south",
    capexUsdMillion: 1255,
    plannedOutputTonnesPerYear: 100_000,
    outputBasis: "stated",
    start: { kind: "committed", startMonth: -3, developmentMonths: 24 },
    source:
      "Section 3.3 (US$1.2 billion); external.csv PF040 (https://ws.net360.info/es/wsnoticias/172959/expansin-de-toquepala); external.csv PF041 (https://ws.net360.info/es/wsnoticias/130664/gobierno-aprueba-plan-ambiental-para-ampliacin-de-mina-de-cobre-toquepala); end of construction: https://proactivo.com.pe/cartera-estimada-de-proyectos-mineros-en-peru",
    assumption:
      "Construction ended in the fourth quarter of 2018. Counting 24 months back from October 2018 puts the start at October 2016, before month 0; spent evenly, 75 % of the capex has then gone by the end of March 2018, against 77 % in PF040.",
  },
];
