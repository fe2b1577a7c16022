// The commands that ask whether the model deserves trust, what drives it, and which policy did what.
import { Option, type Command } from "commander";

/** Adds the commands to the program. */
export function addEvidenceCommands(program: Command): void {
  study(program, "attribute", "which policy of a package did what", "10")
    .description(
      "Shares out a package's effect among its policies (Shapley), over all subsets up to ten policies and sampled orders beyond, and says which policies are complements.",
    )
    .argument("<scenario>", "id of a scenario with at least two policies; eslabon scenarios lists them")
    .option("--metric <names>", "metrics to share out, by commas", "localValueNetUsd")
    .option("--window <from:to>", "months that count, as 24:180 (default: from the first policy to the end)")
    .option("--pairs <count>", "beyond ten policies: pairs of an order and its reverse per seed", "4")
    .action(async (scenario: string, options: object) =>
      (await import("./attribute.ts")).attributeCommand(scenario, options),
    );
}

/** A command with the options of every study. */
function study(program: Command, name: string, summary: string, seeds: string): Command {
  return program
    .command(name)
    .summary(summary)
    .addOption(new Option("--seeds <count>", "number of seeds: 1, 2 and so on").default(seeds))
    .option("--population <firms>", "firms at the start (default: the scenario's, 800)")
    .option("--months <months>", "months from January 2017 (default: the scenario's, 180)")
    .option("--workers <count>", "worker threads; 0 runs all in this one (default: one per core)")
    .option("--cache <folder>", "keeps what runs gave, so that none is made twice")
    .option("--json", "print JSON for programs instead of tables");
}
