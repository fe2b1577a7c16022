// `eslabon compare --over`: a comparison at every point of an accepted set.
import type { Values } from "../analysis/calibration/calibration.ts";
import { compareOver } from "../analysis/calibration/over-accepted.ts";
import type { ComparisonPlan } from "../analysis/comparison.ts";
import type { MetricName } from "../engine/observations.ts";
import { overAcceptedReport, overAcceptedSentences } from "../report/over-accepted.ts";
import { outputStyle, print, printJson } from "./output.ts";
import { studyExecutor } from "./study-run.ts";

/** How a comparison over an accepted set is asked for. */
export interface OverOptions {
  readonly points: readonly Values[];
  readonly metric: MetricName;
  readonly workers: number | undefined;
  readonly cache: string | undefined;
  readonly json: boolean;
}

/** Runs it and prints it. */
export async function compareOverFile(plan: ComparisonPlan, options: OverOptions): Promise<void> {
  const { points, metric, workers, cache } = options;
  const over = await compareOver(plan, points, metric, studyExecutor(workers, cache));
  if (options.json) printJson({ ...over, summary: overAcceptedSentences(over) });
  else print(overAcceptedReport(over, outputStyle()));
}
