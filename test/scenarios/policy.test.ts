import { describe, expect, it } from "vitest";
import { z } from "zod";
import { resolveParameters } from "../../src/data/parameter-values.ts";
import { baselineInstitutions, type Institutions } from "../../src/scenarios/institutions.ts";
import { policies, type PolicyId } from "../../src/scenarios/policies.ts";
import {
  applyPolicies,
  definePolicy,
  governs,
  lower,
  mix,
  plannedStrength,
  raise,
  type PolicyInForce,
} from "../../src/scenarios/policy.ts";
import { mainScenarios, scenarios } from "../../src/scenarios/catalogue.ts";
import type { PolicyRequest } from "../../src/scenarios/policy-request.ts";
import { defineScenario } from "../../src/scenarios/scenario.ts";
import { ownPolicy } from "./own-policy.ts";

const baseline = baselineInstitutions(resolveParameters());
/** Requests as they are in force together, in the order of the requests. */
const inForce = (...requests: PolicyRequest[]): readonly PolicyInForce[] => {
  const policies = requests.map((request) => ({ startMonth: 0, ...request }));
  const byId = new Map(defineScenario({ id: "a", policies }).policies.map((each) => [each.policy.id, each]));
  return requests.map(({ policy }) => byId.get(typeof policy === "string" ? policy : policy.id)!);
};
const rulesWith = (strengths: readonly number[], ...requests: PolicyRequest[]): Institutions =>
  applyPolicies(baseline, inForce(...requests), strengths, 0).rules;

describe("the strength of a policy", () => {
  const [policy] = inForce({
    policy: "testing-centre",
    startMonth: 10,
    endMonth: 40,
    rampMonths: 5,
    strength: 0.5,
  });
  const strength = (month: number) => plannedStrength(policy, month);

  it("is 0 outside its window", () => {
    expect([strength(-60), strength(9), strength(40), strength(100)]).toEqual([0, 0, 0, 0]);
  });

  it("rises in equal steps over its ramp, then stays", () => {
    [0.1, 0.2, 0.3, 0.4, 0.5].forEach((share, i) => expect(strength(10 + i)).toBeCloseTo(share, 12));
    expect([15, 39].map(strength)).toEqual([0.5, 0.5]);
  });

  it("is full at once without a ramp", () => {
    const [sudden] = inForce({ policy: "testing-centre", startMonth: 10, rampMonths: 0 });
    expect(plannedStrength(sudden, 10)).toBe(1);
  });

  it("begins only after the delay of policies that take years", () => {
    const [slow] = inForce({ policy: "scholarships", startMonth: 10, rampMonths: 0 });
    const { delayMonths } = slow.policy;
    expect(delayMonths).toBeGreaterThan(12);
    expect(plannedStrength(slow, 10 + delayMonths - 1)).toBe(0);
    expect(plannedStrength(slow, 10 + delayMonths)).toBe(1);
  });
});

describe("the rules of a month", () => {
  it("are the baseline's own object when no policy is in force", () => {
    expect(rulesWith([0], { policy: "testing-centre" })).toBe(baseline);
    expect(applyPolicies(baseline, [], [], 0)).toEqual({ rules: baseline, patches: [] });
  });

  it("are recomputed from the baseline, which no policy ever changes", () => {
    const before = structuredClone(baseline);
    for (const id of Object.keys(policies) as PolicyId[]) rulesWith([1], { policy: id });
    expect(baseline).toEqual(before);
  });

  it("do not depend on the order of policies", () => {
    const one = { policy: "rd-credit" } as const;
    const two = { policy: "industry-association" } as const;
    expect(rulesWith([0.4, 0.8], one, two)).toEqual(rulesWith([0.8, 0.4], two, one));
  });

  it("come from policies in the order of their ids, and of their windows where the id is the same", () => {
    const three = inForce(
      { policy: "testing-centre" },
      { policy: "business-training" },
      { policy: "challenge-portal" },
    );
    for (const order of [
      [0, 1, 2],
      [1, 2, 0],
      [2, 1, 0],
      [1, 0, 2],
    ]) {
      const listed = order.map((index) => three[index]);
      const { patches } = applyPolicies(baseline, listed, [1, 1, 1], 0);
      expect(patches.map(({ policyId }) => policyId)).toEqual([
        "business-training",
        "challenge-portal",
        "testing-centre",
      ]);
    }
    const twice = applyPolicies(baseline, [three[2], three[2]], [0.3, 0.6], 0);
    expect(twice.patches.map(({ strength }) => strength)).toEqual([0.3, 0.6]);
  });

  it("are frozen, so that no phase can change them", () => {
    const { challenges } = rulesWith([1], { policy: "challenge-portal" });
    expect(Object.isFrozen(challenges)).toBe(true);
  });

  it("add up where policies add, and are refused where two would set one value", () => {
    const make = (id: string, change: (slots: number) => number) =>
      ownPolicy(
        ({ testing }) => {
          testing.slotsPerMonth = change(testing.slotsPerMonth);
        },
        { id },
      );
    const adds = { policy: make("adds", (slots) => slots + 1) };
    const doubles = { policy: make("doubles", (slots) => 2 * slots) };
    const addsMore = { policy: make("adds-more", (slots) => slots + 3) };
    expect(rulesWith([1, 1], adds, addsMore).testing.slotsPerMonth).toBe(4);
    expect(() => rulesWith([1, 1], adds, doubles)).toThrow(
      'policies[1]: found "doubles", expected no policy beside "adds" that sets testing.slotsPerMonth too',
    );
    const later = { ...doubles, startMonth: 100 };
    expect(inForce({ ...adds, endMonth: 100 }, later)).toHaveLength(2);
  });

  it("are never touched by a recipe at strength 0, whatever it would write", () => {
    expect(rulesWith([0], { policy: "local-content-rule" })).toBe(baseline);
    expect(applyPolicies(baseline, inForce({ policy: "local-content-rule" }), [0], 0).patches).toEqual([]);
  });

  it("come with patches that say what each policy changed, from what and to what", () => {
    const { rules, patches } = applyPolicies(baseline, inForce({ policy: "challenge-portal" }), [0.5], 30);
    expect(patches).toHaveLength(1);
    expect(patches[0]).toMatchObject({
      policyId: "challenge-portal",
      month: 30,
      strength: 0.5,
      patches: [{ op: "replace", path: ["challenges", "disclosure"], value: rules.challenges.disclosure }],
      inverse: [{ op: "replace", path: ["challenges", "disclosure"], value: baseline.challenges.disclosure }],
    });
  });

  it.each(Object.keys(policies))("are changed by %s, the more the stronger it is", (id) => {
    // The baseline has the credit of 2016 already.
    const settings = id === "rd-credit" ? { settings: { form: "2023", awareness: 1 } } : {};
    const numbers = (rules: Institutions) =>
      Object.entries(rules).flatMap(([group, values]) =>
        Object.entries(values as Record<string, unknown>).flatMap(([name, value]) =>
          typeof value === "number" ? [[`${group}.${name}`, value] as const] : [],
        ),
      );
    const [weak, strong] = [0.3, 1].map(
      (strength) => new Map(numbers(rulesWith([strength], { policy: id, ...settings } as PolicyRequest))),
    );
    const changed = numbers(baseline).filter(([name, value]) => strong.get(name) !== value);
    expect(changed.length).toBeGreaterThan(0);
    for (const [name, value] of changed) {
      expect(Math.abs(strong.get(name)! - value), name).toBeGreaterThanOrEqual(
        Math.abs(weak.get(name)! - value),
      );
    }
  });
});

describe("phasing a value in", () => {
  it("goes from the baseline's to the policy's", () => {
    expect(mix(2, 6, 0.25)).toBe(3);
    // In full strength it is the target itself: 0.7 + (0.1 - 0.7) is not 0.1.
    expect(mix(0.7, 0.1, 1)).toBe(0.1);
    const after = (change: typeof raise, from: number, to: number, strength: number) => {
      const draft = { value: from };
      change(draft, { value: from }, { value: to }, strength);
      return draft.value;
    };
    expect(after(raise, 2, 6, 0.25)).toBe(3);
    expect(after(raise, 6, 2, 1)).toBe(6);
    expect(after(lower, 6, 2, 0.25)).toBe(5);
    expect(after(lower, 2, 6, 1)).toBe(2);
  });

  it("takes the highest of what several policies would give, in whatever order they come", () => {
    const base = { value: 0.1 };
    const draft = { value: 0.1 };
    raise(draft, base, { value: 0.5 }, 0.25);
    raise(draft, base, { value: 0.3 }, 1);
    expect(draft.value).toBe(0.3);
    raise(draft, base, { value: 0.9 }, 0.1);
    expect(draft.value).toBe(0.3);
  });

  it("refuses branches and targets that are none, and names each", () => {
    const untyped = raise as (...given: unknown[]) => void;
    expect(() => untyped(null, 3, undefined, 1)).toThrow(
      [
        "a recipe: 3 problems",
        "  - draft: found null, expected a branch of the rules",
        "  - base: found 3, expected a branch of the rules",
        "  - targets: found undefined, expected numbers by name",
      ].join("\n"),
    );
    const draft = { value: 0.1 };
    expect(() => untyped(draft, { value: 0.1 }, "value", 1)).toThrow('1 problem\n  - targets: found "value"');
    expect(draft).toEqual({ value: 0.1 });
  });
});

describe("definePolicy", () => {
  const definition = {
    id: "mine",
    title: "Mine",
    pillar: "existing",
    form: "law",
    mechanism: "none",
    source: "none",
    settings: z.strictObject({}),
    recipe: () => undefined,
  } as const;

  it("refuses ids that are not kebab-case and negative durations and costs", () => {
    for (const id of ["My policy", "my policy", "a-", "-a", "1a", ""]) {
      expect(() => definePolicy({ ...definition, id })).toThrow(
        `policy "${id}": 1 problem\n  - id: found "${id}", expected a name in kebab-case, as "testing-centre"`,
      );
    }
    expect(() => definePolicy({ ...definition, rampMonths: -1 })).toThrow(
      'policy "mine": 1 problem\n  - rampMonths: found -1, expected at least 0',
    );
    expect(() => definePolicy({ ...definition, rampMonths: 1.5 })).toThrow("expected a whole number");
    expect(() => definePolicy({ ...definition, fixedCostUsdPerYear: Number.NaN })).toThrow("found NaN");
    expect(() => definePolicy({ ...definition, fixedCostUsdPerYear: 1e11 })).toThrow(
      "expected at most 10000000000",
    );
  });

  it("refuses an id of digits first, and one that no file could be named by", () => {
    expect(() => definePolicy({ ...definition, id: "1a" })).toThrow("with a letter first");
    expect(() => definePolicy({ ...definition, id: "a".repeat(101) })).toThrow("of at most 100 characters");
    expect(definePolicy({ ...definition, id: "a".repeat(100) }).id).toHaveLength(100);
  });

  it("has one error that lists every problem of a description", () => {
    const { title, ...untitled } = definition;
    const wrong = { ...untitled, titel: title, form: "decree", settings: {}, recipe: 3, delayMonths: -1 };
    expect(() => definePolicy(wrong as never)).toThrow(
      [
        'policy "mine": 6 problems',
        "  - title: found undefined, expected a text",
        '  - form: found "decree", expected one of: programme, law, private',
        "  - settings: found {}, expected a schema made with zod 4 or zod/mini, as z.strictObject({})",
        "  - recipe: found 3, expected a function of (rules, settings, strength, base)",
        "  - delayMonths: found -1, expected at least 0",
        '  - titel: found "titel", expected one of: id, title, pillar, form, mechanism, afterwards, source, settings, recipe, rampMonths, delayMonths, fixedCostUsdPerYear, perUseCost; did you mean "title"?',
      ].join("\n"),
    );
  });

  it.each([undefined, null, 3, "mine"])("is refused as a whole when it is %s", (wrong) => {
    expect(() => definePolicy(wrong as never)).toThrow('policy "without id": 1 problem');
  });

  it("is refused by a scenario under the id of another policy of the catalogue, by which records would name it", () => {
    const centre = policies["testing-centre"];
    const namesakes = [
      definePolicy({ ...definition, id: "testing-centre" }),
      { ...centre, title: "Two centres" },
      { ...centre, recipe: definition.recipe },
    ];
    for (const policy of namesakes) {
      for (const entry of [policy, { policy }]) {
        expect(() => defineScenario({ id: "x", policies: [entry as never] })).toThrow(
          'policies[0].policy.id: found "testing-centre", expected an id that no other policy of the catalogue has',
        );
      }
    }
    // As another copy of this library has it.
    const copy = { ...centre, settings: z.clone(centre.settings), recipe: centre.recipe.bind(null) };
    const [own, asked] = [centre, copy].map((policy) =>
      defineScenario({ id: "x", policies: [policy as never] }),
    );
    expect(asked.hash).toBe(own.hash);
  });

  it("fills in a ramp of a year, no delay and no cost", () => {
    expect(definePolicy(definition)).toMatchObject({
      rampMonths: 12,
      delayMonths: 0,
      fixedCostUsdPerYear: 0,
      perUseCost: "nothing",
      afterwards: "What firms have gained meanwhile stays theirs.",
    });
  });
});

describe("the catalogue", () => {
  it("has every policy under its own id, with settings that have defaults and words", () => {
    for (const [id, policy] of Object.entries(policies)) {
      expect(policy.id).toBe(id);
      expect(z.parse(policy.settings, {})).toBeTypeOf("object");
      const { properties = {} } = z.toJSONSchema(policy.settings, { io: "input" });
      for (const setting of Object.values(properties) as { description?: string }[]) {
        expect(setting.description!.length).toBeGreaterThan(5);
      }
    }
  });

  it("has the baseline, which has no policy, and every policy in some scenario", () => {
    expect(scenarios.baseline.policies).toEqual([]);
    const used = new Set(
      Object.values(scenarios).flatMap((scenario) => scenario.policies.map(({ policy }) => policy.id)),
    );
    expect([...used].sort()).toEqual(Object.keys(policies).sort());
    for (const [id, scenario] of Object.entries(scenarios)) expect(scenario.id).toBe(id);
  });

  it("names main scenarios that it has, the baseline first", () => {
    for (const id of mainScenarios) expect(scenarios).toHaveProperty([id]);
    expect(mainScenarios[0]).toBe("baseline");
    expect(new Set(mainScenarios).size).toBe(mainScenarios.length);
  });

  it("is governed by the public policies of the pillar of institutions, and by no private one", () => {
    const governing = Object.values(policies).filter(governs);
    expect(governing.map(({ id }) => id).toSorted()).toEqual([
      "council",
      "national-strategy",
      "policy-champion",
      "policymaker-training",
    ]);
  });

  it("has no two scenarios of the same content", () => {
    const hashes = Object.values(scenarios).map(({ hash }) => hash);
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
