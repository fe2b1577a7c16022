// A scenario of the catalogue as a study to start from.
import type { Policy, Scenario } from "../src/index.ts";
import { settingsOf, type SettingValue } from "./settings.ts";
import type { ChosenPolicy, Study } from "./study.ts";

/** Month in which policies start when nothing is said. */
export const usualStartMonth = 24;

/** A study with the policies of a scenario; what is as usual is not said, so that links stay short. */
export function startStudy(study: Study, { policies, months }: Scenario): Study {
  return {
    ...study,
    policies: policies.map((inForce): ChosenPolicy => {
      const { policy, settings, startMonth, endMonth, rampMonths, fixedCostUsdPerYear } = inForce;
      const changed = changedSettings(policy, settings);
      return {
        policy: policy.id,
        ...(startMonth === usualStartMonth ? {} : { startMonth }),
        ...(endMonth === months || endMonth >= study.months ? {} : { endMonth }),
        ...(rampMonths === policy.rampMonths ? {} : { rampMonths }),
        ...(fixedCostUsdPerYear === policy.fixedCostUsdPerYear ? {} : { fixedCostUsdPerYear }),
        ...(changed.length === 0 ? {} : { settings: Object.fromEntries(changed) }),
      };
    }),
  };
}

function changedSettings(
  policy: Policy,
  settings: Readonly<Record<string, unknown>>,
): [string, SettingValue][] {
  return settingsOf(policy)
    .filter(({ name, usual }) => settings[name] !== usual)
    .map(({ name }) => [name, settings[name] as SettingValue]);
}
