// The paired effects of a comparison as a table, each with its p-value, and that adjusted for its family.
import type { Comparison } from "../../analysis/comparison.ts";
import { flag, integer, number, text, type TableDefinition, type TableRow } from "./table-definition.ts";

/** What a column of verdicts holds, of effects over pairs of some kind. */
export function verdictMeaning(pairs: string): string {
  return `what the effect says by itself, not adjusted for being one of several: higher or lower where its interval lies on one side of 0, else not told apart; too few pairs where it is the same in each of so few ${pairs} that chance is not ruled out, five or fewer at 95 %, so that its bounds say nothing; identical where every difference is 0`;
}

/** One row per scenario and metric. Numbers of an effect are in the metric's unit, which the row names. */
export const effectsTable: TableDefinition = {
  name: "effects",
  meaning: "Paired differences of each scenario from the baseline, one row per scenario and metric.",
  columns: [
    text("baseline", "id of the scenario with which it is compared"),
    text("scenario", "id of the scenario"),
    text("metric", "name of the metric"),
    text("unit", "unit of the values: a year for flows"),
    integer("fromMonth", "months", "first month that counts, since January 2017"),
    integer("toMonth", "months", "first month no longer counted"),
    integer("n", "seeds", "pairs of runs"),
    number("confidence", "0-1", "confidence of the intervals"),
    text("interval", "how the interval is formed: t or bootstrap"),
    number("baselineMean", "of the row", "mean of the baseline"),
    number("scenarioMean", "of the row", "mean of the scenario"),
    number("difference", "of the row", "mean of the differences"),
    number("standardError", "of the row", "standard error of the difference"),
    number(
      "low",
      "of the row",
      "lower bound of its interval: of Student's t, or of the bootstrap where the row says so",
    ),
    number("high", "of the row", "upper bound"),
    number("relative", "share", "difference over the size of the baseline's mean; null when that is 0", true),
    number("probabilityHigher", "0-1", "share of seeds in which the scenario is higher; a tie counts half"),
    number("probabilityHigherLow", "0-1", "its lower bound (Wilson)"),
    number("probabilityHigherHigh", "0-1", "its upper bound"),
    number("probabilitySame", "0-1", "share of seeds in which both are the same"),
    number(
      "pValue",
      "0-1",
      "of the test to which the interval belongs, or of their signs where differences do not vary; null for a tie",
      true,
    ),
    number(
      "adjustedPValue",
      "0-1",
      "after Holm's adjustment for the scenarios' effects on the metric, or on all metrics where these were asked for by name; null for a tie",
      true,
    ),
    number("varianceReduction", "times", "gain of pairing; null when the difference does not vary", true),
    flag("tie", "whether every difference is exactly 0"),
    text("verdict", verdictMeaning("pairs of runs")),
  ],
};

/** The rows of a comparison. */
export function* effectRows(comparison: Comparison): Generator<TableRow> {
  const { baseline, window, confidence, interval } = comparison;
  for (const effect of comparison.effects) yield { baseline, ...window, confidence, interval, ...effect };
}
