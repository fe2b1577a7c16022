import { simulate } from "../engine/run.ts";
import { yearsReport } from "../report/years.ts";
import { inputOf } from "./input.ts";
import { outputStyle, print, printJson } from "./output.ts";

interface RunCommandOptions {
  readonly seed?: string;
  readonly events?: boolean;
  readonly population?: string;
  readonly pack?: string;
  readonly months?: string;
  readonly json?: boolean;
}

/** `eslabon run <scenario>` */
export function runCommand(id: string, options: RunCommandOptions): void {
  const input = inputOf("run");
  const population = input.whole("--population", options.population, 1);
  const months = input.whole("--months", options.months, 1);
  const scenario = input.scenario("scenario", id, { population, months, pack: options.pack });
  if (options.json === true && options.events === true) {
    const expected = "one of --json and --events: each decides what is printed";
    input.problems.push({ path: "", value: "--json --events", expected });
  }
  input.check();
  if (scenario === undefined) return;

  const run = simulate(scenario, { seed: options.seed ?? "1", events: options.events === true });
  if (options.events === true) {
    for (const event of run.events ?? []) print(JSON.stringify(event));
  } else if (options.json === true) {
    const { manifest, metrics, funnel, ladder, treasury, patches, suppliers } = run;
    printJson({ manifest, metrics, funnel, ladder, treasury, patches, suppliers });
  } else {
    print(yearsReport(run, outputStyle()));
  }
}
