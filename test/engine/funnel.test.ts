import { describe, expect, it } from "vitest";
import { gateNames } from "../../src/agents/codes.ts";
import type { FunnelRow } from "../../src/engine/observations.ts";
import { simulate } from "../../src/engine/run.ts";
import { eventsOf, rejections } from "./worlds.ts";

const scenario = { id: "small", months: 24, burnInMonths: 0, population: 100 };
const run = simulate(scenario, { seed: 3, events: true, funnel: "every" });
const sum = (rows: readonly { count: number }[]) => rows.reduce((total, { count }) => total + count, 0);
const at = (rows: readonly FunnelRow[], gate: string) => sum(rows.filter((row) => row.gate === gate));

describe("the insertion funnel", () => {
  it("counts every firm looked at once, by year as by buyer", () => {
    const looked = run.metrics.firmsLookedAt.reduce((total, value) => total + value, 0);
    expect(sum(run.funnel.byYear)).toBe(looked);
    expect(sum(run.funnel.byBuyer)).toBe(looked);
    for (const gate of gateNames) expect(at(run.funnel.byYear, gate)).toBe(at(run.funnel.byBuyer, gate));
  });

  it("is what the events tell: each rejected firm at its first gate, each loser, each winner", () => {
    const tenders = eventsOf(run.events, "tender").filter(({ month }) => month >= 0);
    const counts = new Map<string, number>();
    const count = (gate: string) => counts.set(gate, (counts.get(gate) ?? 0) + 1);
    for (const event of tenders) {
      const { bids, winner, outcome } = event;
      for (const { gate } of rejections(event)) count(gate);
      for (const { supplier } of bids) {
        if (supplier !== null) count(supplier === winner && outcome === "tender" ? "won" : "outbid");
      }
    }
    for (const gate of gateNames)
      expect([gate, at(run.funnel.byYear, gate)]).toEqual([gate, counts.get(gate) ?? 0]);
  });

  it("on request counts every gate that a firm fails, at least the first of them", () => {
    const every = run.funnel.everyGate!;
    for (const gate of gateNames.slice(0, 7)) {
      expect(at(every, gate), gate).toBeGreaterThanOrEqual(at(run.funnel.byYear, gate));
    }
    expect(at(every, "reserved")).toBe(at(run.funnel.byYear, "reserved"));
    expect(sum(every)).toBeGreaterThan(
      sum(run.funnel.byYear.filter(({ gate }) => gate !== "won" && gate !== "outbid")),
    );
  });

  it("on request counts who is one gate away, and no more than fell first at that gate", () => {
    const away = run.funnel.oneGateAway!;
    expect(sum(away)).toBeGreaterThan(0);
    for (const gate of gateNames.slice(0, 7)) {
      expect(at(away, gate), gate).toBeLessThanOrEqual(at(run.funnel.byYear, gate));
    }
    expect(at(away, "won") + at(away, "outbid")).toBe(0);
  });

  it("counts only first gates unless asked", () => {
    const plain = simulate(scenario, { seed: 3 });
    expect(plain.funnel.everyGate).toBe(undefined);
    expect(plain.funnel.byYear).toEqual(run.funnel.byYear);
  });

  it("leaves the burn-in out", () => {
    const late = simulate({ ...scenario, months: 12, burnInMonths: 12 }, { seed: 3 });
    expect(new Set(late.funnel.byYear.map(({ year }) => year))).toEqual(new Set([2017]));
    expect(sum(late.funnel.byYear)).toBe(
      late.metrics.firmsLookedAt.reduce((total, value) => total + value, 0),
    );
  });
});
