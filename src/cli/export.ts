import { existsSync, statSync } from "node:fs";
import { openExport, type ExportFolder } from "../node/export/export-folder.ts";
import { exportRuns, exportTableNames } from "../node/export/export-runs.ts";
import { exportStudy, openFinishedStudy, studyTableNames } from "../node/export/export-study.ts";
import { exportFormats, type ExportFormat } from "../node/export/table-writer.ts";
import type { Scenario } from "../scenarios/scenario.ts";
import { inputOf, type Input } from "./input.ts";
import { print, withProgress } from "./output.ts";

interface ExportCommandOptions {
  readonly seeds?: string;
  readonly tables?: string;
  readonly format?: string;
  readonly out: string;
  readonly overwrite?: boolean;
  readonly workers?: string;
  readonly population?: string;
  readonly pack?: string;
  readonly months?: string;
}

const usualTables = ["runs", "monthly-metrics", "funnel", "ladder", "suppliers", "treasury"];
const usualSeeds = "10";

/** `eslabon export <scenarios...>`, or `eslabon export <folder>` for a study. */
export async function exportCommand(ids: readonly string[], options: ExportCommandOptions): Promise<void> {
  const input = inputOf("export");
  const format = input.name("--format", options.format, exportFormats, `one of: ${exportFormats.join(", ")}`);
  const folders = ids.filter((id) => existsSync(id) && statSync(id).isDirectory());
  if (folders.length === 0) await exportScenarios(ids, options, input, format);
  else await exportOneStudy(ids, options, input, format);
}

async function exportScenarios(
  ids: readonly string[],
  options: ExportCommandOptions,
  input: Input,
  format: ExportFormat | undefined,
): Promise<void> {
  const seeds = input.whole("--seeds", options.seeds ?? usualSeeds, 1);
  const workers = input.whole("--workers", options.workers, 0);
  const size = {
    population: input.whole("--population", options.population, 1),
    months: input.whole("--months", options.months, 1),
    pack: options.pack,
  };
  const paired = ids.length > 1 && seeds !== undefined && seeds > 1;
  const known = exportTableNames.filter((name) => paired || name !== "effects");
  const usual = known.filter((name) => usualTables.includes(name) || name === "effects");
  const tables = tablesOf(input, options.tables, known, usual, (name) =>
    name === "effects" ? "effects need at least two scenarios, the baseline first, and two seeds" : "",
  );
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
  await intoFolder(options, format, (folder) =>
    withProgress("runs", (onProgress) =>
      exportRuns(folder, scenarios, { seeds, tables, workers, onProgress }),
    ),
  );
  print(`${tables.length} tables of ${runs} runs in ${options.out}: manifest.json says what they are.`);
}

async function exportOneStudy(
  ids: readonly string[],
  options: ExportCommandOptions,
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
  const tables = tablesOf(input, options.tables, known, known, reasonFor);
  input.check();
  if (format === undefined) return;

  const { runs } = source.finished;
  await intoFolder(options, format, (folder) =>
    withProgress("runs", (onProgress) => exportStudy(folder, source, tables, onProgress)),
  );
  const count = `${tables.length} tables of ${runs.to} runs in ${options.out}`;
  print(`${count}: manifest.json says what they are.`);
  const missing = exportTableNames.filter((name) => !known.includes(name));
  for (const [reason, names] of groupedBy(missing, reasonFor))
    print(`Without ${names.join(", ")}: ${reason}.`);
}

/** Why a study cannot fill a table, and what would. */
function reasonFor(name: string): string {
  if (name === "monthly-metrics") {
    return "the study kept no months: with `keep: [monthly]` in its file it does, run into a new folder";
  }
  if (!exportTableNames.includes(name)) return "";
  return "a study keeps numbers and no whole runs: eslabon export <scenarios...> makes these tables";
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
  return [...new Set(text.split(",").map((name) => name.trim()))].flatMap((name) => {
    const why = reason(name);
    const what = `one of: ${known.join(", ")}`;
    if (known.includes(name) || why === "") return input.name("--tables", name, known, what) ?? [];
    input.problems.push({ path: "--tables", value: name, expected: `${what}; ${why}` });
    return [];
  });
}

/** Opens the folder, and leaves nothing half-written whatever ends the process. */
async function intoFolder(
  { out, overwrite }: ExportCommandOptions,
  format: ExportFormat,
  write: (folder: ExportFolder) => Promise<void>,
): Promise<void> {
  const folder = openExport(out, format, overwrite === true);
  const abort = () => folder.abort();
  process.once("exit", abort);
  try {
    await write(folder);
  } finally {
    process.off("exit", abort);
  }
}
