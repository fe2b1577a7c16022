import { describe, expect, it } from "vitest";
import type { Executor } from "../../../src/analysis/executor.ts";
import { scenarioKeys, scenarioOf } from "../../../src/analysis/hypotheses/scenarios.ts";
import { hypotheses, planHypotheses, testHypotheses } from "../../../src/analysis/hypotheses/study.ts";
import { riskClassNames } from "../../../src/agents/codes.ts";
import { metricNames } from "../../../src/engine/observations.ts";
import { findingSentence, hypothesesPage, hypothesesReport } from "../../../src/report/hypotheses.ts";

const size = { population: 50, months: 60 };

/** Runs in which adoptions are as told, by scenario, with a little luck of the seed. */
function runsWith(adoptions: Readonly<Record<string, number>>): Executor {
  return (plan) =>
    Promise.resolve(
      plan.tasks.map(({ scenario, seed }) => ({
        fingerprint: "",
        values: metricNames.map((name) =>
          name === "adoptions" ? (adoptions[plan.scenarios[scenario].id] ?? 0) + (scenario * seed) / 1000 : 0,
        ),
        reading: [],
      })),
    );
}
const testing = { ids: ["testing-needs-disclosure"], seeds: 6, ...size };
const oneByOne = { "testing-centre": 1, "challenge-portal": 2 };

describe("the hypotheses", () => {
  it("have ids of their own, a source, a number that decides, and only scenarios that they name", () => {
    expect(new Set(hypotheses.map(({ id }) => id)).size).toBe(hypotheses.length);
    for (const { id, source, scenarios, contrasts } of hypotheses) {
      expect(source, id).toMatch(/Section|Table|footnote/);
      expect(
        contrasts.some(({ decides }) => decides),
        id,
      ).toBe(true);
      for (const { decides, claimed } of contrasts) expect(claimed !== null, id).toBe(decides);
      const outcome = { metric: () => 1, late: () => 1, winShare: () => 0.5 };
      for (const { value } of contrasts) {
        value((key) => {
          expect(scenarios, id).toContain(key);
          return outcome;
        });
      }
    }
  });

  it("leave no scenario unused and run each once a seed", () => {
    const plan = planHypotheses({ seeds: 2, ...size });
    expect(plan.keys).toEqual(scenarioKeys);
    expect(plan.tasks).toHaveLength(2 * scenarioKeys.length);
    expect(new Set(plan.scenarios.map(({ hash }) => hash)).size).toBe(scenarioKeys.length);
  });

  it("need a year in which policies are in force", () => {
    const plan = (months: number) => () => planHypotheses({ seeds: 2, population: 50, months });
    expect(plan(36)().window).toEqual({ fromMonth: 24, toMonth: 36 });
    expect(plan(35)).toThrow("months: found 35, expected at least 36 months, for policies start in month 24");
  });

  it("hold the price of a boom to the end of the horizon", () => {
    expect(scenarioOf("boom", size).shocks).toContainEqual({
      kind: "copper-price",
      path: [24, 59].map((month) => ({ month, usdPerLb: 4.4 })),
    });
  });
});

describe("a study of hypotheses", () => {
  it("supports a complement, contradicts a substitute, and tells nothing of what merely adds up", async () => {
    const finding = async (together: number) => {
      const study = await testHypotheses(testing, runsWith({ ...oneByOne, "testing-and-portal": together }));
      return study.hypotheses[0].finding;
    };
    expect(await finding(9)).toBe("supported");
    expect(await finding(0)).toBe("contradicted");
    // Scenarios stand at places 0 to 3 of the plan, so what the seed adds cancels in the interaction.
    expect(await finding(3)).toBe("not told apart");
  });

  it.each([
    ["testing-needs-disclosure", { "challenge-portal": 8, "testing-and-portal": 8 }],
    // Both together bring the same under either trial rule, of other levels: 5 a year more.
    [
      "trial-rule-decides",
      {
        ...{ "open-testing-centre": 4, "open-challenge-portal": 8, "open-testing-and-portal": 16 },
        ...{ "closed-baseline": 7, "closed-testing-centre": 11, "closed-challenge-portal": 14 },
        "closed-testing-and-portal": 23,
      },
    ],
    // What programmes bring is the same with institutions and without.
    ["institutions-make-it-last", { institutions: 5, programmes: 31, "programmes-and-institutions": 35 }],
  ])("takes what rounding leaves of counts a year for nothing: %s", async (id, counts) => {
    // Of thirteen years, each the same under every seed.
    const aYear = (count: number) => (count / 156) * 12;
    const execute: Executor = (plan) =>
      Promise.resolve(
        plan.tasks.map(({ scenario }) => {
          const found = (counts as Readonly<Record<string, number>>)[plan.scenarios[scenario].id] ?? 1;
          const values = metricNames.map(() => aYear(found));
          return {
            fingerprint: "",
            values,
            reading: [...riskClassNames, ...riskClassNames].map(() => 0).concat(values),
          };
        }),
      );
    const { hypotheses: told } = await testHypotheses({ ids: [id], seeds: 6, ...size }, execute);
    expect(told[0].contrasts[0]).toMatchObject({ mean: 0, p: 1, finding: "not told apart" });
  });

  it("makes real runs, and says the same whoever makes them", async () => {
    const options = { ids: ["entry-at-low-and-middle-risk"], seeds: 2, population: 50, months: 40 };
    const study = await testHypotheses(options);
    expect(await testHypotheses(options)).toEqual(study);
    expect(study).toMatchObject({ runs: 4, family: 1 });
    expect(study.hypotheses[0].contrasts.find(({ id }) => id === "low-risk")!.mean).not.toBeNull();
    expect(findingSentence(study.hypotheses[0])).toMatch(
      /points of tenders, where the claim puts it above 0/,
    );
    const page = hypothesesPage(study, { command: "npx eslabon hypotheses", ...options });
    expect(page).toContain("## entry-at-low-and-middle-risk");
    const report = hypothesesReport(study);
    expect(report).toMatch(/Mean \[95 % interval\] +Adjusted p/);
    expect(report).toContain("Classes of risk are fixed at the start.");
    // What changed in no seed has no unit.
    expect(report).toMatch(/gained at high risk +none$/m);
    expect(report.replaceAll("\n", " ")).toContain("over the 1 deciding number keeps");
  });

  it("refuses unknown hypotheses, a single seed and a short horizon, all at once", () => {
    const wrong = { ids: ["credit-alon"], seeds: 1, population: 50, months: 24 };
    expect(() => planHypotheses(wrong)).toThrow(/credit-alone[\s\S]*at least 2[\s\S]*at least 36 months/);
  });
});
