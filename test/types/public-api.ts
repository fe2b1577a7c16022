// Compiled with everything else by `npm run types` and never run: each mistake below must be one for the compiler too.
import type { PolicySettings } from "../../src/scenarios/policy-settings.ts";
import {
  compare,
  defineScenario,
  effectOf,
  simulate,
  type MetricName,
  type policies,
  type PolicyId,
  type SettingsOf,
} from "../../src/index.ts";

type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : false) : false;
/** What editors show of settings is what the policies' schemas say. */
export const sameSettings: Same<
  PolicySettings,
  { readonly [Id in PolicyId]: SettingsOf<(typeof policies)[Id]> }
> = true;

export const right = defineScenario({
  id: "right",
  policies: ["testing-centre", { policy: "rd-credit", settings: { form: "2023", refundableShare: 1 } }],
});

// @ts-expect-error A policy that the catalogue does not have.
export const unknownPolicy = defineScenario({ id: "a", policies: ["testing-center"] });

export const wrongType = defineScenario({
  id: "a",
  // @ts-expect-error A setting of the wrong type.
  policies: [{ policy: "testing-centre", settings: { slotsPerMonth: "many" } }],
});

export const wrongOption = defineScenario({
  id: "a",
  // @ts-expect-error An option that the setting does not have.
  policies: [{ policy: "local-content-rule", settings: { definition: "nearby" } }],
});

export const wrongSetting = defineScenario({
  id: "a",
  // @ts-expect-error A setting of another policy.
  policies: [{ policy: "testing-centre", settings: { form: "2023" } }],
});

// @ts-expect-error A key that no scenario has.
export const unknownKey = defineScenario({ id: "a", horizon: 120 });

// @ts-expect-error A metric that is not measured.
export const unknownMetric: MetricName = "localValue";

const run = simulate(right, { seed: 1 });
// @ts-expect-error A metric that is not measured.
export const unmeasured: unknown = run.metrics.localValue;

const comparison = compare([right, right], { seeds: 2 });
// @ts-expect-error A metric that is not measured.
export const noEffect = effectOf(comparison, "right", "localValue");

// @ts-expect-error A seed is a text or an integer.
export const wrongSeed = simulate(right, { seed: true });

// @ts-expect-error A run without a seed.
export const noSeed = simulate(right, {});
