// The commands that hand runs over as tables, and that set two runs side by side.
import type { Command } from "commander";
import { common } from "./common-options.ts";

/** Adds the commands to the program. */
export function addTableCommands(program: Command): void {
  program
    .command("export")
    .summary("write runs as tables: CSV, JSON lines or Parquet")
    .description(
      "Runs scenarios with the same seeds, or takes a finished study, and writes tables to a new folder, with a data dictionary and a manifest.",
    )
    .argument("<scenarios...>", "ids of scenarios, the baseline first, or files; or the folder of a study")
    .option(common.seeds[0], `${common.seeds[1]} (default: 10)`)
    .option(
      "--tables <names>",
      "tables by commas, or all (default: all but tenders, candidates, contracts, events and buyers; of a study, all)",
    )
    .option("--format <name>", "csv, jsonl or parquet", "csv")
    .option("--out <folder>", "(needed) folder that does not exist yet")
    .option("--overwrite", "replace an older export")
    .option(...common.workers)
    .option(...common.population)
    .option(...common.pack)
    .option(...common.months)
    .action(async (ids: string[], options: object) =>
      (await import("./export.ts")).exportCommand(ids, options),
    );

  program
    .command("diff")
    .summary("the first decision in which two runs of a seed differ, and what followed")
    .description("Runs two scenarios with one seed and prints where they part, why, and what came of it.")
    .argument("<first>", "id of a scenario, or a file")
    .argument("<second>", "id of a scenario, or a file")
    .option("--seed <seed>", "a text or an integer; the same for both", "1")
    .option(...common.population)
    .option(...common.pack)
    .option(...common.months)
    .option(...common.json)
    .action(async (first: string, second: string, options: object) =>
      (await import("./diff.ts")).diffCommand([first, second], options),
    );
}
