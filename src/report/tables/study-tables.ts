// The tables of a study: of its runs as its rows hold them, and of what they say together.
import { drawsOf } from "../../analysis/study/draws.ts";
import type { StudyRow } from "../../analysis/study/rows.ts";
import type { Study } from "../../analysis/study/study.ts";
import type { StudyEffect, StudyLevel } from "../../analysis/study/tally.ts";
import { windowUnit } from "../../analysis/window.ts";
import { metrics } from "../../engine/observations.ts";
import { calendarOf } from "../../scenarios/files/dates.ts";
import { parameters } from "../../data/parameters.ts";
import { version } from "../../version.ts";
import { verdictMeaning } from "./effects-table.ts";
import { monthColumns, monthUnit } from "./month-columns.ts";
import {
  flag,
  integer,
  number,
  runColumns,
  text,
  type TableDefinition,
  type TableRow,
} from "./table-definition.ts";

/** A table whose rows are read from the rows of a study's runs. */
export interface StudyTable {
  readonly definition: TableDefinition;
  readonly rows: (row: StudyRow) => Iterable<TableRow>;
}

const keyColumns = [
  integer("run", "", "index of the run in its study: eslabon replay makes it again"),
  ...runColumns,
  integer("draw", "", "draw of the parameters; 0 where none are drawn"),
];
const keys = ({ run, scenario, seed, draw }: StudyRow) => ({ run, scenario, seed, draw });

/** The tables of a study's runs. The months of runs are there only where the study kept them. */
export function studyRunTables(study: Study): StudyTable[] {
  const months = study.keep.includes("monthly") ? [monthlyTable(study)] : [];
  return [runsTable(study), windowTable(study), ...months];
}

function runsTable({ scenarios }: Study): StudyTable {
  const byId = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
  return {
    definition: {
      name: "runs",
      meaning: "One row per run of the study, failed ones included: only they have no fingerprint.",
      columns: [
        ...keyColumns,
        text("scenarioHash", "hash of the scenario's content in the manifest, before parameters are drawn"),
        text("version", "version of the package that made the run"),
        integer("months", "months", "observed months, from January 2017"),
        integer("burnInMonths", "months", "months before, without policies"),
        integer("population", "firms", "suppliers at the start"),
        text("fingerprint", "hash of the results of every month; null for a run that failed", true),
        text("error", "why a run failed; null for all others", true),
      ],
    },
    *rows(row) {
      const scenario = byId.get(row.scenario);
      if (scenario === undefined)
        throw new RangeError(`a row of "${row.scenario}", which is not in its study`);
      const { hash: scenarioHash, months, burnInMonths, population } = scenario;
      const { fingerprint = null, error = null } = row;
      yield { ...keys(row), scenarioHash, version, months, burnInMonths, population, fingerprint, error };
    },
  };
}

function windowTable({ windows, metrics: names }: Study): StudyTable {
  return {
    definition: {
      name: "window-metrics",
      meaning:
        "One row per run and window, one column per metric of the study: flows a year, stocks on average.",
      columns: [
        ...keyColumns,
        text("window", "name of the window"),
        integer("fromMonth", "months", "first month that counts, since January 2017"),
        integer("toMonth", "months", "first month no longer counted"),
        ...names.map((name) => number(name, windowUnit(name), metrics[name].meaning)),
      ],
    },
    *rows(row) {
      for (const [i, values] of (row.values ?? []).entries()) {
        const { id: window, fromMonth, toMonth } = windows[i];
        const cells = Object.fromEntries(names.map((name, m) => [name, values[m]]));
        yield { ...keys(row), window, fromMonth, toMonth, ...cells };
      }
    },
  };
}

function monthlyTable({ metrics: names }: Study): StudyTable {
  return {
    definition: {
      name: "monthly-metrics",
      meaning: "One row per run and month, one column per metric of the study.",
      columns: [
        ...keyColumns,
        ...monthColumns,
        ...names.map((name) => number(name, monthUnit(name), metrics[name].meaning)),
      ],
    },
    *rows(row) {
      const { monthly = [] } = row;
      for (let month = 0; month < (monthly[0]?.length ?? 0); month++) {
        const cells = Object.fromEntries(names.map((name, m) => [name, monthly[m][month]]));
        yield { ...keys(row), month, date: calendarOf(month), ...cells };
      }
    },
  };
}

/** A table of parameters. */
interface DrawsTable {
  readonly definition: TableDefinition;
  readonly rows: () => Iterable<TableRow>;
}

/** The drawn parameters of a study, one row per draw; null where none are drawn. */
export function drawsTable({ draws }: Study): DrawsTable | null {
  if (draws === null) return null;
  const columns = Object.keys(draws.parameters)
    .sort()
    .map((name) => {
      const { unit, meaning } = parameters[name];
      return number(name, unit, meaning);
    });
  return {
    definition: {
      name: "draws",
      meaning: "One row per draw, one column per drawn parameter.",
      columns: [integer("draw", "", "number of the draw, from 1"), ...columns],
    },
    *rows() {
      const valuesOf = drawsOf(draws);
      for (let draw = 1; draw <= draws.count; draw++) yield { draw, ...valuesOf(draw) };
    },
  };
}

const effectKeys = [
  text("scenario", "id of the scenario"),
  text("window", "name of the window"),
  integer("fromMonth", "months", "first month that counts, since January 2017"),
  integer("toMonth", "months", "first month no longer counted"),
  text("metric", "name of the metric"),
  text("unit", "unit of the values: a year for flows"),
];
const bounds = [
  number("confidence", "0-1", "confidence of the interval"),
  number(
    "low",
    "of the row",
    "lower bound of its interval, of Student's t; null for fewer than two units",
    true,
  ),
  number("high", "of the row", "upper bound", true),
];

/** What scenarios change; numbers are null where no pair of runs came to its end. */
export const studyEffectsTable: TableDefinition = {
  name: "effects",
  meaning: "Paired differences of each scenario from the baseline, one row per scenario, window and metric.",
  columns: [
    text("baseline", "id of the scenario with which it is compared"),
    ...effectKeys,
    integer("pairs", "runs", "pairs of runs of one seed and draw"),
    integer("units", "", "what is independent: draws where parameters are drawn, else seeds"),
    number("baselineMean", "of the row", "mean of the baseline", true),
    number("scenarioMean", "of the row", "mean of the scenario", true),
    number("difference", "of the row", "mean of the differences", true),
    ...bounds,
    number("relative", "share", "difference over the size of the baseline's mean; null when that is 0", true),
    number(
      "probabilityHigher",
      "0-1",
      "share of pairs in which the scenario is higher; a tie counts half",
      true,
    ),
    number("probabilitySame", "0-1", "share of pairs in which both are the same", true),
    number(
      "pValue",
      "0-1",
      "of the paired t test of units, or of their signs where they do not vary; null for fewer than two, and where each has a difference of 0",
      true,
    ),
    number(
      "adjustedPValue",
      "0-1",
      "after Holm's adjustment within a window for the scenarios' effects on the metric, or on all metrics where the study names them; null without a p-value",
      true,
    ),
    number("varianceReduction", "times", "gain of pairing; null when the difference does not vary", true),
    flag("tie", "whether every difference is exactly 0"),
    text("verdict", `${verdictMeaning("units")}; null for fewer than two units`, true),
  ],
};

/** Levels of every scenario, the baseline's too. */
export const studyLevelsTable: TableDefinition = {
  name: "levels",
  meaning:
    "Means of each scenario, one row per scenario, window and metric. Levels are not paired: never subtract them.",
  columns: [
    ...effectKeys,
    integer("runs", "runs", "runs that came to their end"),
    integer("units", "", "what is independent: draws where parameters are drawn, else seeds"),
    number("mean", "of the row", "mean over units; null for none", true),
    ...bounds,
  ],
};

/** The rows of a study's effects, or of its levels. */
export function* studySummaryRows(
  { windows, scenarios, confidence }: Study,
  cells: readonly (StudyEffect | StudyLevel)[],
): Generator<TableRow> {
  const baseline = scenarios[0].id;
  const byId = new Map(windows.map(({ id, fromMonth, toMonth }) => [id, { fromMonth, toMonth }]));
  for (const cell of cells) yield { baseline, confidence, ...byId.get(cell.window), ...cell };
}

/** Every table that a study can fill, in the order in which they are listed. */
export function studyTableDefinitions(study: Study): TableDefinition[] {
  const draws = drawsTable(study);
  return [
    ...studyRunTables(study).map(({ definition }) => definition),
    ...(draws === null ? [] : [draws.definition]),
    studyEffectsTable,
    studyLevelsTable,
  ];
}
