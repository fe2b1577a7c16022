// Scenario files on disk. A file may extend others beside it or below; it never reaches out of the folder of the first.
import { existsSync, realpathSync, statSync } from "node:fs";
import { dirname, relative, resolve as resolvePath, isAbsolute } from "node:path";
import { pathProblems } from "../analysis/asked.ts";
import { InputError, refuseIfAny } from "../errors.ts";
import { parseScenario, type ParseOptions } from "../scenarios/files/parse.ts";
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
  return read(path, path, dirname(resolvePath(path)), []);
}

function read(path: string, shown: string, folder: string, chain: readonly string[]): Scenario {
  const real = realPath(path, shown);
  const outside = chain.length > 0 && !isWithin(realpathSync(folder), real);
  if (outside) throw refusal(shown, path, "a file in the folder of the first file, or below it");
  if (chain.includes(real)) throw refusal(shown, path, "a file that does not extend itself");
  if (chain.length >= longestChain) throw refusal(shown, path, `at most ${longestChain} files in a row`);
  return parseScenario(textOf(real, shown), {
    file: shown,
    ...resolvers(path, shown, folder, [...chain, real]),
  });
}

/** Text and resolvers of a file that may name scenario files and packs: what is read lies in its folder or below. */
export function readNamingFile(path: string): ParseOptions & { readonly text: string } {
  const folder = dirname(resolvePath(path));
  return { text: textOf(realPath(path, path), path), file: path, ...resolvers(path, path, folder, [path]) };
}

function resolvers(
  path: string,
  shown: string,
  folder: string,
  chain: readonly string[],
): Required<Pick<ParseOptions, "resolve" | "resolvePack">> {
  return {
    resolve: (name) => {
      if (!looksLikeFile(name)) return undefined;
      if (isAbsolute(name)) throw refusal(shown, name, "a path from this file's folder");
      const next = resolvePath(dirname(path), name);
      return read(next, relative(process.cwd(), next), folder, chain);
    },
    resolvePack: (name) => {
      if (isAbsolute(name)) throw refusal(shown, name, "a path from this file's folder");
      const pack = resolvePath(dirname(path), name);
      if (!existsSync(pack)) return undefined;
      if (!isWithin(realpathSync(folder), realpathSync(pack))) {
        throw refusal(shown, name, "a folder in the folder of the first file, or below it");
      }
      return readPackFolder(pack);
    },
  };
}

function realPath(path: string, shown: string): string {
  try {
    return realpathSync(path);
  } catch {
    throw refusal(shown, path, "a file that exists");
  }
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return !way.startsWith("..") && !isAbsolute(way);
}

function textOf(path: string, shown: string): string {
  const { size, isFile } = describe(path);
  if (!isFile) throw refusal(shown, path, "a file, not a folder or a device");
  if (size > largestFile) throw refusal(shown, `${size} bytes`, `at most ${largestFile} bytes`);
  return utf8TextOf(path, (value, expected) => refusal(shown, value, expected));
}

function describe(path: string): { readonly size: number; readonly isFile: boolean } {
  const found = statSync(path);
  return { size: found.size, isFile: found.isFile() };
}

function refusal(shown: string, value: unknown, expected: string): InputError {
  return new InputError(shown, [{ path: "", value, expected, place: { file: shown, line: 1, column: 1 } }]);
}
