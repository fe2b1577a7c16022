// Follows the Peruvian supplier with the most adopted solutions through the events of a run.
import { gateReached, simulate, type SimulationEvent } from "eslabon";

const scenario = { id: "baseline", population: 400, months: 120 };
const { events = [], suppliers } = simulate(scenario, { seed: 1, events: true });
const firm = suppliers
  .filter(({ origin }) => origin === "peruvian")
  .reduce((best, each) => (each.adoptions > best.adoptions ? each : best));

function milestone(event: SimulationEvent): string | undefined {
  if (event.type === "tender" && event.winner === firm.id) return `wins a tender of ${event.buyer}`;
  if (!("supplier" in event) || event.supplier !== firm.id) return undefined;
  if (event.type === "registration") return `registration at ${event.buyer} ${event.result}`;
  if (event.type === "certificate") return `certificate of level ${event.level}`;
  if (event.type === "project") {
    const why = event.step === "abandoned" ? `, ${event.reason}` : "";
    return `solution for ${event.mine}: ${event.step}${why}`;
  }
  if (event.type === "failure") {
    // No revenue hangs on a solution that was adopted: what fails is only not paid.
    const loss = event.lossUsd > 0 ? `which loses US$ ${event.lossUsd.toFixed(0)}` : "which pays less";
    return `fails ${event.buyer}, ${loss}`;
  }
  return event.type === "export" || event.type === "exit" ? event.type : undefined;
}

console.log(`${firm.name}, ${firm.region}: ${firm.deliveries} months delivered, ${firm.failures} failed`);
const tenders = new Map<string, number>();
for (const event of events.filter(({ month }) => month >= 0)) {
  const text = milestone(event);
  const month = String((event.month % 12) + 1).padStart(2, "0");
  if (text !== undefined) console.log(`${2017 + Math.floor(event.month / 12)}-${month}  ${text}`);
  if (event.type !== "tender") continue;
  const gate = gateReached(event, firm.id);
  if (gate !== null) tenders.set(gate, (tenders.get(gate) ?? 0) + 1);
}
for (const [gate, times] of tenders) console.log(`${gate} in ${times} tenders`);
