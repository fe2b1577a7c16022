// Random scenarios for properties: short, small, with parameters and settings anywhere in their ranges.
import fc from "fast-check";
import { z } from "zod";
import { parameterNames, parameters } from "../../src/data/parameters.ts";
import { policies } from "../../src/scenarios/policies.ts";
import type { PolicyRequest } from "../../src/scenarios/policy-request.ts";
import type { ScenarioInput } from "../../src/scenarios/scenario.ts";

/**
 * Properties try the same cases each time, so that a failure is a change of the code; FAST_CHECK_SEED and FAST_CHECK_RUNS try
 * others, and more.
 */
export function trying(numRuns: number): { seed: number; numRuns: number } {
  const { FAST_CHECK_SEED: seed = "1", FAST_CHECK_RUNS: factor = "1" } = process.env;
  return { seed: Number(seed), numRuns: numRuns * Number(factor) };
}

/** A seed of a run. */
export const seeds = fc.oneof(
  fc.integer({ min: -1000, max: 1_000_000 }),
  fc.string({ minLength: 1, maxLength: 8 }),
);

/** Durations and counts, of which a run makes whole numbers: more often than others, for that is where runs break. */
const counted = parameterNames.filter((name) =>
  /^(months?|pieces|firms|needs|suppliers|projects|level 0-3)$/.test(parameters[name].unit),
);

/** Values of some parameters within their ranges. */
const parameterOverrides: fc.Arbitrary<Record<string, number>> = fc
  .uniqueArray(fc.oneof(fc.constantFrom(...parameterNames), fc.constantFrom(...counted)), { maxLength: 12 })
  .chain((names) =>
    fc.record(
      Object.fromEntries(
        names.map((name) => {
          const { low, high, value } = parameters[name];
          const inRange = fc.double({ min: low, max: high, noNaN: true, noDefaultInfinity: true });
          return [name, fc.oneof(fc.constantFrom(low, high, value), inRange)];
        }),
      ),
    ),
  );

interface SettingSchema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
}

function settingsOf(id: keyof typeof policies): fc.Arbitrary<Record<string, unknown>> {
  const schema = z.toJSONSchema(policies[id].settings, { io: "input" });
  const properties = (schema.properties ?? {}) as Record<string, SettingSchema>;
  const values = Object.entries(properties).map(
    ([name, { type, enum: options, minimum = 0, maximum = 1 }]) => {
      if (options !== undefined) return [name, fc.constantFrom(...options)] as const;
      if (type === "boolean") return [name, fc.boolean()] as const;
      const inRange = fc.double({ min: minimum, max: maximum, noNaN: true, noDefaultInfinity: true });
      return [name, fc.oneof(fc.constantFrom(minimum, maximum), inRange)] as const;
    },
  );
  return fc.record(Object.fromEntries(values) as Record<string, fc.Arbitrary<unknown>>, { requiredKeys: [] });
}

/** A policy of the catalogue with settings, window, ramp and strength within a horizon. */
function requestFor(id: keyof typeof policies, months: number): fc.Arbitrary<PolicyRequest> {
  return fc
    .tuple(
      settingsOf(id),
      fc.oneof(fc.constant(0), fc.integer({ min: 0, max: months - 1 })),
      fc.oneof(fc.constant(months), fc.integer({ min: 1, max: months })),
      fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 30 })),
      fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
    )
    .map(([settings, startMonth, length, rampMonths, strength]) => ({
      policy: id,
      settings,
      startMonth,
      endMonth: Math.min(months, startMonth + length),
      rampMonths,
      strength,
    }));
}

/** Ids of the catalogue's policies. */
export const policyIds = Object.keys(policies) as (keyof typeof policies)[];

/** A scenario of at most so many months, with some of the policies. */
export function scenarioInputs(
  maxMonths = 40,
  among: readonly (keyof typeof policies)[] = policyIds,
): fc.Arbitrary<ScenarioInput> {
  return fc.integer({ min: 13, max: maxMonths }).chain((months) =>
    fc.record({
      id: fc.constant("random"),
      months: fc.constant(months),
      burnInMonths: fc.integer({ min: 0, max: 18 }),
      population: fc.integer({ min: 50, max: 250 }),
      parameters: parameterOverrides,
      policies: fc
        .subarray([...among], { maxLength: 5 })
        .chain((ids) => fc.tuple(...ids.map((id) => requestFor(id, months)))),
    }),
  );
}
