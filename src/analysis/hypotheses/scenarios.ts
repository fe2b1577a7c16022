// The scenarios that the hypotheses compare. Those of one trial rule, and those of one price path, differ by policies only.
import { packs } from "../../data/packs/packs.ts";
import { scenarios as catalogue } from "../../scenarios/catalogue.ts";
import { defaultStartMonth, type PolicyRequest } from "../../scenarios/policy-request.ts";
import type { Scenario, ScenarioInput } from "../../scenarios/scenario.ts";
import { startableProjects, type Shock } from "../../scenarios/shocks.ts";
import { inputOf, variantOf } from "../../scenarios/variant.ts";

/** How large the runs are. */
export interface HypothesesSize {
  /** Firms at the start, about, 50 to 100,000; about 8,000 is full scale. */
  readonly population: number;
  /** Months observed from January 2017, 36 to 1,200. */
  readonly months: number;
}

/** What a scenario changes of the baseline, told when it is asked for: to know packages takes a while. */
type Changes = (size: HypothesesSize) => Partial<ScenarioInput>;

/** The trial rule (ODD 7.7) at the ends of its parameters' ranges: whom a mine opens its site for, and what firms hope. */
const trialRules = {
  open: { ownEvidenceForTrialMonths: 12, nonIntrusiveShare: 0.45, proofAccessHope: 0.3 },
  closed: { ownEvidenceForTrialMonths: 48, nonIntrusiveShare: 0.1, proofAccessHope: 0 },
} as const;

/** Prices of a boom and a bust held for years, US$ of 2017 a pound: about the highest and lowest years since 2004. */
const priceLevels = { boom: 4.4, bust: 2.2 } as const;
/** Month from which they hold: that in which policies start. */
export const startMonth = defaultStartMonth;

const policiesOf = (...ids: readonly string[]): readonly PolicyRequest[] =>
  ids.flatMap((id) => inputOf(catalogue[id]).policies as readonly PolicyRequest[]);
const allOf =
  (...ids: readonly string[]): Changes =>
  () => ({ policies: policiesOf(...ids) });

const nothing: Changes = () => ({});
const testing = allOf("testing-centre");
const portal = allOf("challenge-portal");
const both = allOf("testing-centre", "challenge-portal");
const institutions = ["national-strategy", "policy-champion", "council", "policymaker-training"] as const;
const programmes = ["entry-package", "innovation-package"] as const;

function rule(
  definition: "owned" | "invoicing",
  instrument: "preference" | "reserved",
  enforcement: number,
): Changes {
  return () => ({
    policies: [{ policy: "local-content-rule", settings: { definition, instrument, enforcement } }],
  });
}

/** How far a weakly enforced rule is enforced. */
const weakEnforcement = 0.3;

function underRule(parameters: Readonly<Record<string, number>>) {
  return (changes: Changes): Changes =>
    (size) => ({ policies: changes(size).policies ?? [], parameters });
}
const whereOpen = underRule(trialRules.open);
const whereClosed = underRule(trialRules.closed);

function atPrice(usdPerLb: number, projects: boolean): Changes {
  return ({ months }) => ({
    shocks: [
      {
        kind: "copper-price",
        path: [startMonth, Math.max(startMonth + 1, months - 1)].map((month) => ({ month, usdPerLb })),
      },
      ...(projects ? [] : withoutProjects),
    ],
  });
}
const withoutProjects: readonly Shock[] = startableProjects(packs["peru-2017"]).map((project) => ({
  kind: "project-cancelled",
  project,
}));

const table = {
  baseline: nothing,
  "rd-credit": allOf("rd-credit"),
  "rd-credit-refundable": allOf("rd-credit-refundable"),
  "testing-centre": testing,
  "challenge-portal": portal,
  "testing-and-portal": both,
  entry: allOf("entry-package"),
  innovation: allOf("innovation-package"),
  institutionalisation: allOf("institutionalisation-package"),
  full: allOf("full-package"),
  institutions: allOf(...institutions),
  programmes: allOf(...programmes),
  "programmes-and-institutions": allOf(...programmes, ...institutions),
  "rule-owned-preference": rule("owned", "preference", 1),
  "rule-owned-reserved": rule("owned", "reserved", 1),
  "rule-invoicing-preference": rule("invoicing", "preference", 1),
  "rule-invoicing-reserved": rule("invoicing", "reserved", 1),
  "rule-owned-preference-weak": rule("owned", "preference", weakEnforcement),
  "rule-owned-reserved-weak": rule("owned", "reserved", weakEnforcement),
  "rule-invoicing-preference-weak": rule("invoicing", "preference", weakEnforcement),
  "rule-invoicing-reserved-weak": rule("invoicing", "reserved", weakEnforcement),
  "no-projects": () => ({ shocks: withoutProjects }),
  "open-baseline": whereOpen(nothing),
  "open-testing-centre": whereOpen(testing),
  "open-challenge-portal": whereOpen(portal),
  "open-testing-and-portal": whereOpen(both),
  "open-entry": whereOpen(allOf("entry-package")),
  "open-innovation": whereOpen(allOf("innovation-package")),
  "open-institutionalisation": whereOpen(allOf("institutionalisation-package")),
  "open-full": whereOpen(allOf("full-package")),
  "closed-baseline": whereClosed(nothing),
  "closed-testing-centre": whereClosed(testing),
  "closed-challenge-portal": whereClosed(portal),
  "closed-testing-and-portal": whereClosed(both),
  "closed-entry": whereClosed(allOf("entry-package")),
  "closed-innovation": whereClosed(allOf("innovation-package")),
  "closed-institutionalisation": whereClosed(allOf("institutionalisation-package")),
  "closed-full": whereClosed(allOf("full-package")),
  boom: atPrice(priceLevels.boom, false),
  bust: atPrice(priceLevels.bust, false),
  "boom-with-projects": atPrice(priceLevels.boom, true),
  "bust-with-projects": atPrice(priceLevels.bust, true),
} as const satisfies Record<string, Changes>;

/** A scenario of the hypotheses. */
export type HypothesisScenario = keyof typeof table;

/** Every key, in an order in which scenarios with the same months before their policies follow one another. */
export const scenarioKeys = Object.keys(table) as readonly HypothesisScenario[];

/** A scenario at a size. */
export function scenarioOf(key: HypothesisScenario, size: HypothesesSize): Scenario {
  return variantOf(catalogue.baseline, { id: key, title: key, ...size, ...table[key](size) });
}
