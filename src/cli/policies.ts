import { policies } from "../scenarios/policies.ts";
import { describeSettings } from "../scenarios/describe.ts";
import type { Policy } from "../scenarios/policy.ts";
import { policiesReport, policyReport } from "../report/catalogue.ts";
import { inputOf } from "./input.ts";
import { outputStyle, print, printJson } from "./output.ts";

/** `eslabon policies` */
export function policiesCommand(options: { readonly json?: boolean }): void {
  inputOf("policies").check();
  const all = Object.values(policies) as unknown as readonly Policy[];
  if (options.json === true) printJson(all.map(inWords));
  else print(policiesReport(all, outputStyle()));
}

/** `eslabon policy <id>` */
export function policyCommand(id: string, options: { readonly json?: boolean }): void {
  const input = inputOf("policy");
  const known = input.name(
    "id",
    id,
    Object.keys(policies),
    "the id of a policy; eslabon policies lists them",
  );
  input.check();
  if (known === undefined) return;
  const policy = policies[known as keyof typeof policies] as unknown as Policy;
  if (options.json === true) printJson(inWords(policy));
  else print(policyReport(policy, outputStyle()));
}

/** A policy as plain data: everything but its recipe. */
function inWords(policy: Policy) {
  const { id, title, pillar, form, mechanism, afterwards, source } = policy;
  const { rampMonths, delayMonths, fixedCostUsdPerYear, perUseCost } = policy;
  const timing = { rampMonths, delayMonths, fixedCostUsdPerYear, perUseCost };
  return {
    id,
    title,
    pillar,
    form,
    mechanism,
    afterwards,
    source,
    ...timing,
    settings: describeSettings(policy),
  };
}
