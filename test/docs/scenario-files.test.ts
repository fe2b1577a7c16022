import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compare } from "../../src/analysis/compare.ts";
import { readScenarioFile } from "../../src/node/scenario-file.ts";
import { scenarios } from "../../src/scenarios/catalogue.ts";
import { simulate } from "../../src/engine/run.ts";
import { variantOf } from "../../src/scenarios/variant.ts";

const page = readFileSync("docs/scenario-files.md", "utf8");
const short = { population: 50, months: 120, burnInMonths: 0 };
const fileOf = (name: string) => variantOf(readScenarioFile(`examples/scenarios/${name}.yaml`), short);
const baseline = variantOf(scenarios.baseline, short);
const hardTimes = fileOf("hard-times");

describe("the page on scenario files", () => {
  it("compares a policy in another world with a baseline of that world", () => {
    expect(page).toContain(
      "--baseline examples/scenarios/hard-times.yaml --scenarios examples/scenarios/centre-in-hard",
    );
    const [, centre] = compare([hardTimes, fileOf("centre-in-hard-times")], { seeds: 2 }).scenarios;
    expect(centre).toMatchObject({ policies: ["testing-centre"], besidesPolicies: [] });
    const [, bust] = compare([baseline, fileOf("bust")], { seeds: 2 }).scenarios;
    expect(bust.besidesPolicies).toEqual(["programmeSurvival", "shocks"]);
  });

  it("says where the price is the model's own and where it is the path's", () => {
    const { shocks } = hardTimes;
    const [usual, busted] = [baseline, variantOf(baseline, { shocks })].map(
      (each) => simulate(each, { seed: 1 }).metrics.copperPriceUsdPerLb,
    );
    expect(busted.slice(0, 36)).toEqual(usual.slice(0, 36));
    expect([36, 42, 48, 60, 95].map((month) => busted[month])).toEqual(
      [2.8, 2.35, 1.9, 1.9, 1.9].map((usd) => expect.closeTo(usd, 9) as number),
    );
    const changes = (series: readonly number[], month: number) =>
      Math.log(series[month] / 3.1) - 0.9644 * Math.log(series[month - 1] / 3.1);
    expect(changes(busted, 96)).toBeCloseTo(changes(usual, 96), 9);
  });
});
