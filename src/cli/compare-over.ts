// `eslabon compare --over`: a comparison at every point of an accepted set.
import { compareOver, spreadOf } from "../analysis/calibration/over-accepted.ts";
import type { ComparisonPlan } from "../analysis/comparison.ts";
import type { MetricName } from "../engine/observations.ts";
import { readAccepted } from "../node/accepted-file.ts";
import { overAcceptedReport, overAcceptedSentences } from "../report/over-accepted.ts";
import { outputStyle, print, printJson } from "./output.ts";
import { studyExecutor } from "./study-run.ts";

/** How a comparison over an accepted set is asked for. */
export interface OverOptions {
  readonly file: string;
  /** Points at most, spread evenly over the set. */
  readonly points: number;
  readonly metric: MetricName;
  readonly workers: number | undefined;
  readonly cache: string | undefined;
  readonly json: boolean;
}

/** Runs it and prints it. */
export async function compareOverFile(plan: ComparisonPlan, options: OverOptions): Promise<void> {
  const { points } = readAccepted(options.file);
  const values = spreadOf(points, options.points).map((each) => each.values);
  const over = await compareOver(plan, values, options.metric, studyExecutor(options.workers, options.cache));
  if (options.json) printJson({ ...over, summary: overAcceptedSentences(over) });
  else print(overAcceptedReport(over, outputStyle()));
}
