// Copper projects that may add to demand (Section 3.2): which, how large, and what sets them going. Month 0 is January 2017.
// Capex is in dollars of its source's year, not deflated to 2017: the sources give neither price base nor spending profile.
// A source of the form "external.csv PF035" is a row of external.ts. Pages cited beside such rows were read for this table only.

import type { MineId, Region } from "./mines.ts";

/** Identities of the projects, in the order of `projects`. */
export const projectIds = [
  "quellaveco",
  "mina-justa",
  "toromocho-expansion",
  "toquepala-expansion",
  "tia-maria",
  "zafranal",
  "trapiche",
  "rio-blanco",
  "los-chancas",
  "el-galeno",
  "haquira",
  "michiquillay",
  "la-granja",
  "antamina-replacement",
  "las-bambas-ferrobamba",
  "el-brocal-colquijirca",
  "constancia-optimisation",
  "cerro-verde-optimisation",
  "antapaccay-coroccohuayco",
  "quellaveco-expansion",
  "ilo-smelter",
  "rio-seco",
  "quechua",
] as const;

/** Identity of a project. */
export type ProjectId = (typeof projectIds)[number];

/**
 * What sets a project going. `committed`: at a date. `price`: once the copper price, in US$ of 2017 per pound, holds above
 * the trigger. `listed-only`: never, because too little is known of it. Development ends with the first output.
 */
export type ProjectStart =
  | { readonly kind: "committed"; readonly startMonth: number; readonly developmentMonths: number }
  | { readonly kind: "price"; readonly triggerUsdPerLb: number; readonly developmentMonths: number }
  | { readonly kind: "listed-only"; readonly why: string };

/**
 * Where a planned output comes from. `stated`: a source gives it. `derived`: capex over `capexUsdPerYearlyTonne`, to the
 * nearest thousand. `sustains`: the project replaces ore or prolongs a mine's life and adds nothing (0). `none`: nothing to plan (null).
 */
export type OutputBasis = "stated" | "derived" | "sustains" | "none";

/** A project of the copper portfolio. */
export interface ProjectRecord {
  readonly id: ProjectId;
  readonly name: string;
  readonly kind: "greenfield" | "expansion" | "smelter";
  /** What an expansion expands: a mine of Table 1, or the project that will be the mine. */
  readonly hostMineId?: MineId | ProjectId;
  readonly owners: readonly string[];
  /** Whether Peruvian firms hold the majority; for projects that the paper names, as the paper has it. */
  readonly peruvianOwned: boolean;
  readonly region: Region;
  /** Capital expenditure, US$ million of the source's year; null where no source gives it. */
  readonly capexUsdMillion: number | null;
  /** Copper that the project adds once it works, tonnes a year. */
  readonly plannedOutputTonnesPerYear: number | null;
  readonly outputBasis: OutputBasis;
  readonly start: ProjectStart;
  readonly source: string;
  /** Which fields are assumed, and why. */
  readonly assumption?: string;
}

/**
 * Capital expenditure per tonne of yearly copper output, US$: Quellaveco and Tía María together, US$7,302 million for
 * 450,000 t a year (external.csv PF035, PF037, PF067, PF068), to the nearest hundred. Apart: 16,667 and 15,017.
 */
export const capexUsdPerYearlyTonne = 16_200;

/**
 * The projects that Sections 3.2 and 3.3 name, and those of the ministry's portfolio that our sources describe. That they are
 * 23, as the paper counts (F29), is chance: it names only eight.
 */
export const projects: readonly ProjectRecord[] = [
  // Under way when the paper was written: dated, whatever the price does.
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
  // New mines that wait for the price, the riper ones first.
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
  // Expansions and replacements of working mines wait for less: brownfield needs a lower price.
  {
    id: "antamina-replacement",
    name: "Antamina replacement",
    kind: "expansion",
    hostMineId: "antamina",
    owners: ["BHP", "Teck Resources", "Glencore", "Mitsubishi"],
    peruvianOwned: false,
    region: "north",
    capexUsdMillion: 1604,
    plannedOutputTonnesPerYear: 0,
    outputBasis: "sustains",
    start: { kind: "price", triggerUsdPerLb: 3, developmentMonths: 24 },
    source:
      "external.csv PF063 (https://gestion.pe/economia/minem-cuales-son-los-departamentos-que-lideran-cartera-de-proyectos-mineros-este-2025-noticia/)",
    assumption:
      "Trigger and development time are assumptions. Replaces ore that runs out, so it adds no output. PF071 says US$2,000 million.",
  },
  {
    id: "las-bambas-ferrobamba",
    name: "Las Bambas, Ferrobamba replacement",
    kind: "expansion",
    hostMineId: "las-bambas",
    owners: ["MMG", "Guoxin", "CITIC Metal"],
    peruvianOwned: false,
    region: "south",
    capexUsdMillion: 1753,
    plannedOutputTonnesPerYear: 0,
    outputBasis: "sustains",
    start: { kind: "price", triggerUsdPerLb: 3.05, developmentMonths: 24 },
    source:
      "external.csv PF018 (https://www.americaeconomia.com/negocios-e-industrias/peru-presenta-cartera-de-proyectos-mineros-2024-con-inversiones-mayores-us)",
    assumption:
      "Trigger and development time are assumptions. Replaces ore that runs out, so it adds no output.",
  },
  {
    id: "el-brocal-colquijirca",
    name: "El Brocal, Colquijirca replacement",
    kind: "expansion",
    hostMineId: "el-brocal",
    owners: ["Buenaventura"],
    peruvianOwned: true,
    region: "centre",
    capexUsdMillion: 431,
    plannedOutputTonnesPerYear: 0,
    outputBasis: "sustains",
    start: { kind: "price", triggerUsdPerLb: 3.1, developmentMonths: 24 },
    source:
      "external.csv PF021 (https://www.americaeconomia.com/negocios-e-industrias/peru-presenta-cartera-de-proyectos-mineros-2024-con-inversiones-mayores-us)",
    assumption:
      "Trigger and development time are assumptions. Replaces ore that runs out, so it adds no output.",
  },
  {
    id: "constancia-optimisation",
    name: "Constancia optimisation",
    kind: "expansion",
    hostMineId: "constancia",
    owners: ["Hudbay"],
    peruvianOwned: false,
    region: "south",
    capexUsdMillion: 500,
    plannedOutputTonnesPerYear: 0,
    outputBasis: "sustains",
    start: { kind: "price", triggerUsdPerLb: 3.15, developmentMonths: 24 },
    source: "external.csv PF034 (https://revistamineria.com.pe/mineria/572/S-2/05-11/16/)",
    assumption:
      "Trigger and development time are assumptions. Taken to keep up output rather than to add any: our sources name no increase.",
  },
  {
    id: "cerro-verde-optimisation",
    name: "Cerro Verde optimisation",
    kind: "expansion",
    hostMineId: "cerro-verde",
    owners: ["Freeport-McMoRan", "Sumitomo", "Buenaventura"],
    peruvianOwned: false,
    region: "south",
    capexUsdMillion: 2100,
    plannedOutputTonnesPerYear: 0,
    outputBasis: "sustains",
    start: { kind: "price", triggerUsdPerLb: 3.2, developmentMonths: 24 },
    source:
      "external.csv PF032 (https://revistamineria.com.pe/mineria/572/S-2/05-11/16/); aim: https://www.lanacion.com.ar/agencias/peruana-cerro-verde-de-freeport-sigue-firme-en-plan-para-ampliar-vida-util-de-su-mina-hasta-2053-ceo-nid24092025/",
    assumption:
      "Trigger and development time are assumptions. A wider pit that prolongs the mine's life to 2053: no output is added.",
  },
  {
    id: "antapaccay-coroccohuayco",
    name: "Antapaccay, Coroccohuayco integration",
    kind: "expansion",
    hostMineId: "antapaccay",
    owners: ["Glencore"],
    peruvianOwned: false,
    region: "south",
    capexUsdMillion: 1500,
    plannedOutputTonnesPerYear: 93_000,
    outputBasis: "derived",
    start: { kind: "price", triggerUsdPerLb: 3.25, developmentMonths: 24 },
    source:
      "external.csv PF020 (https://www.americaeconomia.com/negocios-e-industrias/peru-presenta-cartera-de-proyectos-mineros-2024-con-inversiones-mayores-us)",
    assumption:
      "Trigger and development time are assumptions. Output is derived from capex at capexUsdPerYearlyTonne.",
  },
  {
    id: "quellaveco-expansion",
    name: "Quellaveco expansion",
    kind: "expansion",
    hostMineId: "quellaveco",
    owners: ["Anglo American", "Mitsubishi"],
    peruvianOwned: false,
    region: "south",
    capexUsdMillion: 850,
    plannedOutputTonnesPerYear: 52_000,
    outputBasis: "derived",
    start: { kind: "price", triggerUsdPerLb: 3.3, developmentMonths: 24 },
    source: "external.csv PF033 (https://revistamineria.com.pe/mineria/572/S-2/05-11/16/)",
    assumption:
      "Trigger and development time are assumptions; it can start only once Quellaveco works. Output is derived from capex at capexUsdPerYearlyTonne.",
  },
  // Smelter, and what the paper lists without enough to simulate it.
  {
    id: "ilo-smelter",
    name: "Ilo smelter-refinery",
    kind: "smelter",
    owners: ["Grupo Mexico"],
    peruvianOwned: false,
    region: "south",
    capexUsdMillion: 1350,
    plannedOutputTonnesPerYear: null,
    outputBasis: "none",
    start: { kind: "price", triggerUsdPerLb: 4, developmentMonths: 36 },
    source: "Section 3.2 (doubles the country's smelting capacity; awaits its permit)",
    assumption:
      "Trigger and development time are assumptions; high, because the paper holds that processing adds little value (Section 1). It mines nothing, so no output is planned. PF066 says US$1,300 million.",
  },
  {
    id: "rio-seco",
    name: "Río Seco",
    kind: "greenfield",
    owners: ["Buenaventura"],
    peruvianOwned: true,
    region: "centre",
    capexUsdMillion: null,
    plannedOutputTonnesPerYear: null,
    outputBasis: "none",
    start: {
      kind: "listed-only",
      why: "Neither capex nor output stands in the paper or in external.csv; it is a plant that treats concentrate, not a mine.",
    },
    source: "Section 3.2",
    assumption: "Region and nature from general knowledge, not from our sources.",
  },
  {
    id: "quechua",
    name: "Quechua",
    kind: "greenfield",
    owners: ["Compañía Minera Quechua"],
    peruvianOwned: true,
    region: "south",
    capexUsdMillion: null,
    plannedOutputTonnesPerYear: null,
    outputBasis: "none",
    start: {
      kind: "listed-only",
      why: "Neither capex nor output stands in the paper or in external.csv; the project lay idle for years.",
    },
    source:
      "Section 3.2; region and idleness: https://www.infobae.com/peru/2025/12/18/la-gigante-glencore-amplia-sus-operaciones-en-peru-y-absorbe-el-proyecto-de-cobre-quechua-un-plan-que-incluye-a-otras-dos-minas/",
    assumption:
      "Peruvian-owned as the paper prints it; by the article cited it belonged to Japan's Pan Pacific Copper, and since December 2025 belongs to Glencore.",
  },
];
