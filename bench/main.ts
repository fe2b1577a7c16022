// npm run bench: what runs cost, beside what is aimed at. `-- --compare` sets the figures beside bench/baseline.json, times in
// kernels so that machines differ little; `--save` writes that file, `--quick` takes few turns, `--json` prints for programs.
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { table } from "../src/report/table.ts";
import { defineScenario } from "../src/scenarios/scenario.ts";
import { optionsOf } from "../scripts/options.mjs";
import { measureMachine } from "./machine.ts";
import type { Measure } from "./measures.ts";
import { phaseShares, type PhaseShare } from "./phases.ts";
import { measureRuns } from "./runs.ts";
import { measureFullScale, measureScale, runFullScale } from "./scale.ts";
import { measureStartUp } from "./start-up.ts";
import { measureStudies } from "./studies.ts";

interface Report {
  readonly node: string;
  readonly measures: readonly Measure[];
  readonly phases: readonly PhaseShare[];
}

const asked = optionsOf({
  compare: { type: "boolean" },
  save: { type: "boolean" },
  quick: { type: "boolean" },
  json: { type: "boolean" },
  "full-scale": { type: "boolean" },
});
const baselineFile = resolve("bench", "baseline.json");

async function bench(): Promise<Report> {
  const { quick = false } = asked;
  const turns = quick ? 3 : 9;
  const measures: Measure[] = [];
  const stage = async (name: string, measure: () => Measure[] | Promise<Measure[]>) => {
    process.stderr.write(`measuring ${name}\n`);
    measures.push(...(await measure()));
  };
  await stage("the machine", () => measureMachine([1, 4, 16]));
  await stage("runs", () => measureRuns(turns));
  await stage("costs from 800 firms up", () => measureScale(quick ? [800, 8000] : [800, 8000, 80_000], 12));
  await stage("full scale", () => measureFullScale());
  await stage("workers", () => (quick ? measureStudies(8, 20) : measureStudies(60, 500)));
  await stage("start-up", () => measureStartUp(resolve("dist"), turns));
  process.stderr.write("measuring phases\n");
  const phases = phaseShares(defineScenario({ id: "baseline" }), turns);
  return { node: process.version, measures, phases };
}

function print(report: Report, before: Report | null): void {
  const right = (heading: string) => ({ heading, align: "right" as const });
  const figure = (value: number) => value.toFixed(value < 10 ? 2 : 0);
  const rows = report.measures.map(({ name, value, unit, target, kernels }) => {
    const met =
      target === undefined || (target.bound === "at most" ? value <= target.value : value >= target.value);
    const aim =
      target === undefined ? "" : `${target.bound} ${figure(target.value)}${met ? "" : ", not met"}`;
    const old = before?.measures.find((each) => each.name === name);
    const change = old === undefined ? "" : `${figure(ratio({ value, kernels }, old))}x`;
    return [name, `${figure(value)} ${unit}`, aim, ...(before === null ? [] : [change])];
  });
  const columns = [{ heading: "Measure" }, right("now"), { heading: "aim" }];
  const all = table(before === null ? columns : [...columns, right("over the baseline")], rows);
  const shares = table(
    [{ heading: "Phase" }, right("share"), right("a run")],
    report.phases.map(({ phase, share, milliseconds }) => [
      phase,
      `${(share * 100).toFixed(1)} %`,
      `${milliseconds.toFixed(1)} ms`,
    ]),
  );
  console.log([`Node ${report.node}`, all, shares].join("\n\n"));
}

/** A figure over the baseline's: times in kernels, all else as it is. */
function ratio(now: Pick<Measure, "value" | "kernels">, before: Measure): number {
  return now.kernels === null || before.kernels === null
    ? now.value / before.value
    : now.kernels / before.kernels;
}

if (asked["full-scale"] === true) {
  console.log(JSON.stringify(runFullScale()));
} else {
  const report = await bench();
  if (asked.save === true) writeFileSync(baselineFile, `${JSON.stringify(report, null, 2)}\n`);
  const before = asked.compare === true ? (JSON.parse(readFileSync(baselineFile, "utf8")) as Report) : null;
  if (asked.json === true) console.log(JSON.stringify({ ...report, baseline: before }, null, 2));
  else print(report, before);
}
