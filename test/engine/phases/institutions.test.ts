import { describe, expect, it } from "vitest";
import { institutions } from "../../../src/engine/phases/institutions.ts";
import { Ledger, openMonth } from "../../../src/engine/ledger.ts";
import { simulate } from "../../../src/engine/run.ts";
import { World } from "../../../src/engine/world.ts";
import { rootKey } from "../../../src/random.ts";
import type { PolicyRequest } from "../../../src/scenarios/policy-request.ts";
import { eventsOf, smallWorld } from "../worlds.ts";
import type { PolicyId } from "../../../src/scenarios/policies.ts";

/** A horizon with one change of government, in its 54th month. */
const horizon = 72;

function worldWith(
  policies: readonly (PolicyRequest | PolicyId)[],
  parameters: Record<string, number> = {},
): World {
  return smallWorld({ months: horizon, policies, parameters, beyondRanges: true });
}

/** Runs the first phase alone from month to month. */
function govern(world: World, from: number, to: number): void {
  for (let month = from; month < to; month++) {
    world.month = month;
    openMonth(world.ledger);
    institutions(world);
  }
}

/** The same world under another seed, as far as the first phase can tell. */
function reseeded(world: World, seed: number): World {
  const { categories, mines } = world;
  return Object.assign(Object.create(World.prototype) as World, world, {
    root: rootKey(seed),
    strengths: world.strengths.map(() => 0),
    ended: world.ended.map(() => false),
    patches: [],
    rules: world.baseline,
    events: [],
    ledger: new Ledger(categories.length, mines.length),
  });
}

/** Where a policy stands among those of a world, which are kept by id. */
const indexOf = ({ scenario }: World, id: PolicyId) =>
  scenario.policies.findIndex(({ policy }) => policy.id === id);

const atOnce = (policy: PolicyId): PolicyRequest => ({ policy, startMonth: 0, rampMonths: 0 });

describe("a change of government", () => {
  const world = worldWith([
    atOnce("testing-centre"),
    atOnce("transparency-mandate"),
    atOnce("industry-association"),
  ]);
  const runs = Array.from({ length: 600 }, (_, seed) => {
    const one = reseeded(world, seed);
    govern(one, 40, 60);
    return one;
  });
  const shareEnded = (id: PolicyId) =>
    runs.filter(({ ended }) => ended[indexOf(world, id)]).length / runs.length;

  it("ends public programmes with about the probability that they do not survive", () => {
    expect(shareEnded("testing-centre")).toBeCloseTo(1 - world.parameters.programmeSurvival, 1);
    expect(shareEnded("testing-centre")).toBeGreaterThan(0);
  });

  it("ends laws less often", () => {
    expect(shareEnded("transparency-mandate")).toBeCloseTo(1 - world.parameters.lawSurvival, 1);
    expect(shareEnded("transparency-mandate")).toBeLessThan(shareEnded("testing-centre"));
    expect(shareEnded("transparency-mandate")).toBeGreaterThan(0);
  });

  it("never ends private initiatives", () => {
    expect(shareEnded("industry-association")).toBe(0);
  });

  it("comes every term, and what it ended stays ended and costs no more", () => {
    const one = worldWith([atOnce("testing-centre")], { programmeSurvival: 0 });
    govern(one, 0, 54);
    expect(one.rules.testing.slotsPerMonth).toBeGreaterThan(0);
    const paid = one.ledger.publicCents.get("testing-centre")!;
    govern(one, 54, 72);
    expect(one.rules).toEqual(one.baseline);
    expect(one.ledger.publicCents.get("testing-centre")).toBe(paid);
    const changes = eventsOf(one.events, "government-changed");
    expect(changes).toEqual([
      { type: "government-changed", month: 54, ended: ["testing-centre"], survived: [] },
    ]);
  });

  it("does not touch policies that are not yet in force", () => {
    const one = worldWith([{ policy: "testing-centre", startMonth: 60, rampMonths: 0 }], {
      programmeSurvival: 0,
    });
    govern(one, 0, 61);
    expect(one.ended).toEqual([false]);
    expect(one.rules.testing.slotsPerMonth).toBeGreaterThan(0);
  });

  it("does not touch policies whose window is over", () => {
    const over: PolicyRequest = { policy: "testing-centre", startMonth: 0, endMonth: 54, rampMonths: 0 };
    const one = worldWith([over], { programmeSurvival: 0 });
    govern(one, 0, 60);
    expect(one.ended).toEqual([false]);
    expect(eventsOf(one.events, "government-changed")).toMatchObject([
      { month: 54, ended: [], survived: [] },
    ]);
  });

  it("has the same luck for a policy whatever stands beside it", () => {
    const alone = worldWith([atOnce("testing-centre")]);
    for (let seed = 0; seed < 60; seed++) {
      const one = reseeded(alone, seed);
      govern(one, 50, 60);
      expect(one.ended[0]).toBe(runs[seed].ended[indexOf(world, "testing-centre")]);
    }
  });
});

describe("a policy in force", () => {
  it("leaves patches that say what it changed, when, and how strongly, month by month of its ramp", () => {
    const request: PolicyRequest = { policy: "testing-centre", startMonth: 5, endMonth: 20, rampMonths: 4 };
    const world = worldWith([request]);
    govern(world, 0, 30);
    const quality = world.parameters.deliveryQuality;
    expect(world.patches.map(({ month }) => month)).toEqual([5, 6, 7, 8, 20]);
    world.patches.slice(0, 4).forEach(({ policyId, strength, patches }, i) => {
      expect(policyId).toBe("testing-centre");
      expect(strength).toBeCloseTo((quality * (i + 1)) / 4, 12);
      const slots = patches.find(({ path }) => path.join(".") === "testing.slotsPerMonth")!;
      expect(slots.value).toBeCloseTo(strength, 12);
    });
    expect(world.patches.at(-1)).toMatchObject({ strength: 0, patches: [] });
    expect(world.rules).toEqual(world.baseline);
    const events = eventsOf(world.events, "policy-changed");
    expect(events.map(({ month }) => month)).toEqual([5, 6, 7, 8, 20]);
  });

  it("hands its patches over with the run", () => {
    const { patches } = simulate(
      {
        id: "a",
        months: 24,
        burnInMonths: 0,
        population: 50,
        policies: [{ policy: "challenge-portal", startMonth: 3, rampMonths: 2 }],
      },
      { seed: 1 },
    );
    expect(patches.map(({ policyId, month }) => [policyId, month])).toEqual([
      ["challenge-portal", 3],
      ["challenge-portal", 4],
    ]);
  });

  it("is delivered only in part by the administration, unless it is private", () => {
    const world = worldWith([atOnce("testing-centre"), atOnce("supplier-development-programme")], {
      duplicationLoss: 0,
    });
    govern(world, 0, 1);
    expect(world.strengths[indexOf(world, "testing-centre")]).toBe(world.parameters.deliveryQuality);
    expect(world.strengths[indexOf(world, "supplier-development-programme")]).toBe(1);
  });

  it("loses strength to uncoordinated others, and less where coordination is better", () => {
    const strengthBeside = (others: PolicyId[], coordination: number) => {
      const world = worldWith([atOnce("testing-centre"), ...others.map(atOnce)], { coordination });
      govern(world, 0, 1);
      return world.strengths[indexOf(world, "testing-centre")];
    };
    const crowd: PolicyId[] = ["transparency-mandate", "business-training", "challenge-portal"];
    expect(strengthBeside(crowd, 0)).toBeLessThan(strengthBeside([], 0));
    expect(strengthBeside(crowd, 0)).toBeLessThan(strengthBeside(crowd, 0.5));
    expect(strengthBeside(crowd, 1)).toBe(strengthBeside([], 1));
  });

  it("costs its fixed cost in each month of its window, in proportion to its strength", () => {
    const request: PolicyRequest = {
      policy: "testing-centre",
      startMonth: 4,
      endMonth: 16,
      strength: 0.5,
      fixedCostUsdPerYear: 1_200_000,
    };
    const world = worldWith([request]);
    const paid: number[] = [];
    for (let month = 0; month < 20; month++) {
      govern(world, month, month + 1);
      paid.push(world.ledger.monthPublicCents / 100);
    }
    expect(paid).toEqual(Array.from({ length: 20 }, (_, month) => (month >= 4 && month < 16 ? 50_000 : 0)));
  });
});
