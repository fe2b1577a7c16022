import { factRows, measureFacts } from "../analysis/facts.ts";
import { simulate } from "../engine/run.ts";
import { factsReport, factsSentence } from "../report/facts.ts";
import { inputOf } from "./input.ts";
import { outputStyle, print, printJson, progressOf } from "./output.ts";
import { turnOfEventLoop } from "../analysis/executor.ts";

interface FactsCommandOptions {
  readonly seeds?: string;
  readonly population?: string;
  readonly pack?: string;
  readonly json?: boolean;
}

/** `eslabon facts` */
export async function factsCommand(options: FactsCommandOptions): Promise<void> {
  const input = inputOf("facts");
  const seeds = input.whole("--seeds", options.seeds, 1);
  const population = input.whole("--population", options.population, 1);
  const scenario = input.scenario("scenario", "baseline", { population, pack: options.pack });
  input.check();
  if (scenario === undefined || seeds === undefined) return;

  const progress = await progressOf(seeds, "runs");
  const measured = [];
  for (let seed = 1; seed <= seeds; seed++) {
    measured.push(measureFacts(simulate(scenario, { seed })));
    progress.update(seed);
    await turnOfEventLoop();
  }
  progress.stop();
  const rows = factRows(measured);
  if (options.json === true) printJson({ seeds, facts: rows, summary: factsSentence(rows) });
  else print(factsReport(rows, outputStyle()));
}
