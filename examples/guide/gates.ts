// Where do Peruvian firms fall when mines buy engineering services?
import { simulate, type FunnelRow } from "eslabon";

const { funnel } = simulate({ id: "small", population: 100, months: 48, burnInMonths: 24 }, { seed: 1 });

const byGate = new Map<FunnelRow["gate"], number>();
for (const { category, origin, gate, count } of funnel.byYear) {
  if (category !== "engineering-services" || origin !== "peruvian") continue;
  byGate.set(gate, (byGate.get(gate) ?? 0) + count);
}
const lookedAt = [...byGate.values()].reduce((sum, count) => sum + count, 0);
for (const [gate, count] of [...byGate].sort(([, a], [, b]) => b - a)) {
  console.log(`${gate.padEnd(16)} ${((100 * count) / lookedAt).toFixed(1).padStart(5)} %`);
}
