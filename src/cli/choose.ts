import { mostExhaustive } from "../analysis/portfolio/candidates.ts";
import { choiceProblems, choose } from "../analysis/portfolio/choose.ts";
import { writeOutput } from "../node/atomic-file.ts";
import { choicePage } from "../report/choice-page.ts";
import { choiceReport, choiceSentences } from "../report/choice.ts";
import { policies as catalogue, type PolicyId } from "../scenarios/policies.ts";
import { acceptedOf } from "./accepted.ts";
import { optionOf } from "./command-words.ts";
import { windowOf } from "./comparison-options.ts";
import { inputOf, type Input } from "./input.ts";
import { commandLine, outputStyle, printJson, printResult } from "./output.ts";
import { notedExecutor, type StudyOptions } from "./study-run.ts";

interface ChooseCommandOptions extends StudyOptions {
  readonly budget?: string;
  readonly policies?: string;
  readonly orders?: string;
  readonly keep?: string;
  readonly window?: string;
  readonly over?: string;
  readonly points?: string;
  readonly seed?: string;
  readonly page?: string;
}

/** What a choice calls otherwise. */
const renamed = { "scenario.months": "--months", orderPairs: "--orders" };
/** Accepted points unless asked otherwise. */
const usualPoints = 10;
/** What decides the screening unless asked otherwise. */
const usualSeed = "1";

/** `eslabon choose` */
export async function chooseCommand(options: ChooseCommandOptions): Promise<void> {
  const input = inputOf("choose");
  const budget = budgetOf(input, options.budget);
  const seeds = input.whole("--seeds", options.seeds, 2);
  const orderPairs = input.whole("--orders", options.orders, 1);
  const keep = input.whole("--keep", options.keep, 1);
  const points = input.whole("--points", options.points, 1);
  if (options.points !== undefined && options.over === undefined) {
    input.problems.push({ path: "", value: "--points", expected: "--points beside --over only" });
  }
  const workers = input.whole("--workers", options.workers, 0);
  const policies = input.names(
    "--policies",
    options.policies,
    Object.keys(catalogue) as PolicyId[],
    "the id of a policy",
  );
  const scenario = input.scenario("scenario", "baseline", input.size(options));
  const window = windowOf(input, options.window, scenario?.months ?? Infinity);
  const over = acceptedOf(input, { file: options.over, most: points ?? usualPoints }, scenario);
  const seed = input.seed("--seed", options.seed);
  refuseScreening(input, options.policies, { "--orders": orderPairs, "--keep": keep, "--seed": seed });
  input.output("--page", options.page);
  input.outputFolder("--cache", options.cache);
  const asked = {
    budget: budget ?? 0,
    seeds: seeds ?? 0,
    over,
    ...(policies === undefined ? {} : { policies }),
    ...(orderPairs === undefined ? {} : { orderPairs }),
    ...(keep === undefined ? {} : { keep }),
    ...(window === undefined ? {} : { window }),
    seed: seed ?? usualSeed,
  };
  if (scenario !== undefined) input.tell(choiceProblems(scenario, asked), optionOf(renamed));
  input.check();
  if (scenario === undefined) return;

  const { execute, notes } = notedExecutor(workers, options.cache);
  const choice = await choose(scenario, asked, execute);
  if (options.page !== undefined) writeOutput(options.page, choicePage(choice, scenario, commandLine()));
  const provenance = notes.provenance(choice.exhaustive ? undefined : (options.seed ?? usualSeed));
  if (options.json === true) printJson({ ...choice, summary: choiceSentences(choice), provenance });
  else printResult(choiceReport(choice, outputStyle()), provenance);
}

/** Refuses options of a screening where so few policies are named that all their portfolios race. */
function refuseScreening(
  input: Input,
  policies: string | undefined,
  given: Readonly<Record<string, unknown>>,
): void {
  if ((policies?.split(",").length ?? Infinity) > mostExhaustive) return;
  for (const [option, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const expected = `${option} beside more than ${mostExhaustive} policies only: of fewer all portfolios race`;
    input.problems.push({ path: "", value: option, expected });
  }
}

function budgetOf(input: Input, text: string | undefined): number | undefined {
  const expected = "US$ a year, as 5000000 or 5e6";
  input.needed("--budget", text, expected);
  return input.number("--budget", text, expected, Number.MIN_VALUE);
}
