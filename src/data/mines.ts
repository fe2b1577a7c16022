// Table 1, Peru's leading copper mines in 2017. Owners, processes, outputs and percentages are the table's; operators, regions and
// Peruvian equity are ours where the table is silent. The table prints SE-EW and SE-TW for what is written SX-EW here.

/** The regions that procurement and local-area programmes distinguish (Sections 3.2 and 3.7.1). */
export const regions = ["north", "centre", "south"] as const;

/** A region of Peru. */
export type Region = (typeof regions)[number];

/** Identities of the mines, in the order of Table 1. */
export const mineIds = [
  "cerro-verde",
  "las-bambas",
  "antamina",
  "southern-peru",
  "antapaccay",
  "toromocho",
  "constancia",
  "milpo",
  "el-brocal",
  "cerro-corona",
  "other-mines",
] as const;

/** Identity of a mine of Table 1. */
export type MineId = (typeof mineIds)[number];

/** One row of Table 1. */
export interface MineRecord {
  readonly id: MineId;
  readonly name: string;
  readonly operator: string;
  readonly owners: readonly string[];
  readonly process: string;
  /** Copper output of 2017, tonnes. */
  readonly outputTonnes2017: number;
  /** Share of national output as printed, percent. */
  readonly printedSharePercent: number;
  /** Share of the equity that Peruvian firms hold, 0..1. */
  readonly peruvianEquityShare: number;
  readonly region: Region;
  /** The mine with which this one has an owner in common: references travel between the two. */
  readonly sharesOwnerWith?: MineId;
  readonly source: string;
  /** Which fields are assumed, and why. */
  readonly assumption?: string;
}

/** Copper output of Peru in 2017 as Table 1 prints it, tonnes. */
export const printedTotalOutputTonnes2017 = 2_445_584;

/** The ten leading copper mines and the rest, by output (Table 1). */
export const mines: readonly MineRecord[] = [
  {
    id: "cerro-verde",
    name: "Cerro Verde",
    operator: "Freeport-McMoRan",
    owners: ["Freeport-McMoRan", "Sumitomo", "Buenaventura"],
    process: "SX-EW",
    outputTonnes2017: 501_815,
    printedSharePercent: 21,
    peruvianEquityShare: 0.2,
    region: "south",
    sharesOwnerWith: "el-brocal",
    source: "Table 1; Section 3.2 (Buenaventura owns 20%)",
    assumption:
      "Region from the department (Arequipa); Table 1 has none. Operator as of 2017; Table 1 names owners only.",
  },
  {
    id: "las-bambas",
    name: "Las Bambas",
    operator: "MMG",
    owners: ["MMG", "Guoxin", "CITIC Metal"],
    process: "Flotation",
    outputTonnes2017: 452_950,
    printedSharePercent: 19,
    peruvianEquityShare: 0,
    region: "south",
    source: "Table 1",
    assumption: "Region from the department; Table 1 has none.",
  },
  {
    id: "antamina",
    name: "Antamina",
    operator: "Antamina",
    owners: ["BHP", "Teck Resources", "Glencore", "Mitsubishi"],
    process: "Flotation",
    outputTonnes2017: 439_248,
    printedSharePercent: 18,
    peruvianEquityShare: 0,
    region: "north",
    sharesOwnerWith: "antapaccay",
    source: "Table 1",
    assumption: "Region from the department; Table 1 has none.",
  },
  {
    id: "southern-peru",
    name: "Southern Peru Copper",
    operator: "Grupo Mexico",
    owners: ["Grupo Mexico"],
    process: "Smelting, refining and SX-EW",
    outputTonnes2017: 306_153,
    printedSharePercent: 13,
    peruvianEquityShare: 0,
    region: "south",
    source: "Table 1",
    assumption: "Region from the department; Table 1 has none.",
  },
  {
    id: "antapaccay",
    name: "Antapaccay",
    operator: "Glencore",
    owners: ["Glencore"],
    process: "Flotation",
    outputTonnes2017: 206_493,
    printedSharePercent: 8,
    peruvianEquityShare: 0,
    region: "south",
    sharesOwnerWith: "antamina",
    source: "Table 1",
    assumption: "Region from the department; Table 1 has none.",
  },
  {
    id: "toromocho",
    name: "Toromocho",
    operator: "Chinalco",
    owners: ["Chinalco"],
    process: "Flotation",
    outputTonnes2017: 194_704,
    printedSharePercent: 8,
    peruvianEquityShare: 0,
    region: "centre",
    source: "Table 1",
    assumption: "Region from the department; Table 1 has none.",
  },
  {
    id: "constancia",
    name: "Constancia",
    operator: "Hudbay",
    owners: ["Hudbay"],
    process: "Flotation",
    outputTonnes2017: 121_782,
    printedSharePercent: 5,
    peruvianEquityShare: 0,
    region: "south",
    source: "Table 1",
    assumption: "Region from the department; Table 1 has none.",
  },
  {
    id: "milpo",
    name: "Milpo",
    operator: "Nexa Resources",
    owners: ["Nexa Resources"],
    process: "Flotation",
    outputTonnes2017: 46_691,
    printedSharePercent: 2,
    peruvianEquityShare: 0,
    region: "centre",
    source: "Table 1",
    assumption: "Region from the firm's main mines (Pasco, Ica, Lima), counted as centre; Table 1 has none.",
  },
  {
    id: "el-brocal",
    name: "Marcapunta Norte / El Brocal",
    operator: "Buenaventura",
    owners: ["Buenaventura"],
    process: "Flotation",
    outputTonnes2017: 45_778,
    printedSharePercent: 2,
    peruvianEquityShare: 1,
    region: "centre",
    sharesOwnerWith: "cerro-verde",
    source: "Table 1; Section 3.2",
    assumption:
      "Region from the department (Pasco); Table 1 has none. Table 1 names Buenaventura alone, so the mine counts as wholly Peruvian; Buenaventura held 61 % of El Brocal in 2018 (https://ws.net360.info/es/wsnoticias/174001/el-brocal-se-transformar-en-un-productor-cien-por-ciento-de-cobre), the holders of the rest are not known to us.",
  },
  {
    id: "cerro-corona",
    name: "Cerro Corona / La Cima",
    operator: "Gold Fields",
    owners: ["Gold Fields"],
    process: "Flotation",
    outputTonnes2017: 31_460,
    printedSharePercent: 1,
    peruvianEquityShare: 0,
    region: "north",
    source: "Table 1",
    assumption: "Region from the department; Table 1 has none.",
  },
  {
    id: "other-mines",
    name: "Other mines",
    operator: "various",
    owners: [],
    process: "various",
    outputTonnes2017: 98_510,
    printedSharePercent: 4,
    peruvianEquityShare: 0,
    region: "centre",
    source: "Table 1",
    assumption:
      "Many small mines, of which Table 1 prints the output only. Region centre for lack of a better one: the 70 % that Section 3.2 gives the South is not reached even with all of them there (69.0 %). Peruvian equity 0 because Section 3.2 finds no Peruvian firm but Buenaventura with a significant position.",
  },
];
