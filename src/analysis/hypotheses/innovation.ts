// Hypotheses on innovation: the R&D credit, and the testing centre with disclosed challenges.
import { decisive, effect, interaction, shown, type Hypothesis } from "./hypothesis.ts";

/** Effects below this part of what mines spend count as little. */
const littleShareOfSpend = 0.001;

export const creditAlone: Hypothesis = {
  id: "credit-alone",
  claim: "The R&D credit alone brings little local value, even when it is known to all and simple to get.",
  source: "Section 3.6; footnote 18; Table A2",
  design:
    "The credit with full awareness and light paperwork against the baseline. Little means: less net local value than a thousandth of what mines spend.",
  scenarios: ["baseline", "rd-credit", "rd-credit-refundable"],
  contrasts: [
    decisive({
      id: "below-a-thousandth",
      estimand: "net local value gained by the credit, less a thousandth of spend",
      unit: "US$ a year",
      claimed: "below 0",
      value: (of) =>
        effect(of, "rd-credit", "localValueNetUsd") - littleShareOfSpend * of("baseline").metric("spendUsd"),
    }),
    shown({
      id: "local-value",
      estimand: "net local value gained by the credit",
      unit: "US$ a year",
      value: (of) => effect(of, "rd-credit", "localValueNetUsd"),
    }),
    shown({
      id: "research",
      estimand: "R&D of suppliers added by the credit",
      unit: "US$ a year",
      value: (of) => effect(of, "rd-credit", "researchUsd"),
    }),
    shown({
      id: "adoptions",
      estimand: "adopted solutions added by the credit",
      unit: "a year",
      value: (of) => effect(of, "rd-credit", "adoptions"),
    }),
    shown({
      id: "public-cost",
      estimand: "public cost added by the credit",
      unit: "US$ a year",
      value: (of) => effect(of, "rd-credit", "publicCostUsd"),
    }),
    shown({
      id: "refund",
      estimand: "R&D that a refundable credit of 2023 adds to the baseline",
      unit: "US$ a year",
      value: (of) => effect(of, "rd-credit-refundable", "researchUsd"),
    }),
  ],
};

export const testingNeedsDisclosure: Hypothesis = {
  id: "testing-needs-disclosure",
  claim:
    "A testing centre needs disclosed challenges: together with a portal it does more than both do apart.",
  source: "Sections 3.7.1, 4.3",
  design:
    "A testing centre, a challenge portal, both, and neither. The interaction is what both do beyond the sum of what each does alone.",
  scenarios: ["baseline", "testing-centre", "challenge-portal", "testing-and-portal"],
  contrasts: [
    decisive({
      id: "interaction-in-adoptions",
      estimand: "interaction of testing centre and portal in adopted solutions",
      unit: "a year",
      claimed: "above 0",
      value: (of) =>
        interaction(of, "adoptions", [
          "testing-and-portal",
          "testing-centre",
          "challenge-portal",
          "baseline",
        ]),
    }),
    ...(["testing-centre", "challenge-portal", "testing-and-portal"] as const).map((scenario) =>
      shown({
        id: `adoptions-${scenario}`,
        estimand: `adopted solutions added by ${scenario}`,
        unit: "a year",
        value: (of) => effect(of, scenario, "adoptions"),
      }),
    ),
    shown({
      id: "interaction-in-local-value",
      estimand: "the interaction in net local value",
      unit: "US$ a year",
      value: (of) =>
        interaction(of, "localValueNetUsd", [
          "testing-and-portal",
          "testing-centre",
          "challenge-portal",
          "baseline",
        ]),
    }),
  ],
};
