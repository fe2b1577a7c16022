import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { attribute } from "../../src/analysis/attribution.ts";
import { auditOf, treasuryEffects } from "../../src/analysis/audit.ts";
import { calibrate } from "../../src/analysis/calibration/calibrate.ts";
import { compareOver } from "../../src/analysis/calibration/over-accepted.ts";
import { compare, planComparison } from "../../src/analysis/compare.ts";
import { compareCountries } from "../../src/analysis/countries.ts";
import { diffRuns } from "../../src/analysis/diff.ts";
import { funnelSteps } from "../../src/analysis/funnel.ts";
import { choose } from "../../src/analysis/portfolio/choose.ts";
import { sensitivity } from "../../src/analysis/sensitivity/study.ts";
import { costOf, type MeasuredRun } from "../../src/analysis/study/cost.ts";
import { compareUntil } from "../../src/analysis/until.ts";
import { packs } from "../../src/data/packs/packs.ts";
import { simulate } from "../../src/engine/run.ts";
import { readScenarioFile } from "../../src/node/scenario-file.ts";
import { variantOf } from "../../src/scenarios/variant.ts";
import { scenarios } from "../../src/scenarios/catalogue.ts";
import { version } from "../../src/version.ts";
import { eslabonHere } from "./eslabon.ts";

const folder = mkdtempSync(join(tmpdir(), "eslabon-options-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: object) => {
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify(content));
  return path;
};
const size = { population: 50, months: 18, burnInMonths: 3 };
/** So many that not all portfolios of them are tried, nor all their coalitions. */
const manyPolicies = [
  ...(["supplier-portal", "transparency-mandate", "matchmaking", "business-training", "council"] as const),
  ...(["policymaker-training", "scholarships", "bidding-training", "policy-champion"] as const),
  ...(["innovate-peru", "rd-centre"] as const),
];
const [plainFile, tripleFile, manyFile] = [0, 3, manyPolicies.length].map((count) => {
  const policies = manyPolicies.slice(0, count).map((policy) => ({ policy, startMonth: 3 }));
  return file(`with-${count}`, { id: `with-${count}`, ...size, policies });
});
const [plain, triple, many] = [plainFile, tripleFile, manyFile].map(readScenarioFile);
const points = [0.6, 1, 1.4].map((caution) => ({ caution }));
const set = file("set", {
  schema: 1,
  manifest: { content: "{}", version },
  accepted: points.map((values) => ({ values, implausibility: 1, wave: 1 })),
});
const baselineOf = (months: number) => variantOf(scenarios.baseline, { population: 50, months });
const window = { fromMonth: 6, toMonth: 15 };
const metrics = ["spendUsd", "peruvianBids"] as const;
const compared = `compare --baseline ${plainFile} --scenarios ${tripleFile}`;

/** What a command is asked, its options set to other than what they usually are, and what the library gives for the same. */
const asked: readonly (readonly [string, string, () => unknown])[] = [
  [
    "compare",
    `${compared} --seeds 6 --bootstrap --confidence 0.8 --window 6:15 --metrics ${metrics.join()}`,
    () => compare([plain, triple], { seeds: 6, interval: "bootstrap", confidence: 0.8, window, metrics }),
  ],
  [
    "compare --until",
    `${compared} --until 1e3 --most-seeds 21 --window 6:15 --metrics ${metrics.join()}`,
    async () => {
      const rule = { halfWidth: 1e3, mostSeeds: 21, window, metric: metrics[0] };
      const { comparison: _, ...result } = await compareUntil([plain, triple], rule);
      return result;
    },
  ],
  [
    "compare --over",
    `${compared} --seeds 3 --over ${set} --points 2 --window 6:15 --metrics peruvianBids`,
    () => {
      const plan = planComparison([plain, triple], { seeds: 3, window });
      return compareOver(plan, [points[0], points[2]], { metric: "peruvianBids" });
    },
  ],
  [
    "attribute",
    `attribute ${manyFile} --seeds 2 --pairs 1 --window 6:15 --metric ${metrics.join()}`,
    () => attribute(many, { seeds: 2, orderPairs: 1, window, metrics }),
  ],
  [
    "sensitivity",
    `sensitivity ${tripleFile} --against ${plainFile} --method sobol --second --parameters caution,trialMonths` +
      " --samples 8 --replicates 2 --window 6:15 --metric spendUsd --seed 007",
    () =>
      sensitivity(triple, {
        method: "sobol",
        parameters: ["caution", "trialMonths"],
        of: "effect",
        against: plain,
        second: true,
        seed: "007",
        samples: 8,
        replicates: 2,
        window,
        metric: "spendUsd",
      }),
  ],
  [
    "calibrate",
    "calibrate --population 50 --months 36 --parameters caution,trialMonths --seeds 2 --seed 007 --samples 8 --waves 1",
    () =>
      calibrate(baselineOf(36), {
        parameters: ["caution", "trialMonths"],
        seeds: 2,
        seed: "007",
        samples: 8,
        waves: 1,
      }),
  ],
  [
    "sensitivity --effect",
    `sensitivity ${tripleFile} --effect --parameters caution --samples 2`,
    () => sensitivity(triple, { method: "morris", parameters: ["caution"], of: "effect", samples: 2 }),
  ],
  [
    "choose",
    `choose --population 50 --months 30 --budget 2e6 --policies ${manyPolicies.join()} --seeds 2 --window 25:30` +
      ` --over ${set} --points 2 --seed 007 --orders 1 --keep 2`,
    () =>
      choose(baselineOf(30), {
        budget: 2e6,
        policies: manyPolicies,
        seeds: 2,
        window: { fromMonth: 25, toMonth: 30 },
        over: [points[0], points[2]],
        seed: "007",
        orderPairs: 1,
        keep: 2,
      }),
  ],
  [
    "packs",
    "packs peru-2017 chile --seeds 3 --population 60",
    async () => ({
      levels: await compareCountries([packs["peru-2017"], packs.chile], { seeds: 3, population: 60 }),
    }),
  ],
  [
    "funnel",
    `funnel ${plainFile} --seed 007 --category metal-structures`,
    () => {
      const { funnel } = simulate(plain, { seed: "007" });
      return { steps: funnelSteps(funnel, { origin: "peruvian", category: "metal-structures" }) };
    },
  ],
  [
    "diff",
    `diff ${plainFile} ${tripleFile} --seed 007`,
    () => {
      const [one, other] = [plain, triple].map((each) => simulate(each, { seed: "007", events: true }));
      return diffRuns(one, other);
    },
  ],
  [
    "audit",
    `audit ${tripleFile} --seed 007`,
    async () => ({
      ...auditOf(simulate(triple, { seed: "007" })),
      treasury: await treasuryEffects(triple, { seed: "007" }),
    }),
  ],
];

const small = "--population 50 --months 36";

/** In one thread, where a command takes more: starting others takes longer than these runs. */
const here = (words: string) =>
  /^(funnel|diff|study-cost) /.test(words) ? words.split(" ") : `${words} --workers 0`.split(" ");

describe("every option of a command reaches what it is for", () => {
  it.each(asked)("%s", async (_, words, library) => {
    const { status, stdout, stderr } = await eslabonHere(...here(words), "--json");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject(JSON.parse(JSON.stringify(await library())) as object);
  });

  it.each([
    ["compare", `${compared} --seeds 2`],
    ["compare --over", `${compared} --seeds 2 --over ${set} --points 1`],
    ["attribute", `attribute ${tripleFile} --seeds 2`],
    ["sensitivity", `sensitivity ${plainFile} --parameters caution --samples 2`],
    ["calibrate", `calibrate ${small} --parameters caution --seeds 2 --samples 8 --waves 1`],
    ["facts", `facts ${small} --seeds 1`],
    ["hypotheses", `hypotheses credit-alone ${small} --seeds 2`],
    ["knobs", `knobs ${small} --names caution --seeds 1`],
    ["choose", `choose ${small} --budget 2e6 --policies matchmaking --seeds 2`],
    ["report", `report ${tripleFile} --baseline ${plainFile} --seeds 2 --out ${join(folder, "page.html")}`],
  ])("%s --cache", async (_, words) => {
    const cache = mkdtempSync(join(folder, "cache-"));
    const { status, stderr } = await eslabonHere(...here(words), "--cache", cache);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(readdirSync(cache)).not.toEqual([]);
  });

  it("study-cost", async () => {
    const study = file("study", { id: "small", scenarios: ["with-0.json", "with-3.json"], seeds: 2 });
    const words = `study-cost ${study} --runs 1000 --cores 3,5 --sample 2 --usd-per-core-hour 2 --usd-per-gb-month 7`;
    const { stdout } = await eslabonHere(...here(words), "--json");
    const { measured, cost } = JSON.parse(stdout) as { measured: MeasuredRun; cost: object };
    expect(measured.runs).toBe(4);
    expect(cost).toEqual(costOf(measured, 1000, [3, 5], { usdPerCoreHour: 2, usdPerGbMonth: 7 }));
  });

  it.each([
    ["facts --seeds 1 --out", "| `stationarity` |"],
    ["hypotheses credit-alone --seeds 2 --out", "## credit-alone"],
    ["knobs --names caution --seeds 1 --out", "caution"],
    ["choose --budget 2e6 --policies matchmaking --seeds 2 --page", "matchmaking"],
    ["calibrate --parameters caution --seeds 2 --samples 8 --waves 1 --page", "caution"],
  ])("%s <page>", async (words, told) => {
    const [name] = words.split(" ");
    const page = join(folder, `${name}.md`);
    await eslabonHere(...here(`${words} ${page} ${small}`));
    const text = readFileSync(page, "utf8");
    expect(text).toContain(`npx eslabon ${name} `);
    expect(text).toContain(told);
  });
});
