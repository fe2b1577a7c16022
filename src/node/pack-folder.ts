// A data pack as a folder: pack.yaml says what it is, CSV files hold its tables. Reading is as strict as it is for scenarios:
// every problem is told at once with file, line and column, and nothing outside the folder is read.
import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { stringify as csvText } from "csv-stringify/sync";
import { stringify as yamlText } from "yaml";
import { pathProblems } from "../analysis/asked.ts";
import { InputError, refuseIfAny, type Place, type Problem } from "../errors.ts";
import { checkPack } from "../scenarios/pack-check.ts";
import type { DataPack } from "../data/packs/pack.ts";
import { packs } from "../data/packs/packs.ts";
import { parseFile } from "../scenarios/files/document.ts";
import { keysOf } from "../scenarios/files/positions.ts";
import { partOf, removeDeadParts, writeWhole } from "./atomic-file.ts";
import { inWords, named } from "./disk-errors.ts";
import { makeFolder } from "./make-folder.ts";
import { readParameters } from "./pack-parameters.ts";
import { readTable, type TableRow } from "./pack-table.ts";
import { cellsOf, packTables, type PackTableName } from "./pack-tables.ts";
import { utf8TextOf } from "./utf8-file.ts";
import { isPlainObject } from "../plain-object.ts";

const descriptionFile = "pack.yaml";
const largestFile = 4_000_000;
const tableNames = Object.keys(packTables) as PackTableName[];
const descriptionKeys = ["id", "title", "country", "demonym", "extends", "gaps"];

/**
 * The data pack of a folder.
 *
 * @throws InputError naming every problem with file, line and column.
 */
export function readPackFolder(folder: string): DataPack {
  const shown = (file: string) => join(folder, file);
  const problems: Problem[] = [];
  const known = [descriptionFile, ...tableNames.map((name) => `${name}.csv`)];
  const present = filesIn(folder, known, problems);
  const description = readDescription(folder, present, problems);
  const places = new Map<string, Place>();
  const pack: Record<string, unknown> = { ...description.pack };
  const values = new Map<string, object>();
  /** Parts of the pack of which nothing is known. */
  const unread = new Set(description.unread);
  for (const name of tableNames) {
    const file = `${name}.csv`;
    if (!present.has(file)) continue;
    const text = present.get(file) === true ? textOf(folder, file, problems) : undefined;
    const rows =
      text === undefined ? undefined : readTable(text, shown(file), packTables[name].columns, problems);
    if (rows === undefined) {
      unread.add(name);
      // The parts that refer to it are looked at all the same.
      if (name !== "categories" && name !== "parameters") pack[name] ??= [];
      continue;
    }
    unread.delete(name);
    if (name === "categories" || name === "parameters") {
      readParameters(name, rows, values, places, problems);
    } else {
      places.set(name, first(shown(file)));
      pack[name] = rows.map((row, index) => entryFrom(name, row, `${name}[${index}]`, places));
    }
  }
  pack["parameters"] = { ...(pack["parameters"] as object), ...Object.fromEntries(values) };
  // What stands in a cell that cannot be read is told once.
  const told = new Set(problems.flatMap(({ place }) => (place === undefined ? [] : [placeInWords(place)])));
  const found = checkPack(pack, unread).map((problem) => placed(problem, places, description.place));
  const news = found.filter(({ place }) => place === undefined || !told.has(placeInWords(place)));
  problems.push(...withColumnsOnce(news, places));
  if (problems.length > 0) throw new InputError(`data pack ${folder}`, problems);
  return pack as unknown as DataPack;
}

/**
 * Writes a pack as a folder that reads back as the same pack: all of it or, when something fails, nothing.
 *
 * @throws InputError when the folder is there already, or cannot be written.
 */
export function writePackFolder(pack: DataPack, folder: string): void {
  refuseIfAny("a data pack", checkPack(pack), pathProblems("folder", folder, "a new folder"));
  const target = resolve(folder);
  const draft = partOf(target);
  try {
    if (lstatSync(target, { throwIfNoEntry: false }) !== undefined) {
      throw new InputError("a data pack", [
        { path: "folder", value: folder, expected: "a folder that is not there yet" },
      ]);
    }
    makeFolder(dirname(target));
    removeDeadParts(target);
    mkdirSync(draft);
    const { id, title, country, demonym, gaps } = pack;
    writeWhole(
      join(draft, descriptionFile),
      yamlText({ id, title, country, demonym, gaps }, { lineWidth: 0 }),
    );
    for (const [name, { columns, rows }] of Object.entries(cellsOf(pack))) {
      writeWhole(join(draft, `${name}.csv`), csvText([...rows], { header: true, columns: [...columns] }));
    }
    renameSync(draft, target);
  } catch (error) {
    if (existsSync(draft)) rmSync(draft, { recursive: true });
    throw inWords(named(error, folder), "a data pack", "nothing was left behind");
  }
}

/** The known files of a folder, and whether each can be read. */
function filesIn(
  folder: string,
  known: readonly string[],
  problems: Problem[],
): ReadonlyMap<string, boolean> {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    throw new InputError("a data pack", [
      { path: "folder", value: folder, expected: "a folder that exists" },
    ]);
  }
  const files = names.flatMap((name): (readonly [string, boolean])[] => {
    const file = join(folder, name);
    if (!known.includes(name)) {
      // A note beside the tables does no harm; a table under a wrong name would be silently left out.
      if (/\.(csv|ya?ml)$/i.test(name)) {
        problems.push({ path: "", value: name, expected: `one of: ${known.join(", ")}`, place: first(file) });
      }
      return [];
    }
    const found = lstatSync(file);
    const expected = found.isFile()
      ? found.size > largestFile
        ? `at most ${largestFile} bytes`
        : null
      : "a file, not a link or a folder";
    if (expected !== null) problems.push({ path: "", value: name, expected, place: first(file) });
    return [[name, expected === null]];
  });
  return new Map(files);
}

/** The text of a file; undefined where it cannot be read. */
function textOf(folder: string, file: string, problems: Problem[]): string | undefined {
  const path = join(folder, file);
  const refuse = (value: unknown, expected: string) =>
    new InputError(`data pack ${folder}`, [{ path: "", value, expected, place: first(path) }]);
  return collected(problems, () => utf8TextOf(path, refuse));
}

/** What work gives; undefined where it refuses its input, which goes to `problems`. */
function collected<Result>(problems: Problem[], work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}

interface Description {
  /** Parts that it does not tell, as what it extends would. */
  readonly unread: readonly string[];
  readonly pack: Readonly<Record<string, unknown>>;
  readonly place: (path: string) => Place;
}

const empty = { mines: [], projects: [], parameters: {}, suppliers: [], facts: null, gaps: [] };
const leastKeys = "at least id, title, country and demonym";

function readDescription(
  folder: string,
  present: ReadonlyMap<string, boolean>,
  problems: Problem[],
): Description {
  const file = join(folder, descriptionFile);
  const unknown = { unread: [...descriptionKeys, ...tableNames], pack: empty, place: () => first(file) };
  if (!present.has(descriptionFile)) {
    const expected = `pack.yaml with ${leastKeys}`;
    problems.push({ path: "", value: "no file", expected, place: first(file) });
  }
  if (present.get(descriptionFile) !== true) return unknown;
  const text = textOf(folder, descriptionFile, problems);
  const parsed = text === undefined ? undefined : collected(problems, () => parseFile(text, file));
  if (parsed === undefined) return unknown;
  const { content, locate } = parsed;
  if (!isPlainObject(content)) {
    const expected = `keys and values: ${leastKeys}`;
    problems.push({ path: "", value: content, expected, place: locate([]) });
    return unknown;
  }
  const given = content;
  for (const name of Object.keys(given)) {
    if (descriptionKeys.includes(name)) continue;
    const expected = `one of: ${descriptionKeys.join(", ")}`;
    problems.push({ path: name, value: name, expected, place: locate([name], "key") });
  }
  const { extends: base, ...own } = given;
  const from = typeof base === "string" && Object.hasOwn(packs, base) ? packs[base] : undefined;
  if (base !== undefined && from === undefined) {
    const expected = `the id of a data pack: ${Object.keys(packs).join(", ")}`;
    problems.push({ path: "extends", value: base, expected, place: locate(["extends"]) });
  }
  const { mines: _, ...withoutMines } = empty;
  const named = Object.fromEntries(Object.entries(own).filter(([name]) => descriptionKeys.includes(name)));
  return {
    unread: base === undefined || from !== undefined ? [] : tableNames,
    pack: { ...(from ?? withoutMines), ...named },
    place: (path) => locate(keysOf(path)),
  };
}

/** A row as an entry of the pack; empty cells are left out. */
function entryFrom(name: PackTableName, row: TableRow, path: string, places: Map<string, Place>): unknown {
  places.set(path, row.place);
  for (const [column, place] of row.places) places.set(`${path}.${column}`, place);
  return packTables[name].entry?.(row.cells) ?? row.cells;
}

/** The place of a path, or of the nearest one above it. */
function placed(
  problem: Problem,
  places: ReadonlyMap<string, Place>,
  fallback: (path: string) => Place,
): Problem {
  for (let { path } = problem; path !== ""; path = path.replace(/(\.[^.[\]]+|\[\d+\]|^[^.[\]]+)$/, "")) {
    const place = places.get(path);
    if (place !== undefined) return { ...problem, place };
  }
  return { ...problem, place: fallback(problem.path) };
}

/** Problems of rows, but that a table lacks a column is told once, where it names its columns. */
function withColumnsOnce(problems: readonly Problem[], places: ReadonlyMap<string, Place>): Problem[] {
  const told = new Set<string>();
  return problems.flatMap((problem): Problem[] => {
    const [, table, column] = /^(\w+)\[\d+\]\.(\w+)$/.exec(problem.path) ?? [];
    const place = table === undefined ? undefined : places.get(table);
    if (place === undefined || problem.value !== undefined || places.has(problem.path)) return [problem];
    const value = `no column ${column}`;
    if (told.has(`${table} ${column}`)) return [];
    told.add(`${table} ${column}`);
    return [{ path: table, value, expected: `a column ${column}`, place }];
  });
}

function placeInWords({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

function first(file: string): Place {
  return { file, line: 1, column: 1 };
}
