// Hypotheses on the package of Table 4, and on the trial rule that decides which policies are complements (ODD 7.7).
import type { MetricName } from "../../engine/observations.ts";
import { beyondRounding } from "../rounding.ts";
import { decisive, interaction, shown, type Hypothesis, type Outcomes } from "./hypothesis.ts";
import type { HypothesisScenario } from "./scenarios.ts";

type Rule = "" | "open-" | "closed-";

const members = ["entry", "innovation", "institutionalisation", "full", "baseline"] as const;

function under(rule: Rule, keys: readonly string[]): HypothesisScenario[] {
  return keys.map((key) => `${rule}${key}` as HypothesisScenario);
}

/** What the full package does beyond the sum of its three pillars, under a trial rule. */
function beyondSum(of: Outcomes, rule: Rule, metric: MetricName): number {
  const levels = members.map((key) => of(`${rule}${key}`).metric(metric));
  const [entry, innovation, institutionalisation, full, base] = levels;
  return beyondRounding(full - base - (entry + innovation + institutionalisation - 3 * base), levels);
}

/** The interaction of testing centre and portal in adopted solutions, under a trial rule. */
function proofInteraction(of: Outcomes, rule: Rule): number {
  return interaction(of, "adoptions", [
    `${rule}testing-and-portal`,
    `${rule}testing-centre`,
    `${rule}challenge-portal`,
    `${rule}baseline`,
  ]);
}

const rules: readonly { readonly rule: Rule; readonly words: string }[] = [
  { rule: "", words: "the default trial rule" },
  { rule: "open-", words: "an open trial rule" },
  { rule: "closed-", words: "a closed trial rule" },
];

export const packageExceedsParts: Hypothesis = {
  id: "package-exceeds-parts",
  claim: "The package of all three pillars exceeds the sum of its parts.",
  source: "Section 4; Table 4",
  design:
    "The full package against the sum of its three pillars alone, under the default trial rule; beside it under the ends of the rule's ranges: open (a year of own evidence, 45 % of challenges not intrusive) and closed (four years, 10 %, no hope of an intrusive trial).",
  scenarios: rules.flatMap(({ rule }) => under(rule, members)),
  contrasts: [
    decisive({
      id: "beyond-sum",
      estimand: "net local value of the package beyond the sum of its pillars",
      unit: "US$ a year",
      claimed: "above 0",
      value: (of) => beyondSum(of, "", "localValueNetUsd"),
    }),
    ...rules.slice(1).map(({ rule, words }) =>
      shown({
        id: `${rule}beyond-sum`,
        estimand: `the same under ${words}`,
        unit: "US$ a year",
        value: (of) => beyondSum(of, rule, "localValueNetUsd"),
      }),
    ),
    ...rules.map(({ rule, words }) =>
      shown({
        id: `${rule}adoptions-beyond-sum`,
        estimand: `adopted solutions beyond the sum of the pillars under ${words}`,
        unit: "a year",
        value: (of) => beyondSum(of, rule, "adoptions"),
      }),
    ),
  ],
};

export const trialRuleDecides: Hypothesis = {
  id: "trial-rule-decides",
  claim:
    "The trial rule decides which policies are complements: the fewer sites miners open, the more a testing centre and a portal need each other.",
  source: "Section 4.3; ODD 7",
  design:
    "The interaction of testing centre and portal in adopted solutions, under the closed trial rule less under the open one.",
  scenarios: rules.flatMap(({ rule }) =>
    under(rule, ["baseline", "testing-centre", "challenge-portal", "testing-and-portal"]),
  ),
  contrasts: [
    decisive({
      id: "closed-less-open",
      estimand: "interaction under a closed trial rule less under an open one",
      unit: "adoptions a year",
      claimed: "above 0",
      value: (of) => {
        const interactions = [proofInteraction(of, "closed-"), proofInteraction(of, "open-")];
        return beyondRounding(interactions[0] - interactions[1], [
          ...interactions,
          of("open-baseline").metric("adoptions"),
        ]);
      },
    }),
    ...rules.map(({ rule, words }) =>
      shown({
        id: `${rule}interaction`,
        estimand: `interaction under ${words}`,
        unit: "adoptions a year",
        value: (of) => proofInteraction(of, rule),
      }),
    ),
  ],
};
