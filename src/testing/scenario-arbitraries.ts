// Random scenarios for properties: short, small, with parameters, settings and shocks anywhere in their ranges.
import fc from "fast-check";
import * as z from "zod/mini";
import { parameterNames, parameterNumbers } from "../data/parameter-values.ts";
import { defaultPack } from "../data/packs/packs.ts";
import { startableProjects, type Shock } from "../scenarios/shocks.ts";
import { policies, type PolicyId } from "../scenarios/policies.ts";
import type { Policy } from "../scenarios/policy.ts";
import type { PolicyRequest } from "../scenarios/policy-request.ts";
import type { ScenarioInput } from "../scenarios/scenario.ts";
import { refuseIfAny } from "../errors.ts";
import { monthsProblems, policyListProblems, policyProblems } from "./arguments.ts";

/** A seed of a run: a whole number or a short text. */
export const seeds: fc.Arbitrary<string | number> = fc.oneof(
  fc.integer({ min: -1000, max: 1_000_000 }),
  fc.string({ minLength: 1, maxLength: 8 }),
);

/** Durations and counts, of which a run makes whole numbers: more often than others, for that is where runs break. */
const counted = parameterNames.filter((name) =>
  /^(months?|pieces|firms|needs|suppliers|projects|level 0-3)$/.test(parameterNumbers[name].unit),
);

/** Values of some parameters within their ranges, by name; often at an end of the range. */
export const parameterValues: fc.Arbitrary<Record<string, number>> = fc
  .uniqueArray(fc.oneof(fc.constantFrom(...parameterNames), fc.constantFrom(...counted)), { maxLength: 12 })
  .chain((names) =>
    fc.record(
      Object.fromEntries(
        names.map((name) => {
          const { low, high, value } = parameterNumbers[name];
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

/** Settings of a policy within their ranges, some left to their defaults. */
function settingsOf(policy: Policy): fc.Arbitrary<Record<string, unknown>> {
  const schema = z.toJSONSchema(policy.settings, { io: "input", unrepresentable: "any" });
  const properties = (schema.properties ?? {}) as Record<string, SettingSchema>;
  const values = Object.entries(properties).flatMap(
    ([name, { type, enum: options, minimum = 0, maximum = 1 }]): (readonly [
      string,
      fc.Arbitrary<unknown>,
    ])[] => {
      if (options !== undefined) return [[name, fc.constantFrom(...options)]];
      if (type === "boolean") return [[name, fc.boolean()]];
      if (type === "integer") return [[name, fc.integer({ min: minimum, max: maximum })]];
      // Of settings of other kinds only the default is known to be right.
      if (type !== "number") return [];
      const inRange = fc.double({ min: minimum, max: maximum, noNaN: true, noDefaultInfinity: true });
      return [[name, fc.oneof(fc.constantFrom(minimum, maximum), inRange)]];
    },
  );
  return fc.record(Object.fromEntries(values), { requiredKeys: [] });
}

/**
 * A policy with settings, window, ramp and strength within a horizon of so many months: one of the catalogue by its id, or one
 * made by `definePolicy`.
 *
 * @throws InputError naming a policy that is none and a horizon that is no whole number of 1 to 1200 months.
 */
export function policyRequests(policy: PolicyId | Policy, months: number): fc.Arbitrary<PolicyRequest> {
  refuseIfAny("policyRequests", policyProblems("policy", policy, true), monthsProblems("months", months, 1));
  return fc
    .tuple(
      settingsOf(typeof policy === "string" ? policies[policy] : policy),
      fc.oneof(fc.constant(0), fc.integer({ min: 0, max: months - 1 })),
      fc.oneof(fc.constant(months), fc.integer({ min: 1, max: months })),
      fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 30 })),
      fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
    )
    .map(([settings, startMonth, length, rampMonths, strength]) => ({
      policy: typeof policy === "string" ? policies[policy] : policy,
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

/** Months of the shortest scenario: one year, and a month of the next. */
export const fewestMonths = 13;

/** Ids of the catalogue's policies. */
export const policyIds = Object.keys(policies) as readonly PolicyId[];

/**
 * What `defineScenario` takes: a scenario of 13 to `maxMonths` months (default 40) and 50 to 250 firms, with up to five of the
 * policies (default: all of the catalogue) and some shocks. Every one of them is valid, but for policies of one's own that cannot stand
 * together.
 *
 * @throws InputError naming a `maxMonths` that is no whole number of 13 to 1200, and each policy that is none or there twice.
 */
export function scenarioInputs(
  maxMonths = 40,
  among: readonly (PolicyId | Policy)[] = policyIds,
): fc.Arbitrary<ScenarioInput> {
  refuseIfAny(
    "scenarioInputs",
    monthsProblems("maxMonths", maxMonths, fewestMonths),
    policyListProblems("among", among),
  );
  return fc.integer({ min: fewestMonths, max: maxMonths }).chain((months) =>
    fc.record({
      id: fc.constant("random"),
      months: fc.constant(months),
      burnInMonths: fc.integer({ min: 0, max: 18 }),
      population: fc.integer({ min: 50, max: 250 }),
      parameters: parameterValues,
      policies: fc
        .subarray([...among], { maxLength: Math.min(5, among.length) })
        .chain((some) => fc.tuple(...some.map((policy) => policyRequests(policy, months)))),
      shocks: fc.oneof(fc.constant([]), shocksWithin(months)),
    }),
  );
}
