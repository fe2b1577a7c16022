// Table A1, what the Peruvian mining sector bought for its operations in 2017. Half of it is copper's (footnote 7). Capital
// formation is not in it (footnote 5). Totals and percentages are kept as printed: the rows do not add up to them exactly.

/** Identities of the sixteen categories, in the order of Table A1. */
export const categoryIds = Object.freeze([
  "utilities",
  "chemicals-explosives",
  "capital-equipment",
  "fuels-lubricants",
  "consumables",
  "metal-structures",
  "other-goods",
  "transport-equipment",
  "engineering-services",
  "professional-services",
  "transport-logistics",
  "utility-services",
  "repair-maintenance",
  "labour-contracting",
  "equipment-leasing",
  "other-services",
] as const);

/** Identity of a category of Table A1. */
export type CategoryId = (typeof categoryIds)[number];

/** One row of Table A1. */
export interface SpendRecord {
  readonly id: CategoryId;
  readonly name: string;
  readonly kind: "good" | "service";
  /** What the whole mining sector spent in 2017, US$ million. */
  readonly spendUsdMillion2017: number;
  /** Whether few suppliers hold the market, so that it is not contestable (Section 3.3). */
  readonly oligopolistic: boolean;
  /** Share of total procurement as printed, percent. */
  readonly printedShareOfTotalPercent: number;
  /** Share of goods, or of services, as printed, percent. */
  readonly printedShareOfKindPercent: number;
  readonly source: string;
}

/** Total procurement of 2017 as Table A1 prints it, US$ million. */
export const printedTotalSpendUsdMillion2017 = 8991;
/** Goods procured in 2017 as Table A1 prints it, US$ million. */
export const printedGoodsSpendUsdMillion2017 = 4504;
/** Services procured in 2017 as Table A1 prints it, US$ million. */
export const printedServicesSpendUsdMillion2017 = 4487;

/** The sixteen categories of Table A1. */
export const spendTable: readonly SpendRecord[] = [
  {
    id: "utilities",
    name: "Utilities",
    kind: "good",
    spendUsdMillion2017: 913,
    oligopolistic: true,
    printedShareOfTotalPercent: 10,
    printedShareOfKindPercent: 20,
    source: "Table A1; Section 3.3",
  },
  {
    id: "chemicals-explosives",
    name: "Chemicals and explosives",
    kind: "good",
    spendUsdMillion2017: 934,
    oligopolistic: false,
    printedShareOfTotalPercent: 10,
    printedShareOfKindPercent: 21,
    source: "Table A1",
  },
  {
    id: "capital-equipment",
    name: "Capital equipment and parts",
    kind: "good",
    spendUsdMillion2017: 464,
    oligopolistic: false,
    printedShareOfTotalPercent: 5,
    printedShareOfKindPercent: 10,
    source: "Table A1",
  },
  {
    id: "fuels-lubricants",
    name: "Fuels and lubricants",
    kind: "good",
    spendUsdMillion2017: 1257,
    oligopolistic: true,
    printedShareOfTotalPercent: 14,
    printedShareOfKindPercent: 28,
    source: "Table A1; Section 3.3",
  },
  {
    id: "consumables",
    name: "Consumables",
    kind: "good",
    spendUsdMillion2017: 182,
    oligopolistic: false,
    printedShareOfTotalPercent: 2,
    printedShareOfKindPercent: 4,
    source: "Table A1",
  },
  {
    id: "metal-structures",
    name: "Metallic products, structural",
    kind: "good",
    spendUsdMillion2017: 326,
    oligopolistic: false,
    printedShareOfTotalPercent: 4,
    printedShareOfKindPercent: 7,
    source: "Table A1",
  },
  {
    id: "other-goods",
    name: "Other goods",
    kind: "good",
    spendUsdMillion2017: 424,
    oligopolistic: false,
    printedShareOfTotalPercent: 5,
    printedShareOfKindPercent: 9,
    source: "Table A1",
  },
  {
    id: "transport-equipment",
    name: "Transportation equipment",
    kind: "good",
    spendUsdMillion2017: 3,
    oligopolistic: false,
    printedShareOfTotalPercent: 0,
    printedShareOfKindPercent: 0,
    source: "Table A1",
  },
  {
    id: "engineering-services",
    name: "Architectural and engineering services",
    kind: "service",
    spendUsdMillion2017: 217,
    oligopolistic: false,
    printedShareOfTotalPercent: 2,
    printedShareOfKindPercent: 5,
    source: "Table A1",
  },
  {
    id: "professional-services",
    name: "Professional and technical services",
    kind: "service",
    spendUsdMillion2017: 1178,
    oligopolistic: false,
    printedShareOfTotalPercent: 13,
    printedShareOfKindPercent: 26,
    source: "Table A1",
  },
  {
    id: "transport-logistics",
    name: "Transportation and logistics",
    kind: "service",
    spendUsdMillion2017: 1620,
    oligopolistic: false,
    printedShareOfTotalPercent: 18,
    printedShareOfKindPercent: 36,
    source: "Table A1",
  },
  {
    id: "utility-services",
    name: "Utility services",
    kind: "service",
    spendUsdMillion2017: 57,
    oligopolistic: true,
    printedShareOfTotalPercent: 1,
    printedShareOfKindPercent: 1,
    source: "Table A1; Section 3.3",
  },
  {
    id: "repair-maintenance",
    name: "Repair and maintenance services",
    kind: "service",
    spendUsdMillion2017: 138,
    oligopolistic: false,
    printedShareOfTotalPercent: 2,
    printedShareOfKindPercent: 3,
    source: "Table A1",
  },
  {
    id: "labour-contracting",
    name: "Labor contracting services",
    kind: "service",
    spendUsdMillion2017: 862,
    oligopolistic: false,
    printedShareOfTotalPercent: 10,
    printedShareOfKindPercent: 19,
    source: "Table A1",
  },
  {
    id: "equipment-leasing",
    name: "Equipment leasing, without operator",
    kind: "service",
    spendUsdMillion2017: 267,
    oligopolistic: false,
    printedShareOfTotalPercent: 3,
    printedShareOfKindPercent: 6,
    source: "Table A1",
  },
  {
    id: "other-services",
    name: "Other services",
    kind: "service",
    spendUsdMillion2017: 149,
    oligopolistic: false,
    printedShareOfTotalPercent: 2,
    printedShareOfKindPercent: 3,
    source: "Table A1",
  },
];
