// Hypotheses on the market: new mines as openings, and the price cycle.
import { usdPerMillion } from "../../units.ts";
import { decisive, effect, shown, type Hypothesis, type Outcomes } from "./hypothesis.ts";
import type { HypothesisScenario } from "./scenarios.ts";

/** New relations per million dollars tendered, at new mines less at old ones; null when either tendered nothing. */
function relationsAtNewMines(of: Outcomes): number | null {
  const { metric } = of("baseline");
  const atNew = metric("tenderedAtNewMinesUsd");
  const atOld = metric("tenderedUsd") - atNew;
  if (atNew <= 0 || atOld <= 0) return null;
  const relations = metric("newRelationsAtNewMines");
  return usdPerMillion * (relations / atNew - (metric("newRelations") - relations) / atOld);
}

export const newMinesOpen: Hypothesis = {
  id: "new-mines-open",
  claim:
    "New mines are the openings: they take on new suppliers more readily, and more Peruvian firms work because of them.",
  source: "Sections 3, 5",
  design:
    "New relations per million dollars tendered at mines opened during the run against the others; and how many Peruvian firms have a direct contract, against the same country without any new project. Both must hold.",
  scenarios: ["baseline", "no-projects"],
  contrasts: [
    decisive({
      id: "relations-per-million",
      estimand: "new relations per US$ million tendered, at new mines less at old",
      unit: "relations per US$ million",
      claimed: "above 0",
      value: relationsAtNewMines,
    }),
    decisive({
      id: "direct-suppliers",
      estimand: "Peruvian firms with a direct contract, with projects less without",
      unit: "firms",
      claimed: "above 0",
      value: (of) => effect(of, "baseline", "directSuppliers", "no-projects"),
    }),
    shown({
      id: "peruvian-share",
      estimand: "Peruvian-owned firms' direct share of spend, with projects less without",
      unit: "points of spend",
      value: (of) => 100 * (directShare(of, "baseline") - directShare(of, "no-projects")),
    }),
  ],
};

/** Share of spend that Peruvian-owned firms are paid directly; spend is never 0. */
function directShare(of: Outcomes, scenario: HypothesisScenario): number {
  const { metric } = of(scenario);
  return metric("peruvianDirectUsd") / metric("spendUsd");
}

/** Awards to Peruvian firms per hundred tenders; null when there were none. */
function awardsPerHundred(of: Outcomes, scenario: HypothesisScenario): number | null {
  const { metric } = of(scenario);
  return metric("tenders") === 0 ? null : (100 * metric("awardsPeruvian")) / metric("tenders");
}

function boomLessBust(of: Outcomes, boom: HypothesisScenario, bust: HypothesisScenario): number | null {
  const [high, low] = [awardsPerHundred(of, boom), awardsPerHundred(of, bust)];
  return high === null || low === null ? null : high - low;
}

export const cautiousInABoom: Hypothesis = {
  id: "cautious-in-a-boom",
  claim:
    "Miners are more cautious in a boom and more price-minded in a bust, so that Peruvian firms win less often in a boom.",
  source: "Section 2.2; Table 3",
  design:
    "The copper price held at US$4.4 or at US$2.2 a pound from 2019 on, about the highest and lowest years since 2004. Without projects, so that only what a failure costs differs; with projects beside it.",
  scenarios: ["boom", "bust", "boom-with-projects", "bust-with-projects"],
  contrasts: [
    decisive({
      id: "awards",
      estimand: "tenders won by Peruvian firms of a hundred, boom less bust, without projects",
      unit: "of a hundred tenders",
      claimed: "below 0",
      value: (of) => boomLessBust(of, "boom", "bust"),
    }),
    shown({
      id: "awards-with-projects",
      estimand: "the same with projects",
      unit: "of a hundred tenders",
      value: (of) => boomLessBust(of, "boom-with-projects", "bust-with-projects"),
    }),
    shown({
      id: "relations",
      estimand: "new relations, boom less bust, without projects",
      unit: "a year",
      value: (of) => effect(of, "boom", "newRelations", "bust"),
    }),
    shown({
      id: "direct-suppliers-with-projects",
      estimand: "Peruvian firms with a direct contract, boom less bust, with projects",
      unit: "firms",
      value: (of) => effect(of, "boom-with-projects", "directSuppliers", "bust-with-projects"),
    }),
    shown({
      id: "spend-price",
      estimand: "what mines pay, boom less bust, without projects",
      unit: "US$ a year",
      value: (of) => effect(of, "boom", "spendUsd", "bust"),
    }),
  ],
};
