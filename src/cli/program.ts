// Which commands there are and what they take. What a command does is loaded when it is called, so that help is quick.
import { Command } from "commander";
import { version } from "../version.ts";
import { addChoiceCommands } from "./choice-commands.ts";
import { addEvidenceCommands } from "./evidence-commands.ts";
import { addModelCommands } from "./model-commands.ts";
import { addReportCommands } from "./report-commands.ts";
import { addStudyCommands } from "./study-commands.ts";
import { addTableCommands } from "./table-commands.ts";

/**
 * The command line with all its commands.
 *
 * @param words What was typed: commands that are not among the words are there for their names alone, without options, for these
 * take a third of the time that their list takes. By default all have theirs.
 */
export function programFor(words?: readonly string[]): Command {
  const program = words === undefined ? new Command("eslabon") : new CommandOf(words);
  program
    .description(
      "Simulates how local suppliers enter Peru's copper-mining value chain, and what policies change.",
    )
    .version(version, "--version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help of a command")
    .allowExcessArguments(false)
    .showHelpAfterError("(eslabon --help lists the commands and their options)")
    // All commands have options: the list need not say so, and does not know it of those without.
    .configureHelp({
      subcommandTerm: (command) => `${command.name()} ${command.usage()}`.replace(" [options]", ""),
    })
    .exitOverride();

  addModelCommands(program);
  addEvidenceCommands(program);
  addChoiceCommands(program);
  addStudyCommands(program);
  addReportCommands(program);
  addTableCommands(program);

  // A default reads the same whether a command takes it as a text or works it out.
  for (const { options } of program.commands) {
    for (const option of options) {
      if (typeof option.defaultValue === "string") option.default(option.defaultValue, option.defaultValue);
    }
  }
  return program;
}

/** The program for these words. */
class CommandOf extends Command {
  readonly #words: readonly string[];

  constructor(words: readonly string[]) {
    super("eslabon");
    this.#words = words;
  }

  override createCommand(name: string): Command {
    return this.#words.includes(name) ? new Command(name) : new Named(name);
  }
}

/** A command that is not called. */
class Named extends Command {
  override option(): this {
    return this;
  }
}
