// What is measured each month (ODD 7.10): name, unit, meaning, and how months add up.
import { centsPerUsd, monthsPerYear } from "../units.ts";
import { takeCensus, type Census } from "./census.ts";
import { largestSuppliersShare } from "./concentration.ts";
import { Flow, Rung } from "./ledger.ts";
import type { MetricKinds } from "./metric-kinds.ts";
import type { MonthCounts } from "./month-counts.ts";
import { Tendered, type World } from "./world.ts";

/** How a metric is summed over a window: flows add up (and are reported a year), stocks are averaged. */
export type MetricKind = "flow" | "stock";

/** A metric's description. */
export interface MetricDefinition {
  /** Unit of a month's number, as "US$" or "firms"; over a window a flow is of a year. */
  readonly unit: string;
  /** What is measured, as a noun phrase that stands alone: captions say that it changes. */
  readonly meaning: string;
  /** Whether months add up or are averaged. */
  readonly kind: MetricKind;
}

/** A value for each metric, of which editors show the meaning and the unit. */
export type PerMetric<Value> = { readonly [Name in keyof MetricKinds]: Value };

interface Metric extends MetricDefinition {
  readonly read: (world: World, census: Census) => number;
}

const usd = (cents: number) => cents / centsPerUsd;
const rung = (which: number, meaning: string): Metric => ({
  unit: "US$",
  kind: "flow",
  meaning,
  read: (_, { ladder }) => usd(ladder[which]),
});
const flow = (which: number, meaning: string): Metric => ({
  unit: "US$",
  kind: "flow",
  meaning,
  read: ({ ledger }) => usd(ledger.flows[which]),
});
const count = (which: keyof MonthCounts, unit: string, meaning: string): Metric => ({
  unit,
  kind: "flow",
  meaning,
  read: ({ counts }) => counts[which],
});
const tendered = (which: number, meaning: string): Metric => ({
  unit: "US$",
  kind: "flow",
  meaning,
  read: ({ tenderedUsd }) => tenderedUsd[which],
});
const stock = (unit: string, meaning: string, read: Metric["read"]): Metric => ({
  unit,
  kind: "stock",
  meaning,
  read,
});

const definitions = {
  spendUsd: rung(Rung.spend, "all that mines and engineering firms pay for goods and services"),
  inCountryUsd: rung(Rung.inCountry, "rung 1: payments to firms that invoice in Peru"),
  peruvianDirectUsd: rung(Rung.peruvianDirect, "rung 2: direct payments to Peruvian-owned suppliers"),
  peruvianWithSubcontractsUsd: rung(
    Rung.peruvianWithSubcontracts,
    "rung 3: rung 2 and subcontracts to Peruvian-owned firms",
  ),
  localValueUsd: {
    unit: "US$",
    kind: "flow",
    meaning:
      "rung 4: wages, profits and taxes that stay in Peru, from all spend and from the exports that insertion opened",
    read: ({ ledger }, { ladder }) => usd(ladder[Rung.localValue] + ledger.flows[Flow.exportLocalValue]),
  },
  localValuePeruvianOwnedUsd: {
    unit: "US$",
    kind: "flow",
    meaning: "the part of rung 4 that comes through Peruvian-owned firms, exports included",
    read: ({ ledger }, { ladder }) =>
      usd(ladder[Rung.localValuePeruvianOwned] + ledger.flows[Flow.exportLocalValue]),
  },
  localValueOthersUsd: {
    unit: "US$",
    kind: "flow",
    meaning: "the part of rung 4 that comes through foreign-owned firms",
    read: (_, { ladder }) => usd(ladder[Rung.localValue] - ladder[Rung.localValuePeruvianOwned]),
  },
  localValueNetUsd: {
    unit: "US$",
    kind: "flow",
    meaning: "rung 4 less what buyers pay extra because a rule or a preference asks for it",
    read: ({ ledger }, { ladder }) =>
      usd(ladder[Rung.localValue] + ledger.flows[Flow.exportLocalValue] - ledger.flows[Flow.preference]),
  },
  knowledgeIntensiveUsd: rung(
    Rung.knowledgeIntensive,
    "rung 5: local value through Peruvian-owned firms in high-risk, high-cost contracts and innovations",
  ),
  importsUsd: {
    unit: "US$",
    kind: "flow",
    meaning: "payments for direct imports",
    read: (_, { ladder }) => usd(ladder[Rung.spend] - ladder[Rung.inCountry]),
  },
  importedContentUsd: rung(
    Rung.importedContent,
    "the imported part of what is bought, direct imports included",
  ),
  remittedProfitUsd: rung(Rung.remittedProfit, "profits of foreign-owned firms after tax"),
  exportsUsd: flow(Flow.exports, "exports of Peruvian suppliers"),
  exportLocalValueUsd: flow(Flow.exportLocalValue, "local value in the exports of Peruvian suppliers"),
  subcontractsUsd: flow(
    Flow.subcontracts,
    "payments of first-tier to second-tier firms, consortium partners included",
  ),
  capitalSpendUsd: flow(Flow.capitalSpend, "the part of spend that goes to capital packages of projects"),
  capitalPeruvianUsd: flow(
    Flow.capitalPeruvian,
    "the part of spend on capital packages of projects that goes to Peruvian-owned suppliers directly",
  ),
  failureLossUsd: flow(Flow.failureLoss, "revenue that mines lose through failures of suppliers"),
  preferenceCostUsd: flow(
    Flow.preference,
    "what buyers pay above the cheapest offer because a rule or a preference asks for it, fees for fronting included",
  ),
  savingsUsd: flow(Flow.savings, "what mines save by adopted innovations"),
  buyerCostUsd: {
    unit: "US$",
    kind: "flow",
    meaning: "mines' total cost of ownership: spend and failure losses, less savings",
    read: ({ ledger: { flows } }, { ladder }) =>
      usd(ladder[Rung.spend] + flows[Flow.failureLoss] - flows[Flow.savings]),
  },
  taxesUsd: flow(Flow.taxes, "the corporate income tax of suppliers, before credits"),
  publicCostUsd: {
    unit: "US$",
    kind: "flow",
    meaning: "public money paid for programmes, credits and grants",
    read: ({ ledger }) => usd(ledger.monthPublicCents),
  },
  researchUsd: flow(Flow.research, "R&D spending of Peruvian suppliers"),
  researchCreditUsd: flow(Flow.researchCredit, "the R&D credit used or refunded"),
  grantsUsd: flow(Flow.grants, "grants for R&D projects and to start-ups"),
  copperPriceUsdPerLb: stock("US$/lb", "the copper price", ({ priceUsdPerLb }) => priceUsdPerLb),
  copperOutputTonnes: {
    unit: "t",
    kind: "flow",
    meaning: "the copper output of operating mines",
    read: ({ mines }) =>
      mines.reduce(
        (sum, mine) => sum + (mine.stage === "operation" ? mine.outputTonnesPerYear / monthsPerYear : 0),
        0,
      ),
  },
  tenders: count("tenders", "tenders", "lots put out to tender"),
  bids: count("bids", "bids", "bids that passed every gate"),
  peruvianBids: count("peruvianBids", "bids", "bids of Peruvian-owned firms that passed every gate"),
  firmsLookedAt: count("firmsLookedAt", "firms", "firms of the lot's line of business looked at in tenders"),
  awardsPeruvian: count("awardsPeruvian", "awards", "tenders won by Peruvian-owned firms"),
  awardsForeign: count(
    "awardsForeign",
    "awards",
    "tenders won by foreign subsidiaries, emergencies included",
  ),
  awardsImport: count("awardsImport", "awards", "tenders that ended in a direct import"),
  emergencies: count(
    "emergencies",
    "purchases",
    "purchases from a known foreign firm because nobody qualified and nothing could be imported",
  ),
  openLots: count("openLots", "lots", "lots that found no supplier"),
  failures: count("failures", "failures", "months of failed delivery by first-tier suppliers and imports"),
  newRelations: count(
    "newRelations",
    "relations",
    "contracts of a buyer with a firm of which it had no evidence of its own; two of one month count twice",
  ),
  newRelationsAtNewMines: count(
    "newRelationsAtNewMines",
    "relations",
    "contracts at mines opened during the run, the packages of their later expansions included, with a firm of which the buyer had no evidence of its own",
  ),
  tenderedUsd: tendered(Tendered.everywhere, "the contract value put out to tender"),
  tenderedAtNewMinesUsd: tendered(
    Tendered.atNewMines,
    "the contract value put out to tender for mines opened during the run, the packages of their later expansions included",
  ),
  highRiskEntriesByChallenge: count(
    "highRiskEntriesByChallenge",
    "firms",
    "Peruvian firms whose first high-risk, high-cost contract came by a challenge: it was for their solution, or one of theirs was adopted in the category before",
  ),
  highRiskEntriesByTender: count(
    "highRiskEntriesByTender",
    "firms",
    "Peruvian firms whose first high-risk, high-cost contract came by an open tender",
  ),
  peruvianFirms: stock("firms", "Peruvian firms in the market", (_, { peruvianFirms }) => peruvianFirms),
  directSuppliers: stock(
    "firms",
    "Peruvian firms with a direct contract",
    (_, { directSuppliers }) => directSuppliers,
  ),
  secondTierSuppliers: stock(
    "firms",
    "Peruvian firms with a subcontract",
    (_, { secondTierSuppliers }) => secondTierSuppliers,
  ),
  herfindahlIndex: stock(
    "index 0-1",
    "the concentration of direct work over firms: the sum of squared shares",
    (_, { workUsd, workSquares }) => (workUsd === 0 ? 0 : workSquares / (workUsd * workUsd)),
  ),
  largestSuppliersShare: stock(
    "share 0-1",
    "the part of a mine's contested spending that its largest suppliers receive: the mean over mines, with fifty suppliers at full scale and five at the default population",
    (world) => largestSuppliersShare(world),
  ),
  workingSuppliers: stock(
    "firms",
    "Peruvian firms with mining work of either kind",
    (_, { suppliersWorking }) => suppliersWorking,
  ),
  innovatingSuppliers: stock(
    "firms",
    "Peruvian firms with mining work and an innovation, R&D begun, an upgrade or first exports in the last 36 months",
    (_, { innovators }) => innovators,
  ),
  exporters: stock("firms", "Peruvian firms that export", (_, { exporters }) => exporters),
  certifiedFirms: stock("firms", "Peruvian firms with a certificate", (_, { certified }) => certified),
  registeredFirms: stock(
    "firms",
    "Peruvian firms that a register has admitted, from the month in which it did",
    (_, { registered }) => registered,
  ),
  meanTechnical: stock("0-1", "the mean technical capability of Peruvian firms", (_, c) =>
    mean(c.technical, c.peruvianFirms),
  ),
  meanOrganisational: stock("0-1", "the mean organisational capability of Peruvian firms", (_, c) =>
    mean(c.organisational, c.peruvianFirms),
  ),
  entries: count("entries", "firms", "new Peruvian firms"),
  exits: count("exits", "firms", "Peruvian firms that left the market"),
  registrations: count("registrations", "registrations", "registrations granted"),
  registrationsRefused: count(
    "registrationsRefused",
    "registrations",
    "applications for registration refused",
  ),
  certificates: count("certificates", "certificates", "certificates granted"),
  challengesArisen: count("challengesArisen", "challenges", "problems that mines met"),
  challengesDisclosed: count("challengesDisclosed", "challenges", "problems that mines disclosed"),
  projectsStarted: count("projectsStarted", "projects", "R&D projects started"),
  projectsWithForeignPartner: count(
    "projectsWithForeignPartner",
    "projects",
    "R&D projects started with a foreign university or supplier",
  ),
  projectsWithLocalUniversity: count(
    "projectsWithLocalUniversity",
    "projects",
    "R&D projects started with a local university",
  ),
  projectsWithResearchCentre: count(
    "projectsWithResearchCentre",
    "projects",
    "R&D projects started with the applied research centre",
  ),
  activeProjects: stock("projects", "R&D projects under way", (_, { activeProjects }) => activeProjects),
  trials: count("trials", "trials", "trials at scale"),
  adoptions: count("adoptions", "adoptions", "solutions of Peruvian suppliers adopted by a mine"),
  upgrades: count("upgrades", "upgrades", "process upgrades, partnerships and added services"),
  firstExports: count("firstExports", "firms", "firms that started to export"),
  creditUsers: count("creditUsers", "firms", "firms that used the R&D credit"),
} satisfies Record<string, Metric>;

function mean(sum: number, n: number): number {
  return n === 0 ? 0 : sum / n;
}

/** Name of a metric; it carries the unit where the unit is money. */
export type MetricName = keyof typeof definitions;

/** Names of all metrics, in the order of the tables. */
export const metricNames: readonly MetricName[] = Object.freeze(Object.keys(definitions) as MetricName[]);

/** Unit, meaning and kind of each metric. */
export const metrics: PerMetric<MetricDefinition> = Object.freeze(definitions);

const readers: readonly Metric["read"][] = metricNames.map((name) => definitions[name].read);

/** The month's metrics in the order of `metricNames`, written into `into`. */
export function readMetrics(world: World, into: Float64Array): void {
  const census = takeCensus(world);
  for (let i = 0; i < readers.length; i++) into[i] = readers[i](world, census);
}
