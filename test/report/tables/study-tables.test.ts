import { describe, expect, it } from "vitest";
import type { StudyRow } from "../../../src/analysis/study/rows.ts";
import { defineStudy } from "../../../src/analysis/study/study.ts";
import { drawsOf } from "../../../src/analysis/study/draws.ts";
import {
  drawsTable,
  studyRunTables,
  studySummaryRows,
  studyTableDefinitions,
} from "../../../src/report/tables/study-tables.ts";
import { version } from "../../../src/version.ts";

const size = { population: 60, months: 30, burnInMonths: 4 };
const study = defineStudy({
  id: "drawn",
  scenarios: [
    { id: "baseline", ...size },
    { id: "centre", ...size, policies: [{ policy: "testing-centre", startMonth: 3 }] },
  ],
  seeds: 2,
  draws: { count: 3, parameters: ["trialMonths", "caution"] },
  windows: [
    { id: "early", fromMonth: 3, toMonth: 12 },
    { id: "late", fromMonth: 12, toMonth: 30 },
  ],
  metrics: ["peruvianBids", "spendUsd"],
  keep: ["monthly"],
});
const row: StudyRow = {
  ...{ run: 7, scenario: "centre", seed: "2/3", draw: 2, fingerprint: "0123456789abcdef" },
  values: [
    [10, 11],
    [20, 21],
  ],
  monthly: [
    [1, 2, 3],
    [4, 5, 6],
  ],
};
const keys = { run: 7, scenario: "centre", seed: "2/3", draw: 2 };
const [runs, windows, months] = studyRunTables(study);

describe("the tables of a study", () => {
  it("have a row for each run, and of one that failed why", () => {
    const [{ hash }, { hash: scenarioHash }] = study.scenarios;
    const same = { scenarioHash, version, months: 30, burnInMonths: 4, population: 60 };
    expect([...runs.rows(row)]).toEqual([{ ...keys, ...same, fingerprint: row.fingerprint, error: null }]);
    const failed = { ...keys, scenario: "baseline", error: "a buyer owes itself" };
    expect([...runs.rows(failed)]).toEqual([{ ...failed, ...same, scenarioHash: hash, fingerprint: null }]);
    expect([...windows.rows(failed), ...months.rows(failed)]).toEqual([]);
    expect(() => [...runs.rows({ ...row, scenario: "other" })]).toThrow("not in its study");
  });

  it("have each window's and each month's metrics by name", () => {
    expect([...windows.rows(row)]).toEqual([
      { ...keys, window: "early", fromMonth: 3, toMonth: 12, peruvianBids: 10, spendUsd: 11 },
      { ...keys, window: "late", fromMonth: 12, toMonth: 30, peruvianBids: 20, spendUsd: 21 },
    ]);
    expect([...months.rows(row)]).toEqual([
      { ...keys, month: 0, date: "2017-01", peruvianBids: 1, spendUsd: 4 },
      { ...keys, month: 1, date: "2017-02", peruvianBids: 2, spendUsd: 5 },
      { ...keys, month: 2, date: "2017-03", peruvianBids: 3, spendUsd: 6 },
    ]);
  });

  it("have the values of each draw from 1 on, in columns by name, and none where none are drawn", () => {
    const draws = drawsTable(study);
    expect(draws?.definition.columns.map(({ name }) => name)).toEqual(["draw", "caution", "trialMonths"]);
    const valuesOf = drawsOf(study.draws!);
    expect([...(draws?.rows() ?? [])]).toEqual([1, 2, 3].map((draw) => ({ draw, ...valuesOf(draw) })));
    expect(drawsTable({ ...study, draws: null })).toBeNull();
    const names = (of: typeof study) => studyTableDefinitions(of).map(({ name }) => name);
    const most = ["runs", "window-metrics", "monthly-metrics", "draws", "effects", "levels"];
    expect(names(study)).toEqual(most);
    expect(names({ ...study, draws: null, keep: [] })).toEqual([...most.slice(0, 2), ...most.slice(4)]);
  });

  it("say of each effect which baseline, confidence and months it is of", () => {
    const effects = [{ window: "late", scenario: "centre" }] as never;
    expect([...studySummaryRows(study, effects)]).toEqual([
      {
        ...{ baseline: "baseline", confidence: 0.95, fromMonth: 12, toMonth: 30 },
        ...{ window: "late", scenario: "centre" },
      },
    ]);
  });
});
