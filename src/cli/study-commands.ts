// The commands of studies: many runs, on one machine or many, stopped and gone on with.
import type { Command } from "commander";
import { common } from "./common-options.ts";

/** Adds the commands to the program. */
export function addStudyCommands(program: Command): void {
  running(program.command("study"))
    .summary("run a study: scenarios, seeds and parameter draws, from a file")
    .description(
      "Runs a study of a file into a new folder. Ctrl-C stops it after the running batches; eslabon resume goes on.",
    )
    .argument("<file>", "study file in YAML or JSON, or a plan that eslabon study-job wrote")
    .option("--out <folder>", "(needed) folder of the results; a new one")
    .option("--shard <i/n>", "only the i-th of n equal parts; eslabon merge puts them together")
    .option("--continue", "go on if the folder holds this very study already")
    .action(async (file: string, options: object) =>
      (await import("./study.ts")).studyCommand(file, options),
    );

  running(program.command("resume"))
    .summary("go on with a study that was stopped")
    .description(
      "Makes the runs that a study's folder lacks. One that is there is made again first, as a check.",
    )
    .argument("<folder>", "folder of a study")
    .action(async (folder: string, options: object) =>
      (await import("./study.ts")).resumeCommand(folder, options),
    );

  program
    .command("merge")
    .summary("put the shards of a study together")
    .description("Merges finished shards; the result is what one machine would have written, byte for byte.")
    .argument("<folders...>", "folders of all shards, in any order")
    .option("--out <folder>", "(needed) folder of the results; a new one")
    .option("--continue", "be content if the folder holds this very study merged already")
    .option("--json", "print JSON for programs")
    .action(async (folders: string[], options: object) =>
      (await import("./study.ts")).mergeCommand(folders, options),
    );

  program
    .command("replay")
    .summary("make one run of a study again and hold it against its row")
    .description(
      "Runs one row again: the fingerprint must be the row's. A run that failed fails again, in full words.",
    )
    .argument("<folder>", "folder of a study")
    .argument("<run>", "index of the run, as its row has it")
    .option("--events", "print every event, one JSON object a line")
    .option("--json", "print everything of the run as JSON")
    .action(async (folder: string, run: string, options: object) =>
      (await import("./replay.ts")).replayCommand(folder, run, options),
    );

  program
    .command("study-job")
    .summary("write the files with which a cluster runs a study")
    .description(
      "Writes a plan and the job files of Slurm (array job and merge), Kubernetes (indexed job) or GNU parallel.",
    )
    .argument("<file>", "study file in YAML or JSON")
    .option("--out <folder>", "(needed) folder of the job; a new one, that all machines see")
    .option("--tasks <count>", "(needed) shards, one per task")
    .option("--kind <kind>", "(needed) slurm, kubernetes or parallel")
    .option("--workers <count>", "worker threads of each task", "1")
    .option("--command <words>", "how the machines call eslabon", "npx eslabon")
    .option("--time <limit>", "slurm: time limit of a task, as it writes it (default: 24:00:00)")
    .option("--image <name>", "kubernetes: container image that has eslabon (default: eslabon:latest)")
    .option("--claim <name>", "kubernetes: volume claim that holds the job's folder (default: eslabon)")
    .action(async (file: string, options: object) =>
      (await import("./study-job.ts")).studyJobCommand(file, options),
    );

  program
    .command("study-cost")
    .summary("what a study needs in time, storage and money, from runs made now")
    .description(
      "Makes a few runs of a study here, measures time and bytes of each, and works out what more of them need.",
    )
    .argument("<file>", "study file in YAML or JSON")
    .option("--runs <count>", "runs of the large study (default: the study's own)")
    .option("--cores <counts>", "cores to spread them over, by commas", "1,16,256")
    .option("--usd-per-core-hour <price>", "price of a core for an hour", "0.05")
    .option("--usd-per-gb-month <price>", "price of a gigabyte of storage for a month", "0.03")
    .option(
      "--sample <count>",
      "groups of one draw and seed to measure, after twenty runs that do not count",
      "3",
    )
    .option("--json", "print JSON for programs")
    .action(async (file: string, options: object) =>
      (await import("./study-cost.ts")).studyCostCommand(file, options),
    );
}

/** A command that makes runs. */
function running(command: Command): Command {
  return command
    .option(...common.workers)
    .option("--batch-size <runs>", "runs that are written together, and at most lost together (default: 64)")
    .option("--json", "print JSON for programs");
}
