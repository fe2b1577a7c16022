// Options that a command does not have. The library of commands stops at the first of them and looks at nothing else; here they are
// set aside before, so that the command names them beside all else that is wrong.
import type { Command, Option } from "commander";
import type { Problem } from "../errors.ts";

/** A word of the command line. What follows an unknown option may be its value, or stand for itself. */
interface Word {
  readonly text: string;
  readonly kind: "unknown" | "after unknown" | "operand" | "known";
}

/**
 * The words of the command line without options that their command does not have; these are told with the rest of what is wrong. In
 * place of each stands the option that was meant, if one is near, so that its value is looked at too and nothing is found missing
 * that is there misspelt. What belongs to no command goes on as it is.
 */
export async function setUnknownAside(
  program: Command,
  words: readonly string[],
): Promise<{ readonly words: readonly string[]; readonly unknown: readonly Problem[] }> {
  const start = words.findIndex((word) => !word.startsWith("-"));
  const command = program.commands.find((each) => each.name() === words[start]);
  if (command === undefined) return { words, unknown: [] };
  const told = wordsOf(command, words.slice(start + 1));
  const unknown = told.filter(({ kind }) => kind === "unknown");
  if (unknown.length === 0) return { words, unknown: [] };
  // Loaded when something is wrong, so that help is quick.
  const { unknownName } = await import("../errors.ts");
  const flags = [...command.options.flatMap(({ long }) => long ?? []), "--help"];
  const expected = `an option of the command (eslabon ${command.name()} --help lists them)`;
  const meant = new Map<string, Option | undefined>();
  const problems: Problem[] = [];
  for (const { text } of unknown) {
    const problem = unknownName("", flagOf(text), expected, flags);
    problems.push(problem);
    const isThere = told.some((word) => flagOf(word.text) === problem.nearest);
    meant.set(text, isThere ? undefined : optionCalled(command, problem.nearest));
  }
  return {
    words: [...words.slice(0, start + 1), ...withMeant(told, meant, mostOperands(command))],
    unknown: problems,
  };
}

/** Tells the words apart as the library of commands does: an option that takes a value takes the next word, whatever that is. */
function wordsOf(command: Command, words: readonly string[]): Word[] {
  const told: Word[] = [];
  for (let i = 0; i < words.length; i++) {
    const text = words[i];
    if (text === "--") {
      return [...told, ...words.slice(i).map((rest) => ({ text: rest, kind: "known" as const }))];
    }
    if (!text.startsWith("-") || text === "-") {
      const last = told.at(-1);
      const follows = last?.kind === "unknown" && !last.text.includes("=");
      told.push({ text, kind: follows ? "after unknown" : "operand" });
      continue;
    }
    const option = optionCalled(command, flagOf(text));
    told.push({ text, kind: option === undefined && !helpFlags.includes(text) ? "unknown" : "known" });
    if (option?.required === true && !text.includes("=") && i + 1 < words.length) {
      i += 1;
      told.push({ text: words[i], kind: "known" });
    }
  }
  return told;
}

/**
 * The words with what was meant in place of unknown options. What follows one whose meaning is not known is taken for its value only
 * where more words stand than the command takes.
 */
function withMeant(
  told: readonly Word[],
  meant: ReadonlyMap<string, Option | undefined>,
  most: number,
): string[] {
  const words: string[] = [];
  const doubtful: number[] = [];
  let operands = 0;
  let option: Option | undefined;
  for (const [i, { text, kind }] of told.entries()) {
    if (kind === "unknown") {
      option = meant.get(text);
      const fits = text.includes("=") ? option?.required : !option?.required || i + 1 < told.length;
      if (typeof option?.long === "string" && fits) words.push(text.replace(flagOf(text), option.long));
      continue;
    }
    const isValue = kind === "after unknown" && option?.required === true;
    if (kind !== "known" && !isValue) operands += 1;
    if (kind === "after unknown" && option === undefined) doubtful.push(words.length);
    words.push(text);
  }
  const values = doubtful.slice(0, Math.max(0, operands - most));
  return words.filter((_, i) => !values.includes(i));
}

const helpFlags = ["-h", "--help"];

/** `--seeds` of `--seeds=3`. */
function flagOf(word: string): string {
  return word.split("=", 1)[0];
}

function optionCalled({ options }: Command, flag: string | undefined): Option | undefined {
  return options.find(({ long, short }) => flag !== undefined && (flag === long || flag === short));
}

/** Words that a command takes besides its options. */
function mostOperands({ registeredArguments: taken }: Command): number {
  return taken.some(({ variadic }) => variadic) ? Infinity : taken.length;
}
