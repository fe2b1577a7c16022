import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { Origin } from "../../src/agents/codes.ts";
import { foundSupplier } from "../../src/agents/population.ts";
import type { Supplier } from "../../src/agents/supplier.ts";
import { createWorld } from "../../src/engine/genesis.ts";
import type { MetricName, Run } from "../../src/engine/observations.ts";
import { simulate, simulationOf, type RunOptions } from "../../src/engine/run.ts";
import { addSupplier, type World } from "../../src/engine/world.ts";
import { hashWords } from "../../src/random.ts";
import { ownPolicy } from "../scenarios/own-policy.ts";
import { policies as catalogue } from "../../src/scenarios/policies.ts";
import type { PolicyRequest } from "../../src/scenarios/policy-request.ts";
import { defineScenario, type ScenarioInput } from "../../src/scenarios/scenario.ts";
import { policyIds, scenarioInputs, seeds, trying } from "./arbitraries.ts";

/** What two equal runs share: the bits of every month. */
const bits = ({ fingerprint, metrics, funnel, ladder, treasury, suppliers }: Run) => ({
  fingerprint,
  metrics,
  funnel: { byYear: funnel.byYear, byBuyer: funnel.byBuyer },
  ladder,
  treasury,
  suppliers,
});

const requests = (input: ScenarioInput) => (input.policies ?? []) as PolicyRequest[];

/** A recipe that changes nothing, at no cost. */
const nothing = ownPolicy(
  (rules) => {
    rules.testing.slotsPerMonth += 0;
    rules.registration = { ...rules.registration };
  },
  { form: "private", rampMonths: 5 },
);

describe("a run is a pure function of scenario and seed", () => {
  it("twice the same scenario and seed give the same bits, whatever ran in between", () => {
    fc.assert(
      fc.property(scenarioInputs(), scenarioInputs(), seeds, seeds, (input, other, seed, otherSeed) => {
        const first = bits(simulate(input, { seed }));
        simulate(other, { seed: otherSeed });
        expect(bits(simulate(input, { seed }))).toEqual(first);
      }),
      trying(12),
    );
  }, 60_000);

  it("runs in any order, and stepped in turns, are the same runs", () => {
    fc.assert(
      fc.property(scenarioInputs(24), scenarioInputs(24), seeds, (one, two, seed) => {
        const apart = [one, two].map((input) => simulate(input, { seed }).fingerprint);
        const backwards = [two, one].map((input) => simulate(input, { seed }).fingerprint).reverse();
        const worlds = [one, two].map((input) =>
          createWorld(defineScenario(input), seed, { events: false, everyGate: false }),
        );
        const turns = worlds.map((world) => simulationOf(world, { seed }));
        while (turns.some(({ done }) => !done)) for (const turn of turns) if (!turn.done) turn.step();
        expect(backwards).toEqual(apart);
        expect(turns.map((turn) => turn.finish().fingerprint)).toEqual(apart);
      }),
      trying(12),
    );
  }, 60_000);

  it("another seed gives another run", () => {
    const input: ScenarioInput = { id: "a", months: 13, burnInMonths: 0, population: 100 };
    const fingerprints = Array.from({ length: 20 }, (_, seed) => simulate(input, { seed }).fingerprint);
    expect(new Set(fingerprints).size).toBe(20);
    expect(simulate(input, { seed: "7" }).fingerprint).toBe(simulate(input, { seed: 7 }).fingerprint);
  });
});

describe("watching never changes a run", () => {
  it("events, every gate, observers that look at everything, and checks give the same bits", () => {
    fc.assert(
      fc.property(scenarioInputs(24), seeds, (input, seed) => {
        const plain = bits(simulate(input, { seed }));
        let seen = 0;
        const watched: RunOptions = {
          seed,
          events: true,
          funnel: "every",
          observers: [
            (month) => {
              seen += month.metric("spendUsd") + month.suppliers().length;
            },
          ],
        };
        const run = simulate(input, watched);
        expect(bits(run)).toEqual(plain);
        expect(run.events!.length).toBeGreaterThan(0);
        expect(run.funnel.everyGate!.length).toBeGreaterThan(0);
        expect(seen).toBeGreaterThan(0);
      }),
      trying(12),
    );
  }, 60_000);
});

describe("a policy that does nothing gives exactly the baseline's run", () => {
  it("a null policy, which changes no rule and costs nothing, in any company", () => {
    fc.assert(
      fc.property(scenarioInputs(), seeds, fc.nat(10), (input, seed, startMonth) => {
        const alone: ScenarioInput = { ...input, policies: [] };
        const none = bits(simulate(alone, { seed }));
        const withNothing: ScenarioInput = { ...alone, policies: [{ policy: nothing, startMonth }] };
        expect(bits(simulate(withNothing, { seed }))).toEqual(none);
      }),
      trying(12),
    );
  }, 60_000);

  const input: ScenarioInput = { id: "a", months: 36, burnInMonths: 6, population: 200 };
  let baseline: ReturnType<typeof bits>;
  beforeAll(() => {
    baseline = bits(simulate(input, { seed: 5 }));
  });

  it.each(policyIds)("%s at strength 0", (id) => {
    const zero: ScenarioInput = {
      ...input,
      policies: [{ policy: id, startMonth: 0, rampMonths: 0, strength: 0 }],
    };
    expect(bits(simulate(zero, { seed: 5 }))).toEqual(baseline);
    const full: ScenarioInput = { ...input, policies: [{ policy: id, startMonth: 0, rampMonths: 0 }] };
    expect(simulate(full, { seed: 5 }).fingerprint).not.toBe(baseline.fingerprint);
  });

  it("any policy of strength 0 beside others changes nothing of theirs", () => {
    fc.assert(
      fc.property(scenarioInputs(), seeds, fc.constantFrom(...policyIds), (input, seed, id) => {
        const others = requests(input).filter(({ policy }) => policy !== catalogue[id]);
        const without = bits(simulate({ ...input, policies: others }, { seed }));
        const policies = [{ policy: id, startMonth: 1, strength: 0 }, ...others];
        expect(bits(simulate({ ...input, policies }, { seed }))).toEqual(without);
      }),
      trying(12),
    );
  }, 60_000);
});

describe("policies", () => {
  it("change nothing before their first month", () => {
    fc.assert(
      fc.property(scenarioInputs(), seeds, (input, seed) => {
        const first = Math.min(...requests(input).map(({ startMonth }) => startMonth!), input.months!);
        const { metrics } = simulate(input, { seed });
        const baseline = simulate({ ...input, policies: [] }, { seed }).metrics;
        for (const [name, series] of Object.entries(metrics)) {
          expect(series.slice(0, first), name).toEqual(baseline[name as MetricName].slice(0, first));
        }
      }),
      trying(20),
    );
  }, 60_000);

  it("have the same effect in whatever order a scenario names them", () => {
    fc.assert(
      fc.property(
        scenarioInputs().chain((input) =>
          fc.tuple(
            fc.constant(input),
            fc.shuffledSubarray(requests(input), { minLength: requests(input).length }),
          ),
        ),
        seeds,
        ([input, shuffled], seed) => {
          const reordered: ScenarioInput = { ...input, policies: shuffled };
          expect(defineScenario(reordered).hash).toBe(defineScenario(input).hash);
          expect(bits(simulate(reordered, { seed }))).toEqual(bits(simulate(input, { seed })));
        },
      ),
      trying(15),
    );
  }, 60_000);
});

/** What a firm that never bids must leave alone. */
const untouched: readonly MetricName[] = [
  "spendUsd",
  "inCountryUsd",
  "peruvianDirectUsd",
  "peruvianWithSubcontractsUsd",
  "localValueUsd",
  "localValuePeruvianOwnedUsd",
  "knowledgeIntensiveUsd",
  "importedContentUsd",
  "remittedProfitUsd",
  "subcontractsUsd",
  "exportsUsd",
  "failureLossUsd",
  "buyerCostUsd",
  "researchUsd",
  "copperPriceUsdPerLb",
  "tenders",
  "bids",
  "awardsPeruvian",
  "emergencies",
  "failures",
  "adoptions",
  "entries",
];

const stateOf = (firm: Supplier) => ({
  technical: firm.technical,
  organisational: firm.organisational,
  standards: firm.standards,
  certificateLevel: firm.certificateLevel,
  capacityUsdPerMonth: firm.capacityUsdPerMonth,
  directUsdPerMonth: firm.directUsdPerMonth,
  subcontractUsdPerMonth: firm.subcontractUsdPerMonth,
  cashCents: firm.cashCents,
  deliveries: firm.deliveries,
  failures: firm.failures,
  leftMonth: firm.leftMonth,
});

/** Adds a firm of a dollar's capacity and no skill: it passes no gate. */
function addBystander(world: World, category: number): Supplier {
  world.columns.grow(world.suppliers.length + 1);
  const firm = foundSupplier(world.columns, world.root, world.parameters, {
    id: world.suppliers.length,
    key: hashWords([77, category]),
    name: "bystander",
    origin: Origin.peruvian,
    category: world.categories[category],
    line: 0,
    month: world.month,
    entrant: true,
    scale: 1e7,
    referenceCapacityUsdPerMonth: 1,
  });
  firm.technical = 0;
  firm.organisational = 0;
  addSupplier(world, firm);
  return firm;
}

describe("a supplier that never bids", () => {
  // An association pools members' capacity and a programme takes in firms: there, another firm is no bystander.
  const among = policyIds.filter(
    (id) => id !== "industry-association" && id !== "supplier-development-programme",
  );

  it("leaves the state of every other supplier and all spending unchanged, month by month", () => {
    fc.assert(
      fc.property(scenarioInputs(30, among), seeds, fc.constantFrom(0, 2, 7, 12), (input, seed, category) => {
        const scenario = defineScenario(input);
        const make = () => createWorld(scenario, seed, { events: false, everyGate: false });
        const [alone, joined] = [make(), make()];
        const bystander = addBystander(joined, category);
        const [left, right] = [simulationOf(alone, { seed }), simulationOf(joined, { seed })];
        while (!left.done) {
          const [here, there] = [left.step(), right.step()];
          for (const name of untouched) {
            expect(there.metric(name), `${name} in month ${here.month}`).toBe(here.metric(name));
          }
        }
        expect(bystander.directContracts + bystander.subcontracts).toBe(0);
        const byKey = new Map(joined.suppliers.map((firm) => [firm.key, firm]));
        expect(joined.suppliers).toHaveLength(alone.suppliers.length + 1);
        for (const firm of alone.suppliers) expect(stateOf(byKey.get(firm.key)!)).toEqual(stateOf(firm));
      }),
      trying(15),
    );
  }, 60_000);
});
