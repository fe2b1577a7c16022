import { describe, expect, it } from "vitest";
import { resolveParameters } from "../../src/data/parameter-values.ts";
import { compositionProblems } from "../../src/scenarios/composition.ts";
import { baselineInstitutions } from "../../src/scenarios/institutions.ts";
import { raise, type PolicyInForce } from "../../src/scenarios/policy.ts";
import { defineScenario } from "../../src/scenarios/scenario.ts";
import { ownPolicy } from "./own-policy.ts";

const baseline = () => baselineInstitutions(resolveParameters());

/** A policy in force from month 0 to 100 that changes the slots of the testing centre. */
function slots(
  id: string,
  change: (slots: number, strength: number) => number,
  values: Partial<PolicyInForce> = {},
): PolicyInForce {
  const policy = ownPolicy(
    ({ testing }, _settings, strength) => {
      testing.slotsPerMonth = change(testing.slotsPerMonth, strength);
    },
    { id },
  );
  const { rampMonths, delayMonths, fixedCostUsdPerYear } = policy;
  const window = { startMonth: 0, endMonth: 100, rampMonths, delayMonths };
  return { policy, settings: {}, strength: 1, fixedCostUsdPerYear, ...window, ...values };
}

const five = (values?: Partial<PolicyInForce>) => slots("five", () => 5, values);
const seven = (values?: Partial<PolicyInForce>) => slots("seven", () => 7, values);
const oneMore = slots("one-more", (before) => before + 1);
const placesOf = (...policies: PolicyInForce[]) =>
  compositionProblems(baseline(), policies).map(({ path }) => path);

describe("two policies that would set one value", () => {
  it("are one problem, at the later of the two, that names the other and the value", () => {
    expect(compositionProblems(baseline(), [five(), seven()])).toEqual([
      {
        path: "policies[1]",
        value: "seven",
        expected:
          'no policy beside "five" that sets testing.slotsPerMonth too: which of them held would depend on their order, as it does not of recipes that raise or lower from the baseline',
      },
    ]);
  });

  it("are a problem for each pair, and so are a policy that sets and one that adds", () => {
    expect(placesOf(five(), seven(), oneMore)).toEqual(["policies[1]", "policies[2]", "policies[2]"]);
  });

  it("are none where the outcome is the same in any order", () => {
    expect(
      placesOf(
        five(),
        slots("also-five", () => 5),
      ),
    ).toEqual([]);
    expect(
      placesOf(
        oneMore,
        slots("two-more", (before) => before + 2),
      ),
    ).toEqual([]);
    expect(placesOf(five())).toEqual([]);
  });

  it("are none where only the last bits differ by their order", () => {
    const add = (id: string, part: number) => slots(id, (before) => (before + 0.05) * part);
    const [one, two] = [0.1, 0.2].map((part) => slots(`add-${part * 10}`, (before) => before + part));
    const base = { ...baseline(), testing: { ...baseline().testing, slotsPerMonth: 0.05 } };
    expect(0.05 + 0.1 + 0.2).not.toBe(0.05 + 0.2 + 0.1);
    expect(compositionProblems(base, [one, two])).toEqual([]);
    expect(compositionProblems(base, [add("a", 2), add("b", 3)])).toHaveLength(1);
    // A thousand and its parts are known to fewer decimals than a twentieth.
    const large = { ...base, testing: { ...base.testing, slotsPerMonth: 1000 } };
    const [more, less] = [1.1, 0.7].map((factor) =>
      slots(`times-${factor * 10}`, (before) => before * factor),
    );
    expect(1000 * 1.1 * 0.7).not.toBe(1000 * 0.7 * 1.1);
    expect(compositionProblems(large, [more, less])).toEqual([]);
    // Nothing is nothing, with whichever sign.
    const none = slots("none", () => 0);
    const minusNone = slots("minus-none", () => -0);
    expect(compositionProblems(large, [none, minusNone])).toEqual([]);
  });

  it("are none when one follows the other, in whatever order they are listed, and are from one common month on", () => {
    const early = (endMonth: number) => five({ endMonth });
    const late = seven({ startMonth: 50 });
    expect(placesOf(early(50), late)).toEqual([]);
    expect(placesOf(late, early(50))).toEqual([]);
    expect(placesOf(early(51), late)).toEqual(["policies[1]"]);
    expect(placesOf(late, early(51))).toEqual(["policies[1]"]);
  });

  it("are none where one of them has no strength: its recipe is not even called", () => {
    const idle = slots(
      "idle",
      () => {
        throw new Error("called at strength 0");
      },
      { strength: 0 },
    );
    expect(placesOf(idle, five())).toEqual([]);
    expect(placesOf(five(), idle)).toEqual([]);
  });

  it("are judged at the strengths that they have", () => {
    // At half strength it gives what the other gives.
    const scaled = slots("scaled", (_before, strength) => 10 * strength, { strength: 0.5 });
    expect(placesOf(five(), scaled)).toEqual([]);
    expect(placesOf(five(), { ...scaled, strength: 1 })).toEqual(["policies[1]"]);
  });
});

describe("a policy of one's own that raises a value", () => {
  it("stands beside those of the catalogue that raise it too", () => {
    const told = ownPolicy(({ information }, _settings, strength, base) => {
      raise(information, base.information, { tenderPublicity: 0.7, loserFeedback: 1 }, strength);
    });
    const policies = [told, "supplier-portal", "transparency-mandate"] as const;
    expect(defineScenario({ id: "all-three", policies }).policies).toHaveLength(3);
  });
});
