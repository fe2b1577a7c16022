// What a large study needs, as a table in Markdown that reads well in a terminal too.
import type { MeasuredRun, StudyCost, StudyPrices } from "../analysis/study/cost.ts";
import { counted, digitsFor, fixed } from "./numbers.ts";
import { wrap } from "./wrap.ts";

const lineWidth = 80;

/** What was measured, and what follows from it. */
export interface CostReport {
  readonly study: {
    readonly id: string;
    readonly population: number;
    readonly months: number;
    readonly scenarios: number;
  };
  readonly machine: string;
  readonly version: string;
  readonly measured: MeasuredRun;
  readonly prices: StudyPrices;
  readonly cost: StudyCost;
}

/** A cost report as Markdown. */
export function costPage({ study, machine, version, measured, prices, cost }: CostReport): string {
  const number = (value: number) => fixed(value, digitsFor(value));
  const gigabytes = (bytes: number) => `${number(bytes / 1e9)} GB`;
  const rows: (readonly [string, string, string])[] = [
    ["Core-hours", number(cost.coreHours), "runs × time of a run"],
    ...cost.hours.map(
      ({ cores, hours }) => [`On ${counted(cores, "core")}`, duration(hours), "core-hours / cores"] as const,
    ),
    ["Rows", gigabytes(cost.bytes), "runs × bytes of a row"],
    ["Rows, gzip", gigabytes(cost.gzipBytes), "runs × compressed bytes of a row"],
    ["Disk while it runs", gigabytes(cost.peakBytes), "twice the rows: batches beside the result"],
    ["Cores", `US$ ${number(cost.computeUsd)}`, `at US$ ${prices.usdPerCoreHour} per core-hour`],
    [
      "Keeping the rows a year",
      `US$ ${number(cost.storageUsdPerYear)}`,
      `at US$ ${prices.usdPerGbMonth} per GB and month`,
    ],
  ];
  return [
    wrap(
      `Study "${study.id}": ${study.scenarios} scenarios, ${study.population} firms, ${study.months} months. Measured on ${counted(measured.runs, "run")} with version ${version} on ${machine}: ${number(measured.msPerRun)} ms and ${number(measured.bytesPerRun)} bytes per run (${number(measured.gzipBytesPerRun)} compressed).`,
      lineWidth,
    ),
    "",
    `| ${fixed(cost.runs, 0)} ${cost.runs === 1 ? "run" : "runs"} | | from |`,
    "| --- | --- | --- |",
    ...rows.map((cells) => `| ${cells.join(" | ")} |`),
  ].join("\n");
}

function duration(hours: number): string {
  const text = (value: number, unit: string) => `${fixed(value, digitsFor(value) > 1 ? 1 : 0)} ${unit}`;
  if (hours >= 48) return text(hours / 24, "days");
  return hours >= 1 ? text(hours, "hours") : text(hours * 60, "minutes");
}
