import { cpus } from "node:os";
import { costOf } from "../analysis/study/cost.ts";
import { layoutOf } from "../analysis/study/layout.ts";
import { measureRuns } from "../node/study/measure-runs.ts";
import { costPage } from "../report/study-cost.ts";
import { version } from "../version.ts";
import { inputOf } from "./input.ts";
import { print, printJson } from "./output.ts";
import { studyOf } from "./study-run.ts";

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
  const study = studyOf(input, file);
  input.check();
  if (study === undefined) return;
  const measured = measureRuns(study, sample);
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
