import { describe, expect, it } from "vitest";
import { InputError } from "../../src/errors.ts";
import type { Recipe } from "../../src/scenarios/policy.ts";
import { defineScenario } from "../../src/scenarios/scenario.ts";
import { ownPolicy } from "./own-policy.ts";

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

  it("stands when it changes rules to others of their kind", () => {
    const recipe: Recipe<Record<string, never>> = ({ localContent, testing }) => {
      localContent.definition = "invoicing";
      localContent.fronting = true;
      testing.slotsPerMonth += 2;
    };
    expect(problemsOf(recipe)).toEqual([]);
  });
});
