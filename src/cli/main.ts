// The command line: which commands there are, what they take, and what happens when something is wrong. What a command
// does is loaded when it is called, so that help is quick.
import { Command, CommanderError } from "commander";
import { InputError } from "../errors.ts";
import { version } from "../version.ts";
import { addEvidenceCommands } from "./evidence-commands.ts";

/** Exit codes: what was asked cannot be done as asked; stopped from the keyboard. */
const exitBadInput = 2;
const exitInterrupted = 130;

const program = new Command("eslabon")
  .description(
    "Simulates how local suppliers enter Peru's copper-mining value chain, and what policies change.",
  )
  .version(version, "--version", "print the version")
  .helpOption("-h, --help", "print help")
  .helpCommand("help [command]", "print help of a command")
  .allowExcessArguments(false)
  .showHelpAfterError("(eslabon --help lists the commands and their options)")
  .exitOverride();

const seeds = ["--seeds <count>", "number of seeds: 1, 2 and so on"] as const;
const json = ["--json", "print JSON for programs instead of tables"] as const;
const population = ["--population <firms>", "firms at the start (default: the scenario's, 800)"] as const;
const months = ["--months <months>", "months from January 2017 (default: the scenario's, 180)"] as const;
const workers = [
  "--workers <count>",
  "worker threads; 0 runs all in this one (default: one per core)",
] as const;

program
  .command("compare")
  .summary("compare scenarios with the baseline, seed by seed")
  .description(
    "Runs scenarios with the same seeds and prints what each changes against the baseline, with intervals and in a sentence.",
  )
  .option(...seeds, "10")
  .option(
    "--scenarios <ids>",
    "scenarios to compare with the baseline, by commas (default: the whole catalogue)",
  )
  .option("--baseline <id>", "scenario that the others are compared with", "baseline")
  .option("--window <from:to>", "months that count, as 24:180 (default: from the first policy to the end)")
  .option("--metrics <names>", "metrics to print in full, by commas")
  .option("--confidence <share>", "confidence of the intervals", "0.95")
  .option(...population)
  .option(...months)
  .option(...workers)
  .option(...json)
  .action(async (options: object) => (await import("./compare.ts")).compareCommand(options));

program
  .command("run")
  .summary("run one scenario with one seed")
  .description("Runs a scenario and prints its years, or everything as JSON, or its events as JSON lines.")
  .argument("<scenario>", "id of a scenario; eslabon scenarios lists them")
  .option("--seed <seed>", "a text or an integer", "1")
  .option("--events", "print every event, one JSON object a line")
  .option(...population)
  .option(...months)
  .option(...json)
  .action(async (scenario: string, options: object) =>
    (await import("./run.ts")).runCommand(scenario, options),
  );

program
  .command("facts")
  .summary("the facts that the baseline must reproduce, model beside target")
  .description(
    "Runs the baseline and prints each fact of the paper beside the model's number, inside its bounds or not.",
  )
  .option(...seeds, "10")
  .option(...population)
  .option(...json)
  .action(async (options: object) => (await import("./facts.ts")).factsCommand(options));

program
  .command("funnel")
  .summary("at which gate suppliers fall in tenders")
  .description(
    "Runs a scenario and prints how many firms come to each gate of its tenders, and how many fall there.",
  )
  .argument("<scenario>", "id of a scenario; eslabon scenarios lists them")
  .option("--category <id>", "category of Table A1 (default: all)")
  .option("--origin <origin>", "peruvian, chilean or global", "peruvian")
  .option("--seed <seed>", "a text or an integer", "1")
  .option(...population)
  .option(...months)
  .option(...json)
  .action(async (scenario: string, options: object) =>
    (await import("./funnel.ts")).funnelCommand(scenario, options),
  );

program
  .command("scenarios")
  .summary("list the scenarios of the catalogue")
  .description(
    "Lists the scenarios that come with the library: the baseline, each policy alone, and packages.",
  )
  .option(...json)
  .action(async (options: object) => (await import("./scenarios.ts")).scenariosCommand(options));

process.once("SIGINT", () => {
  process.stderr.write("\nStopped.\n");
  process.exit(exitInterrupted);
});
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // Whoever read the output has seen enough, as head does.
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

addEvidenceCommands(program);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    // It has said what is wrong; asking for help is not wrong.
    process.exitCode = error.exitCode === 0 ? 0 : exitBadInput;
  } else if (error instanceof InputError) {
    process.stderr.write(`error: ${error.message}\n`);
    process.exitCode = exitBadInput;
  } else {
    throw error;
  }
}
