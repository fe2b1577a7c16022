// One past, three futures: a run is saved once and goes on under each scenario, with the bits of the scenario's whole run.
import { restoreSimulation, saveState, simulate, startSimulation, type ScenarioInput } from "eslabon";

const country = { population: 50, months: 24, burnInMonths: 6 };
const past = startSimulation({ id: "baseline", ...country }, { seed: 1 });
while (past.month < 11) past.step();

// Plain data: what JSON holds, a file, a database or another machine can keep.
const saved: unknown = JSON.parse(JSON.stringify(saveState(past)));

for (const policy of ["testing-centre", "supplier-portal", "business-training"] as const) {
  const scenario: ScenarioInput = { id: policy, ...country, policies: [{ policy, startMonth: 12 }] };
  const { metrics, fingerprint } = restoreSimulation(saved, { scenario }).finish();
  const usd = metrics.localValueNetUsd.slice(12).reduce((sum, month) => sum + month, 0);
  const whole = simulate(scenario, { seed: 1 });
  const same = fingerprint === whole.fingerprint ? "the same run" : "another run";
  console.log(`${policy}: US$ ${(usd / 1e6).toFixed(0)} million, ${same} as from the start`);
}
