import { attribute } from "../analysis/attribution.ts";
import { metricNames } from "../engine/observations.ts";
import { attributionReport } from "../report/attribution.ts";
import { windowOf } from "./compare.ts";
import { inputOf } from "./input.ts";
import { outputStyle, printJson, printResult } from "./output.ts";
import { notedExecutor, type StudyOptions } from "./study-run.ts";

interface AttributeCommandOptions extends StudyOptions {
  readonly metric?: string;
  readonly window?: string;
  readonly pairs?: string;
}

/** `eslabon attribute` */
export async function attributeCommand(id: string, options: AttributeCommandOptions): Promise<void> {
  const input = inputOf("attribute");
  const seeds = input.whole("--seeds", options.seeds, 2);
  const orderPairs = input.whole("--pairs", options.pairs, 1);
  const workers = input.whole("--workers", options.workers, 0);
  const scenario = input.scenario("scenario", id, {
    population: input.whole("--population", options.population, 1),
    months: input.whole("--months", options.months, 1),
  });
  const metrics = input.names("--metric", options.metric, metricNames, "the name of a metric");
  const window = windowOf(input, options.window, scenario?.months ?? Infinity);
  input.check();
  if (scenario === undefined || seeds === undefined) return;

  const { execute, notes } = notedExecutor(workers, options.cache);
  const attribution = await attribute(
    scenario,
    {
      seeds,
      ...(metrics === undefined ? {} : { metrics }),
      ...(window === undefined ? {} : { window }),
      ...(orderPairs === undefined ? {} : { orderPairs }),
    },
    execute,
  );
  const provenance = notes.provenance();
  if (options.json === true) printJson({ ...attribution, provenance });
  else printResult(attributionReport(attribution, outputStyle()), provenance);
}
