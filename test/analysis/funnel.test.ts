import { describe, expect, it } from "vitest";
import { gateNames } from "../../src/agents/codes.ts";
import { funnelSteps, sumFunnel, type FunnelFilter } from "../../src/analysis/funnel.ts";
import { simulate } from "../../src/engine/run.ts";

const { funnel, metrics } = simulate(
  { id: "baseline", months: 24, burnInMonths: 12, population: 200 },
  { seed: 1 },
);
const all = (rows: readonly { readonly count: number }[]) => rows.reduce((sum, { count }) => sum + count, 0);

describe("sums of the funnel", () => {
  it("add up to the firms looked at, over years and over buyers alike", () => {
    const lookedAt = metrics.firmsLookedAt.reduce((sum, count) => sum + count, 0);
    expect(all(sumFunnel(funnel, ["gate"]))).toBe(lookedAt);
    expect(all(sumFunnel(funnel, ["buyer", "gate"]))).toBe(lookedAt);
    expect(sumFunnel(funnel, [])).toEqual([{ count: lookedAt, share: 1 }]);
  });

  it("keep the chosen dimensions and give each its share", () => {
    const rows = sumFunnel(funnel, ["origin", "year"]);
    expect(new Set(rows.map(({ year }) => year))).toEqual(new Set([2017, 2018]));
    expect(rows.reduce((sum, { share }) => sum + share!, 0)).toBeCloseTo(1, 12);
    expect(Object.keys(rows[0])).toEqual(["origin", "year", "count", "share"]);
  });

  it("count only what the filter lets through", () => {
    const filter = { origin: "peruvian", category: "metal-structures", fromYear: 2018 } as const;
    const expected = funnel.byYear.filter(
      (row) => row.origin === "peruvian" && row.category === "metal-structures" && row.year >= 2018,
    );
    expect(all(sumFunnel(funnel, ["risk"], filter))).toBe(all(expected));
    const yearsOf = (years: FunnelFilter) => sumFunnel(funnel, ["year"], years).map(({ year }) => year);
    expect([yearsOf({ toYear: 2017 }), yearsOf({ fromYear: 2018, toYear: 2018 })]).toEqual([[2017], [2018]]);
    expect(sumFunnel(funnel, ["gate"], { fromYear: 2050 })).toEqual([]);
  });

  it("refuse unknown dimensions, and years together with buyers", () => {
    expect(() => sumFunnel(funnel, ["gate"], { categry: "fuels" } as FunnelFilter)).toThrow(
      'did you mean "category"?',
    );
    expect(() => sumFunnel(funnel, ["year"], { buyer: "antamina" })).toThrow(
      "years or buyers: the funnel counts them apart",
    );
  });
});

describe("the steps of the funnel", () => {
  const steps = funnelSteps(funnel, { origin: "peruvian" });

  it("are the gates in order, each reached by those that passed the one before", () => {
    expect(steps.map(({ gate }) => gate)).toEqual(gateNames);
    for (let i = 1; i < steps.length; i++) {
      expect(steps[i].reached).toBe(steps[i - 1].reached - steps[i - 1].fell);
    }
  });

  it("have the part that falls of those that come, and the part that comes of all", () => {
    const count = (of: string) => all(sumFunnel(funnel, ["gate"], { origin: "peruvian", gate: of as "won" }));
    const [reserved, second, third] = gateNames.slice(0, 3).map(count);
    const looked = all(sumFunnel(funnel, ["gate"], { origin: "peruvian" }));
    expect(steps[1]).toMatchObject({ reached: looked - reserved, fell: second });
    expect(steps[1].fellShare).toBeCloseTo(second / (looked - reserved), 12);
    expect(steps[1].reachedShare).toBeCloseTo((looked - reserved) / looked, 12);
    expect(steps[2].fellShare).toBeCloseTo(third / (looked - reserved - second), 12);
    expect(second).toBeGreaterThan(0);
  });

  it("end with those that won", () => {
    const won = funnel.byYear.filter(({ origin, gate }) => origin === "peruvian" && gate === "won");
    expect(steps.at(-1)).toMatchObject({ gate: "won", reached: all(won), fell: 0 });
  });

  it("have no shares where nobody came", () => {
    const [first] = funnelSteps(funnel, { fromYear: 2050 });
    expect(first).toEqual({ gate: "reserved", reached: 0, fell: 0, fellShare: null, reachedShare: null });
  });
});
