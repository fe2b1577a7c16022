// Scenario files on disk. A file may extend others beside it or below; it never reaches out of the folder of the first.
import { existsSync, realpathSync, statSync } from "node:fs";
import { dirname, relative, resolve as resolvePath, isAbsolute, sep } from "node:path";
import { pathProblems } from "../analysis/asked.ts";
import { InputError, refuseIfAny } from "../errors.ts";
import { parseScenario, type ParseOptions } from "../scenarios/files/parse.ts";
import { unreadable } from "./disk-errors.ts";
import { readPackFolder } from "./pack-folder.ts";
import { utf8TextOf } from "./utf8-file.ts";
import type { Scenario } from "../scenarios/scenario.ts";

/** Bytes of the largest file that is read. */
const largestFile = 4_000_000;
/** Files that may extend one another in a row. */
const longestChain = 16;

/** Whether a word on the command line names a file and not a scenario of the catalogue. */
export function looksLikeFile(word: string): boolean {
  return /\.(ya?ml|json)$/i.test(word) || /[/\\]/.test(word);
}

/**
 * The scenario of a file in YAML or JSON, and of those that it extends.
 *
 * @throws InputError naming every problem with file, line and column; and when a file cannot be read, is no UTF-8, lies
 * outside the folder of the first one, or extends itself.
 */
export function readScenarioFile(path: string): Scenario {
  refuseIfAny("reading a scenario", pathProblems("path", path, "a scenario file"));
  const text = textAt(path);
  return parseScenario(text, {
    file: path,
    ...resolvers(path, dirname(resolvePath(path)), [realpathSync(path)]),
  });
}

/** Text and resolvers of a file that may name scenario files and packs: what is read lies in its folder or below. */
export function readNamingFile(path: string): ParseOptions & { readonly text: string } {
  return { text: textAt(path), file: path, ...resolvers(path, dirname(resolvePath(path)), []) };
}

/** The text of a file that a user names. */
function textAt(path: string): string {
  const wrong = problemOf(path);
  if (wrong !== undefined) throw refusal(path, path, wrong);
  return textOf(path, path);
}

/** How a file finds what it names. A name that leads nowhere is refused without a place: it is wrong where it is written. */
function resolvers(
  path: string,
  folder: string,
  chain: readonly string[],
): Required<Pick<ParseOptions, "resolve" | "resolvePack">> {
  const refuse = (value: string, expected: string) => new InputError(path, [{ path: "", value, expected }]);
  const below = (name: string, what: string) => {
    if (isAbsolute(name)) throw refuse(name, "a path from this file's folder");
    const next = resolvePath(dirname(path), name);
    const wrong = problemOf(next, what);
    if (wrong !== undefined) throw refuse(name, wrong);
    if (!isWithin(realpathSync(folder), realpathSync(next))) {
      throw refuse(name, `a ${what} in the folder of the first file, or below it`);
    }
    return next;
  };
  return {
    resolve: (name) => {
      if (!looksLikeFile(name)) return undefined;
      const next = below(name, "file");
      const real = realpathSync(next);
      if (chain.includes(real)) throw refuse(name, "a file that does not extend itself");
      if (chain.length >= longestChain) throw refuse(name, `at most ${longestChain} files in a row`);
      const shown = relative(process.cwd(), next);
      return parseScenario(textOf(next, shown), {
        file: shown,
        ...resolvers(next, folder, [...chain, real]),
      });
    },
    resolvePack: (name) => {
      const isFolder = isAbsolute(name) || (name !== "" && existsSync(resolvePath(dirname(path), name)));
      return isFolder ? readPackFolder(below(name, "folder")) : undefined;
    },
  };
}

/** What should stand at a place where no file can be read, or no folder; undefined where one can. */
function problemOf(path: string, what = "file"): string | undefined {
  try {
    const found = statSync(path);
    if (what === "folder") return found.isDirectory() ? undefined : "a folder, not a file";
    return found.isFile() ? undefined : "a file, not a folder or a device";
  } catch (error) {
    const told = unreadable(error, "reading a file");
    const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
    return told instanceof InputError && !isMissing ? told.problems[0].expected : `a ${what} that exists`;
  }
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way.split(sep)[0] !== ".." && !isAbsolute(way);
}

function textOf(path: string, shown: string): string {
  const { size } = statSync(path);
  if (size > largestFile) throw refusal(shown, `${size} bytes`, `at most ${largestFile} bytes`);
  return utf8TextOf(path, (value, expected) => refusal(shown, value, expected));
}

function refusal(shown: string, value: unknown, expected: string): InputError {
  return new InputError(shown, [{ path: "", value, expected, place: { file: shown, line: 1, column: 1 } }]);
}
