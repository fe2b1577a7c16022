// Runs the baseline once and prints how much of the mines' spending each rung of the ladder keeps.
import { scenarios, simulate } from "eslabon";

const run = simulate(scenarios.baseline, { seed: 1 });

const rungs = {
  spendUsd: "spent by mines",
  inCountryUsd: "with firms that invoice in Peru",
  peruvianWithSubcontractsUsd: "with Peruvian firms, subcontracts included",
  peruvianDirectUsd: "with Peruvian firms directly",
  localValueUsd: "local value captured",
} as const;

const firstYear = (series: readonly number[]) => series.slice(0, 12).reduce((sum, usd) => sum + usd, 0) / 1e6;

console.log(`Copper procurement in Peru, 2017 (scenario ${run.scenario.id}, seed ${run.manifest.seed})`);
for (const [name, meaning] of Object.entries(rungs)) {
  const usdMillion = firstYear(run.metrics[name as keyof typeof rungs]);
  const share = usdMillion / firstYear(run.metrics.spendUsd);
  console.log(
    `${usdMillion.toFixed(0).padStart(6)} US$ million ${(share * 100).toFixed(0).padStart(4)} %  ${meaning}`,
  );
}
console.log(`Same scenario, same seed, same fingerprint: ${run.fingerprint}`);
