import { describe, expect, it } from "vitest";
import { z } from "zod";
import { parameterNames, parameterNumbers } from "../../src/data/parameter-values.ts";
import { InputError } from "../../src/errors.ts";
import { simulate } from "../../src/engine/run.ts";
import { definePolicy } from "../../src/scenarios/policy.ts";
import { defineScenario, isScenario, type ScenarioInput } from "../../src/scenarios/scenario.ts";
import { scenarios } from "../../src/scenarios/catalogue.ts";
import { variantOf } from "../../src/scenarios/variant.ts";
import { described } from "./own-policy.ts";

/** The error that an input gives. */
function refused(input: unknown): InputError {
  try {
    defineScenario(input as ScenarioInput);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error(`accepted ${JSON.stringify(input)}`);
}

/** The lines of an error, one a problem. */
const linesOf = (input: object) =>
  refused({ id: "bad", ...input })
    .message.split("\n")
    .slice(1);

describe("a scenario that is not valid", () => {
  it.each<[string, object, string]>([
    [
      "an unknown option",
      { month: 60 },
      'month: found "month", expected one of: id, title, months, burnInMonths, population, pack, parameters, beyondRanges, policies, shocks; did you mean "months"?',
    ],
    [
      "an unknown policy",
      { policies: ["testing-center"] },
      'policies[0].policy: found "testing-center", expected the id of a policy; did you mean "testing-centre"?',
    ],
    [
      "an unknown parameter",
      { parameters: { bidNoise: 0.05 } },
      'parameters.bidNoise: found "bidNoise", expected the name of a parameter; did you mean "bidNoiseSd"?',
    ],
    [
      "an unknown option of a policy",
      { policies: [{ policy: "testing-centre", start: 3 }] },
      'policies[0].start: found "start", expected one of: policy, settings, startMonth, endMonth, rampMonths, delayMonths, strength, fixedCostUsdPerYear; did you mean "startMonth"?',
    ],
    [
      "an unknown setting of a policy",
      { policies: [{ policy: "testing-centre", settings: { slots: 3 } }] },
      'policies[0].settings.slots: found "slots", expected one of: slotsPerMonth, priceUsd; did you mean "',
    ],
    [
      "a parameter out of range",
      { parameters: { caution: 9 } },
      "parameters.caution: found 9, expected a number from 0.5 to 2 (standard deviations), or beyondRanges: true",
    ],
    [
      "a parameter that is not a number",
      { parameters: { caution: "1" } },
      'parameters.caution: found "1", expected a finite number (standard deviations)',
    ],
    [
      "a parameter of NaN",
      { parameters: { caution: Number.NaN } },
      "parameters.caution: found NaN, expected a finite number (standard deviations)",
    ],
    [
      "an infinite parameter, whatever the ranges",
      { parameters: { caution: Infinity }, beyondRanges: true },
      "parameters.caution: found Infinity, expected a finite number (standard deviations)",
    ],
    [
      "a setting out of range",
      { policies: [{ policy: "testing-centre", settings: { slotsPerMonth: 21 } }] },
      "policies[0].settings.slotsPerMonth: found 21, expected at most 20",
    ],
    [
      "a setting of NaN",
      { policies: [{ policy: "testing-centre", settings: { slotsPerMonth: Number.NaN } }] },
      "policies[0].settings.slotsPerMonth: found NaN, expected a number",
    ],
    [
      "an unknown choice",
      { policies: [{ policy: "rd-credit", settings: { form: "2020" } }] },
      'policies[0].settings.form: found "2020", expected one of: 2016, 2019, 2023, none',
    ],
    [
      "a strength above 1",
      { policies: [{ policy: "scholarships", strength: 1.1 }] },
      "policies[0].strength: found 1.1, expected at most 1",
    ],
    [
      "a negative strength",
      { policies: [{ policy: "scholarships", strength: -1 }] },
      "policies[0].strength: found -1, expected at least 0",
    ],
    [
      "a negative cost",
      { policies: [{ policy: "scholarships", fixedCostUsdPerYear: -1 }] },
      "policies[0].fixedCostUsdPerYear: found -1, expected at least 0",
    ],
    [
      "a cost whose cents no number holds exactly",
      { policies: [{ policy: "scholarships", fixedCostUsdPerYear: 1e300 }] },
      "policies[0].fixedCostUsdPerYear: found 1e+300, expected at most 10000000000",
    ],
    [
      "a policy twice",
      { policies: ["scholarships", { policy: "scholarships", startMonth: 30 }] },
      'policies[1]: found "scholarships", expected each policy once; policies[0] is the same',
    ],
    [
      "a policy that is neither name nor policy",
      { policies: [42] },
      "policies[0]: found 42, expected the id of a policy, or keys and values with one as policy",
    ],
    [
      "a window that starts after the horizon",
      { months: 60, policies: [{ policy: "scholarships", startMonth: 60 }] },
      "policies[0].startMonth: found 60, expected a month before the horizon of 60 months",
    ],
    [
      "a horizon before the month in which policies start by default",
      { months: 24, policies: ["scholarships"] },
      "policies[0].startMonth: found 24, expected a month before the horizon of 24 months, or give a startMonth: this is the default",
    ],
    [
      "a window that ends after the horizon",
      { months: 60, policies: [{ policy: "scholarships", endMonth: 61 }] },
      "policies[0].endMonth: found 61, expected a month up to the horizon of 60",
    ],
    [
      "a window that ends before it starts",
      { policies: [{ policy: "scholarships", startMonth: 40, endMonth: 40 }] },
      "policies[0].endMonth: found 40, expected a month after startMonth (40)",
    ],
    [
      "a window that starts before the first observed month",
      { policies: [{ policy: "scholarships", startMonth: -1 }] },
      "policies[0].startMonth: found -1, expected at least 0",
    ],
    [
      "half a month",
      { policies: [{ policy: "scholarships", startMonth: 2.5 }] },
      "policies[0].startMonth: found 2.5, expected a whole number",
    ],
    ["a negative horizon", { months: -12 }, "months: found -12, expected at least 1"],
    ["a horizon of NaN", { months: Number.NaN }, "months: found NaN, expected a number"],
    ["a negative burn-in", { burnInMonths: -1 }, "burnInMonths: found -1, expected at least 0"],
    ["a negative population", { population: -800 }, "population: found -800, expected at least 50"],
    ["half a firm", { population: 99.5 }, "population: found 99.5, expected a whole number"],
    ["a population as text", { population: "800" }, 'population: found "800", expected a number'],
    [
      "an id that is no name",
      { id: "My Scenario" },
      'id: found "My Scenario", expected a name in kebab-case, as "testing-centre", of at most 100 characters',
    ],
    ["an id that no file could be named by", { id: "a".repeat(101) }, `id: found "${"a".repeat(79)}`],
    ["no id", { id: undefined }, "id: found undefined, expected a text"],
    [
      "policies that are no list",
      { policies: "testing-centre" },
      'policies: found "testing-centre", expected a list',
    ],
    ["parameters that are no table", { parameters: 3 }, "parameters: found 3, expected keys and values"],
  ])("with %s says where, what was found, what was expected", (_, input, words) => {
    const lines = linesOf(input);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`  - ${words}`);
  });

  it("is refused that refers to itself, or is no data pack", () => {
    const policy: { policy?: unknown } = {};
    policy.policy = policy;
    expect(linesOf({ policies: [policy] })).toEqual([
      "  - policies[0].policy: found an object that refers to itself, expected the id of a policy, or a policy made by definePolicy",
    ]);
    expect(linesOf({ pack: null })).toEqual([
      "  - pack: found null, expected the id of a data pack, or a data pack",
    ]);
  });

  it.each<[string, object, string[]]>([
    [
      "settings that are a list",
      { policies: [{ policy: "matchmaking", settings: [1] }] },
      ["policies[0].settings: found [1], expected keys and values"],
    ],
    [
      "a title of 201 letters",
      { title: "x".repeat(201) },
      [expect.stringContaining("expected a text of at most 200 characters") as string],
    ],
  ])("is told once of %s", (_, input, lines) => {
    expect(linesOf(input).map((line) => line.replace("  - ", ""))).toEqual(lines);
  });

  it("has one error that lists every problem, in words and as data", () => {
    const error = refused({
      id: "many",
      burnInMonths: -1,
      population: Number.NaN,
      seeds: 3,
      parameters: { nobody: 1, caution: 99, wages: Number.NaN },
      policies: ["nothing-like-it", { policy: "testing-centre", settings: { slotsPerMonth: -1, price: 3 } }],
    });
    expect(error.name).toBe("InputError");
    expect(error.message).toMatch(/^scenario "many": 9 problems\n {2}- /);
    expect(error.problems.map(({ path }) => path).sort()).toEqual([
      "burnInMonths",
      "parameters.caution",
      "parameters.nobody",
      "parameters.wages",
      "policies[0].policy",
      "policies[1].settings.price",
      "policies[1].settings.slotsPerMonth",
      "population",
      "seeds",
    ]);
    expect(error.problems.every(({ expected }) => expected.length > 3)).toBe(true);
    expect(error.message.split("\n")).toHaveLength(10);
  });

  it("is told what is wrong with a policy's settings and a shock's names where their dates are wrong too", () => {
    const error = refused({
      id: "a",
      policies: [
        { policy: "rd-credit", startMonth: -1, settings: { awareness: 2 } },
        { policy: "nobody", strength: 2 },
      ],
      shocks: [
        { kind: "supplier-exit", supplier: "peruvian metal-structures 4000", month: -1 },
        { kind: "project-delayed", project: "quellavecco", months: 0 },
      ],
    });
    expect(error.problems.map(({ path }) => path)).toEqual([
      "policies[0].startMonth",
      "policies[0].settings.awareness",
      "policies[1].strength",
      "policies[1].policy",
      "shocks[0].month",
      "shocks[0].supplier",
      "shocks[1].months",
      "shocks[1].project",
    ]);
  });

  it("is told what is wrong with the run's options in the same error", () => {
    expect(() => simulate({ id: "a", months: 0 }, { seed: 1.5, event: true } as never)).toThrow(
      [
        "a run: 3 problems",
        "  - scenario.months: found 0, expected at least 1",
        "  - options.seed: found 1.5, expected a seed: a text that is not empty, or an integer within 2^53",
        '  - options.event: found "event", expected one of: seed, events, funnel, observers; did you mean "events"?',
      ].join("\n"),
    );
  });

  it("may leave the parameters' ranges, but not for numbers that make no sense", () => {
    const far = { caution: 99, "consumables.firmsPeruvian": 0 };
    expect(defineScenario({ id: "a", beyondRanges: true, parameters: far }).parameters).toEqual(far);
    const parameters = {
      consortiumPartners: -1,
      "consumables.criticality": 1.5,
      "consumables.firmsGlobal": -4,
    };
    expect(refused({ id: "a", beyondRanges: true, parameters }).message.split("\n").slice(1)).toEqual([
      "  - parameters.consortiumPartners: found -1, expected a number from 0 to 120 (firms): no other makes sense",
      "  - parameters.consumables.criticality: found 1.5, expected a number from 0 to 1 (index 0-1): no other makes sense",
      "  - parameters.consumables.firmsGlobal: found -4, expected a number from 0 to 2000 (firms): no other makes sense",
    ]);
    const inWords = { id: "a", beyondRanges: "yes", parameters: { caution: 99 } };
    expect(refused(inWords).problems.map(({ path }) => path)).toEqual(["beyondRanges", "parameters.caution"]);
  });

  it.each([null, undefined, 3, "baseline", [], () => 0])("is refused as a whole when it is %s", (input) => {
    expect(refused(input).message).toMatch(/^a scenario: 1 problem\n.*, expected an object with an id/);
  });

  it("tells who gives the id of one of the catalogue how to give the scenario itself", () => {
    const words = 'found "testing-centre", expected an object with an id, or';
    expect(refused("testing-centre").message).toMatch(/scenarios\["testing-centre"\]$/);
    expect(refused("testing-centre").message).toContain(words);
    expect(() => variantOf("testing-centre" as never, {})).toThrow(
      'a scenario made by defineScenario, or scenarios["testing-centre"]',
    );
    expect(refused(undefined).message).toContain('or scenarios["baseline"]');
  });

  it("tells who misspells such an id the nearest one, and never repeats the misspelt", () => {
    const { message, problems } = refused("testing-center");
    expect(message).toBe(
      'a scenario: 1 problem\n  - found "testing-center", expected an object with an id, or scenarios["testing-centre"]; did you mean "testing-centre"?',
    );
    expect(problems[0].nearest).toBe("testing-centre");
    expect(() => variantOf("full-pack" as never, {})).toThrow('or scenarios["full-package"]; did you mean');
    expect(refused("my-own-town").message).toMatch(/or scenarios\["baseline"\]$/);
  });

  it("is refused where it is run as well", () => {
    expect(() => simulate({ id: "a", months: -1 }, { seed: 1 })).toThrow(InputError);
  });

  it("is refused with an InputError when a policy is not what definePolicy makes", () => {
    const policy = { id: "mine", recipe: () => undefined } as never;
    expect(refused({ id: "a", policies: [policy] }).message).toContain("policies[0]");
  });
});

describe("a valid scenario", () => {
  it("may have parameters at either end of their ranges, and a title of 200 letters", () => {
    const title = "x".repeat(200);
    for (const name of parameterNames) {
      const { low, high } = parameterNumbers[name];
      for (const value of [low, high])
        expect(() => defineScenario({ id: "a", title, parameters: { [name]: value } }), name).not.toThrow();
    }
  });

  it("is one that defineScenario made, and no copy of it that could be changed", () => {
    expect(isScenario(scenarios.baseline)).toBe(true);
    expect(isScenario({ ...scenarios.baseline })).toBe(false);
  });

  it("has defaults for all but its id", () => {
    expect(defineScenario({ id: "plain" })).toMatchObject({
      title: "plain",
      months: 180,
      burnInMonths: 60,
      population: 800,
      parameters: {},
      beyondRanges: false,
      policies: [],
      reproducible: true,
    });
  });

  it("is frozen throughout", () => {
    const scenario = defineScenario({ id: "a", parameters: { caution: 1.5 }, policies: ["testing-centre"] });
    expect(isScenario(scenario)).toBe(true);
    expect(Object.isFrozen(scenario.parameters)).toBe(true);
    expect(Object.isFrozen(scenario.policies)).toBe(true);
    expect(Object.isFrozen(scenario.policies[0])).toBe(true);
    expect(Object.isFrozen(scenario.policies[0].settings)).toBe(true);
  });

  it("may leave the ranges when it says so", () => {
    const input = { id: "a", parameters: { caution: 9 } };
    expect(defineScenario({ ...input, beyondRanges: true }).parameters).toEqual({ caution: 9 });
  });

  it("keeps only parameters that differ from their defaults", () => {
    expect(defineScenario({ id: "a", parameters: { caution: 1 } }).hash).toBe(
      defineScenario({ id: "a" }).hash,
    );
  });

  it("is identified by its content, not by its name, title or the order in which it is written", () => {
    const one = defineScenario({
      id: "one",
      parameters: { caution: 1.5, bidNoiseSd: 0.07 },
      policies: ["scholarships", { policy: "testing-centre", settings: { priceUsd: 1, slotsPerMonth: 2 } }],
    });
    const two = defineScenario({
      id: "two",
      title: "Two",
      policies: [{ settings: { slotsPerMonth: 2, priceUsd: 1 }, policy: "testing-centre" }, "scholarships"],
      parameters: { bidNoiseSd: 0.07, caution: 1.5 },
    });
    expect(two.hash).toBe(one.hash);
    expect(one.hash).toMatch(/^[0-9a-f]{16}$/);
  });

  it.each<[string, Partial<ScenarioInput>]>([
    ["its horizon", { months: 181 }],
    ["its burn-in", { burnInMonths: 61 }],
    ["its population", { population: 801 }],
    ["a parameter", { parameters: { caution: 1.1 } }],
    ["a policy", { policies: ["testing-centre"] }],
    ["a setting", { policies: [{ policy: "testing-centre", settings: { slotsPerMonth: 3 } }] }],
    ["a window", { policies: [{ policy: "testing-centre", startMonth: 25 }] }],
    ["a strength", { policies: [{ policy: "testing-centre", strength: 0.5 }] }],
  ])("is another when it differs in %s", (_, difference) => {
    const inputs: Partial<ScenarioInput>[] = [{}, { policies: ["testing-centre"] }, difference];
    const hashes = inputs.map((input) => defineScenario({ id: "a", ...input }).hash);
    expect(hashes[2]).not.toBe(hashes[0]);
    if (!("policies" in difference) || typeof difference.policies[0] !== "string")
      expect(hashes[2]).not.toBe(hashes[1]);
  });

  it("holds policies by name, or as made by definePolicy, and says when its record does not suffice to run it again", () => {
    const settings = z.strictObject({ size: z.number().default(3) });
    const own = definePolicy({ ...described, settings, recipe: () => undefined });
    const scenario = defineScenario({ id: "a", policies: [own, { policy: "scholarships" }] });
    expect(scenario.reproducible).toBe(false);
    expect(scenario.policies[0].settings).toEqual({ size: 3 });
    expect(defineScenario({ id: "a", policies: ["scholarships"] }).reproducible).toBe(true);
  });

  it("has policies from January 2019 to the end of the horizon unless it says otherwise", () => {
    const [policy] = defineScenario({ id: "a", months: 90, policies: ["testing-centre"] }).policies;
    expect(policy).toMatchObject({ startMonth: 24, endMonth: 90, strength: 1, rampMonths: 24 });
  });
});
