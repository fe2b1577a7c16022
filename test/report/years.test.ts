import { describe, expect, it } from "vitest";
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

  it("says which columns had no room", () => {
    expect(yearsReport(run, { width: 60 })).toMatch(/^No room for: public cost, firms, /m);
    expect(yearsReport(run)).not.toContain("No room");
  });
});
