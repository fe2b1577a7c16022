// A package of three policies in a country with numbers of one's own: its effects on every core, and who of the three did what.
import { attribute, defineScenario, effectOf, packs, type DataPack, type MetricName } from "eslabon";
import { compareOnWorkers, executorOn } from "eslabon/node";

const peru = packs["peru-2017"];
const mine: DataPack = {
  ...peru,
  id: "mine",
  title: "Peru with quicker trials and more makers of metal structures",
  parameters: {
    ...peru.parameters,
    trialMonths: { value: 4, assumption: "what two mines told me" },
    "metal-structures.firmsPeruvian": { value: 60, low: 40, high: 80, source: "a register of 2017" },
  },
};

const country = { pack: mine, population: 50, months: 18, burnInMonths: 6 };
const timing = { startMonth: 0, rampMonths: 0 };
const trio = defineScenario({
  id: "trio",
  ...country,
  policies: [
    { policy: "mine-access-harmonisation", ...timing },
    { policy: "transparency-mandate", ...timing },
    { policy: "certification-support", settings: { subsidyShare: 0.8 }, ...timing },
  ],
});
const metrics: MetricName[] = ["peruvianBids", "awardsPeruvian", "publicCostUsd"];
const asked = { seeds: 4, metrics, window: { fromMonth: 6, toMonth: 18 } };

const comparison = await compareOnWorkers([{ id: "baseline", ...country }, trio], asked);
for (const metric of metrics) {
  const { difference, low, high, unit } = effectOf(comparison, "trio", metric);
  console.log(`${metric}: ${difference.toFixed(1)} [${low.toFixed(1)}, ${high.toFixed(1)}] ${unit}`);
}

const { metrics: shared } = await attribute(trio, asked, executorOn());
for (const { policy, mean } of shared[0].shares) console.log(`of the bids, by ${policy}: ${mean.toFixed(1)}`);
