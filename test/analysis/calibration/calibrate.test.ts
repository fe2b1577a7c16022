import { describe, expect, it } from "vitest";
import { calibrate } from "../../../src/analysis/calibration/calibrate.ts";
import { momentOf, type FittedFact } from "../../../src/analysis/calibration/implausibility.ts";
import type { Executor } from "../../../src/analysis/executor.ts";
import { allFacts } from "../../../src/analysis/fact-table.ts";
import { measureFacts } from "../../../src/analysis/facts.ts";
import { simulate } from "../../../src/engine/run.ts";
import { defineScenario } from "../../../src/scenarios/scenario.ts";
import { variantOf } from "../../../src/scenarios/variant.ts";

const small = defineScenario({ id: "small", population: 100, months: 36, burnInMonths: 12 });
const fact = "operating-procurement";
/** US$ million a year: what made the facts, and where the search starts, at the other end of the range. */
const trueProcurement = 4680;
const startProcurement = 4320;

describe("a calibration of the model", () => {
  it("finds again the parameter that made the facts, and says what it did not learn", async () => {
    const world = variantOf(small, { parameters: { copperProcurementUsdMillionPerYear: trueProcurement } });
    const measured = [1, 2].map((seed) => measureFacts(simulate(world, { seed })).measures[fact]);
    const { value } = momentOf(measured) ?? { value: Number.NaN };
    const start = variantOf(small, { parameters: { copperProcurementUsdMillionPerYear: startProcurement } });
    const result = await calibrate(start, {
      seeds: 2,
      samples: 16,
      waves: 2,
      parameters: ["copperProcurementUsdMillionPerYear", "trialMonths"],
      targets: [{ id: fact, low: value - 0.01, high: value + 0.01 }],
    });
    const found = result.accepted.map(({ values }) => values["copperProcurementUsdMillionPerYear"]);
    expect(found.length).toBeGreaterThan(4);
    const middle = found.reduce((sum, each) => sum + each, 0) / found.length;
    expect(Math.abs(middle - trueProcurement)).toBeLessThan(60);
    expect(result.parameters.map(({ identification }) => identification?.identified)).toEqual([true, false]);
    expect(result.default.accepted).toBe(false);
    expect(result.closest?.implausibility).toBeLessThan(1);
    const [fitted, ...held] = result.facts;
    expect([fitted.id, fitted.closest?.inside, fitted.default.inside]).toEqual([fact, true, false]);
    expect(held.some((each) => each.fitted)).toBe(false);
    expect(held.find(({ id }) => id === "entry-by-challenge")?.acceptedInside).toBeNull();
  });

  it("holds a fact to the bounds that it is given, of which one may be left out", async () => {
    const reading = allFacts.flatMap(() => [0.3, 1]);
    const everywhereTheSame: Executor = ({ tasks }) =>
      Promise.resolve(tasks.map(() => ({ fingerprint: "", values: [], reading })));
    const targets = [{ id: "exporter-share", high: 0.3 } as FittedFact];
    const asked = { seeds: 2, samples: 8, waves: 1, parameters: ["caution"] as const, targets };
    const { accepted, facts } = await calibrate(small, asked, everywhereTheSame);
    expect(accepted).toHaveLength(8);
    expect(facts[0]).toMatchObject({ target: "at most 0.3", fitted: true, default: { inside: true } });
    expect(facts[1]).toMatchObject({ target: "0.85 to 0.95", fitted: false, default: { inside: false } });
  });

  it("refuses what it cannot do, naming every problem", async () => {
    const ask = calibrate(variantOf(small, { months: 24 }), {
      seeds: 1,
      parameters: ["cautoin" as never, "caution"],
    });
    await expect(ask).rejects.toThrow("3 problems");
    await expect(ask).rejects.toThrow('did you mean "caution"?');
    const foreign = calibrate(variantOf(small, { pack: "chile" }), { seeds: 2, parameters: ["caution"] });
    await expect(foreign).rejects.toThrow("a pack with a fact to fit");
  });
});
