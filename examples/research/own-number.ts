// A number of one's own, compared seed by seed: of Peruvian firms' work, how much is in the hands of firms founded since 2017.
import { defineScenario, pairedEffect, startSimulation, type Observer, type Scenario } from "eslabon";

const size = { population: 100, months: 96, burnInMonths: 12 };
const baseline = defineScenario({ id: "baseline", ...size });
const grants = { policy: "startup-grants", startMonth: 0, rampMonths: 0 } as const;
const startUps = defineScenario({ id: "start-ups", policies: [grants], ...size });

/** The share in one run, over its last two years. */
function shareOfNewFirms(scenario: Scenario, seed: number): number {
  let [all, young] = [0, 0];
  const add: Observer = ({ month, suppliers }) => {
    if (month < scenario.months - 24) return;
    for (const { origin, enteredMonth, directWorkUsdPerMonth, subcontractWorkUsdPerMonth } of suppliers()) {
      if (origin !== "peruvian") continue;
      all += directWorkUsdPerMonth + subcontractWorkUsdPerMonth;
      if (enteredMonth >= 0) young += directWorkUsdPerMonth + subcontractWorkUsdPerMonth;
    }
  };
  startSimulation(scenario, { seed, observers: [add] }).finish();
  return young / all;
}

const seeds = [1, 2, 3, 4, 5, 6];
const [without, withGrants] = [baseline, startUps].map((scenario) =>
  seeds.map((seed) => shareOfNewFirms(scenario, seed)),
);
const { baselineMean, difference, low, high } = pairedEffect(without, withGrants);
const percent = (share: number) => (100 * share).toFixed(1);
console.log(`firms founded since 2017 have ${percent(baselineMean)} % of the work in the baseline`);
console.log(
  `start-up grants add ${percent(difference)} points, 95 % interval ${percent(low)} to ${percent(high)}`,
);
