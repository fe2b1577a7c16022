// The commands that ask which assumptions the facts leave possible, which policies to choose, and whether every knob turns something.
import type { Command } from "commander";
import { investigation, replaced } from "./common-options.ts";

/** Adds the commands to the program. */
export function addChoiceCommands(program: Command): void {
  investigation(program, "calibrate", "which parameter values the facts leave possible", "8")
    .description(
      "Varies parameters that are assumptions over their ranges, rules out points that the fitted facts speak against, and prints which of them the facts settle. Facts that are checks are held out.",
    )
    .option("--parameters <names>", "parameters that vary, by commas (default: a screening chooses)")
    .option("--keep <count>", "parameters that the screening keeps (default: 8)")
    .option("--trajectories <count>", "trajectories of the screening (default: 4)")
    .option("--samples <count>", "points of a wave (default: 64)")
    .option("--waves <count>", "waves; each leaves out what the earlier ones ruled out (default: 3)")
    .option("--seed <seed>", "decides the designs", "1")
    .option("--out <file>", `writes the accepted set as JSON, for --over of other commands; ${replaced}`)
    .option("--page <file>", `writes a page in Markdown; ${replaced}`)
    .action(async (options: object) => (await import("./calibrate.ts")).calibrateCommand(options));

  investigation(program, "choose", "which policies to choose under a public budget", "8")
    .description(
      "Finds the portfolios of policies that add most net local value within a yearly public budget: all of them up to eight policies, screened beyond. Winners run again on fresh seeds.",
    )
    .option("--budget <usd>", "(needed) what the public may spend beyond the baseline, US$ a year, as 5e6")
    .option("--policies <ids>", "policies to choose among, by commas (default: all)")
    .option("--orders <count>", "beyond eight policies: pairs of orders that are screened (default: 6)")
    .option("--keep <count>", "beyond eight policies: portfolios that race, for each budget (default: 32)")
    .option("--window <from:to>", "months that count, as 24:180 (default: from January 2019 to the end)")
    .option("--over <file>", "worst case and regret at the accepted points of a calibration")
    .option("--points <count>", "accepted points at most, spread over the set (default: 10)")
    .option("--seed <seed>", "beyond eight policies: decides the screening (default: 1)")
    .option("--page <file>", `writes a page in Markdown; ${replaced}`)
    .action(async (options: object) => (await import("./choose.ts")).chooseCommand(options));

  investigation(program, "knobs", "whether each parameter and setting moves anything", "1")
    .description(
      "Puts each parameter and each setting of a policy at both ends of its range, under the same seeds, and tells which move no metric: those must be on the list of inert ones, with a reason.",
    )
    .option("--names <names>", "parameters, or settings as policy.setting, by commas (default: all)")
    .option("--out <file>", `writes a page in Markdown; ${replaced}`)
    .action(async (options: object) => (await import("./knobs.ts")).knobsCommand(options));
}
