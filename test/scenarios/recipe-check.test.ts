import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError } from "../../src/errors.ts";
import { simulate } from "../../src/engine/run.ts";
import type { Recipe } from "../../src/scenarios/policy.ts";
import { defineScenario } from "../../src/scenarios/scenario.ts";
import { rangeOfRule } from "../../src/scenarios/institution-ranges.ts";
import { institutions } from "../../src/testing.ts";
import { trying } from "../properties/arbitraries.ts";
import { ownPolicy } from "./own-policy.ts";

/** The numbers of a tree of rules, by their places. */
function* numbersOf(branch: object, at: readonly string[]): Generator<readonly [readonly string[], number]> {
  for (const [name, value] of Object.entries(branch) as [string, unknown][]) {
    if (typeof value === "number") yield [[...at, name], value];
    else if (typeof value === "object" && value !== null) yield* numbersOf(value, [...at, name]);
  }
}

/** The problems of a scenario with a policy of the given recipe. */
function problemsOf(recipe: Recipe<Record<string, never>>, strength = 1): readonly string[] {
  const policy = ownPolicy(recipe);
  try {
    defineScenario({ id: "a", policies: [{ policy, strength }, "testing-centre"] });
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.message.split("\n").slice(1);
  }
}

describe("the rules of the catalogue's policies", () => {
  it("lie in their ranges, whatever the settings and strengths", () => {
    fc.assert(
      fc.property(institutions, (rules) => {
        const numbers = [...numbersOf(rules, [])];
        expect(numbers.length).toBeGreaterThan(50);
        for (const [at, value] of numbers) {
          const [lowest, highest] = rangeOfRule(at)!;
          expect(value, at.join(".")).toBeGreaterThanOrEqual(lowest);
          expect(value, at.join(".")).toBeLessThanOrEqual(highest);
        }
      }),
      trying(30),
    );
  });
});

describe("a recipe of one's own", () => {
  it("is refused where it writes to a rule that does not exist: it would change nothing", () => {
    const wrong = ({ information }: { information: object }) =>
      Object.assign(information, { tenderPublicty: 1 });
    expect(problemsOf((rules) => void wrong(rules))).toEqual([
      '  - policies[0].policy.recipe: found "information.tenderPublicty", expected the name of a rule; did you mean "information.tenderPublicity"?',
    ]);
  });

  it("is refused where it leaves no number, no text or no branch where there was one", () => {
    const wrong = problemsOf((rules) => {
      rules.certification.months = Number.NaN;
      Object.assign(rules.localContent, { definition: 3, preference: "high" });
      Object.assign(rules, { testing: null });
    });
    expect(wrong).toEqual([
      "  - policies[0].policy.recipe: found NaN, expected a finite number for certification.months",
      "  - policies[0].policy.recipe: found null, expected the branch testing of the rules",
      "  - policies[0].policy.recipe: found 3, expected a string for localContent.definition",
      '  - policies[0].policy.recipe: found "high", expected a finite number for localContent.preference',
    ]);
  });

  it("is refused where it throws, in the words of its error", () => {
    const recipe = () => {
      throw new Error("no such thing");
    };
    expect(problemsOf(recipe)).toEqual([
      '  - policies[0].policy.recipe: found "no such thing", expected a recipe that changes the rules and throws nothing',
    ]);
    expect(problemsOf(recipe, 0)).toEqual([]);
  });

  it("is refused where it leaves a rule outside what it can mean, at full strength or on the way there", () => {
    expect(problemsOf(({ information }) => void (information.tenderPublicity = 7))).toEqual([
      "  - policies[0].policy.recipe: found 7, expected a number from 0 to 1 for information.tenderPublicity",
    ]);
    expect(problemsOf(({ certification }) => void (certification.months -= 30))).toEqual([
      "  - policies[0].policy.recipe: found -18, expected a number of 0 or more for certification.months",
    ]);
    const early: Recipe<Record<string, never>> = ({ challenges }, _, strength) => {
      challenges.disclosure = strength < 0.2 ? -1 : 1;
    };
    expect(problemsOf(early)).toEqual([
      "  - policies[0].policy.recipe: found -1, expected a number from 0 to 1 for challenges.disclosure",
    ]);
  });

  it("is refused where it stays in range alone and not beside what is in force with it", () => {
    const adding = ownPolicy(({ information }) => void (information.tenderPublicity += 0.6));
    const more = { ...adding, id: "more" };
    const defined = (startMonth: number) => () =>
      defineScenario({
        id: "a",
        policies: [
          "testing-centre",
          { policy: more, startMonth },
          { policy: adding, endMonth: 60 },
          { policy: "matchmaking", strength: 0 },
          { policy: "council", startMonth: 60 },
        ],
      });
    expect(defined(59)).toThrow(
      "policies[1].policy.recipe: found 1.2999999999999998, expected a number from 0 to 1 for information.tenderPublicity, beside testing-centre, own too",
    );
    expect(defined(60)).not.toThrow();
  });

  it("is refused where it governs the others and is not of those that do: it would change nothing", () => {
    const recipe: Recipe<Record<string, never>> = ({ governance }) => {
      Object.assign(governance, { delivery: 1, coordination: 0.9, lawSurvival: 1 });
    };
    const told = (name: string, value: number) =>
      `  - policies[0].policy.recipe: found ${value}, expected no change of governance.${name} but by a programme or law of the pillar "institutionalisation": elsewhere it would change nothing`;
    expect(problemsOf(recipe)).toEqual([told("delivery", 1), told("coordination", 0.9)]);

    const governing = { ...ownPolicy(recipe), pillar: "institutionalisation" } as const;
    const delivered = (own: typeof governing) => {
      const policies = [
        { policy: own, startMonth: 0, rampMonths: 0 },
        { policy: "testing-centre" as const, startMonth: 0, rampMonths: 0 },
      ];
      const { patches } = simulate(
        { id: "a", months: 1, burnInMonths: 0, population: 50, policies },
        { seed: 1 },
      );
      return patches.find(({ policyId }) => policyId === "testing-centre")!.strength;
    };
    expect(delivered(governing)).toBeCloseTo(1 - 0.15 * 0.1 * 0.5, 12);
    expect(() => delivered({ ...governing, form: "private" } as unknown as typeof governing)).toThrow(
      "no change of governance.delivery",
    );
  });

  it("stands when it changes rules to others of their kind", () => {
    const recipe: Recipe<Record<string, never>> = ({ localContent, testing }) => {
      localContent.definition = "invoicing";
      localContent.fronting = true;
      testing.slotsPerMonth += 2;
    };
    expect(problemsOf(recipe)).toEqual([]);
  });
});
