// `eslabon compare --over`: a comparison at every point of an accepted set.
import type { ParameterPoint } from "../data/parameter-values.ts";
import { compareOver } from "../analysis/calibration/over-accepted.ts";
import type { ComparisonPlan } from "../analysis/comparison.ts";
import type { MetricName } from "../engine/observations.ts";
import { overAcceptedReport, overAcceptedSentences } from "../report/over-accepted.ts";
import { outputStyle, printJson, printResult } from "./output.ts";
import { notedExecutor } from "./study-run.ts";

/** How a comparison over an accepted set is asked for. */
export interface OverOptions {
  readonly points: readonly ParameterPoint[];
  readonly metric: MetricName;
  readonly workers: number | undefined;
  readonly cache: string | undefined;
  readonly json: boolean;
}

/** Runs it and prints it. */
export async function compareOverFile(plan: ComparisonPlan, options: OverOptions): Promise<void> {
  const { points, metric, workers, cache } = options;
  const { execute, notes } = notedExecutor(workers, cache);
  const over = await compareOver(plan, points, { metric }, execute);
  const provenance = notes.provenance();
  if (options.json) printJson({ ...over, summary: overAcceptedSentences(over), provenance });
  else printResult(overAcceptedReport(over, outputStyle()), provenance);
}
