import { describe, expect, it } from "vitest";
import { InputError } from "../../src/errors.ts";
import { simulate } from "../../src/engine/run.ts";
import { defineScenario, type ScenarioInput } from "../../src/scenarios/scenario.ts";
import type { Shock } from "../../src/scenarios/shocks.ts";
import { eventsOf } from "../engine/worlds.ts";
import type { PolicyRequest } from "../../src/scenarios/policy-request.ts";

const size = { months: 72, burnInMonths: 0, population: 100 };
const runWith = (shocks: readonly Shock[], input: Partial<ScenarioInput> = {}) =>
  simulate({ id: "a", ...size, shocks, ...input }, { seed: 4, events: true });
const calm = runWith([]);

/** Every metric of the months before one. */
const until = (month: number, { metrics }: typeof calm) =>
  Object.values(metrics).map((series) => series.slice(0, month));

describe("a copper price path", () => {
  const shocked = runWith([
    {
      kind: "copper-price",
      path: [
        { month: 20, usdPerLb: 3 },
        { month: 30, usdPerLb: 2 },
      ],
    },
  ]);
  const price = shocked.metrics.copperPriceUsdPerLb;

  it("is followed from its first point to its last, linear between them", () => {
    expect([price[20], price[25], price[30]]).toEqual([3, 2.5, 2]);
    expect(until(20, shocked)).toEqual(until(20, calm));
  });

  it("is where the model's price goes on from", () => {
    expect(Math.abs(price[31] / 2 - 1)).toBeLessThan(0.25);
    expect(price[31]).not.toBe(2);
    expect(price[31]).not.toBe(calm.metrics.copperPriceUsdPerLb[31]);
  });
});

describe("a shock that cannot be", () => {
  const problemsOf = (shock: object) => {
    try {
      defineScenario({ id: "a", ...size, shocks: [shock as Shock] });
    } catch (error) {
      if (error instanceof InputError)
        return error.problems.map(({ path, expected }) => `${path}: ${expected}`);
      throw error;
    }
    return [];
  };
  const exit = (supplier: string) => ({ kind: "supplier-exit", supplier, month: 3 });
  const path = (...months: number[]) => ({
    kind: "copper-price",
    path: months.map((month) => ({ month, usdPerLb: 2 })),
  });

  it("lies beyond the horizon, or before the point before it", () => {
    const government = (month: number) => problemsOf({ kind: "change-of-government", month });
    expect(government(71)).toEqual([]);
    expect(government(72)).toEqual(["shocks[0].month: a month before the horizon of 72 months"]);
    expect(problemsOf(path(0, 1))).toEqual([]);
    expect(problemsOf(path(4, 4))).toEqual(["shocks[0].path[1].month: a month after 4, the one before it"]);
  });

  it("is of a firm that does not start", () => {
    // Of every category that has firms at all one starts.
    expect(problemsOf({ ...exit("chilean metal-structures 1") })).toEqual([]);
    expect(problemsOf(exit("peruvian metal-structures 1 x"))).toEqual([
      expect.stringContaining("shocks[0].supplier: origin, category and number"),
    ]);
    const parameters = { "metal-structures.firmsPeruvian": 16 };
    expect(() =>
      defineScenario({
        id: "a",
        ...size,
        parameters,
        beyondRanges: true,
        shocks: [exit("peruvian metal-structures 3") as Shock],
      }),
    ).toThrow("a number from 1 to 2: so many");
    expect(problemsOf(exit("peruvian metal-structures 999"))).toEqual([
      expect.stringMatching(/a number from 1 to \d+: so many/),
    ]);
  });
});

describe("a project", () => {
  const started = (run: typeof calm, project: string) =>
    eventsOf(run.events, "mine-stage").find((event) => event.project === project)?.month;

  it("that is delayed starts so much later, and nothing else changes before", () => {
    const first = started(calm, "quellaveco")!;
    const shocked = runWith([{ kind: "project-delayed", project: "quellaveco", months: 7 }]);
    expect(started(shocked, "quellaveco")).toBe(first + 7);
    expect(until(first, shocked)).toEqual(until(first, calm));
  });

  it("that waits for the price is delayed from the month in which its trigger was met", () => {
    const boom: Shock = {
      kind: "copper-price",
      path: [
        { month: 0, usdPerLb: 5 },
        { month: 71, usdPerLb: 5 },
      ],
    };
    const room = { parameters: { projectsAtOnce: 50 }, beyondRanges: true };
    const first = started(runWith([boom], room), "tia-maria")!;
    const delayed = runWith([boom, { kind: "project-delayed", project: "tia-maria", months: 5 }], room);
    expect(started(delayed, "tia-maria")).toBe(first + 5);
  });

  it("that is cancelled never starts", () => {
    expect(
      started(runWith([{ kind: "project-cancelled", project: "quellaveco" }]), "quellaveco"),
    ).toBeUndefined();
  });
});

describe("a supplier's exit", () => {
  const holder = calm.suppliers.find(
    ({ origin, leftMonth, deliveries }) => origin === "global" && leftMonth === null && deliveries > 30,
  )!;

  it("takes the firm out in its month, and its lots are open at once", () => {
    const shocked = runWith([{ kind: "supplier-exit", supplier: holder.name, month: 30 }]);
    expect(eventsOf(shocked.events, "exit").find(({ supplier }) => supplier === holder.id)).toMatchObject({
      month: 30,
      reason: "shock",
    });
    expect(until(30, shocked)).toEqual(until(30, calm));
    expect(shocked.metrics.tenders[31]).toBeGreaterThan(calm.metrics.tenders[31]);
    expect(shocked.suppliers[holder.id].leftMonth).toBe(30);
    // The metric counts Peruvian firms: so many are left.
    const { peruvianFirms, entries, exits } = shocked.metrics;
    expect(peruvianFirms[30]).toBe(peruvianFirms[29] + entries[30] - exits[30]);
  });
});

describe("a change of government", () => {
  it("ends or spares programmes outside the political cycle", () => {
    const policies: PolicyRequest[] = [{ policy: "testing-centre", startMonth: 6 }];
    const parameters = { programmeSurvival: 0.4 };
    const ends = [1, 2, 3, 4, 5, 6].map((seed) => {
      const shocks: Shock[] = [{ kind: "change-of-government", month: 20 }];
      const { events } = simulate(
        { id: "a", ...size, months: 24, policies, parameters, shocks },
        { seed, events: true },
      );
      const [change] = eventsOf(events, "government-changed");
      expect(change.month).toBe(20);
      return change.ended.length;
    });
    expect(new Set(ends)).toEqual(new Set([0, 1]));
  });
});

describe("shocks in a scenario", () => {
  it("are part of its content, whatever their order, and of its hash only when there are any", () => {
    const one: Shock = { kind: "project-cancelled", project: "tia-maria" };
    const two: Shock = { kind: "change-of-government", month: 3 };
    const hash = (shocks: readonly Shock[]) => defineScenario({ id: "a", shocks }).hash;
    expect(hash([one, two])).toBe(hash([two, one]));
    expect(hash([])).toBe(defineScenario({ id: "a" }).hash);
    expect(hash([one])).not.toBe(hash([]));
  });

  it("name a firm as runs do, whatever else is wrong with the scenario", () => {
    const exit = (supplier: string) => ({ kind: "supplier-exit" as const, supplier, month: 3 });
    const wrong = (input: object) => () => defineScenario({ id: "a", ...input });
    expect(wrong({ shocks: [exit("peruvian metal-structures 03")] })).toThrow(
      'shocks[0].supplier: found "peruvian metal-structures 03", expected a number from 1 to 45',
    );
    const shocks = [exit("peruvian metal-structures 30"), exit("peruvian metal-structures 0")];
    expect(wrong({ population: "many", shocks })).toThrow(
      'shocks[1].supplier: found "peruvian metal-structures 0", expected a number of at least 1: so many',
    );
  });

  it("are refused when wrong, all at once, with what would be right", () => {
    const shocks = [
      { kind: "copper-prize" },
      {
        kind: "copper-price",
        path: [
          { month: 9, usdPerLb: 3 },
          { month: 9, usdPerLb: 0 },
        ],
      },
      { kind: "project-delayed", project: "quellavecco", months: 3 },
      { kind: "project-cancelled", project: "quechua" },
      { kind: "supplier-exit", supplier: "peruvian metal-structures 4000", month: 3 },
      { kind: "supplier-exit", supplier: "martian fuel 1", month: 999 },
      { kind: "change-of-government", month: 12, when: 3 },
      { kind: "project-cancelled", project: "tia-maria" },
      { kind: "project-delayed", project: "tia-maria", months: 3 },
      null,
    ] as unknown as Shock[];
    let error: unknown;
    try {
      defineScenario({ id: "a", shocks });
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(InputError);
    const message = (error as InputError).message;
    for (const part of [
      'shocks[0].kind: found "copper-prize"',
      'did you mean "copper-price"?',
      "shocks[1].path[1].usdPerLb: found 0",
      'shocks[2].project: found "quellavecco"',
      'did you mean "quellaveco"?',
      'shocks[3].project: found "quechua"',
      "shocks[4].supplier: found",
      "a number from 1 to",
      "shocks[5].month: found 999",
      "origin, category and number",
      'shocks[6].when: found "when"',
      "shocks[8]: found",
      "shocks[7] is about the same",
      "shocks[9]: found",
    ]) {
      expect(message).toContain(part);
    }
  });
});
