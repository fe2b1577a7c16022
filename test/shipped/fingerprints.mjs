// Fingerprints of every scenario of the catalogue, made small, by whichever Node, bundle or thread runs this file.
// node fingerprints.mjs <path of a bundle> [without-inexact-math] [worker]
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

/** By scenario: its policies from month 1 at full strength, on few firms. */
export function fingerprintsOf({ scenarios, simulate, variantOf, packs }) {
  const size = { months: 13, burnInMonths: 4, population: 50 };
  const small = Object.values(scenarios).map((scenario) =>
    variantOf(scenario, {
      ...size,
      policies: scenario.policies.map(({ policy, settings }) => ({
        policy: policy.id,
        settings,
        startMonth: 1,
        rampMonths: 2,
      })),
    }),
  );
  const countries = Object.keys(packs).map((pack) => ({ id: `pack-${pack}`, ...size, pack }));
  return Object.fromEntries(
    [...small, ...countries].map((scenario) => [scenario.id, simulate(scenario, { seed: 7 }).fingerprint]),
  );
}

/** Functions of Math whose last bit differs between engines. */
const inexact = [
  ...["acos", "acosh", "asin", "asinh", "atan", "atan2", "atanh", "cbrt", "cos", "cosh", "exp", "expm1"],
  ...["hypot", "log", "log10", "log1p", "log2", "pow", "random", "sin", "sinh", "tan", "tanh"],
];

async function run(words) {
  const [bundle] = words;
  if (words.includes("without-inexact-math")) {
    for (const name of inexact) {
      Math[name] = () => {
        throw new Error(`the model called Math.${name}`);
      };
    }
  }
  const eslabon = bundle.endsWith(".cjs")
    ? createRequire(import.meta.url)(bundle)
    : await import(pathToFileURL(bundle).href);
  return fingerprintsOf(eslabon);
}

if (!isMainThread) {
  parentPort.postMessage(await run(workerData));
} else if (process.argv.includes("worker")) {
  const worker = new Worker(new URL(import.meta.url), { workerData: process.argv.slice(2) });
  worker.on("message", (found) => process.stdout.write(JSON.stringify({ node: process.version, found })));
} else if (process.argv[1] === new URL(import.meta.url).pathname) {
  process.stdout.write(JSON.stringify({ node: process.version, found: await run(process.argv.slice(2)) }));
}
