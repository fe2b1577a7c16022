import type { Scenario } from "../scenarios/scenario.ts";
import { openExport } from "../node/export/export-folder.ts";
import { exportRuns, exportTableNames } from "../node/export/export-runs.ts";
import { exportFormats } from "../node/export/table-writer.ts";
import { inputOf } from "./input.ts";
import { print, progressOf } from "./output.ts";

interface ExportCommandOptions {
  readonly seeds?: string;
  readonly tables?: string;
  readonly format?: string;
  readonly out: string;
  readonly overwrite?: boolean;
  readonly population?: string;
  readonly pack?: string;
  readonly months?: string;
}

const usualTables = ["runs", "monthly-metrics", "funnel", "ladder", "suppliers", "treasury"];

/** `eslabon export <scenarios...>` */
export async function exportCommand(ids: readonly string[], options: ExportCommandOptions): Promise<void> {
  const input = inputOf("export");
  const seeds = input.whole("--seeds", options.seeds, 1);
  const size = {
    population: input.whole("--population", options.population, 1),
    months: input.whole("--months", options.months, 1),
    pack: options.pack,
  };
  const format = input.name("--format", options.format, exportFormats, `one of: ${exportFormats.join(", ")}`);
  const paired = ids.length > 1 && seeds !== undefined && seeds > 1;
  const tables =
    options.tables === "all"
      ? exportTableNames.filter((name) => paired || name !== "effects")
      : (input.names(
          "--tables",
          options.tables,
          exportTableNames,
          `one of: ${exportTableNames.join(", ")}`,
        ) ?? [...usualTables, ...(paired ? ["effects"] : [])]);
  const scenarios = ids.flatMap((id): Scenario[] => {
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

  const folder = openExport(options.out, format, options.overwrite === true);
  // Ctrl-C ends the process, and must not leave half a folder.
  const abort = () => folder.abort();
  process.once("exit", abort);
  const progress = await progressOf(scenarios.length * seeds, "runs");
  try {
    await exportRuns(folder, scenarios, { seeds, tables, onProgress: (done) => progress.update(done) });
  } finally {
    progress.stop();
    process.off("exit", abort);
  }
  print(
    `${tables.length} tables of ${scenarios.length * seeds} runs in ${options.out}: manifest.json says what they are.`,
  );
}
