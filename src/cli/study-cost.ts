import { cpus } from "node:os";
import { gzipSync } from "node:zlib";
import { costOf, type MeasuredRun } from "../analysis/study/cost.ts";
import { layoutOf } from "../analysis/study/layout.ts";
import { rowsOf, type StudyRow } from "../analysis/study/rows.ts";
import type { Study } from "../analysis/study/study.ts";
import { InputError } from "../errors.ts";
import { readStudyFile } from "../node/study/study-file.ts";
import { costPage } from "../report/study-cost.ts";
import { version } from "../version.ts";
import { inputOf } from "./input.ts";
import { print, printJson } from "./output.ts";

interface StudyCostOptions {
  readonly runs?: string;
  readonly cores?: string;
  readonly usdPerCoreHour?: string;
  readonly usdPerGbMonth?: string;
  readonly sample?: string;
  readonly json?: boolean;
}

/** `eslabon study-cost <file>` */
export function studyCostCommand(file: string, options: StudyCostOptions): void {
  const input = inputOf("study-cost");
  const runs = input.whole("--runs", options.runs, 1);
  const sample = input.whole("--sample", options.sample, 1) ?? 1;
  const cores = (options.cores ?? "")
    .split(",")
    .flatMap((text) => input.whole("--cores", text.trim(), 1) ?? []);
  const price = (option: string, text: string | undefined) =>
    input.number(option, text, "a price in US$ of at least 0", 0) ?? 0;
  const prices = {
    usdPerCoreHour: price("--usd-per-core-hour", options.usdPerCoreHour),
    usdPerGbMonth: price("--usd-per-gb-month", options.usdPerGbMonth),
  };
  input.check();
  const study = readStudyFile(file);
  const measured = measure(study, sample);
  const { id, scenarios } = study;
  const [{ population, months }] = scenarios;
  const report = {
    study: { id, population, months, scenarios: scenarios.length },
    machine: `${cpus()[0]?.model.trim() ?? "an unknown processor"}, node ${process.versions.node}`,
    version,
    measured,
    prices,
    cost: costOf(measured, runs ?? layoutOf(study).runs, cores, prices),
  };
  if (options.json === true) printJson(report);
  else print(costPage(report));
}

const microsecondsPerMs = 1000;

/** Core time and bytes per run of whole groups, after one that warms up. */
function measure(study: Study, sample: number): MeasuredRun {
  const layout = layoutOf(study);
  const groups = Math.min(sample + 1, layout.groups);
  const make = (from: number, to: number) => [
    ...rowsOf(study, layout, { from: from * layout.groupSize, to: to * layout.groupSize }),
  ];
  make(0, 1);
  // Time of the processor, not of the clock: other programs on the machine do not count.
  const start = process.cpuUsage();
  const rows = groups === 1 ? make(0, 1) : make(1, groups);
  const { user, system } = process.cpuUsage(start);
  const ms = (user + system) / microsecondsPerMs;
  const failed = rows.find((row): row is StudyRow & { error: string } => row.error !== undefined);
  if (failed !== undefined) {
    throw new InputError("a study's cost", [
      { path: `run ${failed.run}`, value: failed.error, expected: "a run that ends" },
    ]);
  }
  const text = Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  return {
    runs: rows.length,
    msPerRun: ms / rows.length,
    bytesPerRun: text.length / rows.length,
    gzipBytesPerRun: gzipSync(text).length / rows.length,
  };
}
