import { assembleAttribution, planAttribution } from "../analysis/attribution.ts";
import type { Attribution } from "../analysis/attribution-result.ts";
import { planComparison } from "../analysis/compare.ts";
import { assembleComparison } from "../analysis/comparison.ts";
import { assembleDetails, withDetails } from "../analysis/details/details.ts";
import { shownInDetail } from "../report/figures/figures.ts";
import type { Scenario } from "../scenarios/scenario.ts";
import { confidenceOf, windowOf } from "./comparison-options.ts";
import { comparedOf } from "./compared.ts";
import { inputOf, type Input } from "./input.ts";
import { commandLine } from "./output.ts";
import { scenarioFileOf, writeReport } from "./report-document.ts";
import { factsNote, focusOf, shownNote, type ReportCommandOptions } from "./report-options.ts";
import { studyExecutor } from "./study-run.ts";

/** Seeds unless asked otherwise. */
const usualSeeds = "10";

/** `eslabon report` */
export async function reportCommand(ids: readonly string[], options: ReportCommandOptions): Promise<void> {
  if (options.from !== undefined) {
    const { reportFrom } = await import("./report-from.ts");
    return reportFrom(options.from, ids, options);
  }
  const input = inputOf("report");
  const seeds = input.whole("--seeds", options.seeds ?? usualSeeds, 2);
  const size = input.size(options);
  const workers = input.whole("--workers", options.workers, 0);
  const { baseline = "baseline", out = "report.html" } = options;
  if (options.again === true) {
    input.problems.push({ path: "", value: "--again", expected: "--again beside --from only" });
  }
  if (ids.length === 0) {
    const expected = "ids of scenarios or files, or --from with what compare --json or a study has written";
    input.problems.push({ path: "scenarios", value: "none", expected });
  }
  const scenarios = comparedOf(input, { baseline, others: ids, option: "scenarios" }, size);
  const window = windowOf(input, options.window, scenarios[0]?.months ?? Infinity);
  const confidence = confidenceOf(input, options.confidence);
  const focus = focusOf(
    input,
    options.focus,
    scenarios.slice(1).map(({ id }) => id),
  );
  input.output("--out", out);
  input.outputFolder("--figures", options.figures);
  input.outputFolder("--cache", options.cache);
  const packages = options.attribute === true ? packagesOf(input, scenarios.slice(1)) : [];
  input.check();
  if (seeds === undefined) return;

  const plan = withDetails(
    planComparison(scenarios, {
      seeds,
      ...(window === undefined ? {} : { window }),
      ...(confidence === undefined ? {} : { confidence }),
    }),
  );
  const execute = studyExecutor(workers, options.cache);
  const reductions = await execute(plan);
  const comparison = assembleComparison(plan, reductions);
  const details = assembleDetails(plan, reductions);
  const attributions: Attribution[] = [];
  for (const scenario of packages) {
    const shares = planAttribution(scenario, { seeds, window: plan.window, confidence: plan.confidence });
    attributions.push(assembleAttribution(shares, await execute(shares)));
  }
  const shown = focus ?? shownInDetail(comparison);
  await writeReport({
    comparison,
    details,
    attributions,
    shown,
    nation: scenarios[0].pack,
    out,
    folder: options.figures,
    page: {
      commands: [commandLine()],
      files: scenarios.map(scenarioFileOf),
      facts: details.facts,
      notes: [...shownNote(comparison, shown), ...factsNote(details)],
    },
  });
}

/** Scenarios whose effect can be shared out. */
function packagesOf(input: Input, scenarios: readonly Scenario[]): Scenario[] {
  const packages = scenarios.filter(({ policies }) => policies.length > 1);
  if (packages.length > 0 || scenarios.length === 0) return packages;
  const expected = "a scenario of at least two policies, whose effect can be shared out among them";
  input.problems.push({ path: "--attribute", value: scenarios.map(({ id }) => id).join(", "), expected });
  return [];
}
