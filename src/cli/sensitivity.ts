import { planSensitivity } from "../analysis/sensitivity/study.ts";
import { assumptionsOf } from "../analysis/sensitivity/parameter-space.ts";
import { parameterNames } from "../data/parameter-values.ts";
import { metricNames } from "../engine/observations.ts";
import { sensitivityReport } from "../report/sensitivity.ts";
import { inputOf } from "./input.ts";
import { outputStyle, printJson, printResult } from "./output.ts";
import { notedExecutor, type StudyOptions } from "./study-run.ts";

interface SensitivityCommandOptions extends StudyOptions {
  readonly method?: string;
  readonly parameters?: string;
  readonly metric?: string;
  readonly effect?: boolean;
  readonly against?: string;
  readonly second?: boolean;
  readonly samples?: string;
  readonly replicates?: string;
  readonly seed?: string;
}

/** What a plan calls otherwise than the command line does. */
const optionOf: Readonly<Record<string, string>> = {
  samples: "--samples",
  replicates: "--replicates",
  parameters: "--parameters",
  factors: "--parameters",
  of: "--effect",
};

/** `eslabon sensitivity` */
export async function sensitivityCommand(id: string, options: SensitivityCommandOptions): Promise<void> {
  const input = inputOf("sensitivity");
  const method = input.name("--method", options.method, ["morris", "sobol", "shapley"], "a method");
  const asked = input.names("--parameters", options.parameters, parameterNames, "the name of a parameter");
  const metric = input.name("--metric", options.metric, metricNames, "the name of a metric");
  const samples = input.whole("--samples", options.samples, 2);
  const replicates = input.whole("--replicates", options.replicates, 2);
  const workers = input.whole("--workers", options.workers, 0);
  const size = {
    population: input.whole("--population", options.population, 1),
    months: input.whole("--months", options.months, 1),
  };
  const scenario = input.scenario("scenario", id, size);
  const against =
    options.against === undefined ? undefined : input.scenario("--against", options.against, size);
  if (method === "morris" && replicates !== undefined) {
    const expected = "--replicates beside --method sobol or shapley only: morris has trajectories";
    input.problems.push({ path: "", value: "--replicates", expected });
  }
  if (options.second === true && method !== undefined && method !== "sobol") {
    const expected = "--second beside --method sobol only";
    input.problems.push({ path: "", value: "--second", expected });
  }
  const plan =
    scenario === undefined || (options.against !== undefined && against === undefined)
      ? undefined
      : input.take(
          () =>
            planSensitivity(scenario, {
              method: method ?? "morris",
              parameters: asked ?? assumptionsOf(scenario.pack),
              of: options.effect === true || against !== undefined ? "effect" : "level",
              ...(against === undefined ? {} : { against }),
              second: options.second === true,
              ...(metric === undefined ? {} : { metric }),
              ...(samples === undefined ? {} : { samples }),
              ...(replicates === undefined ? {} : { replicates }),
              ...(options.seed === undefined ? {} : { seed: options.seed }),
            }),
          (path) => optionOf[path] ?? path.replace(/^against/, "--against"),
        );
  input.check();
  if (plan === undefined) return;
  const { execute, notes } = notedExecutor(workers, options.cache);
  const study = plan.assemble(await execute(plan));
  const provenance = notes.provenance(options.seed);
  if (options.json === true) printJson({ ...study, provenance });
  else printResult(sensitivityReport(study, outputStyle()), provenance);
}
