import { describe, expect, it } from "vitest";
import {
  failureProbability,
  gainedTable,
  perceivedFailure,
  retentionTable,
  tolerance,
} from "../../src/agents/belief.ts";
import { resolveParameters } from "../../src/data/parameter-values.ts";

const parameters = resolveParameters();
const { priorFailures, priorSuccesses, evidenceRetention } = parameters;
const perceive = (failures: number, successes: number, caution: number = parameters.caution) =>
  perceivedFailure(priorFailures, priorSuccesses, failures, successes, caution);

describe("belief", () => {
  it("is the mean of a Beta distribution plus so many of its standard deviations", () => {
    const a = priorFailures + 2;
    const b = priorSuccesses + 30;
    const sd = Math.sqrt((a * b) / ((a + b) ** 2 * (a + b + 1)));
    expect(perceive(2, 30, 0)).toBeCloseTo(a / (a + b), 12);
    expect(perceive(2, 30, 1.5)).toBeCloseTo(a / (a + b) + 1.5 * sd, 12);
  });

  it("makes a newcomer pay for its missing evidence: with the same failure rate, more months of it look better", () => {
    const rate = priorFailures / (priorFailures + priorSuccesses);
    const perceptions = [0, 12, 60, 240].map((months) => perceive(rate * months, (1 - rate) * months));
    expect(perceptions).toEqual([...perceptions].sort((x, y) => y - x));
    expect(perceptions.at(-1)).toBeGreaterThan(rate);
    expect(perceptions[0] - perceptions.at(-1)!).toBeGreaterThan(0.02);
  });

  it("worsens with each failure and improves with each success", () => {
    expect(perceive(1, 20)).toBeGreaterThan(perceive(0, 20));
    expect(perceive(0, 21)).toBeLessThan(perceive(0, 20));
  });

  it("is worse for a more cautious buyer", () => {
    expect(perceive(0, 20, parameters.engineeringCaution)).toBeGreaterThan(perceive(0, 20));
  });

  it("fades: half of the evidence is left after about four years, and what is left never grows", () => {
    const left = retentionTable(evidenceRetention, 240);
    expect(left[0]).toBe(1);
    expect(left.length).toBe(241);
    const halfLife = left.findIndex((share) => share < 0.5);
    expect(halfLife).toBeGreaterThanOrEqual(36);
    expect(halfLife).toBeLessThanOrEqual(60);
    for (let age = 1; age < left.length; age++) expect(left[age]).toBeLessThan(left[age - 1]);
  });

  it("keeps a share for each month up to the last", () => {
    expect([...retentionTable(0.5, 3)]).toEqual([1, 0.5, 0.25, 0.125]);
  });

  it("gains a month for each month of work, while what was gained before fades", () => {
    expect([...gainedTable(0.5, 4)]).toEqual([0, 1, 1.5, 1.75, 1.875]);
  });
});

describe("tolerance", () => {
  it("shrinks as risk grows, down to the tolerance at full risk", () => {
    const tolerances = [0, 0.2, 0.4, 0.6, 0.8, 1].map((risk) => tolerance(parameters, risk));
    expect(tolerances).toEqual([...tolerances].sort((x, y) => y - x));
    expect(new Set(tolerances).size).toBe(tolerances.length);
    expect(tolerances.at(-1)).toBeCloseTo(parameters.toleranceAtFullRisk, 12);
    expect(tolerances[0]).toBeCloseTo(parameters.toleranceAtFullRisk + parameters.toleranceSlope, 12);
  });

  it("shuts a firm without a record out of risky lots, and a parent's record opens them", () => {
    const { parentRecordGlobalMonths: months, parentFailureRate: rate } = parameters;
    expect(perceive(0, 0)).toBeGreaterThan(tolerance(parameters, 0.5));
    expect(perceive(rate * months, (1 - rate) * months)).toBeLessThan(tolerance(parameters, 0.5));
  });
});

describe("true failure", () => {
  it("falls with technical capability to a floor that no firm gets under", () => {
    const rates = [0, 0.25, 0.5, 0.75, 1].map((technical) => failureProbability(parameters, technical));
    expect(rates).toEqual([...rates].sort((x, y) => y - x));
    expect(rates.at(-1)).toBe(parameters.failureFloor);
    expect(rates[0]).toBeCloseTo(parameters.failureFloor + parameters.failureSlope, 12);
  });
});
