// The audit of a run: which policy changed which rule by how much and when, what each cost, and what it gave back in tax.
import { InputError, unknownNames, type Problem } from "../errors.ts";
import { metricNames, type Run } from "../engine/observations.ts";
import { scenarioProblems, type Scenario } from "../scenarios/scenario.ts";
import { variantOf } from "../scenarios/variant.ts";
import { executorProblems, followProblems, optionsProblems, resultProblems } from "./asked.ts";
import { checkSeeds } from "./compare.ts";
import { executeHere, followedBy, type Executor } from "./executor.ts";
import { followOptionNames, type FollowOptions } from "./follow-options.ts";

/**
 * A rule that a policy led from one value to another over some months. Where several act on one rule, a change is what the policy
 * makes of the value that those before it, by id, leave; as do the entries of {@link JsonPatchEntry}.
 */
export interface RuleChange {
  /** Id of the policy. */
  readonly policy: string;
  /** Place in the tree of institutions, as `testing.slotsPerMonth`. */
  readonly rule: string;
  /** The rule's value before the change: a number, a name, or true and false. */
  readonly from: unknown;
  /** Its value when the change was complete. */
  readonly to: unknown;
  /** First month of the change, 0 being January 2017. */
  readonly fromMonth: number;
  /** Month in which it was complete: the first one when it came at once. */
  readonly toMonth: number;
}

/** An operation of JSON Patch (RFC 6902). */
export interface JsonPatchOperation {
  /** Always this one: rules change their values and are never added or removed. */
  readonly op: "replace";
  /** Place in the tree of institutions, as `/testing/slotsPerMonth`. */
  readonly path: string;
  /** What stands there from then on. */
  readonly value: unknown;
}

/** What one policy makes of the rules from a month on, until its next entry. */
export interface JsonPatchEntry {
  /** First month, 0 being January 2017. */
  readonly month: number;
  /** Id of the policy. */
  readonly policy: string;
  /** Its strength from then on, 0 to 1; with 0 it changes nothing. */
  readonly strength: number;
  /**
   * Operations on the rules as the policies before it, by id, left them: the baseline's rules with the latest entry of each
   * policy applied in the order of their ids are the rules of the month.
   */
  readonly operations: readonly JsonPatchOperation[];
}

/** Public money of a policy over a whole run, US$. */
export interface PolicyCost {
  /** Id of the policy. */
  readonly policy: string;
  /** Programmes' fixed cost, US$, burn-in included. */
  readonly fixedUsd: number;
  /** Places, subsidies, grants and credits, US$, burn-in included: what firms used. */
  readonly perUseUsd: number;
  /** Both together, US$. */
  readonly paidUsd: number;
}

/** What a run says about its policies. */
export interface Audit {
  /** Id of the scenario. */
  readonly scenario: string;
  /** The run's seed as text. */
  readonly seed: string;
  /** Which rule each policy changed, by how much and when, by month of the first change; a ramp is one change. */
  readonly changes: readonly RuleChange[];
  /** The same month by month, for programs. */
  readonly patches: readonly JsonPatchEntry[];
  /** What was paid in each policy's name, burn-in included. */
  readonly costs: readonly PolicyCost[];
}

/**
 * The audit of a run. Costs of instruments that the baseline has too, as the R&D credit, stand under their policies.
 *
 * @throws InputError for what is no run.
 */
export function auditOf(run: Pick<Run, "manifest" | "patches" | "treasury">): Audit {
  const problems = resultProblems("run", run, "run");
  if (problems.length > 0) throw new InputError("an audit", problems);
  const { manifest, patches, treasury } = run;
  return {
    scenario: manifest.scenario,
    seed: manifest.seed,
    changes: changesOf(patches),
    patches: patches.map(({ month, policyId, strength, patches: steps }) => ({
      month,
      policy: policyId,
      strength,
      operations: steps.map(({ path, value }) => ({
        op: "replace",
        path: `/${path.join("/")}`,
        value,
      })),
    })),
    costs: treasury.map(({ policy, fixedUsd, perUseUsd, paidUsd }) => ({
      policy,
      fixedUsd,
      perUseUsd,
      paidUsd,
    })),
  };
}

interface OpenChange {
  readonly from: unknown;
  readonly fromMonth: number;
  to: unknown;
  toMonth: number;
}

/** Steps of consecutive months are one change: a ramp. */
function changesOf(patches: Run["patches"]): RuleChange[] {
  const changes: (OpenChange & Pick<RuleChange, "policy" | "rule">)[] = [];
  const latest = new Map<string, OpenChange>();
  const parts = new Map<string, ReadonlyMap<string, unknown>>();
  const baseline = new Map<string, unknown>();
  /** What the policies before one, by id, leave of a rule. */
  const leftBefore = (policy: string, rule: string) => {
    const before = [...parts.keys()].filter((id) => id < policy && parts.get(id)?.has(rule) === true).sort();
    const nearest = before.at(-1);
    return nearest === undefined ? baseline.get(rule) : parts.get(nearest)?.get(rule);
  };
  for (const { policyId: policy, month, patches: steps, inverse } of patches) {
    const before = parts.get(policy) ?? new Map<string, unknown>();
    const now = new Map<string, unknown>(steps.map(({ path, value }) => [path.join("."), value]));
    parts.set(policy, now);
    inverse.forEach(({ path, value }) => {
      const rule = path.join(".");
      // The first to touch a rule finds it as the baseline has it.
      if (!baseline.has(rule)) baseline.set(rule, value);
    });
    for (const rule of new Set([...before.keys(), ...now.keys()])) {
      const left = leftBefore(policy, rule);
      const from = before.has(rule) ? before.get(rule) : left;
      const to = now.has(rule) ? now.get(rule) : left;
      if (Object.is(from, to)) continue;
      const key = `${policy} ${rule}`;
      const last = latest.get(key);
      if (last?.toMonth === month - 1 && now.has(rule)) {
        last.to = to;
        last.toMonth = month;
        continue;
      }
      const change = { policy, rule, from, to, fromMonth: month, toMonth: month };
      changes.push(change);
      latest.set(key, change);
    }
  }
  return changes;
}

/** What the treasury gains or loses because a policy is there: the run with all policies less the run without this one. */
export interface TreasuryEffect {
  /** Id of the policy that the second run does without. */
  readonly policy: string;
  /** Public cost, US$ a year over the observed months: what the run with it pays more. */
  readonly costUsdPerYear: number;
  /** Tax that it gave back, US$ a year: paid by firms that it made profitable, less what it took; before R&D credits. */
  readonly taxesUsdPerYear: number;
}

/** What is asked of effects on the treasury. */
export interface TreasuryOptions extends FollowOptions {
  /** The seed of all runs. */
  readonly seed: string | number;
}

/**
 * What each policy of a scenario costs and gives back in tax, by leaving it out under the same seed.
 *
 * @param execute Makes the runs. Default: here, one after the other; `executorOn` of `eslabon/node` makes them on worker threads.
 * @throws InputError for what is no scenario, or no seed.
 */
export async function treasuryEffects(
  scenario: Scenario,
  options: TreasuryOptions,
  execute: Executor = executeHere,
): Promise<readonly TreasuryEffect[]> {
  const noOptions = optionsProblems(options, "the seed");
  const problems = [...scenarioProblems(scenario), ...noOptions, ...executorProblems(execute)];
  if (noOptions.length === 0) {
    problems.push(...unknownNames(options, ["seed", ...followOptionNames]), ...followProblems(options));
    const ofSeed: Problem[] = [];
    checkSeeds([options.seed], ofSeed, 1);
    problems.push(...ofSeed.map((problem) => ({ ...problem, path: "seed" })));
  }
  if (problems.length > 0) throw new InputError("effects on the treasury", problems);
  const without = scenario.policies.map(({ policy }, i) =>
    variantOf(scenario, {
      id: `without-${policy.id}`,
      policies: scenario.policies.filter((_, other) => other !== i),
    }),
  );
  const scenarios = [scenario, ...without];
  const runs = await execute(
    {
      scenarios,
      seeds: [options.seed],
      window: { fromMonth: 0, toMonth: scenario.months },
      tasks: scenarios.map((_, index) => ({ scenario: index, seed: 0 })),
    },
    followedBy(options),
  );
  const value = (run: number, metric: "publicCostUsd" | "taxesUsd") =>
    runs[run].values[metricNames.indexOf(metric)];
  return scenario.policies.map(({ policy }, i) => ({
    policy: policy.id,
    costUsdPerYear: value(0, "publicCostUsd") - value(i + 1, "publicCostUsd"),
    taxesUsdPerYear: value(0, "taxesUsd") - value(i + 1, "taxesUsd"),
  }));
}
