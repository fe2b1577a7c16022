import { testHypotheses } from "../analysis/hypotheses/study.ts";
import { writeOutput } from "../node/atomic-file.ts";
import { hypothesesPage, hypothesesReport } from "../report/hypotheses.ts";
import { scenarios } from "../scenarios/catalogue.ts";
import { inputOf } from "./input.ts";
import { commandLine, outputStyle, print, printJson } from "./output.ts";
import { studyExecutor, type StudyOptions } from "./study-run.ts";

interface HypothesesCommandOptions extends StudyOptions {
  readonly out?: string;
}

/** `eslabon hypotheses` */
export async function hypothesesCommand(
  ids: readonly string[],
  options: HypothesesCommandOptions,
): Promise<void> {
  const input = inputOf("hypotheses");
  const seeds = input.whole("--seeds", options.seeds, 2);
  const workers = input.whole("--workers", options.workers, 0);
  const size = {
    population: input.whole("--population", options.population, 1) ?? scenarios.baseline.population,
    months: input.whole("--months", options.months, 1) ?? scenarios.baseline.months,
  };
  input.output("--out", options.out);
  input.check();
  if (seeds === undefined) return;

  const study = await testHypotheses({ ids, seeds, ...size }, studyExecutor(workers, options.cache));
  if (options.out !== undefined) {
    writeOutput(options.out, hypothesesPage(study, { command: commandLine(), seeds, ...size }));
  }
  if (options.json === true) printJson(study);
  else print(hypothesesReport(study, outputStyle()));
}
