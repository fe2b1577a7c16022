import { simulate } from "../engine/run.ts";
import type { MetricName, Run } from "../engine/observations.ts";
import { windowValue } from "../analysis/window.ts";
import { digitsFor, fixed, millions } from "../report/numbers.ts";
import { table } from "../report/table.ts";
import { monthsPerYear, yearOfMonth } from "../units.ts";
import { inputOf } from "./input.ts";
import { outputStyle, print, printJson } from "./output.ts";

interface RunCommandOptions {
  readonly seed?: string;
  readonly events?: boolean;
  readonly population?: string;
  readonly pack?: string;
  readonly months?: string;
  readonly json?: boolean;
}

/** `eslabon run <scenario>` */
export function runCommand(id: string, options: RunCommandOptions): void {
  const input = inputOf("run");
  const population = input.whole("--population", options.population, 1);
  const months = input.whole("--months", options.months, 1);
  const scenario = input.scenario("scenario", id, { population, months, pack: options.pack });
  if (options.json === true && options.events === true) {
    const expected = "one of --json and --events: each decides what is printed";
    input.problems.push({ path: "", value: "--json --events", expected });
  }
  input.check();
  if (scenario === undefined) return;

  const run = simulate(scenario, { seed: options.seed ?? "1", events: options.events === true });
  if (options.events === true) {
    for (const event of run.events ?? []) print(JSON.stringify(event));
  } else if (options.json === true) {
    const { manifest, metrics, funnel, ladder, treasury, patches, suppliers } = run;
    printJson({ manifest, metrics, funnel, ladder, treasury, patches, suppliers });
  } else {
    print(yearsReport(run));
  }
}

const shown = [
  ["spendUsd", "spend"],
  ["inCountryUsd", "in country"],
  ["peruvianDirectUsd", "domestic"],
  ["peruvianWithSubcontractsUsd", "with 2nd tier"],
  ["localValueNetUsd", "local value"],
  ["exportsUsd", "exports"],
  ["publicCostUsd", "public cost"],
  ["peruvianFirms", "firms"],
  ["directSuppliers", "1st tier"],
  ["adoptions", "adoptions"],
] as const satisfies readonly (readonly [MetricName, string])[];

/** A run year by year, with its fingerprint. */
export function yearsReport(run: Run): string {
  const { scenario, manifest, fingerprint } = run;
  const fullYears = Math.floor(scenario.months / monthsPerYear);
  const windows =
    fullYears === 0
      ? [{ fromMonth: 0, toMonth: scenario.months }]
      : Array.from({ length: fullYears }, (_, year) => ({
          fromMonth: year * monthsPerYear,
          toMonth: (year + 1) * monthsPerYear,
        }));
  const { text } = table(
    [
      { heading: "Year", align: "right" },
      ...shown.map(([, heading], i) => ({ heading, align: "right" as const, rank: i < 5 ? 0 : 1 })),
    ],
    windows.map((window) => [
      String(yearOfMonth(window.fromMonth)),
      ...shown.map(([metric]) => {
        const value = windowValue(run, metric, window);
        return metric.endsWith("Usd") ? fixed(millions(value), digitsFor(millions(value))) : fixed(value, 0);
      }),
    ]),
    outputStyle(),
  );
  return [
    `${scenario.title}, seed ${manifest.seed}. Money in US$ million a year.`,
    text,
    `Fingerprint ${fingerprint}, scenario ${manifest.scenarioHash}, version ${manifest.version}.`,
  ].join("\n\n");
}
