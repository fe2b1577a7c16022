import { describe, expect, it } from "vitest";
import {
  certificateAsked,
  contractTerm,
  dailyRevenueUsd,
  hearingProbability,
  lossPerFailureUsd,
  lotRisk,
  quadrant,
  riskClass,
  termRange,
} from "../../src/agents/buyer.ts";
import { categoriesOf } from "../../src/agents/category.ts";
import { Quadrant, quadrantNames, RiskClass } from "../../src/agents/codes.ts";
import { resolveParameters } from "../../src/data/parameter-values.ts";

const parameters = resolveParameters();
const categories = categoriesOf({}).filter(({ oligopolistic }) => !oligopolistic);
const equipment = categories.find(({ id }) => id === "capital-equipment")!;

describe("risk", () => {
  it("falls as more suppliers are approved, down to a floor: insertion itself lowers risk", () => {
    for (const category of categories) {
      const risks = [0, 1, 3, 10, 100, 1e9].map((approved) => lotRisk(parameters, category, approved));
      expect(risks).toEqual([...risks].sort((x, y) => y - x));
      expect(risks[0]).toBeGreaterThan(risks[2]);
      const { criticalityWeight: weight, difficultyFloor } = parameters;
      const floor = weight * category.criticality + (1 - weight) * category.difficulty * difficultyFloor;
      expect(risks.at(-1)).toBeCloseTo(floor, 6);
    }
  });

  it("grows with what a failure stops and with the difficulty of securing supply", () => {
    const base = { ...equipment, criticality: 0.4, difficulty: 0.4 };
    expect(lotRisk(parameters, { ...base, criticality: 0.5 }, 6)).toBeGreaterThan(
      lotRisk(parameters, base, 6),
    );
    expect(lotRisk(parameters, { ...base, difficulty: 0.5 }, 6)).toBeGreaterThan(
      lotRisk(parameters, base, 6),
    );
  });

  it("has three classes, and with the cost class four quadrants", () => {
    const { middleRiskThreshold: middle, highRiskThreshold: high } = parameters;
    expect(riskClass(parameters, middle - 1e-9)).toBe(RiskClass.low);
    expect(riskClass(parameters, middle)).toBe(RiskClass.middle);
    expect(riskClass(parameters, high)).toBe(RiskClass.high);
    const corners = [
      [high - 1e-9, false],
      [high - 1e-9, true],
      [high, false],
      [high, true],
    ] as const;
    const names = corners.map(([risk, dear]) => quadrantNames[quadrant(parameters, risk, dear)]);
    expect(names).toEqual(quadrantNames.slice(0, 4));
  });
});

describe("terms", () => {
  it("are longer for higher risk, at either cost", () => {
    const shortest = (code: (typeof Quadrant)[keyof typeof Quadrant]) => termRange(parameters, code)[0];
    const longest = (code: (typeof Quadrant)[keyof typeof Quadrant]) => termRange(parameters, code)[1];
    expect(shortest(Quadrant.highRiskHighCost)).toBeGreaterThan(shortest(Quadrant.lowRiskHighCost));
    expect(longest(Quadrant.highRiskHighCost)).toBeGreaterThan(longest(Quadrant.lowRiskHighCost));
    expect(shortest(Quadrant.highRiskLowCost)).toBeGreaterThan(shortest(Quadrant.lowRiskLowCost));
    expect(longest(Quadrant.highRiskLowCost)).toBeGreaterThan(longest(Quadrant.lowRiskLowCost));
  });

  it("are those of the paper where it gives them", () => {
    expect(termRange(parameters, Quadrant.highRiskHighCost)).toEqual([36, 60]);
    expect(termRange(parameters, Quadrant.lowRiskLowCost)).toEqual([12, 24]);
  });

  it("are whole months from the shortest to the longest, each as likely", () => {
    for (const code of [0, 1, 2, 3] as const) {
      const [shortest, longest] = termRange(parameters, code);
      const count = longest - shortest + 1;
      const terms = Array.from({ length: count * 10 }, (_, i) =>
        contractTerm(termRange(parameters, code), (i + 0.5) / (count * 10)),
      );
      for (let term = shortest; term <= longest; term++) {
        expect(terms.filter((months) => months === term)).toHaveLength(10);
      }
    }
  });

  it("are whole months also when a scenario's parameters are not", () => {
    const odd = resolveParameters({ highRiskLowCostMinMonths: 20.5, highRiskLowCostMaxMonths: 33.3 });
    for (const uniform of [0, 0.3, 0.6, 0.999]) {
      expect(Number.isInteger(contractTerm(termRange(odd, Quadrant.highRiskLowCost), uniform))).toBe(true);
    }
  });
});

describe("loss per failure", () => {
  const revenue = dailyRevenueUsd(400_000, 3);

  it("rises with the copper price: a boom makes miners more cautious", () => {
    const dear = dailyRevenueUsd(400_000, 4);
    expect(dear / revenue).toBeCloseTo(4 / 3, 12);
    const loss = (perDay: number) => lossPerFailureUsd(parameters, equipment, perDay, 0.1);
    expect(loss(dear) / loss(revenue)).toBeCloseTo(4 / 3, 12);
  });

  it("is a day's revenue of a mine of known output and price", () => {
    expect(revenue).toBeCloseTo((400_000 * 2204.62262 * 3) / 365, 6);
  });

  it("does not depend on how finely needs are cut into lots", () => {
    const whole = lossPerFailureUsd(parameters, equipment, revenue, 1);
    const shares = [0.5, 0.2, 0.2, 0.07, 0.03];
    const sum = shares.reduce(
      (total, share) => total + lossPerFailureUsd(parameters, equipment, revenue, share),
      0,
    );
    expect(sum).toBeCloseTo(whole, 4);
  });

  it("grows with what the category stops", () => {
    const critical = lossPerFailureUsd(parameters, { ...equipment, criticality: 0.9 }, revenue, 0.1);
    const harmless = lossPerFailureUsd(parameters, { ...equipment, criticality: 0.3 }, revenue, 0.1);
    expect(critical / harmless).toBeCloseTo(3, 9);
  });
});

describe("the gates' rules", () => {
  it("ask for the category's certificate, one level less at low risk, never less than none", () => {
    const category = { ...equipment, standardsLevel: 2 };
    expect(certificateAsked(category, RiskClass.high)).toBe(2);
    expect(certificateAsked(category, RiskClass.middle)).toBe(2);
    expect(certificateAsked(category, RiskClass.low)).toBe(1);
    expect(certificateAsked({ ...category, standardsLevel: 0 }, RiskClass.low)).toBe(0);
  });

  it("let a firm hear of a tender by a tie, by the register or because it is public, each on its own", () => {
    expect(hearingProbability(0, false, 0.4, 0)).toBe(0);
    expect(hearingProbability(1, false, 0.4, 0)).toBe(1);
    expect(hearingProbability(0, true, 0.4, 0)).toBeCloseTo(0.4, 12);
    expect(hearingProbability(0, false, 0.4, 0.3)).toBeCloseTo(0.3, 12);
    expect(hearingProbability(0.5, true, 0.4, 0.3)).toBeCloseTo(1 - 0.5 * 0.6 * 0.7, 12);
  });
});
