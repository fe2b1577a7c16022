// A policy is a named recipe plus plain settings (ODD 7.1): a change of the rules, with a window, a ramp and a cost.
// Rules are recomputed from the baseline each time a strength changes, never undone by hand, and the patches are kept.
import { Immer, enablePatches } from "immer";
import type { core } from "zod/mini";
import { InputError } from "../errors.ts";
import type { Institutions } from "./institutions.ts";
import { definitionProblems } from "./policy-definition.ts";

/** The three pillars of Table 4, and the programmes of Table A2. */
export type Pillar = "institutionalisation" | "participation" | "innovation" | "existing";

/** What decides whether a policy outlives a change of government. */
export type LegalForm = "programme" | "law" | "private";

/** A value that a recipe may write to, all the way down. */
export type Mutable<Value> = Value extends object
  ? { -readonly [Name in keyof Value]: Mutable<Value[Name]> }
  : Value;

/**
 * Changes a draft of the rules at a strength in (0, 1]. At strength 0 it is never called. `base` holds the rules without any
 * policy; see {@link raise} for what two policies on one value mean.
 */
export type Recipe<Settings> = (
  rules: Mutable<Institutions>,
  settings: Settings,
  strength: number,
  base: Institutions,
) => void;

/** How a policy is described; see {@link definePolicy}. */
export interface PolicyDefinition<Schema extends core.$ZodType> {
  /** Kebab-case name, the same in code, files, tables and charts. */
  readonly id: string;
  /** A line for tables and charts. */
  readonly title: string;
  /** Its pillar in Table 4, or that it exists already. */
  readonly pillar: Pillar;
  /** What it rests on, which decides whether it outlives a change of government. */
  readonly form: LegalForm;
  /** How it acts, in a few sentences. */
  readonly mechanism: string;
  /**
   * What remains when its window ends. Default: what firms have gained meanwhile, as skills, certificates and ties, stays theirs.
   */
  readonly afterwards?: string;
  /** Where it comes from: sections and tables of the paper, rows of the outside figures. */
  readonly source: string;
  /** Schema of the settings, made with zod or zod/mini, with a default and a description for each. */
  readonly settings: Schema;
  /** What it makes of the rules, in terms of its settings and its strength. */
  readonly recipe: Recipe<core.output<Schema>>;
  /** Months from the first effect, which comes after the delay, to full strength, linear; 0 for at once. Default 12. */
  readonly rampMonths?: number;
  /** Months from the start, when the fixed cost begins, to the first effect. Default 0. */
  readonly delayMonths?: number;
  /**
   * Fixed public cost of the full design, US$ a year, from the first month in force on: the ramp does not lessen it, a `strength`
   * below 1 does. At most 1e10. Default 0.
   */
  readonly fixedCostUsdPerYear?: number;
  /** What the public pays per use on top, and how much. Default: nothing. */
  readonly perUseCost?: string;
}

/** A policy ready to be put into a scenario; without settings named, one of any settings. */
export interface Policy<Settings = object> extends Required<
  Omit<PolicyDefinition<core.$ZodType>, "settings" | "recipe">
> {
  /** Schema of the settings. */
  readonly settings: core.$ZodType<Settings>;
  /** What it makes of the rules, in terms of its settings and its strength. */
  readonly recipe: Recipe<never>;
}

/**
 * Defines a policy. The result can stand in a scenario's `policies` beside those of the catalogue, under an id of its own: a
 * scenario refuses a policy that has the id of another one in the catalogue.
 *
 * @throws InputError naming every problem of the description, as an id that is not kebab-case or a negative cost.
 */
export function definePolicy<Schema extends core.$ZodType>(
  definition: PolicyDefinition<Schema>,
): Policy<core.output<Schema>> {
  const problems = definitionProblems(definition);
  if (problems.length > 0) {
    const { id = "without id" } = Object(definition) as { id?: unknown };
    throw new InputError(`policy ${JSON.stringify(id)}`, problems);
  }
  const { rampMonths = 12, delayMonths = 0, fixedCostUsdPerYear = 0 } = definition;
  const { perUseCost = "nothing", afterwards = "What firms have gained meanwhile stays theirs." } =
    definition;
  return Object.freeze({
    ...definition,
    rampMonths,
    delayMonths,
    fixedCostUsdPerYear,
    perUseCost,
    afterwards,
  }) as unknown as Policy<core.output<Schema>>;
}

/** A policy as it stands in a scenario: validated settings, window and ramp filled in. */
export interface PolicyInForce {
  /** The policy itself. */
  readonly policy: Policy;
  /** Values of its settings, defaults filled in. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** First month in force; month 0 is January 2017. */
  readonly startMonth: number;
  /** First month no longer in force. */
  readonly endMonth: number;
  /** Months from the first effect, which comes after the delay, to full strength, linear; 0 for at once. */
  readonly rampMonths: number;
  /** Months from the start, when the fixed cost begins, to the first effect. */
  readonly delayMonths: number;
  /** How much of the full design is put in force, 0..1. */
  readonly strength: number;
  /**
   * Fixed public cost of the full design, US$ a year, from the first month in force on: the ramp does not lessen it, a `strength`
   * below 1 does.
   */
  readonly fixedCostUsdPerYear: number;
}

/** Whether a policy decides how the others are delivered and coordinated: the public ones of that pillar do, whole themselves. */
export function governs({ pillar, form }: Policy): boolean {
  return pillar === "institutionalisation" && form !== "private";
}

/** Planned strength of a policy in a month, before delivery and politics: 0 outside its window, then a linear ramp. */
export function plannedStrength(inForce: PolicyInForce, month: number): number {
  const { startMonth, endMonth, rampMonths, delayMonths, strength } = inForce;
  const age = month - startMonth - delayMonths;
  if (age < 0 || month >= endMonth) return 0;
  return rampMonths === 0 ? strength : strength * Math.min(1, (age + 1) / rampMonths);
}

/** One change of a value in the tree of rules. */
export interface RulePatch {
  /** What is done at the place; of recipes that `defineScenario` takes always "replace". */
  readonly op: "replace" | "remove" | "add";
  /** Names from the root of the tree to the value. */
  readonly path: readonly (string | number)[];
  /** What stands there from then on; missing for "remove". */
  readonly value?: unknown;
}

/** What one policy changed in the rules: JSON patches against the rules as the policies before it left them. */
export interface PolicyPatch {
  /** Id of the policy. */
  readonly policyId: string;
  /** Month from which they hold; 0 is January 2017. */
  readonly month: number;
  /** Strength of the policy from then on, 0..1, after what the administration fails to deliver. */
  readonly strength: number;
  /** What it makes of the rules that policies before it, by id, leave. */
  readonly patches: readonly RulePatch[];
  /** The values that the patches replace. */
  readonly inverse: readonly RulePatch[];
}

enablePatches();
// An instance of our own: its settings are not those of a host program's immer.
const immer = new Immer({ autoFreeze: true });

/**
 * The rules of a month: the policies' recipes applied to the baseline in the order of their ids, so that the order in a
 * scenario never matters. Returns the rules and one patch set per policy of positive strength.
 */
export function applyPolicies(
  baseline: Institutions,
  policies: readonly PolicyInForce[],
  strengths: readonly number[],
  month: number,
): { rules: Institutions; patches: PolicyPatch[] } {
  let rules = baseline;
  const patches: PolicyPatch[] = [];
  const order = policies.map((_, index) => index).sort((a, b) => compareIds(policies[a], policies[b]));
  for (const index of order) {
    const strength = strengths[index];
    if (strength <= 0) continue;
    const [next, forward, inverse] = applyPolicy(rules, baseline, policies[index], strength);
    rules = next;
    patches.push({ policyId: policies[index].policy.id, month, strength, patches: forward, inverse });
  }
  return { rules, patches };
}

/** The rules after one policy, with the patches there and back. */
export function applyPolicy(
  rules: Institutions,
  baseline: Institutions,
  { policy, settings }: PolicyInForce,
  strength: number,
): readonly [Institutions, readonly RulePatch[], readonly RulePatch[]] {
  const recipe = policy.recipe as unknown as Recipe<Readonly<Record<string, unknown>>>;
  return immer.produceWithPatches(rules, (draft) => {
    recipe(draft, settings, strength, baseline);
  });
}

function compareIds(a: PolicyInForce, b: PolicyInForce): number {
  return a.policy.id < b.policy.id ? -1 : a.policy.id > b.policy.id ? 1 : 0;
}

/** `from` moved towards `to` by `strength`: what recipes use to phase a value in. */
export function mix(from: number, to: number, strength: number): number {
  return strength === 1 ? to : from + (to - from) * strength;
}

/** Names of the numbers of a branch of the rules. */
type Numbers<Branch> = { [Name in keyof Branch]: Branch[Name] extends number ? Name : never }[keyof Branch];

/** Values that numbers of a branch are led to. */
export type RuleTargets<Branch> = { readonly [Name in Numbers<Branch>]?: number };

/**
 * Raises numbers of a branch of the rules from their baseline towards targets by a strength, never lowering them. Where
 * several policies raise one number, the highest of what each alone would give holds, in whatever order they come. For use in
 * a {@link Recipe}: `raise(rules.information, base.information, { tenderPublicity: 0.8 }, strength)`.
 */
export function raise<Branch extends object>(
  draft: Branch,
  base: Readonly<Branch>,
  targets: RuleTargets<Branch>,
  strength: number,
): void {
  lead(draft, base, targets, strength, Math.max);
}

/** The same downwards: the lowest of what each policy alone would give holds. */
export function lower<Branch extends object>(
  draft: Branch,
  base: Readonly<Branch>,
  targets: RuleTargets<Branch>,
  strength: number,
): void {
  lead(draft, base, targets, strength, Math.min);
}

function lead<Branch extends object>(
  draft: Branch,
  base: Readonly<Branch>,
  targets: RuleTargets<Branch>,
  strength: number,
  furthest: (a: number, b: number) => number,
): void {
  const problems = Object.entries({ draft, base, targets }).flatMap(([path, value]: [string, unknown]) =>
    typeof value === "object" && value !== null
      ? []
      : [{ path, value, expected: path === "targets" ? "numbers by name" : "a branch of the rules" }],
  );
  if (problems.length > 0) throw new InputError("a recipe", problems);
  const to = draft as Record<string, number>;
  const from = base as Readonly<Record<string, number>>;
  for (const [name, target] of Object.entries(targets as Readonly<Record<string, number>>)) {
    to[name] = furthest(to[name], furthest(from[name], mix(from[name], target, strength)));
  }
}
