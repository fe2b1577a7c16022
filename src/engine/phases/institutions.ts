// Phase 1. The rules of the month: the policies in force transform the baseline's institutions, as far as they have
// survived changes of government, are delivered, and do not get in each other's way (4.1, 3.6).
import { draw, hashWords, Process, wordsOf } from "../../random.ts";
import { applyPolicies, governs, plannedStrength, type PolicyPatch } from "../../scenarios/policy.ts";
import { monthsPerYear, toCents } from "../../units.ts";
import { payForProgramme } from "../treasury.ts";
import type { World } from "../world.ts";

export function institutions(world: World): void {
  const { policies } = world.scenario;
  if (policies.length === 0) return;
  if (isChangeOfGovernment(world)) changeGovernment(world);

  const planned = policies.map((policy, i) => (world.ended[i] ? 0 : plannedStrength(policy, world.month)));
  const delivered = deliveredStrengths(world, planned);
  if (delivered.some((strength, i) => strength !== world.strengths[i])) enact(world, delivered);
  payFixedCosts(world);
}

function isChangeOfGovernment(world: World): boolean {
  const { shocks } = world.scenario;
  if (shocks.some((shock) => shock.kind === "change-of-government" && shock.month === world.month))
    return true;
  const { firstChangeOfGovernmentMonth, governmentTermMonths } = world.parameters;
  const since = world.month - firstChangeOfGovernmentMonth;
  return since >= 0 && since % governmentTermMonths === 0;
}

/** Each public policy in force survives or ends; private initiatives are not the government's to end. */
function changeGovernment(world: World): void {
  const { governance } = world.rules;
  const ended: string[] = [];
  const survived: string[] = [];
  world.scenario.policies.forEach(({ policy, strength, startMonth, endMonth }, i) => {
    const running = strength > 0 && startMonth < world.month && world.month < endMonth && !world.ended[i];
    if (!running || policy.form === "private") return;
    const chance = policy.form === "law" ? governance.lawSurvival : governance.programmeSurvival;
    const survives = draw(world.root, Process.policySurvival, identity(policy.id), 0, world.month) < chance;
    world.ended[i] = !survives;
    (survives ? survived : ended).push(policy.id);
  });
  world.events?.push({ type: "government-changed", month: world.month, ended, survived });
}

/** Planned strengths after delivery and duplication; both are read from the policies that govern the others. */
function deliveredStrengths(world: World, planned: readonly number[]): number[] {
  const { policies } = world.scenario;
  const governing = planned.map((strength, i) => (governs(policies[i].policy) ? strength : 0));
  const { governance } = applyPolicies(world.baseline, policies, governing, world.month).rules;
  const running = planned.filter((strength) => strength > 0).length;
  const duplicated = running > 1 ? (running - 1) / running : 0;
  const lost = world.parameters.duplicationLoss * (1 - governance.coordination) * duplicated;
  return planned.map((strength, i) => {
    const { policy } = policies[i];
    if (governs(policy) || policy.form === "private") return strength;
    return strength * governance.delivery * (1 - lost);
  });
}

/** Puts new rules in force and keeps what each policy's part of them is, whenever that changes. */
function enact(world: World, strengths: readonly number[]): void {
  const { policies } = world.scenario;
  const { rules, patches } = applyPolicies(world.baseline, policies, strengths, world.month);
  world.rules = rules;
  policies.forEach(({ policy }, i) => {
    const before = world.patches.findLast(({ policyId }) => policyId === policy.id);
    const after = patches.find(({ policyId }) => policyId === policy.id) ?? {
      policyId: policy.id,
      month: world.month,
      strength: 0,
      patches: [],
      inverse: [],
    };
    // Another policy on the same value may change this one's part of the rules too.
    if (strengths[i] !== world.strengths[i] || !sameChanges(before, after)) world.patches.push(after);
    if (strengths[i] === world.strengths[i]) return;
    world.strengths[i] = strengths[i];
    world.events?.push({
      type: "policy-changed",
      month: world.month,
      policy: policy.id,
      strength: strengths[i],
    });
  });
}

function sameChanges(before: PolicyPatch | undefined, after: PolicyPatch): boolean {
  const changes = before?.patches ?? [];
  return (
    changes.length === after.patches.length &&
    changes.every(
      ({ path, value }, i) =>
        value === after.patches[i].value && path.join("/") === after.patches[i].path.join("/"),
    )
  );
}

function payFixedCosts(world: World): void {
  world.scenario.policies.forEach(({ policy, startMonth, endMonth, strength, fixedCostUsdPerYear }, i) => {
    const running = startMonth <= world.month && world.month < endMonth && !world.ended[i];
    const cents = running ? toCents((fixedCostUsdPerYear * strength) / monthsPerYear) : 0;
    if (cents > 0) payForProgramme(world, policy.id, cents);
  });
}

/** Identity of a policy in draws: its name's, so that its luck does not depend on which others stand beside it. */
function identity(id: string): number {
  return hashWords(wordsOf(id));
}
