// What a hypothesis is: a claim of the paper, the scenarios that tell, and numbers whose sign decides, all fixed before any run.
import type { MetricName } from "../../engine/observations.ts";
import type { RiskClassName } from "../../agents/codes.ts";
import { beyondRounding } from "../rounding.ts";
import type { HypothesisScenario } from "./scenarios.ts";

/** What one run of a scenario gave. */
export interface Outcome {
  /** In the study's window: a year for flows, on average for stocks. */
  readonly metric: (name: MetricName) => number;
  /** The same in the run's last five years. */
  readonly late: (name: MetricName) => number;
  /** Share of the tenders with a bidder that Peruvian firms won, over classes of risk; null when there was none. */
  readonly winShare: (...risks: RiskClassName[]) => number | null;
}

/** The runs of one seed. */
export type Outcomes = (scenario: HypothesisScenario) => Outcome;

/** A number per seed and the sign that the claim gives it. */
export interface Contrast {
  /** Name of the contrast, each once in its hypothesis. */
  readonly id: string;
  /** What is measured, for tables. */
  readonly estimand: string;
  /** Unit of its values. */
  readonly unit: string;
  /** Which side of 0 the claim puts its mean on; null for contrasts that do not decide, of which it says nothing. */
  readonly claimed: "above 0" | "below 0" | null;
  /** Whether it decides; others are shown beside it. */
  readonly decides: boolean;
  /** Of one seed; null when its runs have nothing to measure. */
  readonly value: (of: Outcomes) => number | null;
}

/** A claim of the paper and how it is tested. */
export interface Hypothesis {
  /** Kebab-case name, by which it is asked for. */
  readonly id: string;
  /** What the paper claims, in a sentence. */
  readonly claim: string;
  /** Sections, tables and notes of the paper. */
  readonly source: string;
  /** What the contrasts compare, and why they tell. */
  readonly design: string;
  /** Keys of the scenarios that it needs runs of. */
  readonly scenarios: readonly HypothesisScenario[];
  /** What is measured, the deciding ones and those shown beside them. */
  readonly contrasts: readonly Contrast[];
}

/** A contrast that decides. */
export function decisive(contrast: Omit<Contrast, "decides">): Contrast {
  return { ...contrast, decides: true };
}

/** A contrast that is shown beside those that decide. */
export function shown(contrast: Omit<Contrast, "decides" | "claimed">): Contrast {
  return { ...contrast, claimed: null, decides: false };
}

/** What a scenario changes of a metric. */
export function effect(
  of: Outcomes,
  scenario: HypothesisScenario,
  metric: MetricName,
  from: HypothesisScenario = "baseline",
) {
  return of(scenario).metric(metric) - of(from).metric(metric);
}

/** What two scenarios do together beyond what each does alone; 0 where only rounding is left, which would be tested like an effect. */
export function interaction(
  of: Outcomes,
  metric: MetricName,
  scenarios: readonly [
    both: HypothesisScenario,
    one: HypothesisScenario,
    other: HypothesisScenario,
    neither: HypothesisScenario,
  ],
): number {
  const levels = scenarios.map((scenario) => of(scenario).metric(metric));
  const [both, one, other, neither] = levels;
  return beyondRounding(both - one - other + neither, levels);
}
