// Hypotheses on local-content rules: what each definition, instrument and enforcement does to local value and to miners' cost.
import type { MetricName } from "../../engine/observations.ts";
import { decisive, effect, shown, type Contrast, type Hypothesis } from "./hypothesis.ts";
import type { HypothesisScenario } from "./scenarios.ts";

const variants = [
  ["rule-owned-preference", "a preference for Peruvian-owned firms"],
  ["rule-owned-reserved", "lots reserved for Peruvian-owned firms"],
  ["rule-invoicing-preference", "a preference for firms invoicing in Peru"],
  ["rule-invoicing-reserved", "lots reserved for firms invoicing in Peru"],
  ["rule-owned-preference-weak", "a weakly enforced preference for Peruvian-owned firms"],
  ["rule-owned-reserved-weak", "weakly enforced reservation for Peruvian-owned firms"],
  ["rule-invoicing-preference-weak", "a weakly enforced preference for firms invoicing in Peru"],
  ["rule-invoicing-reserved-weak", "weakly enforced reservation for firms invoicing in Peru"],
] as const satisfies readonly (readonly [HypothesisScenario, string])[];

/** The effect of every variant of the rule on a metric, but for those that decide. */
function everyVariant(
  metric: MetricName,
  what: string,
  without: readonly HypothesisScenario[] = [],
): readonly Contrast[] {
  return variants
    .filter(([scenario]) => !without.includes(scenario))
    .map(([scenario, words]) =>
      shown({
        id: `${metric}-${scenario}`,
        estimand: `${what} by ${words}`,
        unit: "US$ a year",
        value: (of) => effect(of, scenario, metric),
      }),
    );
}

const scenarios: readonly HypothesisScenario[] = ["baseline", ...variants.map(([scenario]) => scenario)];

export const contentRuleRaisesValue: Hypothesis = {
  id: "content-rule-raises-value",
  claim:
    "A local-content rule for Peruvian-owned firms raises local value, net of what it costs miners extra.",
  source: "Sections 2.2, 4.2",
  design:
    "A fully enforced price preference for Peruvian-owned firms against the baseline; beside it both definitions, both instruments and weak enforcement (30 %). A preference itself is a transfer and not counted.",
  scenarios,
  contrasts: [
    decisive({
      id: "owned-preference",
      estimand: "net local value gained by a preference for Peruvian-owned firms",
      unit: "US$ a year",
      claimed: "above 0",
      value: (of) => effect(of, "rule-owned-preference", "localValueNetUsd"),
    }),
    ...everyVariant("localValueNetUsd", "net local value gained", ["rule-owned-preference"]),
  ],
};

export const contentRuleCostsMiners: Hypothesis = {
  id: "content-rule-costs-miners",
  claim: "A local-content rule for Peruvian-owned firms costs miners more than it saves them.",
  source: "Sections 2.2, 4.2",
  design:
    "Miners' total cost of ownership (spend and failures less savings) under a fully enforced preference and under reserved lots for Peruvian-owned firms, against the baseline; both must cost more.",
  scenarios,
  contrasts: [
    ...(["rule-owned-preference", "rule-owned-reserved"] as const).map((scenario) =>
      decisive({
        id: `${scenario}-cost`,
        estimand: `miners' cost added by ${variants.find(([key]) => key === scenario)?.[1] ?? scenario}`,
        unit: "US$ a year",
        claimed: "above 0",
        value: (of) => effect(of, scenario, "buyerCostUsd"),
      }),
    ),
    ...everyVariant("buyerCostUsd", "miners' cost added", ["rule-owned-preference", "rule-owned-reserved"]),
    ...everyVariant("failureLossUsd", "failure losses added"),
  ],
};

export const contentRuleNeedsEnforcement: Hypothesis = {
  id: "content-rule-needs-enforcement",
  claim:
    "Who counts as local and enforcement decide what Peruvian-owned firms gain by a rule: a weakly enforced one brings them less than half.",
  source: "Section 4.2; Table A2",
  design:
    "What Peruvian-owned firms are paid directly: under weak enforcement less than half of what full enforcement brings, and less under a definition by invoicing than by ownership. Both must hold.",
  scenarios,
  contrasts: [
    decisive({
      id: "weak-below-half",
      estimand: "gain of Peruvian-owned firms under weak enforcement, less half of that under full",
      unit: "US$ a year",
      claimed: "below 0",
      value: (of) =>
        effect(of, "rule-owned-preference-weak", "peruvianDirectUsd") -
        effect(of, "rule-owned-preference", "peruvianDirectUsd") / 2,
    }),
    decisive({
      id: "invoicing-below-owned",
      estimand: "gain of Peruvian-owned firms when invoicing counts, less when ownership counts",
      unit: "US$ a year",
      claimed: "below 0",
      value: (of) => effect(of, "rule-invoicing-preference", "peruvianDirectUsd", "rule-owned-preference"),
    }),
    ...everyVariant("peruvianDirectUsd", "paid directly to Peruvian-owned firms more"),
  ],
};
