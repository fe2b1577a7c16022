// What stands on the command line, as values: every problem is collected, so that one error names all.
import { existsSync, realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import { unwritable } from "../node/atomic-file.ts";
import { seedProblems } from "../engine/run.ts";
import { describeProblem, InputError, unknownName, type Problem } from "../errors.ts";
import { looksLikeFile, readScenarioFile } from "../node/scenario-file.ts";
import { scenarios } from "../scenarios/catalogue.ts";
import type { Scenario } from "../scenarios/scenario.ts";
import { sized, type Size, type SizeOptions } from "./scenario-size.ts";

/** Reads the options of a command and collects what is wrong with them. */
export interface Input {
  readonly problems: Problem[];
  /** A whole number of at least `low`, or undefined when the option is not given or wrong. */
  whole(option: string, text: string | undefined, low: number): number | undefined;
  /** A number, or undefined when the option is not given, wrong or lower than `low`. */
  number(option: string, text: string | undefined, expected: string, low?: number): number | undefined;
  /** Refuses that an option which a command cannot do without is left out. */
  needed(option: string, text: string | undefined, expected: string): void;
  /** A seed, or undefined when the option is not given or wrong. */
  seed(option: string, text: string | undefined): string | undefined;
  /** One of some names, or undefined when the option is not given or wrong. */
  name<Name extends string>(
    option: string,
    text: string | undefined,
    known: readonly Name[],
    what: string,
  ): Name | undefined;
  /** Names by commas, each once. */
  names<Name extends string>(
    option: string,
    text: string | undefined,
    known: readonly Name[],
    what: string,
  ): Name[] | undefined;
  /** A scenario's size as options change it. */
  size(options: SizeOptions): Size;
  /** A scenario of the catalogue or of a file, its size changed. */
  scenario(option: string, id: string, size: Size): Scenario | undefined;
  /**
   * What some work gives that may refuse its input; what is wrong is told with the rest, under the path that `shown` gives it
   * unless it stands in a file. What is told to be wrong already is told once.
   */
  take<Result>(work: () => Result, shown: (path: string) => string): Result | undefined;
  /** Problems that were found elsewhere, told with the rest as by `take`. */
  tell(found: readonly Problem[], shown: (path: string) => string): void;
  /**
   * What work gives that may still refuse what was asked. What lies in an option, as the map from the library's names says, is told
   * as of that option.
   */
  late<Result>(work: () => Promise<Result>, options: Readonly<Record<string, string>>): Promise<Result>;
  /** A file or folder that is read after all else is checked: that it is there can be found out before. */
  there(option: string, path: string | undefined, expected: string): void;
  /** A file that the result is to be written to, checked before the work: hours of runs should not end where nothing can be kept. */
  output(option: string, file: string | undefined): void;
  /** A folder that results are to be written into, checked as well. */
  outputFolder(option: string, folder: string | undefined): void;
  /** The same of one that a command cannot do without; "" where there is none. */
  neededFolder(option: string, folder: string | undefined): string;
  /** Throws when anything was wrong. */
  check(): void;
}

const unknownOptions: Problem[] = [];

/** Options that the command which runs next does not have: the first of what is wrong with its words. */
export function noteUnknownOptions(problems: readonly Problem[]): void {
  unknownOptions.push(...problems);
}

/** A collection of problems for a command, with nothing in it but options that the command does not have. */
export function inputOf(command: string): Input {
  const problems: Problem[] = unknownOptions.splice(0);
  /** Files that are read, as what they are called, and those that are to be written, by option. */
  const sources: string[] = [];
  const outputs: { readonly option: string; readonly file: string }[] = [];
  const refusal = () => new InputError(`eslabon ${command}`, eachOnce(problems));
  const input: Input = {
    problems,
    whole(option, text, low) {
      if (text === undefined) return undefined;
      const value = Number(text);
      if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= low) return value;
      problems.push({ path: option, value: text, expected: `a whole number of at least ${low}` });
      return undefined;
    },
    number(option, text, expected, low = -Infinity) {
      if (text === undefined) return undefined;
      if (/^-?\d*\.?\d+(e[+-]?\d+)?$/i.test(text) && Number(text) >= low && Number(text) < Infinity) {
        return Number(text);
      }
      problems.push({ path: option, value: text, expected });
      return undefined;
    },
    needed(option, text, expected) {
      if (text === undefined) problems.push({ path: option, value: "nothing", expected });
    },
    seed(option, text) {
      if (text === undefined) return undefined;
      const wrong = seedProblems(text, option);
      problems.push(...wrong);
      return wrong.length > 0 ? undefined : text;
    },
    name(option, text, known, what) {
      if (text === undefined) return undefined;
      const found = known.find((name) => name === text);
      if (found === undefined) problems.push(unknownName(option, text, what, known));
      return found;
    },
    names(option, text, known, what) {
      if (text === undefined) return undefined;
      const found = text.split(",").flatMap((each) => input.name(option, each.trim(), known, what) ?? []);
      for (const name of new Set(found.filter((each, i) => found.indexOf(each) < i))) {
        problems.push({ path: option, value: name, expected: "each name once" });
      }
      return found;
    },
    size({ population, months, pack }) {
      return {
        population: input.whole("--population", population, 1),
        months: input.whole("--months", months, 1),
        pack,
      };
    },
    scenario(option, id, size) {
      const file = looksLikeFile(id);
      const what = "a scenario of the catalogue (eslabon scenarios lists them), or a file";
      const known = file ? id : input.name(option, id, Object.keys(scenarios), what);
      if (known === undefined) return undefined;
      if (file) sources.push(id);
      return input.take(
        () => sized(id, () => (file ? readScenarioFile(id) : scenarios[known]), size),
        (path) => path,
      );
    },
    take(work, shown) {
      try {
        return work();
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        input.tell(error.problems, shown);
        return undefined;
      }
    },
    tell(found, shown) {
      const told = new Set(problems.map(whereabouts));
      const named = found.map((problem) =>
        problem.place === undefined ? { ...problem, path: shown(problem.path) } : problem,
      );
      // Two scenarios may start from one file, whose problems are then those of both.
      problems.push(...named.filter((problem) => !told.has(whereabouts(problem))));
    },
    async late(work, options) {
      try {
        return await work();
      } catch (error) {
        const lies = ({ path }: Problem) => Object.hasOwn(options, path);
        if (!(error instanceof InputError && error.problems.some(lies))) throw error;
        input.tell(error.problems, (path) => options[path] ?? path);
        throw refusal();
      }
    },
    there(option, path, expected) {
      if (path === undefined) return;
      sources.push(path);
      if (!existsSync(path)) problems.push({ path: option, value: path, expected });
    },
    output(option, file) {
      if (file === undefined) return;
      outputs.push({ option, file });
      problems.push(...unwritable(file).map((problem) => ({ ...problem, path: option, value: file })));
    },
    outputFolder(option, folder) {
      if (folder === undefined) return;
      if (folder === "") {
        problems.push({ path: option, value: folder, expected: "the name of a folder" });
        return;
      }
      // Any file of it would do.
      const found = unwritable(join(folder, "file"));
      problems.push(...found.map((problem) => ({ ...problem, path: option, value: folder })));
    },
    neededFolder(option, folder) {
      input.needed(option, folder, "the name of a folder");
      input.outputFolder(option, folder);
      return folder ?? "";
    },
    check() {
      problems.push(...lostFiles(sources, outputs));
      if (problems.length > 0) throw refusal();
    },
  };
  return input;
}

/** Outputs that would take the place of what the command reads, or of another output of it. */
function lostFiles(
  sources: readonly string[],
  outputs: readonly { readonly option: string; readonly file: string }[],
): Problem[] {
  const whole = (path: string) => (existsSync(path) ? realpathSync(path) : resolve(path));
  return outputs.flatMap(({ option, file }, i) => {
    const source = sources.find((path) => whole(path) === whole(file));
    const other = outputs.slice(0, i).find((each) => whole(each.file) === whole(file));
    const named = source === undefined ? other?.option : `${source}, which the command reads`;
    if (named === undefined) return [];
    return [
      { path: option, value: file, expected: `a file of its own: it would take the place of ${named}` },
    ];
  });
}

/** The same wrong word may stand there twice, and is told once. */
function eachOnce(problems: readonly Problem[]): Problem[] {
  const texts = problems.map(describeProblem);
  return problems.filter((_, i) => texts.indexOf(texts[i]) === i);
}

/** Where a problem lies: in a file, or in what was asked. */
function whereabouts({ path, place }: Problem): string {
  return place === undefined ? path : `${resolve(place.file)}:${place.line}:${place.column}:${path}`;
}
