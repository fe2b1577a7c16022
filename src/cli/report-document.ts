// What the ways to a report have in common: the page, and the folder with its figures and what it takes to replay it.
import { join } from "node:path";
import { writeOutput } from "../node/atomic-file.ts";
import { drawFigure, writeCsv, writeFigures } from "../node/figure-files.ts";
import { factTable } from "../report/fact-table.ts";
import { figuresOf, type FigureInput } from "../report/figures/figures.ts";
import { manifestRows, reportPage, type ReportFile, type ReportInput } from "../report/page.ts";
import { comparisonSaidOf, factsSaidOf } from "../report/nation.ts";
import { usualNation } from "../report/words.ts";
import { printScenario, textOf } from "../scenarios/files/print.ts";
import { packs } from "../data/packs/packs.ts";
import type { Scenario } from "../scenarios/scenario.ts";
import { version } from "../version.ts";
import { print } from "./output.ts";

/** What is written, and where to. */
export interface ReportDocument extends FigureInput {
  readonly out: string;
  /** Folder of the figures; none are written without. */
  readonly folder: string | undefined;
  readonly page: Omit<ReportInput, "comparison" | "version"> & { readonly version?: string };
}

/** Writes the page and, if asked, the folder. */
export async function writeReport({ out, folder, page, ...input }: ReportDocument): Promise<void> {
  const { nation = usualNation } = input;
  const comparison = comparisonSaidOf(nation, input.comparison);
  const figures = figuresOf({ ...input, comparison }).map(drawFigure);
  const measured = page.facts ?? null;
  const whole: ReportInput = {
    version,
    ...page,
    comparison,
    facts: measured === null ? null : factsSaidOf(nation, measured),
  };
  writeOutput(out, reportPage(whole, figures));
  print(`wrote ${out}`);
  if (folder === undefined) return;
  const { facts = null, commands, files } = whole;
  for (const { name, text } of files) writeOutput(join(folder, "scenarios", name), text);
  const { seeds, window, confidence, scenarios } = comparison;
  const manifest = {
    version: whole.version,
    commands,
    seeds,
    window,
    confidence,
    scenarios: scenarios.map(({ id, title, policies }) => ({ id, title, policies })),
    runs: manifestRows(comparison),
  };
  writeOutput(join(folder, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  if (facts !== null) writeCsv(join(folder, "facts.csv"), factTable(facts));
  await writeFigures(folder, figures);
  print(`wrote ${figures.length} figures as SVG, PNG and CSV into ${folder}`);
}

/** The scenario's file, or why there is none. */
export function scenarioFileOf(scenario: Scenario): ReportFile {
  const isShipped = packs[scenario.pack.id] === scenario.pack;
  if (scenario.reproducible && isShipped) {
    return { name: `${scenario.id}.yaml`, text: printScenario(scenario) };
  }
  const pack = isShipped ? [] : [`data pack "${scenario.pack.id}" of the user's own`];
  const text = scenario.reproducible
    ? [...pack, "", textOf(scenario)]
    : [...pack, "a policy of this scenario is code"];
  return { name: `${scenario.id}.txt`, text: text.join("\n") };
}
