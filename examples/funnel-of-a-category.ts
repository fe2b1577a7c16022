// At which gate do Peruvian firms fall when mines tender engineering services?
import { scenarios, simulate, type FunnelRow } from "eslabon";

const category = "engineering-services";
const { funnel } = simulate(scenarios.baseline, { seed: 1 });

const rows = funnel.byYear.filter((row) => row.category === category && row.origin === "peruvian");
const lookedAt = rows.reduce((sum, { count }) => sum + count, 0);
const byGate = new Map<FunnelRow["gate"], number>();
for (const { gate, count } of rows) byGate.set(gate, (byGate.get(gate) ?? 0) + count);

console.log(`${category}: Peruvian firms were looked at ${lookedAt} times in 15 years of tenders`);
for (const [gate, count] of [...byGate].sort(([, a], [, b]) => b - a)) {
  const share = (100 * count) / lookedAt;
  console.log(`${gate.padEnd(15)} ${share.toFixed(1).padStart(5)} %  ${"#".repeat(Math.round(share / 2))}`);
}
