// Random scenarios for properties: short, small, with parameters and settings anywhere in their ranges.
import fc from "fast-check";
import { z } from "zod";
import { parameterNames, parameters } from "../../src/data/parameters.ts";
import { defaultPack } from "../../src/data/packs/packs.ts";
import { startableProjects, type Shock } from "../../src/scenarios/shocks.ts";
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
      policy: policies[id],
      settings,
      startMonth,
      endMonth: Math.min(months, startMonth + length),
      rampMonths,
      strength,
    }));
}

/** Some shocks within a horizon, no two about the same. */
function shocksWithin(months: number): fc.Arbitrary<readonly Shock[]> {
  const projects = startableProjects(defaultPack);
  const month = fc.integer({ min: 0, max: months - 1 });
  const price = fc.tuple(
    fc.uniqueArray(month, { minLength: 1, maxLength: 4 }),
    fc.double({ min: 1, max: 6, noNaN: true }),
  );
  const one: fc.Arbitrary<Shock> = fc.oneof(
    price.map(([points, usdPerLb]) => ({
      kind: "copper-price" as const,
      path: points.sort((a, b) => a - b).map((point, i) => ({ month: point, usdPerLb: usdPerLb + i / 4 })),
    })),
    fc.constantFrom(...projects).map((project) => ({ kind: "project-cancelled" as const, project })),
    fc
      .tuple(fc.constantFrom(...projects), fc.integer({ min: 1, max: 30 }))
      .map(([project, delay]) => ({ kind: "project-delayed" as const, project, months: delay })),
    month.map((at) => ({ kind: "change-of-government" as const, month: at })),
    fc
      .tuple(
        fc.constantFrom("peruvian", "chilean", "global"),
        fc.constantFrom("metal-structures", "consumables"),
        month,
      )
      .map(([origin, category, at]) => ({
        kind: "supplier-exit" as const,
        supplier: `${origin} ${category} 1`,
        month: at,
      })),
  );
  const subject = (shock: Shock) =>
    shock.kind === "copper-price"
      ? "price"
      : "project" in shock
        ? shock.project
        : "supplier" in shock
          ? shock.supplier
          : `government ${shock.month}`;
  return fc.uniqueArray(one, { maxLength: 3, selector: subject });
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
      shocks: fc.oneof(fc.constant([]), shocksWithin(months)),
    }),
  );
}
