import { describe, expect, it } from "vitest";
import { z } from "zod";
import { policies } from "../../src/scenarios/policies.ts";
import { definePolicy, type Recipe } from "../../src/scenarios/policy.ts";
import { checkPolicy } from "../../src/testing/check-policy.ts";
import { recipeFault } from "../../src/testing/recipe-fault.ts";
import { described } from "../scenarios/own-policy.ts";

interface Own {
  readonly share: number;
}

const settings = z.strictObject({ share: z.number().default(0.5) });

/** What a check of a policy with this recipe finds; it must be one thing, told once. */
function findingOf(recipe: Recipe<Own>): string {
  const failures = checkPolicy(definePolicy({ ...described, settings, recipe }), { runs: 1 });
  expect(failures.map(({ check }) => check)).toEqual(["recipe-makes-rules"]);
  return failures[0].message.replace(/^own: at every strength .*they may have; /, "");
}

/** A recipe whose fault TypeScript would name, as plain JavaScript has it. */
const untyped = (recipe: (...given: never[]) => unknown) => recipe as Recipe<Own>;

describe("a recipe at fault", () => {
  it("throws, at full strength or somewhere on the ramp", () => {
    const throwing = (from: number, to: number) =>
      findingOf((_rules, _settings, strength) => {
        if (strength >= from && strength <= to) throw new Error("no such strength");
      });
    const expected = 'found "no such strength", expected a recipe that changes the rules and throws nothing';
    expect(throwing(1, 1)).toBe(`on the way to strength 1 ${expected}`);
    expect(throwing(0.3, 0.4)).toBe(`on the way to strength 0.3 ${expected}`);
  });

  it("writes to its settings or to the rules without any policy", () => {
    expect(findingOf((_rules, settings) => Object.assign(settings, { share: 1 }))).toContain("read only");
    const toBase: Recipe<Own> = (_rules, _settings, _strength, base) =>
      Object.assign(base.testing, { priceUsd: 0 });
    expect(findingOf(toBase)).toContain("read only");
  });

  it("draws, asks a clock or remembers", () => {
    let calls = 0;
    const remembering: Recipe<Own> = ({ information }) => (information.tenderPublicity = 1 / ++calls);
    expect(findingOf(remembering)).toMatch(/^at strength 0.02 found other rules when asked again/);
  });

  it("returns a promise or a tree of its own, which nobody reads", () => {
    const later = untyped(async ({ testing }: { testing: { priceUsd: number } }) => {
      await Promise.resolve();
      testing.priceUsd = 0;
    });
    expect(findingOf(later)).toMatch(/^at strength 0.02 found a promise returned/);
    const other = untyped((_rules: object, _settings: object, _strength: number, base: object) => ({
      ...base,
    }));
    expect(findingOf(other)).toMatch(/^at strength 0.02 found an object returned/);
  });

  it("leaves a share above one, a negative number, or what is no rule", () => {
    const publicity = (value: number) =>
      findingOf(({ information }) => (information.tenderPublicity = value));
    expect(publicity(1.4)).toBe(
      "on the way to strength 0.02 found 1.4, expected a number from 0 to 1 for information.tenderPublicity",
    );
    expect(publicity(NaN)).toContain("found NaN, expected a finite number for information.tenderPublicity");
    expect(findingOf(({ testing }) => (testing.priceUsd = -1))).toContain(
      "found -1, expected a number of 0 or more",
    );
    expect(findingOf(({ testing }) => Object.assign(testing, { slotsPerMont: 1 }))).toContain("did you mean");
  });

  it("is none of the catalogue, with its default settings", () => {
    for (const policy of Object.values(policies))
      expect([policy.id, recipeFault(policy, {})]).toEqual([policy.id, undefined]);
  });
});
