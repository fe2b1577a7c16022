import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { layoutOf } from "../../../src/analysis/study/layout.ts";
import { rowsOf, type StudyRow } from "../../../src/analysis/study/rows.ts";
import { defineStudy } from "../../../src/analysis/study/study.ts";
import { measureRuns } from "../../../src/node/study/measure-runs.ts";

const size = { population: 50, months: 12, burnInMonths: 0 };
const study = defineStudy({
  id: "small",
  scenarios: [
    { id: "baseline", ...size },
    { id: "cautious", parameters: { caution: 1.4 }, ...size },
  ],
  seeds: 3,
});
const rows = [...rowsOf(study, layoutOf(study), { from: 0, to: 6 })];

/** A machine whose first twenty runs take 100 ms each and all others 10 ms. */
function machine(broken: Partial<StudyRow> = {}) {
  let made = 0;
  let ms = 0;
  return {
    now: () => ms,
    *make({ from, to }: { readonly from: number; readonly to: number }) {
      for (const row of rows.slice(from, to)) {
        made += 1;
        ms += made <= 20 ? 100 : 10;
        yield { ...row, ...broken };
      }
    },
  };
}

describe("what a run takes", () => {
  it("is measured on runs after those in which the engine compiles", () => {
    expect(measureRuns(study, 2, machine())).toMatchObject({ runs: 4, msPerRun: 10 });
  });

  it("is measured on all groups of a study that has fewer", () => {
    const text = rows.map((row) => `${JSON.stringify(row)}\n`).join("");
    expect(measureRuns(study, 9, machine())).toMatchObject({
      runs: 6,
      bytesPerRun: text.length / 6,
      gzipBytesPerRun: gzipSync(text).length / 6,
    });
  });

  it("is not told of runs that fail", () => {
    expect(() => measureRuns(study, 1, machine({ error: "no reason" }))).toThrow(
      'run 0: found "no reason", expected a run that ends',
    );
  });

  it("is time of the processor here", () => {
    const { runs, msPerRun } = measureRuns(study, 1);
    expect(runs).toBe(2);
    expect(msPerRun).toBeGreaterThan(0);
  });
});
