import { existsSync, statSync } from "node:fs";
import { tableProblems } from "../node/export/asked.ts";
import {
  exportRuns,
  exportTableNames,
  reasonForRuns,
  tablesOfRuns,
  usualTablesOfRuns,
} from "../node/export/export-runs.ts";
import {
  openFinishedStudy,
  reasonForStudy,
  studyTableNames,
  writeStudy,
} from "../node/export/export-study.ts";
import { exportFormats, type ExportFormat } from "../node/export/table-writer.ts";
import { scenarios as catalogue } from "../scenarios/catalogue.ts";
import type { Scenario } from "../scenarios/scenario.ts";
import { asTyped } from "./command-words.ts";
import { inputOf, type Input } from "./input.ts";
import { print, withProgress } from "./output.ts";
import { counted } from "../report/numbers.ts";

interface ExportCommandOptions {
  readonly seeds?: string;
  readonly tables?: string;
  readonly format?: string;
  readonly out?: string;
  readonly overwrite?: boolean;
  readonly workers?: string;
  readonly population?: string;
  readonly pack?: string;
  readonly months?: string;
}

const usualSeeds = "10";
/** What an export finds wrong only when it begins. */
const inOptions = { out: "--out" };

/** `eslabon export <scenarios...>`, or `eslabon export <folder>` for a study. */
export async function exportCommand(ids: readonly string[], options: ExportCommandOptions): Promise<void> {
  const input = inputOf("export");
  const format = input.name("--format", options.format, exportFormats, `one of: ${exportFormats.join(", ")}`);
  const out = input.neededFolder("--out", options.out);
  const folders = ids.filter(
    (id) => !Object.hasOwn(catalogue, id) && existsSync(id) && statSync(id).isDirectory(),
  );
  if (folders.length === 0) await exportScenarios(ids, { ...options, out }, input, format);
  else await exportOneStudy(ids, { ...options, out }, input, format);
}

async function exportScenarios(
  ids: readonly string[],
  options: ExportCommandOptions & { readonly out: string },
  input: Input,
  format: ExportFormat | undefined,
): Promise<void> {
  const seeds = input.whole("--seeds", options.seeds ?? usualSeeds, 1);
  const workers = input.whole("--workers", options.workers, 0);
  const size = input.size(options);
  // Of a count that is wrong it is told that it is, and not what so few seeds cannot fill.
  const known = tablesOfRuns(ids.length, seeds ?? Infinity);
  const tables = tablesOf(input, options.tables, known, usualTablesOfRuns(known), reasonForRuns);
  const scenarios = ids.flatMap((id): readonly Scenario[] => {
    const scenario = input.scenario("scenario", id, size);
    return scenario === undefined ? [] : [scenario];
  });
  const seen = new Set<string>();
  for (const { id } of scenarios) {
    if (seen.has(id)) input.problems.push({ path: "scenario", value: id, expected: "each scenario once" });
    seen.add(id);
  }
  input.check();
  if (seeds === undefined || format === undefined) return;

  const runs = scenarios.length * seeds;
  const { out, overwrite } = options;
  await withProgress("runs", (onProgress) =>
    input.late(
      () => exportRuns(scenarios, { seeds, tables, workers, format, out, overwrite, onProgress }),
      inOptions,
    ),
  );
  print(writtenLine(tables.length, runs, options.out));
}

async function exportOneStudy(
  ids: readonly string[],
  options: ExportCommandOptions & { readonly out: string },
  input: Input,
  format: ExportFormat | undefined,
): Promise<void> {
  if (ids.length > 1) {
    const expected = "the folder of one study, or scenarios; not both";
    input.problems.push({ path: "scenarios", value: ids.join(" "), expected });
  }
  for (const name of ["seeds", "workers", "population", "months", "pack"] as const) {
    if (options[name] === undefined) continue;
    const expected = `no --${name} beside a study: its runs are made already`;
    input.problems.push({ path: `--${name}`, value: options[name], expected });
  }
  input.check();
  const source = await openFinishedStudy(ids[0]);
  const known = studyTableNames(source);
  const tables = tablesOf(input, options.tables, known, known, reasonForStudy);
  input.check();
  if (format === undefined) return;

  const { runs } = source.finished;
  const { out, overwrite } = options;
  await withProgress("runs", (onProgress) =>
    input.late(() => writeStudy(source, { tables, format, out, overwrite, onProgress }), inOptions),
  );
  print(writtenLine(tables.length, runs.to, options.out));
  const missing = exportTableNames.filter((name) => !known.includes(name));
  for (const [reason, names] of groupedBy(missing, reasonForStudy))
    print(`Without ${names.join(", ")}: ${asTyped(reason)}.`);
}

function writtenLine(tables: number, runs: number, out: string): string {
  return `${counted(tables, "table")} of ${counted(runs, "run")} in ${out}: manifest.json says what they are.`;
}

function groupedBy(names: readonly string[], key: (name: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const name of names) groups.set(key(name), [...(groups.get(key(name)) ?? []), name]);
  return groups;
}

/** Names of tables by commas, all, or the usual ones; of one that cannot be filled it is told why. */
function tablesOf(
  input: Input,
  text: string | undefined,
  known: readonly string[],
  usual: readonly string[],
  reason: (name: string) => string,
): readonly string[] {
  if (text === undefined) return usual;
  if (text === "all") return known;
  const names = text.split(",").map((name) => name.trim());
  input.problems.push(...tableProblems("--tables", names, known, reason));
  return names;
}
