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

const descriptionFile = "pack.yaml";
const largestFile = 4_000_000;
const descriptionKeys = ["id", "title", "country", "demonym", "extends", "gaps"];

/**
 * The data pack of a folder.
 *
 * @throws InputError naming every problem with file, line and column.
 */
export function readPackFolder(folder: string): DataPack {
  const shown = (file: string) => join(folder, file);
  const problems: Problem[] = [];
  const known = [descriptionFile, ...Object.keys(packTables).map((name) => `${name}.csv`)];
  const present = filesIn(folder, known, problems);
  const description = present.includes(descriptionFile)
    ? readDescription(textOf(folder, descriptionFile), shown(descriptionFile), problems)
    : missingDescription(folder, problems);
  const places = new Map<string, Place>();
  const pack: Record<string, unknown> = { ...description.pack };
  const values = new Map<string, object>();
  for (const name of Object.keys(packTables) as PackTableName[]) {
    const file = `${name}.csv`;
    if (!present.includes(file)) continue;
    const rows = readTable(textOf(folder, file), shown(file), packTables[name].columns, problems);
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
  const found = checkPack(pack).map((problem) => placed(problem, places, description.place));
  problems.push(...found.filter(({ place }) => place === undefined || !told.has(placeInWords(place))));
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

function filesIn(folder: string, known: readonly string[], problems: Problem[]): readonly string[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    throw new InputError("a data pack", [
      { path: "folder", value: folder, expected: "a folder that exists" },
    ]);
  }
  return names.filter((name) => {
    const file = join(folder, name);
    if (!known.includes(name)) {
      // A note beside the tables does no harm; a table under a wrong name would be silently left out.
      if (/\.(csv|ya?ml)$/i.test(name)) {
        problems.push({ path: "", value: name, expected: `one of: ${known.join(", ")}`, place: first(file) });
      }
      return false;
    }
    const found = lstatSync(file);
    const expected = found.isFile()
      ? found.size > largestFile
        ? `at most ${largestFile} bytes`
        : null
      : "a file, not a link or a folder";
    if (expected !== null) problems.push({ path: "", value: name, expected, place: first(file) });
    return expected === null;
  });
}

function textOf(folder: string, file: string): string {
  const path = join(folder, file);
  return utf8TextOf(
    path,
    (value, expected) =>
      new InputError(`data pack ${folder}`, [{ path: "", value, expected, place: first(path) }]),
  );
}

interface Description {
  readonly pack: Readonly<Record<string, unknown>>;
  readonly place: (path: string) => Place;
}

function readDescription(text: string, file: string, problems: Problem[]): Description {
  const { content, locate } = parseFile(text, file);
  const given = (
    typeof content === "object" && content !== null && !Array.isArray(content) ? content : {}
  ) as Record<string, unknown>;
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
  const empty = { projects: [], parameters: {}, suppliers: [], facts: null, gaps: [] };
  const named = Object.fromEntries(Object.entries(own).filter(([name]) => descriptionKeys.includes(name)));
  return { pack: { ...(from ?? empty), ...named }, place: (path) => locate(keysOf(path)) };
}

function missingDescription(folder: string, problems: Problem[]): Description {
  const place = first(join(folder, descriptionFile));
  problems.push({
    path: "",
    value: "no file",
    expected: "pack.yaml with at least id, title, country and demonym",
    place,
  });
  return { pack: {}, place: () => place };
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

function placeInWords({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

function first(file: string): Place {
  return { file, line: 1, column: 1 };
}
