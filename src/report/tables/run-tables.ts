// The tables of a run. Rows are made one after the other as they are asked for.
import {
  metricNames,
  metrics,
  rungNames,
  type FunnelRow,
  type LadderRow,
  type Run,
} from "../../engine/observations.ts";
import { calendarOf } from "../../scenarios/files/dates.ts";
import { contractRows, contractsTable, eventRows, eventsTable } from "./event-tables.ts";
import { monthColumns, monthUnit } from "./month-columns.ts";
import { candidateRows, candidatesTable, tenderRows, tendersTable } from "./tender-tables.ts";
import {
  flag,
  integer,
  number,
  runColumns,
  runKeys,
  text,
  type ColumnDefinition,
  type TableDefinition,
  type TableRow,
} from "./table-definition.ts";

/** A table and how its rows are read from a run. */
export interface RunTable {
  readonly definition: TableDefinition;
  /** Whether the run must have recorded its events. */
  readonly needsEvents: boolean;
  readonly rows: (run: Run) => Iterable<TableRow>;
}

const tableOf = (
  name: string,
  meaning: string,
  columns: readonly ColumnDefinition[],
  rows: RunTable["rows"],
  needsEvents = false,
): RunTable => ({ definition: { name, meaning, columns: [...runColumns, ...columns] }, needsEvents, rows });

const runs = tableOf(
  "runs",
  "One row per run: what identifies it and what it would take to make it again.",
  [
    text("scenarioHash", "hash of the scenario's content, which the manifest holds"),
    text("version", "version of the package that made the run"),
    integer("months", "months", "observed months, from January 2017"),
    integer(
      "burnInMonths",
      "months",
      "months before these, without policies; tables of months and of years leave them out",
    ),
    integer("population", "firms", "suppliers at the start"),
    flag("reproducible", "false when the scenario holds code that no record can"),
    text("fingerprint", "hash of the results of every month"),
  ],
  function* (run) {
    const { scenarioHash, version, months, burnInMonths, population, reproducible, fingerprint } =
      run.manifest;
    yield {
      ...runKeys(run),
      scenarioHash,
      version,
      months,
      burnInMonths,
      population,
      reproducible,
      fingerprint,
    };
  },
);

const monthly = tableOf(
  "monthly-metrics",
  "One row per run and month, one column per metric.",
  [...monthColumns, ...metricNames.map((name) => number(name, monthUnit(name), metrics[name].meaning))],
  function* (run) {
    for (let month = 0; month < run.manifest.months; month++) {
      const values = Object.fromEntries(metricNames.map((name) => [name, run.metrics[name][month]]));
      yield { ...runKeys(run), month, date: calendarOf(month), ...values };
    }
  },
);

const funnelColumns = [
  text("category", "category of Table A1"),
  text("origin", "where the firm's owner is"),
  text("risk", "risk class of the lot, fixed at the start"),
  text("gate", "first gate at which the firm fell; at won, it got the contract"),
  integer("count", "firms in tenders", "firms that were looked at, once per tender"),
];
const funnelCells = ({ category, origin, risk, gate, count }: FunnelRow) => ({
  category,
  origin,
  risk,
  gate,
  count,
});

const funnel = tableOf(
  "funnel",
  "Where firms fall in tenders, by calendar year. Rows of zero are left out.",
  [integer("year", "year", "calendar year"), ...funnelColumns],
  function* (run) {
    for (const row of run.funnel.byYear) yield { ...runKeys(run), year: row.year, ...funnelCells(row) };
  },
);

const funnelByBuyer = tableOf(
  "funnel-by-buyer",
  "The same by buyer, over all observed months.",
  [text("buyer", "mine or engineering firm that tenders"), ...funnelColumns],
  function* (run) {
    for (const row of run.funnel.byBuyer) yield { ...runKeys(run), buyer: row.buyer, ...funnelCells(row) };
  },
);

const rungMeanings: Record<(typeof rungNames)[number], string> = {
  spendUsd: "paid for goods and services; local value, imported content and remitted profit add up to it",
  inCountryUsd: "paid to firms that invoice in the country",
  peruvianDirectUsd: "paid to domestic-owned firms directly",
  peruvianWithSubcontractsUsd: "the same with subcontracts",
  spendLocalValueUsd: "local value in it",
  spendLocalValuePeruvianOwnedUsd: "of this, by domestic-owned firms",
  knowledgeIntensiveUsd: "of the local value, in knowledge-intensive work",
  importedContentUsd: "imported content",
  remittedProfitUsd: "profit that leaves the country",
};

const ladder = tableOf(
  "ladder",
  "The ladder of value by year and origin, seen from three sides. Each side holds all spend: never add sides up.",
  [
    text("side", "category, quadrant or mine"),
    text("name", "which category, quadrant or mine"),
    integer("year", "year", "calendar year"),
    text("origin", "where the supplier's owner is; imported has none in the country"),
    ...rungNames.map((rung) => number(rung, "US$ a year", rungMeanings[rung])),
  ],
  function* (run) {
    const rungs = (row: LadderRow) => Object.fromEntries(rungNames.map((rung) => [rung, row[rung]]));
    const { byCategory, byQuadrant, bySite } = run.ladder;
    const row = (side: string, name: string, each: LadderRow): TableRow => ({
      ...runKeys(run),
      side,
      name,
      year: each.year,
      origin: each.origin,
      ...rungs(each),
    });
    for (const each of byCategory) yield row("category", each.category, each);
    for (const each of byQuadrant) yield row("quadrant", each.quadrant, each);
    for (const each of bySite) yield row("mine", each.mine, each);
  },
);

const suppliers = tableOf(
  "suppliers",
  "One row per supplier of a run as it stands at the end, the departed included.",
  [
    integer("supplier", "", "number of the supplier in its run"),
    text("name", "name"),
    text("origin", "where its owner is"),
    text("region", "region"),
    text("categories", "categories of Table A1, with semicolons between"),
    integer("enteredMonth", "months", "month of entry since January 2017; negative before it"),
    integer("leftMonth", "months", "month in which it left; null when it stayed", true),
    number("technical", "0-1", "technical capability"),
    number("organisational", "0-1", "organisational capability"),
    number("standards", "0-1", "capability to meet standards"),
    integer("certificateLevel", "level", "level of its certificate; 0 is none"),
    number("capacityUsdPerMonth", "US$ a month", "what it can deliver"),
    number("cashUsd", "US$", "its cash; less than 0 is owed to a bank; foreign subsidiaries keep none"),
    number("startCapacityUsdPerMonth", "US$ a month", "what it could deliver when it entered"),
    number("directWorkUsdPerMonth", "US$ a month", "direct work in hand at list price"),
    number(
      "subcontractWorkUsdPerMonth",
      "US$ a month",
      "subcontracts and consortium shares in hand at list price",
    ),
    integer("directContracts", "contracts", "direct contracts in force"),
    integer("subcontracts", "contracts", "subcontracts in force"),
    integer("deliveries", "months", "months of delivery"),
    integer("failures", "months", "months of failed delivery"),
    integer("adoptions", "adoptions", "solutions of its own that mines adopted"),
    flag("exporting", "whether it exports"),
  ],
  function* (run) {
    for (const { id, categories, ...rest } of run.suppliers) {
      yield { ...runKeys(run), supplier: id, categories: categories.join(";"), ...rest };
    }
  },
);

const treasury = tableOf(
  "treasury",
  "Public money by policy over the whole run, burn-in included.",
  [
    text("policy", "policy that owns the instrument"),
    number("paidUsd", "US$", "paid in all"),
    number("fixedUsd", "US$", "of this, programmes' fixed cost"),
    number("perUseUsd", "US$", "of this, places, subsidies, grants and credits"),
  ],
  function* (run) {
    for (const row of run.treasury) yield { ...runKeys(run), ...row };
  },
);

const ofEvents = ({ name, meaning, columns }: TableDefinition, rows: RunTable["rows"]) =>
  tableOf(name, meaning, columns, rows, true);

const tenders = ofEvents(tendersTable, tenderRows);
const candidates = ofEvents(candidatesTable, candidateRows);
const contracts = ofEvents(contractsTable, contractRows);
const events = ofEvents(eventsTable, eventRows);

/** Every table that a run fills, by name. */
export const runTables: Readonly<Record<string, RunTable>> = Object.fromEntries(
  [
    runs,
    monthly,
    funnel,
    funnelByBuyer,
    ladder,
    suppliers,
    treasury,
    tenders,
    candidates,
    contracts,
    events,
  ].map((table) => [table.definition.name, table]),
);
