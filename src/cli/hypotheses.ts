import { hypothesesProblems, testHypotheses } from "../analysis/hypotheses/study.ts";
import { writeOutput } from "../node/atomic-file.ts";
import { hypothesesPage, hypothesesReport } from "../report/hypotheses.ts";
import { scenarios } from "../scenarios/catalogue.ts";
import { optionOf } from "./command-words.ts";
import { inputOf } from "./input.ts";
import { commandLine, outputStyle, printJson, printResult } from "./output.ts";
import { notedExecutor, type StudyOptions } from "./study-run.ts";

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
  input.outputFolder("--cache", options.cache);
  const problems = hypothesesProblems({ ids, seeds: seeds ?? 0, ...size });
  input.tell(problems, optionOf({ hypothesis: "hypothesis" }));
  input.check();
  if (seeds === undefined) return;

  const { execute, notes } = notedExecutor(workers, options.cache);
  const study = await testHypotheses({ ids, seeds, ...size }, execute);
  if (options.out !== undefined) {
    writeOutput(options.out, hypothesesPage(study, { command: commandLine(), seeds, ...size }));
  }
  const provenance = notes.provenance();
  if (options.json === true) printJson({ ...study, provenance });
  else printResult(hypothesesReport(study, outputStyle()), provenance);
}
