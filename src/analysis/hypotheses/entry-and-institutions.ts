// Hypotheses on entry and on institutions: at which risk entry policies act, and whether programmes last.
import type { RiskClassName } from "../../agents/codes.ts";
import { beyondRounding } from "../rounding.ts";
import { decisive, shown, type Hypothesis, type Outcomes } from "./hypothesis.ts";

const points = 100;

/** Points of the tenders of some classes of risk that entry policies bring to Peruvian firms. */
function pointsWon(of: Outcomes, ...risks: RiskClassName[]): number | null {
  const [before, after] = [of("baseline").winShare(...risks), of("entry").winShare(...risks)];
  return before === null || after === null ? null : (after - before) * points;
}

export const entryAtLowAndMiddleRisk: Hypothesis = {
  id: "entry-at-low-and-middle-risk",
  claim: "Entry policies act most at low and middle risk.",
  source: "Sections 3.7.1, 4.2",
  design:
    "Table 4's entry policies against the baseline: how many points of the tenders with a bidder Peruvian firms win more, at low and middle risk and at high risk. Classes of risk are fixed at the start.",
  scenarios: ["baseline", "entry"],
  contrasts: [
    decisive({
      id: "low-and-middle-over-high",
      estimand: "points of tenders gained at low and middle risk, less those gained at high risk",
      unit: "points of tenders",
      claimed: "above 0",
      value: (of) => {
        const [lower, high] = [pointsWon(of, "low", "middle"), pointsWon(of, "high")];
        return lower === null || high === null ? null : lower - high;
      },
    }),
    ...(["low", "middle", "high"] as const).map((risk) =>
      shown({
        id: `${risk}-risk`,
        estimand: `points of tenders gained at ${risk} risk`,
        unit: "points of tenders",
        value: (of) => pointsWon(of, risk),
      }),
    ),
  ],
};

/** What the programmes of entry and innovation bring late in the run, with the institutions in force or without. */
function lateGain(of: Outcomes, withInstitutions: boolean): number {
  const late = (scenario: Parameters<Outcomes>[0]) => of(scenario).late("localValueNetUsd");
  return withInstitutions
    ? late("programmes-and-institutions") - late("institutions")
    : late("programmes") - late("baseline");
}

export const institutionsMakeItLast: Hypothesis = {
  id: "institutions-make-it-last",
  claim: "With institutions programmes yield more after governments have changed than without.",
  source: "Sections 3.6, 4.1",
  design:
    "Entry and innovation policies with and without strategy, champion, council and trained policymakers, which open no gate themselves, over the last five years, when governments have changed at least twice at the default horizon.",
  scenarios: ["baseline", "programmes", "institutions", "programmes-and-institutions"],
  contrasts: [
    decisive({
      id: "late-gain-with-less-without",
      estimand: "net local value of the programmes in the last five years, with institutions less without",
      unit: "US$ a year",
      claimed: "above 0",
      // What lasts as well without them differs by rounding alone, which would be tested like an effect.
      value: (of) => {
        const gains = [lateGain(of, true), lateGain(of, false)];
        return beyondRounding(gains[0] - gains[1], [...gains, of("baseline").late("localValueNetUsd")]);
      },
    }),
    shown({
      id: "late-gain-without",
      estimand: "net local value of the programmes in the last five years without institutions",
      unit: "US$ a year",
      value: (of) => lateGain(of, false),
    }),
    shown({
      id: "late-gain-with",
      estimand: "the same with institutions",
      unit: "US$ a year",
      value: (of) => lateGain(of, true),
    }),
    shown({
      id: "institutions-alone",
      estimand: "net local value of the institutions alone in the last five years",
      unit: "US$ a year",
      value: (of) => of("institutions").late("localValueNetUsd") - of("baseline").late("localValueNetUsd"),
    }),
  ],
};
