// What any policy must hold, whatever it does: checked for a user's own policy over random scenarios, in random company.
import fc from "fast-check";
import * as z from "zod/mini";
import { mostMonths } from "../data/limits.ts";
import { checkInvariants } from "../engine/invariants.ts";
import type { MetricName, Run } from "../engine/observations.ts";
import { simulate } from "../engine/run.ts";
import { refuseIfAny, type Problem } from "../errors.ts";
import { checkPolicies, isPolicy, type PolicyRequest } from "../scenarios/policy-request.ts";
import type { Policy } from "../scenarios/policy.ts";
import type { ScenarioInput } from "../scenarios/scenario.ts";
import { centsPerUsd, monthsPerYear, toCents } from "../units.ts";
import { shapeProblems, policyProblems } from "./arguments.ts";
import { catalogueClashes } from "./catalogue-clashes.ts";
import { recipeFault } from "./recipe-fault.ts";
import { fewestMonths, policyIds, policyRequests, scenarioInputs, seeds } from "./scenario-arbitraries.ts";

/** What is checked, by name. */
export const checks = {
  "recipe-makes-rules":
    "at every strength its recipe changes the rules it is given, each time in the same way, to values that they may have",
  "stands-beside-the-catalogue":
    "beside each policy of the catalogue, which rules hold depends on no order of the two",
  "zero-strength-is-the-baseline": "at strength 0 a run has the bits of the run without the policy",
  "nothing-before-its-first-month":
    "before its first month a run has the numbers of the run without the policy",
  "costs-are-accounted": "its fixed cost stands in the treasury under its name, month for month",
  "order-does-not-matter": "in whatever order a scenario names its policies, its run is the same",
  "invariants-hold": "every run with the policy keeps the invariants",
  "full-strength-moves-something": "in some run, at full strength, something is different",
} as const;

/** Name of a check. */
export type PolicyCheckName = keyof typeof checks;

/** How thoroughly, and in what company, a policy is checked. */
export interface PolicyCheckOptions {
  /** Random cases per check. Default 10; a check takes about as many runs, or twice as many. */
  readonly runs?: number;
  /** Decides the cases: the same seed tries the same ones. Default 1. */
  readonly seed?: number;
  /** Months of the longest scenario tried. Default 30. */
  readonly months?: number;
  /** What is checked. Default: everything. */
  readonly only?: readonly PolicyCheckName[];
  /** Settings for the checks of the recipe, of the catalogue and that something moves. Default: the policy's defaults. */
  readonly settings?: object;
}

const optionsSchema = z.strictObject({
  runs: z.optional(z.int().check(z.minimum(1))),
  seed: z.optional(z.int()),
  months: z.optional(z.int().check(z.minimum(fewestMonths), z.maximum(mostMonths))),
  only: z.optional(z.array(z.enum(Object.keys(checks) as PolicyCheckName[]))),
  settings: z.optional(z.record(z.string(), z.unknown())),
});

/** Problems of the settings that a policy is to be checked with; none where the policy or the settings are none at all. */
function settingsProblems(policy: unknown, options: unknown): Problem[] {
  const { settings } = Object(options) as { settings?: unknown };
  const problems: Problem[] = [];
  if (isPolicy(policy))
    checkPolicies([{ policy, settings: Object(settings) as unknown, startMonth: 0 }], undefined, problems);
  return problems.flatMap(({ path, ...problem }) => {
    const place = /\.(settings\..+)$/.exec(path)?.[1];
    return place === undefined ? [] : [{ ...problem, path: `options.${place}` }];
  });
}

/** What a policy does not hold. */
export interface PolicyFailure {
  /** Name of the check. */
  readonly check: PolicyCheckName;
  /** What should hold, what was found, and the case that shows it, in words. */
  readonly message: string;
}

/** A case: the request for the policy, a scenario without it, and a seed. */
interface Case {
  readonly request: PolicyRequest;
  readonly input: ScenarioInput;
  readonly seed: string | number;
}

/**
 * What a policy does not hold of what every policy must: nothing, if it is well made. It works for policies of one's own, made by
 * `definePolicy`, and for those of the catalogue. Failures are reduced to a small case. A recipe that makes no rules is told of
 * alone, for whatever else is checked would stumble over it. Takes a few seconds.
 *
 * @throws InputError naming everything that is no policy, no option, or no setting of the policy.
 */
export function checkPolicy(policy: Policy, options: PolicyCheckOptions = {}): PolicyFailure[] {
  refuseIfAny(
    "checkPolicy",
    policyProblems("policy", policy, false),
    shapeProblems("options", options, optionsSchema),
    settingsProblems(policy, options),
  );
  const {
    runs = 10,
    seed = 1,
    months = 30,
    only = Object.keys(checks) as PolicyCheckName[],
    settings = {},
  } = options;
  const failures: PolicyFailure[] = [];
  const fail = (check: PolicyCheckName, finding: string) =>
    failures.push({ check, message: `${policy.id}: ${checks[check]}; ${finding}` });
  const fault = only.includes("recipe-makes-rules") ? recipeFault(policy, settings) : undefined;
  if (fault !== undefined) {
    fail("recipe-makes-rules", fault);
    return failures;
  }
  const clashes = only.includes("stands-beside-the-catalogue") ? catalogueClashes(policy, settings) : [];
  for (const { words } of clashes)
    fail("stands-beside-the-catalogue", `found "${policy.id}", expected ${words}`);
  // What is told already is not told again by each check that happens to draw it.
  const others = policyIds.filter(
    (id) => id !== policy.id && clashes.every(({ policyId }) => policyId !== id),
  );
  const cases: fc.Arbitrary<Case> = scenarioInputs(months, others).chain((input) =>
    fc.record({
      request: policyRequests(policy, input.months ?? months),
      input: fc.constant(input),
      seed: seeds,
    }),
  );
  for (const check of only) {
    if (check === "recipe-makes-rules" || check === "stands-beside-the-catalogue") continue;
    const finding =
      check === "full-strength-moves-something"
        ? stillness(policy, settings)
        : firstFailure(cases, rules[check], { seed, numRuns: runs, endOnFailure: false });
    if (finding !== undefined) fail(check, finding);
  }
  return failures;
}

/** What is wrong in a case, in words; undefined when nothing is. */
type Rule = (one: Case) => string | undefined;

/** Checks that need no random cases. */
type PlainCheck = "recipe-makes-rules" | "stands-beside-the-catalogue" | "full-strength-moves-something";

const rules: Readonly<Record<Exclude<PolicyCheckName, PlainCheck>, Rule>> = {
  "zero-strength-is-the-baseline": ({ request, input, seed }) =>
    difference(
      simulate(withRequests(input, [{ ...request, strength: 0, fixedCostUsdPerYear: 0 }]), { seed }),
      simulate(input, { seed }),
    ),
  "nothing-before-its-first-month": ({ request, input, seed }) => {
    const { metrics } = simulate(withRequests(input, [request]), { seed });
    const without = simulate(input, { seed }).metrics;
    for (const [metric, series] of Object.entries(metrics)) {
      for (let month = 0; month < (request.startMonth ?? 0); month++) {
        const [found, expected] = [series[month], without[metric as MetricName][month]];
        if (!Object.is(found, expected))
          return `found ${metric} ${found} in month ${month}, expected ${expected}`;
      }
    }
    return undefined;
  },
  "costs-are-accounted": ({ request, input, seed }) => {
    const run = simulate(withRequests(input, [request]), { seed, events: true });
    const inForce = run.scenario.policies.find(({ policy }) => policy.id === idOf(request));
    if (inForce === undefined) return undefined;
    const { startMonth, endMonth, strength, fixedCostUsdPerYear } = inForce;
    const monthCents = toCents((fixedCostUsdPerYear * strength) / monthsPerYear);
    const ended = (run.events ?? []).find(
      (event) => event.type === "government-changed" && event.ended.includes(idOf(request)),
    );
    const months = Math.min(endMonth, ended?.month ?? endMonth) - startMonth;
    const expected = monthCents * months;
    const row = run.treasury.find(({ policy }) => policy === idOf(request));
    const found = Math.round((row?.fixedUsd ?? 0) * centsPerUsd);
    if (found === expected) return undefined;
    return `found ${found} cents of fixed cost, expected ${expected}: ${months} months of ${monthCents}`;
  },
  "order-does-not-matter": ({ request, input, seed }) => {
    const forward = withRequests(input, [request]);
    const backward = { ...forward, policies: [...(forward.policies ?? [])].reverse() };
    return difference(simulate(backward, { seed }), simulate(forward, { seed }));
  },
  "invariants-hold": ({ request, input, seed }) => {
    const [broken] = checkInvariants(simulate(withRequests(input, [request]), { seed }));
    return broken?.message;
  },
};

function idOf({ policy }: PolicyRequest): string {
  return typeof policy === "string" ? policy : policy.id;
}

function withRequests(input: ScenarioInput, requests: readonly PolicyRequest[]): ScenarioInput {
  return { ...input, policies: [...(input.policies ?? []), ...requests] };
}

function difference(found: Run, expected: Run): string | undefined {
  if (found.fingerprint !== expected.fingerprint) {
    return `found fingerprint ${found.fingerprint}, expected ${expected.fingerprint}`;
  }
  const [paid, due] = [found, expected].map(({ treasury }) => JSON.stringify(treasury));
  return paid === due ? undefined : `found a treasury of ${paid}, expected ${due}`;
}

function firstFailure(
  cases: fc.Arbitrary<Case>,
  rule: Rule,
  parameters: fc.Parameters<[Case]>,
): string | undefined {
  const outcome = fc.check(
    fc.property(cases, (one) => {
      const wrong = rule(one);
      if (wrong !== undefined) throw new Error(wrong);
    }),
    parameters,
  );
  if (!outcome.failed) return undefined;
  const found = outcome.errorInstance instanceof Error ? outcome.errorInstance.message : "the check failed";
  const shown = JSON.stringify(outcome.counterexample?.[0], (key, value: unknown) =>
    key === "policy" && typeof value === "object" && value !== null ? (value as Policy).id : value,
  );
  return `${found}; in the case ${shown}`;
}

/** Whether nothing at all is different at full strength, in a few runs that are long enough for most policies. */
function stillness(policy: Policy, settings: object): string | undefined {
  const size: ScenarioInput = { id: "still", months: 60, burnInMonths: 12, population: 200 };
  const request: PolicyRequest = {
    policy,
    settings,
    startMonth: 0,
    rampMonths: 0,
    delayMonths: 0,
    strength: 1,
  };
  const tried = [1, 2, 3];
  const moves = tried.some((seed) => {
    const { metrics } = simulate(withRequests(size, [{ ...request, fixedCostUsdPerYear: 0 }]), { seed });
    const without = simulate(size, { seed }).metrics;
    return Object.entries(metrics).some(([metric, series]) =>
      series.some((value, month) => !Object.is(value, without[metric as MetricName][month])),
    );
  });
  if (moves) return undefined;
  return `found the baseline's months in all runs of seeds ${tried.join(", ")}, of ${size.months} months and ${size.population} firms`;
}
