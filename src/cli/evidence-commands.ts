// The commands that ask whether the model deserves trust, what drives it, and which policy did what.
import type { Command } from "commander";
import { common, investigation, replaced } from "./common-options.ts";

/** Adds the commands to the program. */
export function addEvidenceCommands(program: Command): void {
  investigation(program, "attribute", "which policy of a package did what", "10")
    .description(
      "Shares out a package's effect among its policies (Shapley), over all subsets up to ten policies and sampled orders beyond, and says which policies are complements.",
    )
    .argument(
      "<scenario>",
      "id of a scenario of two policies or more (eslabon scenarios lists them), or a file",
    )
    .option("--metric <names>", "metrics to share out, by commas", "localValueNetUsd")
    .option(...common.window)
    .option("--pairs <count>", "beyond ten policies: pairs of an order and its reverse per seed (default: 4)")
    .action(async (scenario: string, options: object) =>
      (await import("./attribute.ts")).attributeCommand(scenario, options),
    );

  investigation(program, "facts", "the facts that the baseline must reproduce, model beside target", "10")
    .description(
      "Runs the baseline and prints each fact of the paper, and figures from outside it, beside the model's number, inside their bounds or not.",
    )
    .option(...common.pack)
    .option("--out <file>", `also writes the table as a page in Markdown; ${replaced}`)
    .action(async (options: object) => (await import("./facts.ts")).factsCommand(options));

  investigation(program, "hypotheses", "the paper's hypotheses, tested", "20")
    .description(
      "Tests each hypothesis of the paper by paired contrasts and a rule fixed in advance: supported, contradicted or not told apart.",
    )
    .argument("[ids...]", "ids of hypotheses (default: all)")
    .option("--out <file>", `also writes the findings as a page in Markdown; ${replaced}`)
    .action(async (ids: string[], options: object) =>
      (await import("./hypotheses.ts")).hypothesesCommand(ids, options),
    );

  investigation(program, "sensitivity", "what drives a metric or an effect")
    .description(
      "Varies parameters over their ranges, and the seed, and prints what drives a metric: Morris's effects, Sobol's indices or Shapley effects.",
    )
    .argument("<scenario>", "id of a scenario (eslabon scenarios lists them), or a file")
    .option("--method <name>", "morris, sobol or shapley", "morris")
    .option("--parameters <names>", "parameters that vary, by commas (default: all that are assumptions)")
    .option("--metric <name>", "what is looked at", "localValueNetUsd")
    .option("--effect", "what the scenario's policies change, instead of the level")
    .option("--against <scenario>", "its difference from another scenario: what decides which is ahead")
    .option(...common.window)
    .option("--second", "second-order indices too (sobol)")
    .option("--samples <count>", "base samples, a power of two; morris: trajectories (default: 16; 10)")
    .option("--replicates <count>", "independent scrambles, from which intervals come (default: 4)")
    .option("--seed <seed>", "decides the design and the seeds of its runs", "1")
    .action(async (scenario: string, options: object) =>
      (await import("./sensitivity.ts")).sensitivityCommand(scenario, options),
    );
}
