import { describe, expect, it } from "vitest";
import { metrics, type MetricName } from "../../src/engine/observations.ts";
import { simulate } from "../../src/engine/run.ts";
import { yearsReport } from "../../src/report/years.ts";
import { displayWidth } from "../../src/report/wrap.ts";

const run = simulate({ id: "baseline", population: 50, months: 36, burnInMonths: 12 }, { seed: 1 });

describe("a run year by year", () => {
  it("is a table where no charts are wanted", () => {
    const text = yearsReport(run);
    expect(text.match(/^20\d\d /gm)).toHaveLength(3);
    expect(text).not.toMatch(/[▁-█]/);
  });

  it("says which months are in no year, and of a shorter run what its year stands for", () => {
    const headOf = (months: number) =>
      yearsReport(simulate({ id: "baseline", population: 50, months, burnInMonths: 0 }, { seed: 1 }))
        .split("\n\n")[0]
        .split(" a year.")[1];
    expect(headOf(12)).toBe("");
    expect(headOf(13)).toBe(" The last 1 month is no whole year, and left out.");
    expect(headOf(23)).toBe(" The last 11 months are no whole year, and left out.");
    expect(headOf(7)).toBe(" The year stands for its first 7 months.");
  });

  it("shows how each number went, as finely as the terminal is wide, and fits it", () => {
    const marksAt = (width: number) => {
      const text = yearsReport(run, { width, charts: true });
      for (const line of text.split("\n")) expect(displayWidth(line), line).toBeLessThanOrEqual(width);
      return [/by (\w+)/.exec(text)?.[1], /^spend +([▁-█]+)/m.exec(text)?.[1].length];
    };
    expect(marksAt(60)).toEqual(["quarter", 12]);
    expect(marksAt(120)).toEqual(["month", 36]);
  });

  it("names the value that is told: net of what rules and preferences cost", () => {
    const [, , heads = "", , first = ""] = yearsReport(run).split("\n");
    const place = heads.split(/ {2,}/).indexOf("net local value");
    const usdMillion = run.metrics.localValueNetUsd.slice(0, 12).reduce((sum, usd) => sum + usd, 0) / 1e6;
    expect(Number(first.trim().split(/ {2,}/)[place]?.replace(",", ""))).toBe(Math.round(usdMillion));
  });

  it("shows each year's numbers under their headings: flows summed up in US$ million, stocks on average", () => {
    const cellsOf = (line: string) => line.trim().split(/ {2,}/);
    const [, table] = yearsReport(run).split("\n\n");
    const [heads, , ...years] = table.split("\n").map(cellsOf);
    expect(years.map(([year]) => year)).toEqual(["2017", "2018", "2019"]);
    const columns = {
      ...{ spend: "spendUsd", "in country": "inCountryUsd", domestic: "peruvianDirectUsd" },
      ...{ "with 2nd tier": "peruvianWithSubcontractsUsd", "net local value": "localValueNetUsd" },
      ...{ exports: "exportsUsd", "public cost": "publicCostUsd", firms: "peruvianFirms" },
      ...{ "1st tier": "directSuppliers", adoptions: "adoptions" },
    } as const satisfies Record<string, MetricName>;
    expect(heads).toEqual(["Year", ...Object.keys(columns)]);
    const numberOf = (cell: string) => Number(cell.replaceAll(",", ""));
    for (const [place, metric] of Object.values(columns).entries()) {
      const unit = metric.endsWith("Usd") ? 1e6 : 1;
      years.forEach((cells, year) => {
        const months = run.metrics[metric].slice(12 * year, 12 * (year + 1));
        const sum = months.reduce((all, each) => all + each, 0) / unit;
        const expected = metrics[metric].kind === "flow" ? sum : sum / 12;
        const digits = cells[place + 1].split(".")[1]?.length ?? 0;
        expect(Math.abs(numberOf(cells[place + 1]) - expected), metric).toBeLessThanOrEqual(
          0.50001 / 10 ** digits,
        );
      });
    }
    const [, , courses] = yearsReport(run, { charts: true }).split("\n\n");
    for (const line of courses.split("\n").slice(2)) {
      const [lowest, highest] = cellsOf(line).slice(-2).map(numberOf);
      expect(lowest).toBeLessThanOrEqual(highest);
    }
  });

  it("says which columns had no room", () => {
    expect(yearsReport(run, { width: 60 })).toMatch(/^No room for: public cost, firms, /m);
    expect(yearsReport(run)).not.toContain("No room");
  });
});
