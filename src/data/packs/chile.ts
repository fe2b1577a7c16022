// Chile, as far as the paper and our outside figures carry it. Its mines are not in them: stand-ins of Peru's relative sizes
// carry the sector's spend. What follows from that is in `gaps`, and is printed wherever the pack is.
import { mines } from "../mines.ts";
import { parameterNumbers } from "../parameter-values.ts";
import { spendTable } from "../spend.ts";
import type { DataPack, PackParameter } from "./pack.ts";

/** What Chile's mining spent on procurement in 2016, US$ million (footnote 5). */
const procurementUsdMillion = 12_200;
const peruProcurementUsdMillion = parameterNumbers["copperProcurementUsdMillionPerYear"].value;

const noNeighbours: Readonly<Record<string, PackParameter>> = Object.fromEntries(
  spendTable
    .filter(({ oligopolistic }) => !oligopolistic)
    .map(({ id }) => [
      `${id}.firmsChilean`,
      {
        value: 0,
        low: 0,
        assumption: "subsidiaries of neighbours in Chile are in no source: there are none",
      },
    ]),
);

/** Engineering is about a fifth of what Chile's mines buy (2.2); the other contested categories give way alike. */
const engineeringShare = 0.2;
const totalSpend = spendTable.reduce((sum, row) => sum + row.spendUsdMillion2017, 0);
const peruEngineering = spendTable.find(({ id }) => id === "engineering-services")?.spendUsdMillion2017 ?? 0;
const othersFactor = ((1 - engineeringShare) * totalSpend) / (totalSpend - peruEngineering);

const spend: Readonly<Record<string, PackParameter>> = Object.fromEntries(
  spendTable.map(({ id, spendUsdMillion2017 }) => {
    const engineering = id === "engineering-services";
    return [
      `${id}.spendUsdMillion`,
      {
        value: engineering ? engineeringShare * totalSpend : spendUsdMillion2017 * othersFactor,
        source: engineering ? "Section 2.2: about one fifth of spending" : "Table A1",
        assumption: engineering
          ? "of the total of Table A1"
          : "Peru's proportions among the other categories",
      },
    ];
  }),
);

/** Firms are as many as Peru's and so much larger as the sector's spend. */
function larger(name: "capacityPeruvianUsdPerMonth" | "capacityGlobalUsdPerMonth"): PackParameter {
  return {
    value: (parameterNumbers[name].value * procurementUsdMillion) / peruProcurementUsdMillion,
    source: "footnote 5; external CH029: more than 6,000 providers, where Peru has some 8,000",
    assumption: "spend per firm as in Peru",
  };
}

/** What the R&D law gives beyond an ordinary expense, as a deduction: here R&D lowers the taxed profit anyway. */
const creditDeduction = (0.5255 - 0.27) / 0.27;

/** Chile's pack. */
export const chile: DataPack = Object.freeze<DataPack>({
  id: "chile",
  title: "Chile, about 2017",
  country: "Chile",
  demonym: "Chilean",
  mines: mines.map(({ id, region, outputTonnes2017 }, index) => ({
    id: `stand-in-${index + 1}`,
    name: `Stand-in ${index + 1}, sized as ${id}`,
    region,
    outputTonnesPerYear: Math.round((outputTonnes2017 * procurementUsdMillion) / peruProcurementUsdMillion),
    domesticOwned: false,
    source: "assumption: Peru's relative sizes, and its spend per tonne",
  })),
  projects: [],
  parameters: {
    ...spend,
    ...noNeighbours,
    copperProcurementUsdMillionPerYear: {
      value: procurementUsdMillion,
      low: 9_000,
      high: procurementUsdMillion,
      source: "footnote 5: US$12.2 billion in 2016, all mining",
      assumption: "copper's part is not given; nearly all",
    },
    capacityPeruvianUsdPerMonth: larger("capacityPeruvianUsdPerMonth"),
    capacityGlobalUsdPerMonth: larger("capacityGlobalUsdPerMonth"),
    technicalPeruvianMean: {
      value: 0.5,
      source: "external CH026, CH043, CH049: a quarter innovate highly, 62 to 80 % are involved",
      assumption: "how far above Peru's firms",
    },
    skilledPeople: {
      value: 0.6,
      source: "external CH027: 40 % of suppliers' workers have a degree, 26 % nationally",
      assumption: "on the model's index",
    },
    challengeDisclosure: {
      value: 0.4,
      source: "external CH018: more than 250 open-innovation processes in five years",
      assumption: "about twice Peru's probability",
    },
    exportersAtStart: {
      value: 1,
      high: 1,
      source: "external CH025, CH042: a third of suppliers export",
      assumption:
        "fewer of the model's firms have the certificate that buyers abroad ask for, so all of them do",
    },
    exportOfCapable: {
      value: 0.004,
      high: 0.01,
      source: "external CH025, CH042: a third of suppliers export",
      assumption: "the rate that leads there over decades",
    },
    taxRate: {
      value: 0.27,
      source:
        "external CH030, CH031: 52.55 % benefit is a credit of 35 % and the expense of the rest at 27 %",
    },
    creditDeduction: {
      value: creditDeduction,
      source: "external CH031: 52.55 % of R&D in all, of which 27 % is an ordinary expense's",
    },
    creditDeductionAbroad: {
      value: creditDeduction,
      source: "external CH031",
      assumption: "the same abroad",
    },
    creditAwareness: {
      value: 0.24,
      source: "external CH032: 8.5 % of firms with R&D use it",
      assumption: "with half of those who know applying",
    },
    creditApplicationShare: {
      value: 0.5,
      assumption: "an older and better known law than Peru's, where half as many apply",
    },
    creditApprovalShare: { value: 0.72, source: "external CH034: 72 % of applications certified" },
    programmeSurvival: {
      value: 0.85,
      source: "external CH038: the R&D law has been used since 2008",
      assumption: "programmes outlive governments more often than in Peru",
    },
  },
  suppliers: [],
  facts: [
    { fact: "exporter-share", low: 0.25, high: 0.45, source: "external CH025, CH042: 34 % and 33 %" },
    {
      fact: "innovating-share",
      low: 0.25,
      high: 0.8,
      source: "external CH026, CH043, CH049: 25 % highly innovative, 62 to 80 % involved",
    },
  ],
  gaps: [
    "Mines: neither the paper nor our outside figures list Chile's mines; stand-ins have Peru's relative sizes, regions and spend per tonne.",
    "Projects: Chile's portfolio is not in our sources; no project starts.",
    "Spend by category: only engineering's fifth is Chile's own; the rest has Peru's proportions.",
    "Suppliers' number, records, costs and registers are Peru's, their sizes follow the spend; subsidiaries of neighbours are left out.",
    "The piloting centre, the open-innovation programme and the research institute are not in the baseline: put policies into a scenario for them.",
    "Changes of government come in Peru's months.",
  ],
});
