import type { ProjectRecord } from "./record.ts";

/** Projects of which too little is known to start them. */
export const listedOnlyProjects: readonly ProjectRecord[] = [
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
