import { describe, expect, it } from "vitest";
import { z } from "zod";
import { policies } from "../../src/scenarios/policies.ts";
import { definePolicy, type Recipe } from "../../src/scenarios/policy.ts";
import { checkPolicy } from "../../src/testing/check-policy.ts";

type None = Record<string, never>;
function policyOf(recipe: Recipe<None>, fixedCostUsdPerYear = 120_000) {
  return definePolicy({
    id: "own-policy",
    title: "Own",
    pillar: "participation",
    form: "law",
    mechanism: "A test's.",
    source: "a test",
    fixedCostUsdPerYear,
    rampMonths: 0,
    settings: z.strictObject({}),
    recipe,
  });
}
const publish: Recipe<None> = ({ information }, _, strength, base) => {
  information.tenderPublicity = Math.max(
    information.tenderPublicity,
    base.information.tenderPublicity + (1 - base.information.tenderPublicity) * strength,
  );
};
const few = { runs: 2, months: 14 };

describe("the check of a policy", () => {
  it("finds nothing in a policy that is well made, own or of the catalogue", () => {
    expect(checkPolicy(policyOf(publish), few)).toEqual([]);
    expect(checkPolicy(policies["business-training"], { ...few, only: ["costs-are-accounted"] })).toEqual([]);
  });

  it("finds a policy that does nothing", () => {
    const [failure, ...rest] = checkPolicy(
      policyOf(() => undefined),
      few,
    );
    expect(rest).toEqual([]);
    expect(failure.check).toBe("full-strength-moves-something");
    expect(failure.message).toContain("found the baseline's months in all runs of seeds 1, 2, 3");
  });

  it("finds a policy whose runs differ from time to time, and tells the case", () => {
    let calls = 0;
    const moody = policyOf((rules) => {
      rules.information.tenderPublicity = (calls++ % 7) / 7;
    });
    const failures = checkPolicy(moody, { ...few, only: ["order-does-not-matter"] });
    expect(failures.map(({ check }) => check)).toEqual(["order-does-not-matter"]);
    expect(failures[0].message).toMatch(
      /own-policy: in whatever order .*; found fingerprint .* in the case \{/s,
    );
  }, 60_000);
});
