import { planComparison } from "../analysis/compare.ts";
import { assembleComparison } from "../analysis/comparison.ts";
import { drawFigure, writeFigures, writeWhole } from "../node/figure-files.ts";
import { figuresOf } from "../report/figures.ts";
import { reportPage } from "../report/page.ts";
import { printScenario } from "../scenarios/files/print.ts";
import { packs } from "../data/packs/packs.ts";
import type { Scenario } from "../scenarios/scenario.ts";
import { version } from "../version.ts";
import { inputOf } from "./input.ts";
import { print } from "./output.ts";
import { studyExecutor, type StudyOptions } from "./study-run.ts";

interface ReportCommandOptions extends StudyOptions {
  readonly out?: string;
  readonly figures?: string;
  readonly baseline?: string;
}

/** `eslabon report` */
export async function reportCommand(ids: readonly string[], options: ReportCommandOptions): Promise<void> {
  const input = inputOf("report");
  const seeds = input.whole("--seeds", options.seeds, 2);
  const size = {
    population: input.whole("--population", options.population, 1),
    months: input.whole("--months", options.months, 1),
  };
  const workers = input.whole("--workers", options.workers, 0);
  const { baseline = "baseline", out = "report.html" } = options;
  const all = [baseline, ...ids.filter((id) => id !== baseline)];
  const scenarios = all.flatMap((id) => input.scenario("scenarios", id, size) ?? []);
  input.check();
  if (seeds === undefined) return;

  const plan = planComparison(scenarios, { seeds });
  const comparison = assembleComparison(plan, await studyExecutor(workers, options.cache)(plan));
  const figures = figuresOf(comparison).map(drawFigure);
  const page = {
    comparison,
    version,
    command: commandOf(ids, seeds, options),
    scenarioFiles: scenarios.map((scenario) => ({ id: scenario.id, text: fileOf(scenario) })),
  };
  writeWhole(out, reportPage(page, figures));
  print(`wrote ${out}`);
  if (options.figures === undefined) return;
  await writeFigures(options.figures, figures);
  print(`wrote ${figures.length} figures as SVG, PNG and CSV into ${options.figures}`);
}

function fileOf(scenario: Scenario): string {
  const isShipped = packs[scenario.pack.id] === scenario.pack;
  if (scenario.reproducible && isShipped) return printScenario(scenario);
  return isShipped
    ? "a policy of this scenario is code"
    : `data pack "${scenario.pack.id}" of the user's own`;
}

function commandOf(ids: readonly string[], seeds: number, options: ReportCommandOptions): string {
  const { population, months, baseline } = options;
  const given = Object.entries({ population, months, baseline }).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, quoted(value)],
  );
  return ["eslabon report", ...ids.map(quoted), "--seeds", String(seeds), ...given].join(" ");
}

/** A word as a shell takes it literally. */
function quoted(word: string): string {
  return /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
