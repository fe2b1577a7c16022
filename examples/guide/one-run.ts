// One run of a small country: who got the mines' money, and the fingerprint by which a run is known again.
import { simulate } from "eslabon";

const country = { id: "small", population: 100, months: 48, burnInMonths: 24 };
const { metrics, fingerprint } = simulate(country, { seed: 1 });

const usdMillion = (series: readonly number[]) => series.reduce((sum, usd) => sum + usd, 0) / 1e6;
const spent = usdMillion(metrics.spendUsd);
const kept = usdMillion(metrics.localValueUsd);
console.log(`mines spent US$ ${spent.toFixed(0)} million in four years`);
console.log(`${((100 * kept) / spent).toFixed(0)} % of it became local value`);
console.log(`fingerprint ${fingerprint}`);
