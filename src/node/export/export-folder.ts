// A folder of tables with what it takes to understand and to repeat them: it is there as a whole or not at all.
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { arch, platform } from "node:process";
import { join } from "node:path";
import { InputError } from "../../errors.ts";
import type { TableDefinition } from "../../report/tables/table-definition.ts";
import type { Scenario } from "../../scenarios/scenario.ts";
import { version } from "../../version.ts";
import { dictionaryRows, dictionaryTable } from "./dictionary.ts";
import { openOutput, orRefuse } from "./output-file.ts";
import { openTable, type ExportFormat, type TableWriter } from "./table-writer.ts";

/** What an export's manifest says of its runs. */
export interface ExportedRuns {
  readonly scenarios: readonly Scenario[];
  readonly seeds: readonly (string | number)[];
  /** Scenario by seed. */
  readonly fingerprints: readonly (readonly string[])[];
}

/** A folder on its way. */
export interface ExportFolder {
  /** A table of the folder; the same writer each time. */
  table(definition: TableDefinition): TableWriter;
  /** Writes manifest and dictionary and puts the folder in its place. */
  finish(runs: ExportedRuns): void;
  /** Leaves nothing behind. */
  abort(): void;
}

const manifestName = "manifest.json";

/**
 * Opens a folder of tables.
 *
 * @throws InputError when something stands in its place, unless it is an older export and may be overwritten.
 */
export function openExport(out: string, format: ExportFormat, overwrite = false): ExportFolder {
  if (existsSync(out) && !(overwrite && existsSync(join(out, manifestName)))) {
    const expected = overwrite
      ? "a new folder, or an older export: this holds no manifest.json"
      : "a folder that does not exist yet; --overwrite replaces an older export";
    throw new InputError("an export", [{ path: "out", value: out, expected }]);
  }
  const part = `${out}.${process.pid}.part`;
  orRefuse(out, () => mkdirSync(part));
  const tables = new Map<string, { readonly definition: TableDefinition; readonly writer: TableWriter }>();
  return {
    table(definition) {
      const known = tables.get(definition.name);
      if (known !== undefined) return known.writer;
      const writer = openTable(definition, part, format);
      tables.set(definition.name, { definition, writer });
      return writer;
    },
    finish(runs) {
      const definitions = [...tables.values()].map(({ definition }) => definition);
      const files = [...tables.values()].map(({ writer }) => writer.finish());
      const dictionary = [...dictionaryRows(definitions)];
      const csv = openTable(dictionaryTable, part, "csv");
      csv.add(dictionary);
      files.push(csv.finish());
      writeJson(join(part, "dictionary.json"), { tables: definitions });
      writeJson(join(part, manifestName), { ...manifestOf(runs), files });
      orRefuse(out, () => putInPlace(part, out));
    },
    abort() {
      for (const { writer } of tables.values()) writer.abort();
      rmSync(part, { recursive: true, force: true });
    },
  };
}

function manifestOf({ scenarios, seeds, fingerprints }: ExportedRuns): object {
  return {
    format: "eslabon-export-1",
    version,
    platform: { node: process.version, platform, arch },
    scenarios: scenarios.map(({ id, title, hash, reproducible, parameters, canonical }, i) => ({
      id,
      title,
      hash,
      reproducible,
      parameters,
      content: JSON.parse(canonical) as unknown,
      fingerprints: fingerprints[i],
    })),
    seeds: seeds.map(String),
  };
}

function writeJson(path: string, value: unknown): void {
  const file = openOutput(path);
  file.write(`${JSON.stringify(value, null, 2)}\n`);
  file.finish();
}

/** The new folder takes the place of the old one, which goes only when the new one stands. */
function putInPlace(part: string, out: string): void {
  const old = `${out}.${process.pid}.old`;
  if (existsSync(out)) renameSync(out, old);
  renameSync(part, out);
  rmSync(old, { recursive: true, force: true });
}
