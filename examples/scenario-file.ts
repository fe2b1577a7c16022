// Reads a scenario from a text, runs it, and prints it back in full.
import { simulate } from "eslabon";
import { parseScenario, printScenario } from "eslabon/scenario-files";

const scenario = parseScenario(`
id: forums
months: 48
burnInMonths: 12
population: 200
policies:
  - { policy: matchmaking, startMonth: 2018-01, settings: { matchmakingTiesPerYear: 0.8 } }
`);
const { metrics } = simulate(scenario, { seed: 1 });
const bids = metrics.peruvianBids.slice(36).reduce((sum, month) => sum + month, 0);

console.log(`${bids} bids of Peruvian firms in 2020 under "${scenario.title}" (content ${scenario.hash})`);
console.log(printScenario(scenario));
