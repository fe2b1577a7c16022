import { describe, expect, it } from "vitest";
import { effectsCsv, resultsJson, scenarioFile } from "../../explorer/download.ts";
import { scenariosOf, type Study } from "../../explorer/study.ts";
import { metricNames } from "../../src/index.ts";
import { parseScenario } from "../../src/scenario-files.ts";
import { briefRun, pairOf } from "./brief-runs.ts";

const study: Study = {
  pack: "chile",
  population: 120,
  months: 84,
  seeds: 2,
  policies: [{ policy: "testing-centre", startMonth: 7, strength: 0.5 }, { policy: "council" }],
};
const pairs = [1, 2].map((seed) =>
  pairOf(seed, briefRun({ spendUsd: 100 }), briefRun({ spendUsd: 100 + seed })),
);

describe("what can be taken from the page", () => {
  it("is the scenario with its policies, as a file that is read as the same", () => {
    const [, scenario] = scenariosOf(study);
    expect(parseScenario(scenarioFile(study)).hash).toBe(scenario.hash);
  });

  it("is what was asked, over which months, what was run, and every pair, by the names of the metrics", () => {
    const [baseline, scenario] = scenariosOf(study);
    expect(JSON.parse(resultsJson(study, pairs))).toEqual({
      study,
      window: { fromMonth: 7, toMonth: 84 },
      scenarios: [baseline, scenario].map(({ id, hash, canonical }) => ({ id, hash, content: canonical })),
      metrics: metricNames,
      pairs,
    });
  });

  it("is a line for each metric, once there are two pairs", () => {
    const [head, first, ...more] = effectsCsv(pairs).split("\n");
    expect(head).toBe("metric,unit,pairs,baselineMean,scenarioMean,difference,low,high,verdict");
    expect(first).toMatch(/^spendUsd,US\$ a year,2,100,101\.5,1\.5,-4\.8\d*,7\.8\d*,not told apart$/);
    expect(more).toHaveLength(metricNames.length);
    expect(effectsCsv(pairs.slice(1))).toBe(`${head}\n`);
  });
});
