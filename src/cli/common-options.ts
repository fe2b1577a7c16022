// Options that several commands take, each told in the same words wherever it stands.
import type { Command } from "commander";

/** Names and words by what an option is of; a command adds its own default. */
export const common = {
  seeds: ["--seeds <count>", "how many seeds; they are 1, 2 and so on"],
  window: ["--window <from:to>", "months that count, as 24:180 (default: from the first policy to the end)"],
  population: ["--population <firms>", "firms at the start (default: the scenario's, 800)"],
  months: ["--months <months>", "months from January 2017 (default: the scenario's, 180)"],
  pack: ["--pack <id>", "data pack: an id (eslabon packs lists them), or a folder"],
  workers: ["--workers <count>", "worker threads; 0 runs all in this one (default: one per core)"],
  cache: ["--cache <folder>", "keeps what runs gave, so that none is made twice"],
  json: ["--json", "print JSON for programs instead of tables"],
} as const;

/** What is said of files that a command can write again; folders of results are never written over. */
export const replaced = "an older one is replaced";

/**
 * A command that makes many runs of the model and prints tables of what they say.
 *
 * @param seeds How many it makes its runs with by default; without it the command has seeds of its own.
 */
export function investigation(program: Command, name: string, summary: string, seeds?: string): Command {
  const command = program.command(name).summary(summary);
  if (seeds !== undefined) command.option(...common.seeds, seeds);
  return command
    .option(...common.population)
    .option(...common.months)
    .option(...common.workers)
    .option(...common.cache)
    .option(...common.json);
}
