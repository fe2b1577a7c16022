import { bootstrapProblems } from "../analysis/bootstrap.ts";
import { planComparison } from "../analysis/compare.ts";
import {
  assembleComparison,
  withEffects,
  type Comparison,
  type ComparisonPlan,
} from "../analysis/comparison.ts";
import { defaultConfidence } from "../analysis/effects.ts";
import { confidenceProblems } from "../analysis/sample-problems.ts";
import { compareUntil } from "../analysis/until.ts";
import { metricNames, type MetricName } from "../engine/observations.ts";
import { comparisonReport } from "../report/comparison.ts";
import { allSentences } from "../report/comparison-sentences.ts";
import { untilSentence } from "../report/until.ts";
import { wrap } from "../report/wrap.ts";
import type { ComparisonOrigin } from "../node/comparison-file.ts";
import type { Scenario } from "../scenarios/scenario.ts";
import { mainScenarios, scenarios as catalogue } from "../scenarios/catalogue.ts";
import { version } from "../version.ts";
import { acceptedOf } from "./accepted.ts";
import { comparedOf } from "./compared.ts";
import { confidenceOf, windowOf } from "./comparison-options.ts";
import { inputOf, type Input } from "./input.ts";
import { commandLine, outputStyle, printJson, printResult } from "./output.ts";
import { scenarioFileOf } from "./report-document.ts";
import { notedExecutor } from "./study-run.ts";

interface CompareCommandOptions {
  readonly seeds?: string;
  readonly scenarios?: string;
  readonly baseline?: string;
  readonly window?: string;
  readonly metrics?: string;
  readonly confidence?: string;
  readonly bootstrap?: boolean;
  readonly until?: string;
  readonly mostSeeds?: string;
  readonly population?: string;
  readonly pack?: string;
  readonly months?: string;
  readonly workers?: string;
  readonly over?: string;
  readonly points?: string;
  readonly cache?: string;
  readonly json?: boolean;
}

const usualSeeds = "8";
/** Accepted points unless asked otherwise. */
const usualPoints = 20;

/** `eslabon compare` */
export async function compareCommand(options: CompareCommandOptions): Promise<void> {
  const input = inputOf("compare");
  const seeds = input.whole("--seeds", options.seeds ?? usualSeeds, 2);
  const size = input.size(options);
  const workers = input.whole("--workers", options.workers, 0);
  const asked =
    options.scenarios === "all"
      ? Object.keys(catalogue)
      : (options.scenarios?.split(",").map((id) => id.trim()) ?? mainScenarios);
  const points = input.whole("--points", options.points, 1) ?? usualPoints;
  const { baseline = "baseline" } = options;
  const scenarios = comparedOf(input, { baseline, others: asked, option: "--scenarios" }, size);
  const over = acceptedOf(input, { file: options.over, most: points }, scenarios[0]);
  const window = windowOf(input, options.window, scenarios[0]?.months ?? Infinity);
  const metrics = input.names("--metrics", options.metrics, metricNames, "the name of a metric");
  const confidence = confidenceOf(input, options.confidence);
  const halfWidth = input.number(
    "--until",
    options.until,
    "a half-width above 0 in the metric's unit, as 2e6",
    Number.MIN_VALUE,
  );
  const mostSeeds = input.whole("--most-seeds", options.mostSeeds, 20);
  input.outputFolder("--cache", options.cache);
  refuseTogether(input, options);
  const sound = confidenceProblems(confidence ?? defaultConfidence).length === 0;
  if (options.bootstrap === true && seeds !== undefined && sound) {
    input.problems.push(...bootstrapProblems("--seeds", seeds, confidence ?? defaultConfidence));
  }
  if (options.scenarios !== undefined && scenarios.length < 2 && input.problems.length === 0) {
    const wanted = `at least one scenario beside the baseline "${baseline}", by commas`;
    input.problems.push({ path: "--scenarios", value: options.scenarios, expected: wanted });
  }
  input.check();
  if (seeds === undefined) return;

  const report = (comparison: Comparison) =>
    comparisonReport(comparison, metrics ?? null, outputStyle(), scenarios[0]?.pack.demonym);
  const { execute, notes } = notedExecutor(workers, options.cache);
  const how = {
    ...(window === undefined ? {} : { window }),
    ...(confidence === undefined ? {} : { confidence }),
  };
  if (halfWidth !== undefined) {
    const metric = metrics?.[0];
    const rule = {
      halfWidth,
      ...(metric === undefined ? {} : { metric }),
      ...(mostSeeds === undefined ? {} : { mostSeeds }),
    };
    const result = await compareUntil(scenarios, { ...how, ...rule }, execute);
    const provenance = notes.provenance();
    if (options.json === true)
      printJson({
        ...result,
        comparison: only(result.comparison, metrics),
        summary: [...allSentences(result.comparison, metrics ?? null), untilSentence(result)],
        ...originOf(scenarios),
        provenance,
      });
    else {
      const { width = Infinity } = outputStyle();
      printResult([report(result.comparison), wrap(untilSentence(result), width)].join("\n\n"), provenance);
    }
    return;
  }
  const plan: ComparisonPlan = planComparison(scenarios, {
    seeds,
    ...how,
    interval: options.bootstrap === true ? "bootstrap" : "t",
  });
  if (options.over !== undefined) {
    const { compareOverFile } = await import("./compare-over.ts");
    return compareOverFile(plan, {
      points: over,
      metric: metrics?.[0] ?? "localValueNetUsd",
      workers,
      cache: options.cache,
      json: options.json === true,
    });
  }
  const comparison = assembleComparison(plan, await execute(plan));
  const provenance = notes.provenance();
  if (options.json === true) {
    printJson({
      ...only(comparison, metrics),
      summary: allSentences(comparison, metrics ?? null),
      ...originOf(scenarios),
      provenance,
    });
  } else {
    printResult(report(comparison), provenance);
  }
}

/** Options that have no meaning beside, or without, another one: refused, so that none is passed over in silence. */
function refuseTogether({ problems }: Input, options: CompareCommandOptions): void {
  const { until, seeds, bootstrap, over, points, mostSeeds, metrics } = options;
  const refuse = (value: string, expected: string) => problems.push({ path: "", value, expected });
  if (until !== undefined && bootstrap === true) {
    refuse("--until --bootstrap", "one of them: the rule that stops runs has its own intervals");
  }
  if (until !== undefined && seeds !== undefined) {
    refuse("--until --seeds", "one of them: the rule finds the number of seeds");
  }
  if (over !== undefined && (until !== undefined || bootstrap === true)) {
    refuse("--over", "--over without --until and --bootstrap: it has intervals at each accepted point");
  }
  if (over !== undefined && (metrics?.split(",").length ?? 1) > 1) {
    problems.push({ path: "--metrics", value: metrics, expected: "one metric beside --over" });
  }
  if (points !== undefined && over === undefined) refuse("--points", "--points beside --over only");
  if (mostSeeds !== undefined && until === undefined)
    refuse("--most-seeds", "--most-seeds beside --until only");
}

/** What it takes to make the runs again. */
function originOf(compared: readonly Scenario[]): ComparisonOrigin {
  const { country, demonym } = compared[0].pack;
  const scenarioFiles = compared.map(scenarioFileOf);
  return { version, command: commandLine(), scenarioFiles, nation: { country, demonym } };
}

/** A comparison with some of its metrics: its p-values are adjusted for being all that were asked for. */
function only(comparison: Comparison, metrics: readonly MetricName[] | undefined): Comparison {
  if (metrics === undefined) return comparison;
  const wanted = ({ metric }: { readonly metric: MetricName }) => metrics.includes(metric);
  const [effects, levels] = [comparison.effects.filter(wanted), comparison.levels.filter(wanted)];
  return withEffects({ ...comparison, metrics, effects, levels }, { family: "all" }, effects);
}
