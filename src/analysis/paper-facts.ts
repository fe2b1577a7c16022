// The facts of the paper that the baseline must reproduce (ODD 1), and how each is measured on a run.
import { spendTable } from "../data/spend.ts";
import type { MetricName, Run } from "../engine/observations.ts";
import { baseYear, monthsPerYear } from "../units.ts";
import { paperMonths, sumOf, type FactDefinition, type Measure } from "./fact-definition.ts";
import { slopeOf } from "./slope.ts";

const strongCategories = [
  "labour-contracting",
  "transport-logistics",
  "repair-maintenance",
  "other-services",
  "metal-structures",
  "consumables",
  "chemicals-explosives",
  "engineering-services",
] as const;
const weakCategories = ["capital-equipment", "transport-equipment"] as const;

const sum = (run: Run, metric: MetricName, toMonth = run.manifest.months) => sumOf(run, metric, 0, toMonth);

/** The paper's facts, in the order of the table. */
export const paperFacts: readonly FactDefinition[] = [
  {
    id: "in-country-share",
    fact: "in-country share of procurement, 2017",
    role: "fitted",
    target: "0.85 to 0.95",
    low: 0.85,
    high: 0.95,
    unit: "share",
    source: "Section 3.4; footnotes 10, 11",
    measure: (run) => [sum(run, "inCountryUsd", monthsPerYear), sum(run, "spendUsd", monthsPerYear)],
    nothing: "nothing was bought in 2017",
    reason:
      "direct imports are set by the import premiums of the categories and by how many tenders find no qualified bidder",
  },
  {
    id: "services-share",
    fact: "services' share of procurement, 2017",
    role: "input",
    target: "0.45 to 0.55",
    low: 0.45,
    high: 0.55,
    unit: "share",
    source: "Table A1",
    measure: (run) => {
      const rows = run.ladder.byCategory.filter(({ year }) => year === baseYear);
      const isService = new Set<string>(
        spendTable.filter(({ kind }) => kind === "service").map(({ id }) => id),
      );
      return [total(rows.filter(({ category }) => isService.has(category))), total(rows)];
    },
    nothing: "nothing was bought in 2017",
    reason:
      "the table's shares are at list price and for operation; bids, lots without a supplier and capital packages of projects, mostly goods, move them",
  },
  {
    id: "operating-procurement",
    fact: "operating procurement of copper, 2017",
    role: "input",
    target: "4.3 to 4.7",
    low: 4.3,
    high: 4.7,
    unit: "US$ billion",
    source: "Table A1; footnote 7",
    measure: (run) => [sum(run, "spendUsd", monthsPerYear) - sum(run, "capitalSpendUsd", monthsPerYear), 1e9],
    nothing: "nothing was bought in 2017",
    reason:
      "the input is at list price; bids below or above it and lots without a supplier move what is paid",
  },
  {
    id: "category-order",
    fact: "categories in the paper's order by Peruvian share, 2017-2019: pairs of a strong and a weak one",
    role: "fitted",
    target: "at least 0.8",
    low: 0.8,
    high: null,
    unit: "share of pairs",
    source: "Section 3.4; Figure 7",
    measure: orderedPairs,
    nothing: "no pair of categories was bought in 2017-2019",
    reason: "the order follows from skill required, scale economies and local advantage of the categories",
  },
  {
    id: "second-tier-ratio",
    fact: "second-tier over first-tier Peruvian firms, 2017-2019",
    role: "check",
    target: "above 1",
    low: 1,
    high: null,
    strict: true,
    unit: "ratio",
    source: "Section 3.4",
    measure: (run) => [
      sum(run, "secondTierSuppliers", paperMonths),
      sum(run, "directSuppliers", paperMonths),
    ],
    nothing: "no Peruvian firm was first tier",
    reason: "the shares that winners subcontract, against how many Peruvian firms pass every gate themselves",
  },
  {
    id: "innovating-share",
    fact: "local suppliers that innovated or upgraded within three years, 2017-2019",
    role: "fitted",
    target: "0.25 to 0.41",
    low: 0.25,
    high: 0.41,
    unit: "share of suppliers with mining work",
    source: "Section 3.4",
    measure: (run) => [
      sum(run, "innovatingSuppliers", paperMonths),
      sum(run, "workingSuppliers", paperMonths),
    ],
    nothing: "no Peruvian firm had mining work",
    reason:
      "what firms choose at their yearly decision: process upgrades, partners, services and R&D projects",
  },
  {
    id: "exporter-share",
    fact: "Peruvian firms that export, 2017-2019",
    role: "check",
    target: "below 0.10",
    low: null,
    high: 0.1,
    strict: true,
    unit: "share of firms",
    source: "Section 3.4",
    measure: (run) => [sum(run, "exporters", paperMonths), sum(run, "peruvianFirms", paperMonths)],
    nothing: "there was no Peruvian firm",
    reason: "how many firms of the start export already, and the chance of a first export",
  },
  {
    id: "credit-users",
    fact: "users of the R&D credit a year, 2017-2019",
    role: "check",
    target: "above 0 and below 0.05",
    low: 0,
    high: 0.05,
    strict: true,
    unit: "share of Peruvian firms",
    source: "Section 3.6; Table A2",
    measure: (run) => [
      // Users are counted once a year, firms every month.
      sum(run, "creditUsers", paperMonths) * monthsPerYear,
      sum(run, "peruvianFirms", paperMonths),
    ],
    nothing: "there was no Peruvian firm",
    reason: "R&D, taxable profit, awareness and paperwork stand in series, and each keeps most firms out",
  },
  {
    id: "entry-by-challenge",
    fact: "Peruvian firms' first high-risk work that came by a challenge",
    role: "check",
    target: "above 0.5",
    low: 0.5,
    high: null,
    strict: true,
    unit: "share of such entries",
    source: "Section 3.7.1",
    measure: (run) => {
      const byChallenge = sum(run, "highRiskEntriesByChallenge");
      return [byChallenge, byChallenge + sum(run, "highRiskEntriesByTender")];
    },
    nothing: "no Peruvian firm entered high-risk work",
    reason:
      "what a miner tolerates in high-risk tenders, against how many challenges are disclosed and proved at scale",
  },
  {
    id: "new-mine-relations",
    fact: "new supplier relations per dollar tendered, new mines over old",
    role: "check",
    target: "above 1",
    low: 1,
    high: null,
    strict: true,
    unit: "ratio",
    source: "Section 5",
    measure: (run) => {
      const newDollars = sum(run, "tenderedAtNewMinesUsd");
      const oldDollars = sum(run, "tenderedUsd") - newDollars;
      if (newDollars === 0 || oldDollars === 0) return null;
      const newRelations = sum(run, "newRelationsAtNewMines");
      return [newRelations / newDollars, (sum(run, "newRelations") - newRelations) / oldDollars];
    },
    nothing: "no new mine tendered",
    reason: "a new mine has no evidence of its own of anybody, but the same tolerance and the same bidders",
  },
  {
    id: "foreign-partners",
    fact: "R&D projects with foreign partners over those with local universities",
    role: "check",
    target: "above 1",
    low: 1,
    high: null,
    strict: true,
    unit: "ratio",
    source: "Section 3.5",
    measure: (run) => [sum(run, "projectsWithForeignPartner"), sum(run, "projectsWithLocalUniversity")],
    nothing: "no project had a partner",
    reason:
      "foreign partners raise success more and cost more: which pays depends on the return of a project",
  },
  {
    id: "supplier-concentration",
    fact: "part of a mine's contested spending that its largest suppliers receive, 2017-2019: 50 at full scale, 5 at the default population",
    role: "check",
    target: "0.69 to 0.84",
    low: 0.69,
    high: 0.84,
    unit: "share",
    source: "Footnote 11; Table A1",
    measure: (run) => [sum(run, "largestSuppliersShare", paperMonths), paperMonths],
    nothing: "no mine had a contract",
    reason:
      "a firm of the model supplies one line of one or two categories and stands for several real ones: a few cannot cover thirteen categories as fifty broad suppliers do, and spread of lot sizes and number of lots do the rest",
    tolerance:
      "84 % of all spending of one mine; without the oligopolistic quarter of Table A1, whose few suppliers are among the fifty, 79 % of what is contested. Up to 84 % if they are not; ten points less, since the mine may be more concentrated than most",
  },
  {
    id: "stationarity",
    fact: "drift of the Peruvian share of operating spend",
    role: "check",
    target: "-0.5 to 0.5",
    low: -0.5,
    high: 0.5,
    unit: "points a year",
    source: "the model's own standard (ODD 1): the baseline must stand still",
    measure: (run) => {
      const slope = shareSlopePerYear(run);
      return slope === null ? null : [slope * 100, 1];
    },
    nothing: "the run has fewer than two full years",
    reason: "the start is not at the rest point of learning, forgetting, entry and trust",
  },
];

function orderedPairs(run: Run): Measure {
  const lastYear = baseYear + paperMonths / monthsPerYear - 1;
  const shareOf = (category: string) => {
    const rows = run.ladder.byCategory.filter((row) => row.category === category && row.year <= lastYear);
    const spend = total(rows);
    const peruvian = rows.reduce((usd, row) => usd + row.peruvianDirectUsd, 0);
    return spend === 0 ? null : peruvian / spend;
  };
  let ordered = 0;
  let pairs = 0;
  for (const strong of strongCategories) {
    for (const weak of weakCategories) {
      const [more, less] = [shareOf(strong), shareOf(weak)];
      if (more === null || less === null) continue;
      pairs += 1;
      if (more > less) ordered += 1;
    }
  }
  return pairs === 0 ? null : [ordered, pairs];
}

/** Slope of the yearly share of spend paid to Peruvian-owned firms directly, over the run's full years; null for fewer than two. */
function shareSlopePerYear(run: Run): number | null {
  const years = Math.floor(run.manifest.months / monthsPerYear);
  const shares = Array.from({ length: years }, (_, year) => {
    const ofYear = (metric: MetricName) =>
      run.metrics[metric]
        .slice(year * monthsPerYear, (year + 1) * monthsPerYear)
        .reduce((all, value) => all + value, 0);
    // Capital packages come and go with projects; what must stand still is operating procurement.
    const peruvian = ofYear("peruvianDirectUsd") - ofYear("capitalPeruvianUsd");
    return peruvian / (ofYear("spendUsd") - ofYear("capitalSpendUsd"));
  });
  if (!shares.every(Number.isFinite)) return null;
  return slopeOf(
    shares.map((_, year) => year),
    shares,
  );
}

function total(rows: readonly { readonly spendUsd: number }[]): number {
  return rows.reduce((usd, row) => usd + row.spendUsd, 0);
}
