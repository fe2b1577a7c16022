// The commands that run scenarios, and those that tell what there is to run: scenarios, policies, parameters, packs.
import type { Command } from "commander";
import { common } from "./common-options.ts";

/** Adds the commands to the program. */
export function addModelCommands(program: Command): void {
  program
    .command("compare")
    .summary("compare scenarios with the baseline, seed by seed")
    .description(
      "Runs scenarios with the same seeds and prints what each changes against the baseline, with intervals and in a sentence.",
    )
    .option(common.seeds[0], `${common.seeds[1]} (default: 8)`)
    .option(
      "--scenarios <ids>",
      "scenarios or files by commas, or all for the whole catalogue (default: the main policies and packages)",
    )
    .option("--baseline <id>", "scenario that the others are compared with", "baseline")
    .option(...common.window)
    .option("--metrics <names>", "metrics to print in full, by commas")
    .option("--confidence <share>", "confidence of the intervals", "0.95")
    .option("--bootstrap", "intervals by resampling (BCa) instead of Student's t")
    .option(
      "--until <half-width>",
      "add seeds until intervals of the first metric are this narrow (Stein's rule)",
    )
    .option("--most-seeds <count>", "with --until: seeds at which to stop anyway (default: 2000)")
    .option("--over <file>", "at the accepted points of a calibration, with how often the order changes")
    .option("--points <count>", "accepted points at most, spread over the set (default: 20)")
    .option(...common.cache)
    .option(...common.population)
    .option(...common.pack)
    .option(...common.months)
    .option(...common.workers)
    .option(...common.json)
    .action(async (options: object) => (await import("./compare.ts")).compareCommand(options));

  program
    .command("run")
    .summary("run one scenario with one seed")
    .description(
      "Runs a scenario and prints its years, or everything as JSON, or its events as JSON lines. It can be saved after a month, and gone on from there.",
    )
    .argument("[scenario]", "id of a scenario (eslabon scenarios lists them), or a file")
    .option("--seed <seed>", "a text or an integer (default: 1)")
    .option("--events", "print every event, one JSON object a line")
    .option("--checkpoint-at <month>", "saves the run after this month, and runs on; 0 is January 2017")
    .option("--checkpoint <file>", "with --checkpoint-at: where to, a file that is not there yet")
    .option("--from <file>", "goes on from a saved run; a scenario may differ by policies that start later")
    .option("--verify", "with --from: runs up to the month again and refuses a state that differs by a bit")
    .option(...common.population)
    .option(...common.pack)
    .option(...common.months)
    .option(...common.json)
    .action(async (scenario: string | undefined, options: { readonly from?: string }, command: Command) => {
      if (scenario === undefined && options.from === undefined) {
        command.error("error: missing required argument 'scenario', or the option --from <file>");
      }
      (await import("./run.ts")).runCommand(scenario, options);
    });

  program
    .command("funnel")
    .summary("at which gate suppliers fall in tenders")
    .description(
      "Runs a scenario and prints how many firms come to each gate of its tenders, and how many fall there.",
    )
    .argument("<scenario>", "id of a scenario (eslabon scenarios lists them), or a file")
    .option("--category <id>", "category of Table A1 (default: all)")
    .option("--origin <origin>", "peruvian, chilean or global", "peruvian")
    .option("--seed <seed>", "a text or an integer", "1")
    .option(...common.population)
    .option(...common.pack)
    .option(...common.months)
    .option(...common.json)
    .action(async (scenario: string, options: object) =>
      (await import("./funnel.ts")).funnelCommand(scenario, options),
    );

  program
    .command("scenarios")
    .summary("list the scenarios of the catalogue")
    .description(
      "Lists the scenarios that come with the library: the baseline, each policy alone, and packages.",
    )
    .option(...common.json)
    .action(async (options: object) => (await import("./scenarios.ts")).scenariosCommand(options));

  program
    .command("policies")
    .summary("list the policies of the catalogue")
    .description("Lists the paper's policies with their pillar, public cost and source.")
    .option(...common.json)
    .action(async (options: object) => (await import("./policies.ts")).policiesCommand(options));

  program
    .command("policy")
    .summary("one policy: mechanism, settings, cost, source")
    .description(
      "Prints how a policy acts, its settings with ranges, its timing and cost, and where it comes from.",
    )
    .argument("<id>", "id of a policy; eslabon policies lists them")
    .option(...common.json)
    .action(async (id: string, options: object) =>
      (await import("./policies.ts")).policyCommand(id, options),
    );

  program
    .command("parameters")
    .summary("the model's parameters, with ranges and sources")
    .description(
      "Lists the parameters with value, unit, range, and the source or the assumption behind each.",
    )
    .argument("[text]", "part of a name or meaning (default: all)")
    .option(...common.json)
    .action(async (text: string | undefined, options: object) =>
      (await import("./parameters.ts")).parametersCommand(text, options),
    );

  program
    .command("audit")
    .summary("what a scenario's policies changed, when, and at what public cost")
    .description(
      "Runs a scenario and prints which policy changed which rule by how much and when, what each cost, and what it gave back in tax.",
    )
    .argument("<scenario>", "id of a scenario (eslabon scenarios lists them), or a file")
    .option("--seed <seed>", "a text or an integer", "1")
    .option("--patch", "print the changes of the rules as JSON Patch")
    .option(...common.workers)
    .option(...common.population)
    .option(...common.pack)
    .option(...common.months)
    .option(...common.json)
    .action(async (scenario: string, options: object) =>
      (await import("./audit.ts")).auditCommand(scenario, options),
    );

  program
    .command("validate")
    .summary("check scenario files and print what they mean")
    .description(
      "Reads scenario files in YAML or JSON and prints what each means in full, or every problem with its place.",
    )
    .argument("<files...>", "scenario files")
    .option(...common.json)
    .action(async (files: string[], options: object) =>
      (await import("./validate.ts")).validateCommand(files, options),
    );

  program
    .command("packs")
    .summary("the data packs, or several of them side by side")
    .description(
      "Lists the data packs; with two or more of them, runs the baseline of each and prints their levels side by side.",
    )
    .argument("[packs...]", "ids of packs, or folders")
    .option(common.seeds[0], `${common.seeds[1]} (default: 5)`)
    .option(...common.population)
    .option(...common.workers)
    .option(...common.json)
    .action(async (names: string[], options: object) =>
      (await import("./packs.ts")).packsCommand(names, options),
    );

  program
    .command("pack")
    .summary("one data pack: what is in it, its sources and its gaps")
    .description(
      "Checks a data pack and prints what is in it, or writes it as a folder to start one's own from.",
    )
    .argument("<pack>", "id of a pack, or a folder")
    .option("--out <folder>", "write it as a folder of CSV and YAML")
    .option(...common.json)
    .action(async (name: string, options: object) => (await import("./packs.ts")).packCommand(name, options));
}
