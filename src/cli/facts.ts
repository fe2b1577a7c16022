import { horizonProblems } from "../analysis/fact-definition.ts";
import { factsOf } from "../analysis/facts-study.ts";
import { factsPage } from "../report/facts-page.ts";
import { factsReport, factsSentence } from "../report/facts.ts";
import { factsSaidOf } from "../report/nation.ts";
import { writeOutput } from "../node/atomic-file.ts";
import { inputOf } from "./input.ts";
import { commandLine, outputStyle, printJson, printResult } from "./output.ts";
import { notedExecutor, type StudyOptions } from "./study-run.ts";

interface FactsCommandOptions extends StudyOptions {
  readonly pack?: string;
  readonly out?: string;
}

/** `eslabon facts` */
export async function factsCommand(options: FactsCommandOptions): Promise<void> {
  const input = inputOf("facts");
  const seeds = input.whole("--seeds", options.seeds, 1);
  const workers = input.whole("--workers", options.workers, 0);
  const scenario = input.scenario("scenario", "baseline", input.size(options));
  if (scenario !== undefined) input.problems.push(...horizonProblems(scenario.months, "--months"));
  input.output("--out", options.out);
  input.outputFolder("--cache", options.cache);
  input.check();
  if (scenario === undefined || seeds === undefined) return;

  const { execute, notes } = notedExecutor(workers, options.cache);
  const measured = await factsOf(scenario, { seeds }, execute);
  const rows = factsSaidOf(scenario.pack, measured);
  if (options.out !== undefined) {
    writeOutput(options.out, factsPage(rows, { command: commandLine(), seeds, ...scenario }));
  }
  const provenance = notes.provenance();
  if (options.json === true) printJson({ seeds, facts: rows, summary: factsSentence(rows), provenance });
  else printResult(factsReport(rows, outputStyle()), provenance);
}
