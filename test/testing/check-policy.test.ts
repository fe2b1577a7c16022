import { describe, expect, it } from "vitest";
import { policies } from "../../src/scenarios/policies.ts";
import { mix, type Recipe } from "../../src/scenarios/policy.ts";
import { checkPolicy } from "../../src/testing/check-policy.ts";
import { policyIds } from "../../src/testing/scenario-arbitraries.ts";
import { ownPolicy, type NoSettings } from "../scenarios/own-policy.ts";

const policyOf = (recipe: Recipe<NoSettings>) =>
  ownPolicy(recipe, { fixedCostUsdPerYear: 120_000, rampMonths: 0 });
const publish: Recipe<NoSettings> = ({ information }, _, strength, base) => {
  information.tenderPublicity = Math.max(
    information.tenderPublicity,
    base.information.tenderPublicity + (1 - base.information.tenderPublicity) * strength,
  );
};
const beside = "stands-beside-the-catalogue" as const;
const few = { runs: 2, months: 14 };

describe("the check of a policy", () => {
  it("finds nothing in a policy that is well made, own or of the catalogue", () => {
    expect(checkPolicy(policyOf(publish), few)).toEqual([]);
    expect(checkPolicy(policies["business-training"], { ...few, only: ["costs-are-accounted"] })).toEqual([]);
  });

  it("finds the one policy of the catalogue beside which it cannot stand, and the value that both set", () => {
    const failures = checkPolicy(
      policyOf((rules, settings, strength, base) => {
        rules.testing.slotsPerMonth = 7 * strength;
        publish(rules, settings, strength, base);
      }),
      { only: [beside] },
    );
    expect(failures).toEqual([
      {
        check: beside,
        message:
          'own: beside each policy of the catalogue, which rules hold depends on no order of the two; found "own", expected no policy beside "testing-centre" that sets testing.slotsPerMonth too: which of them held would depend on their order, as it does not of recipes that raise or lower from the baseline',
      },
    ]);
  });

  it("finds a clash with one form of a policy of the catalogue, or on the way to full strength, and none where values add up", () => {
    const clashesOf = (recipe: Recipe<NoSettings>) =>
      checkPolicy(policyOf(recipe), { only: [beside] }).map(
        ({ message }) => /beside (".*" that sets \S+) too/.exec(message)?.[1],
      );
    expect(clashesOf(({ localContent }) => (localContent.definition = "owned"))).toEqual([
      '"local-content-rule" that sets localContent.definition',
    ]);
    // The success that the centre raises to: at full strength both say the same.
    const setting: Recipe<NoSettings> = ({ research }, _, strength, base) => {
      research.centreSuccess = mix(base.research.centreSuccess, 1.25, strength);
    };
    expect(clashesOf(setting)).toEqual(['"rd-centre" that sets research.centreSuccess']);
    expect(clashesOf(({ testing }, _, strength) => (testing.slotsPerMonth += strength))).toEqual([]);
  });

  it("tells a clash once: other checks try a policy without those beside which it cannot stand", () => {
    const takingAllBack = policyOf((rules, _settings, _strength, base) => Object.assign(rules, base));
    const failures = checkPolicy(takingAllBack, { runs: 1, months: 13, only: [beside, "invariants-hold"] });
    expect(failures.map(({ check }) => check)).toEqual(policyIds.map(() => beside));
    for (const id of policyIds) {
      expect(failures.filter(({ message }) => message.includes(`no policy beside "${id}"`))).toHaveLength(1);
    }
  });

  it("refuses settings that the policy does not have", () => {
    const options = { only: [beside], settings: { slots: 3 } };
    expect(() => checkPolicy(policies["testing-centre"], options)).toThrow(/settings\.slots: found "?slots/);
  });

  it("finds no clash among the catalogue's own policies", () => {
    for (const policy of Object.values(policies)) {
      expect(checkPolicy(policy, { only: [beside] })).toEqual([]);
    }
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
    // The smallest case may be one in which it differs between the checks of one scenario already.
    expect(failures[0].message).toMatch(/^own: in whatever order .* found .* in the case \{/s);
  }, 60_000);
});
