import { attribute, attributionProblems } from "../analysis/attribution.ts";
import { mostExactPlayers } from "../analysis/shapley.ts";
import { metricNames } from "../engine/observations.ts";
import { attributionReport } from "../report/attribution.ts";
import { optionOf } from "./command-words.ts";
import { windowOf } from "./comparison-options.ts";
import { inputOf } from "./input.ts";
import { outputStyle, printJson, printResult } from "./output.ts";
import { notedExecutor, type StudyOptions } from "./study-run.ts";

interface AttributeCommandOptions extends StudyOptions {
  readonly metric?: string;
  readonly window?: string;
  readonly pairs?: string;
}

/** What an attribution calls otherwise. */
const renamed = { scenario: "scenario", metrics: "--metric", orderPairs: "--pairs" };

/** `eslabon attribute` */
export async function attributeCommand(id: string, options: AttributeCommandOptions): Promise<void> {
  const input = inputOf("attribute");
  const seeds = input.whole("--seeds", options.seeds, 2);
  const orderPairs = input.whole("--pairs", options.pairs, 1);
  const workers = input.whole("--workers", options.workers, 0);
  const scenario = input.scenario("scenario", id, input.size(options));
  if (orderPairs !== undefined && scenario !== undefined && scenario.policies.length <= mostExactPlayers) {
    const expected = `--pairs beside a scenario of more than ${mostExactPlayers} policies only: of fewer all subsets are run`;
    input.problems.push({ path: "", value: "--pairs", expected });
  }
  const metrics = input.names("--metric", options.metric, metricNames, "the name of a metric");
  const window = windowOf(input, options.window, scenario?.months ?? Infinity);
  input.outputFolder("--cache", options.cache);
  const asked = {
    seeds: seeds ?? 0,
    ...(metrics === undefined ? {} : { metrics }),
    ...(window === undefined ? {} : { window }),
    ...(orderPairs === undefined ? {} : { orderPairs }),
  };
  if (scenario !== undefined) input.tell(attributionProblems(scenario, asked), optionOf(renamed));
  input.check();
  if (scenario === undefined) return;

  const { execute, notes } = notedExecutor(workers, options.cache);
  const attribution = await attribute(scenario, asked, execute);
  const provenance = notes.provenance();
  if (options.json === true) printJson({ ...attribution, provenance });
  else printResult(attributionReport(attribution, outputStyle()), provenance);
}
