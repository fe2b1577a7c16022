// Watches a run month by month: an observer notes what metrics do not say, and the program stops at the month that it waits for.
import { startSimulation, type Observer } from "eslabon";

const scenario = { id: "watched", population: 50, months: 24, burnInMonths: 3 };

/** The most experienced Peruvian firm of each month. */
const leaders = new Map<number, string>();
const noteLeader: Observer = ({ month, suppliers }) => {
  const firms = suppliers().filter(({ origin, leftMonth }) => origin === "peruvian" && leftMonth === null);
  leaders.set(month, firms.reduce((best, firm) => (firm.deliveries > best.deliveries ? firm : best)).name);
};

const simulation = startSimulation(scenario, { seed: 1, observers: [noteLeader] });
while (!simulation.done) {
  const month = simulation.step();
  if (month.month >= 0 && month.metric("entries") > 0) break;
}
console.log(`the first new firm came in month ${simulation.month}; month 0 is January 2017`);

const { metrics } = simulation.finish();
console.log(
  `${metrics.entries.reduce((sum, firms) => sum + firms, 0)} came in all ${metrics.entries.length} months`,
);
console.log(
  `most experienced: ${leaders.get(-3)} at first, ${leaders.get(23)} at the end (${leaders.size} months seen)`,
);
