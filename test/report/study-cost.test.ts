import { describe, expect, it } from "vitest";
import { costOf } from "../../src/analysis/study/cost.ts";
import { costPage } from "../../src/report/study-cost.ts";

const measured = { runs: 6, msPerRun: 150, bytesPerRun: 2000, gzipBytesPerRun: 500 };
const prices = { usdPerCoreHour: 0.05, usdPerGbMonth: 0.03 };
const pageOf = (runs: number, cores: readonly number[], of = measured) =>
  costPage({
    study: { id: "large", population: 800, months: 180, scenarios: 3 },
    ...{
      machine: "a processor",
      version: "1.2.3",
      measured: of,
      prices,
      cost: costOf(of, runs, cores, prices),
    },
  });

describe("what a study needs", () => {
  it("is told with what was measured, in core-hours, days, GB and US$", () => {
    const [head, ...rows] = pageOf(10_000_000, [1, 256]).split("\n\n").join("\n").split("\n|");
    expect(head.replaceAll("\n", " ").trim()).toBe(
      'Study "large": 3 scenarios, 800 firms, 180 months. Measured on 6 runs with version 1.2.3 on a processor: 150.0 ms and 2,000 bytes per run (500.0 compressed).',
    );
    expect(rows.map((row) => row.replace(/ \|$/, "").trim())).toEqual([
      "10,000,000 runs | | from",
      "--- | --- | ---",
      "Core-hours | 416.7 | runs × time of a run",
      "On 1 core | 17 days | core-hours / cores",
      "On 256 cores | 1.6 hours | core-hours / cores",
      "Rows | 20.0 GB | runs × bytes of a row",
      "Rows, gzip | 5.00 GB | runs × compressed bytes of a row",
      "Disk while it runs | 40.0 GB | twice the rows: batches beside the result",
      "Cores | US$ 20.8 | at US$ 0.05 per core-hour",
      "Keeping the rows a year | US$ 7.20 | at US$ 0.03 per GB and month",
    ]);
  });

  it("is told of one run in the singular, and of little work in minutes", () => {
    const page = pageOf(1, [1], { ...measured, runs: 1, msPerRun: 90_000 });
    expect(page.replaceAll("\n", " ")).toContain("Measured on 1 run with version");
    expect(page).toContain("\n| 1 run | | from |\n");
    expect(page).toContain("| On 1 core | 1.5 minutes |");
  });
});
