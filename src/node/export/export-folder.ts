// A folder of tables with what it takes to understand and to repeat them: it is there as a whole or not at all.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { arch, platform } from "node:process";
import { dirname, join, resolve } from "node:path";
import { followOptionNames, type FollowOptions } from "../../analysis/follow-options.ts";
import { InputError } from "../../errors.ts";
import type { TableDefinition } from "../../report/tables/table-definition.ts";
import type { Scenario } from "../../scenarios/scenario.ts";
import { version } from "../../version.ts";
import { partOf, removeDeadParts, writeWhole } from "../atomic-file.ts";
import { named } from "../disk-errors.ts";
import { makeFolder } from "../make-folder.ts";
import { dictionaryRows, dictionaryTable } from "./dictionary.ts";
import {
  openTable,
  refusedExport,
  type ExportFormat,
  type TableWriter,
  type WrittenTable,
} from "./table-writer.ts";

/** What an export's manifest says of its runs. */
export interface ExportedRuns {
  readonly scenarios: readonly Scenario[];
  /** All of them, or as many from 1 on. */
  readonly seeds: number | readonly (string | number)[];
  /** Scenario by seed; left out where a table holds them. */
  readonly fingerprints?: readonly (readonly string[])[];
  /** What else there is to say, as the study from which the tables come. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** A folder on its way. */
export interface ExportFolder {
  readonly format: ExportFormat;
  /** Opens a table of the folder. */
  table(definition: TableDefinition): TableWriter;
  /** Writes manifest and dictionary and puts the folder in its place; tells its files. */
  finish(runs: ExportedRuns): readonly WrittenTable[];
  /** Leaves nothing behind. */
  abort(): void;
}

const exportFormat = "eslabon-export-1";
const manifestName = "manifest.json";

/** How tables are written. */
export interface ExportOptions extends FollowOptions {
  /** Folder of the tables; a new one, unless it is overwritten. */
  readonly out: string;
  /** Format of the files. Default "csv". */
  readonly format?: ExportFormat | undefined;
  /** Whether an older export that stands there is replaced. Default false. */
  readonly overwrite?: boolean | undefined;
  /**
   * Names of tables. Default: of runs "runs", "monthly-metrics", "funnel", "ladder", "suppliers", "treasury" and, for pairs,
   * "effects"; of a study all that it can fill.
   */
  readonly tables?: readonly string[] | undefined;
}

/** Names of {@link ExportOptions}. */
export const exportOptionNames = ["out", "format", "overwrite", "tables", ...followOptionNames];

/** Fills a folder of tables. Whatever ends it before its end, nothing is left behind. */
export async function fillExport(
  { out, format = "csv", overwrite = false }: Pick<ExportOptions, "out" | "format" | "overwrite">,
  write: (folder: ExportFolder) => Promise<readonly WrittenTable[]>,
): Promise<readonly WrittenTable[]> {
  const folder = openExport(out, format, overwrite);
  const abort = () => folder.abort();
  process.once("exit", abort);
  try {
    return await write(folder);
  } catch (error) {
    abort();
    throw error;
  } finally {
    process.off("exit", abort);
  }
}

/**
 * Opens a folder of tables.
 *
 * @throws InputError when something stands in its place, unless it is an older export and may be overwritten.
 */
export function openExport(path: string, format: ExportFormat, overwrite = false): ExportFolder {
  const out = resolve(path);
  const refuseOccupied = () => {
    if (!existsSync(out) || (overwrite && isExport(out))) return;
    const expected = overwrite
      ? "a new folder, or an older export: this is none"
      : "a folder that does not exist yet; `overwrite: true` replaces an older export";
    throw new InputError("an export", [{ path: "out", value: path, expected }]);
  };
  refuseOccupied();
  const part = partOf(out);
  try {
    makeFolder(dirname(out));
    removeDeadParts(out);
    mkdirSync(part);
  } catch (error) {
    throw refusedExport(named(error, path));
  }
  const tables: { readonly definition: TableDefinition; readonly writer: TableWriter }[] = [];
  return {
    format,
    table(definition) {
      const writer = openTable(definition, part, format, path);
      tables.push({ definition, writer });
      return writer;
    },
    finish(runs) {
      const definitions = tables.map(({ definition }) => definition);
      const files = tables.map(({ writer }) => writer.finish());
      const dictionary = [...dictionaryRows(definitions)];
      const csv = openTable(dictionaryTable, part, "csv", path);
      csv.add(dictionary);
      files.push(csv.finish());
      try {
        writeJson(join(part, "dictionary.json"), { tables: definitions });
        writeJson(join(part, manifestName), { ...manifestOf(runs), files });
        // What came to stand there while the runs were made is no older export.
        refuseOccupied();
        putInPlace(part, out);
      } catch (error) {
        throw refusedExport(named(error, path));
      }
      return files;
    },
    abort() {
      for (const { writer } of tables) writer.abort();
      rmSync(part, { recursive: true, force: true });
    },
  };
}

/** Whether a folder is an export: other folders, as a study's, have a manifest too. */
function isExport(folder: string): boolean {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, manifestName), "utf8")) as { format?: unknown };
    return manifest.format === exportFormat;
  } catch {
    return false;
  }
}

function manifestOf({ scenarios, seeds, fingerprints, more = {} }: ExportedRuns): object {
  return {
    format: exportFormat,
    version,
    platform: { node: process.version, platform, arch },
    scenarios: scenarios.map(({ id, title, hash, reproducible, parameters, canonical }, i) => ({
      id,
      title,
      hash,
      reproducible,
      parameters,
      content: JSON.parse(canonical) as unknown,
      ...(fingerprints === undefined ? {} : { fingerprints: fingerprints[i] }),
    })),
    seeds: typeof seeds === "number" ? seeds : seeds.map(String),
    ...more,
  };
}

function writeJson(path: string, value: unknown): void {
  writeWhole(path, `${JSON.stringify(value, null, 2)}\n`);
}

/** The new folder takes the place of the old one, which goes only when the new one stands, and else comes back. */
export function putInPlace(part: string, out: string): void {
  const old = `${out}.${process.pid}.old`;
  const isThere = existsSync(out);
  if (isThere) renameSync(out, old);
  try {
    renameSync(part, out);
  } catch (error) {
    if (isThere) renameSync(old, out);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}
