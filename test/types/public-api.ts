// Compiled with everything else by `npm run types` and never run: each mistake below must be one for the compiler too.
import type { PolicySettings } from "../../src/scenarios/policy-settings.ts";
import type { StudyEffect } from "../../src/node.ts";
import {
  type Attribution,
  type Calibration,
  type CategoryId,
  choose,
  compare,
  defineScenario,
  effectOf,
  type EventOf,
  type GateName,
  type gateNames,
  type MetricName,
  type OriginName,
  type policies,
  type Policy,
  type PolicyChoice,
  type PolicyId,
  type PolicyShare,
  type ResearchPartner,
  type Run,
  type RunDiff,
  sensitivity,
  type SettingsOf,
  simulate,
  variantOf,
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

// @ts-expect-error A parameter that the model does not have.
export const unknownParameter = defineScenario({ id: "a", parameters: { trialMonth: 4 } });

// @ts-expect-error A parameter that the model does not have, named for a study.
export const unknownFactor = sensitivity(right, { method: "morris", parameters: ["trialMonth"] });

/** Values that are known at run time only are taken, whoever read them. */
export const readAtRunTime = (values: Readonly<Record<string, number>>) =>
  defineScenario({ id: "a", parameters: values });

/** Settings may be of whatever form their author gave them a name by. */
interface Voucher {
  places: number;
}
declare const voucher: Policy<Voucher>;
declare const places: Voucher;
export const withVoucher = defineScenario({
  id: "a",
  policies: [voucher, { policy: voucher, settings: places }],
});

/** Whoever follows a run can say all that an investment is for, and with whom a firm does its R&D. */
const investments: Record<EventOf<"investment">["kind"], string> = {
  register: "a register",
  certify: "a certificate",
  train: "courses",
  "build-ties": "ties",
  grow: "capacity",
  "upgrade-process": "a process",
  "seek-partner": "a partner",
  "add-service": "a service",
  "other-sectors": "other customers",
};
export const wordsOf = (event: EventOf<"investment">): string => investments[event.kind];
export const partners: Same<EventOf<"project">["partner"], ResearchPartner> = true;

/** What a result names can be handed to the next question as it is. */
export function goOn(choice: PolicyChoice, calibration: Calibration, shared: Attribution) {
  const [{ portfolio }] = choice.finalists;
  const [{ metric, shares }] = shared.metrics;
  const share: PolicyShare = shares[0];
  void sensitivity(right, { method: "morris", parameters: calibration.parameters.map(({ name }) => name) });
  void choose(right, {
    budget: 1,
    policies: choice.policies,
    over: calibration.accepted.map((each) => each.values),
  });
  return [
    variantOf(right, { policies: portfolio }),
    effectOf(comparison, "right", metric),
    share.mean,
  ] as const;
}

/** A seed that comes out of a run is a text, as in the manifest. */
export const seedOfRun: Same<Run["seed"], Run["manifest"]["seed"]> = true;

/** Tables of one's own have a place for each code, and no other. */
export const byMetric = (effect: StudyEffect): MetricName => effect.metric;
export const byOrigin: Same<RunDiff["contracts"][number]["origin"], OriginName> = true;
export const byCategory: Same<RunDiff["onlyInFirst"][number]["category"], CategoryId> = true;
export const gates: Same<(typeof gateNames)[number], GateName> = true;
