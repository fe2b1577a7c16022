import { sensitivityProblems } from "../analysis/sensitivity/options.ts";
import { planSensitivity } from "../analysis/sensitivity/study.ts";
import { assumptionsOf } from "../analysis/sensitivity/parameter-space.ts";
import { parameterNames } from "../data/parameter-values.ts";
import { metricNames } from "../engine/observations.ts";
import type { Problem } from "../errors.ts";
import { sensitivityReport } from "../report/sensitivity.ts";
import type { Scenario } from "../scenarios/scenario.ts";
import { optionOf } from "./command-words.ts";
import { windowOf } from "./comparison-options.ts";
import { inputOf } from "./input.ts";
import { outputStyle, printJson, printResult } from "./output.ts";
import { notedExecutor, type StudyOptions } from "./study-run.ts";

interface SensitivityCommandOptions extends StudyOptions {
  readonly method?: string;
  readonly parameters?: string;
  readonly metric?: string;
  readonly effect?: boolean;
  readonly against?: string;
  readonly window?: string;
  readonly second?: boolean;
  readonly samples?: string;
  readonly replicates?: string;
  readonly seed?: string;
}

/** What a study calls otherwise. */
const renamed = { factors: "--parameters" };

/** The switch has no value that could be wrong: what is, is the scenario beside it. */
function effectInWords(problem: Problem): Problem {
  if (problem.path !== "of") return problem;
  return { path: "", value: "--effect", expected: "a scenario with policies beside --effect" };
}

/** `eslabon sensitivity` */
export async function sensitivityCommand(id: string, options: SensitivityCommandOptions): Promise<void> {
  const input = inputOf("sensitivity");
  const method = input.name("--method", options.method, ["morris", "sobol", "shapley"], "a method");
  const asked = input.names("--parameters", options.parameters, parameterNames, "the name of a parameter");
  const metric = input.name("--metric", options.metric, metricNames, "the name of a metric");
  const samples = input.whole("--samples", options.samples, 2);
  const replicates = input.whole("--replicates", options.replicates, 2);
  const workers = input.whole("--workers", options.workers, 0);
  const size = input.size(options);
  const scenario = input.scenario("scenario", id, size);
  const against =
    options.against === undefined ? undefined : input.scenario("--against", options.against, size);
  const isReplicated = method !== "morris";
  if (!isReplicated && replicates !== undefined) {
    const expected = "--replicates beside --method sobol or shapley only: morris has trajectories";
    input.problems.push({ path: "", value: "--replicates", expected });
  }
  if (options.second === true && method !== undefined && method !== "sobol") {
    const expected = "--second beside --method sobol only";
    input.problems.push({ path: "", value: "--second", expected });
  }
  const window = windowOf(input, options.window, scenario?.months ?? Infinity);
  const seed = input.seed("--seed", options.seed);
  input.outputFolder("--cache", options.cache);
  const isAgainst = options.against !== undefined;
  const study = (of: Scenario) => ({
    method: method ?? ("morris" as const),
    parameters: asked ?? assumptionsOf(of.pack),
    of: options.effect === true || isAgainst ? ("effect" as const) : ("level" as const),
    ...(against === undefined ? {} : { against }),
    second: options.second === true && method === "sobol",
    ...(metric === undefined ? {} : { metric }),
    ...(samples === undefined ? {} : { samples }),
    ...(replicates === undefined || !isReplicated ? {} : { replicates }),
    ...(window === undefined ? {} : { window }),
    ...(seed === undefined ? {} : { seed }),
  });
  // A scenario that could not be read says nothing of the policies whose effect is asked for.
  if (scenario !== undefined && isAgainst === (against !== undefined)) {
    input.tell(sensitivityProblems(scenario, study(scenario)).map(effectInWords), optionOf(renamed));
  }
  input.check();
  if (scenario === undefined) return;
  const plan = planSensitivity(scenario, study(scenario));
  const { execute, notes } = notedExecutor(workers, options.cache);
  const found = plan.assemble(await execute(plan));
  const provenance = notes.provenance(options.seed);
  if (options.json === true) printJson({ ...found, provenance });
  else printResult(sensitivityReport(found, outputStyle()), provenance);
}
