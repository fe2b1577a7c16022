import { describe, expect, it } from "vitest";
import { categoriesOf } from "../../src/agents/category.ts";
import { Origin } from "../../src/agents/codes.ts";
import {
  domesticShare,
  localness,
  originCostFactor,
  scaleFactor,
  unitCost,
} from "../../src/agents/supplier-costs.ts";
import { canFinance, organisationLimitUsdPerMonth } from "../../src/agents/supplier-limits.ts";
import { resolveParameters } from "../../src/data/parameter-values.ts";
import { peruvianFirms, smallWorld } from "../engine/worlds.ts";

const parameters = resolveParameters();
const category = { ...categoriesOf({}).find(({ id }) => id === "metal-structures")!, scaleExponent: 0.05 };
const cost = (technical: number, nearness = 0, scale = 1) =>
  unitCost(parameters, category, 1, scale, technical, nearness);

describe("what work costs a supplier", () => {
  it("depends on its skill only as far as the category requires it", () => {
    const enough = category.skillRequired + parameters.skillMargin;
    expect(cost(enough)).toBe(cost(1));
    expect(cost(enough - 0.1) / cost(1)).toBeCloseTo(1 + 0.1 * parameters.skillShortfallCost, 9);
    expect(cost(enough - 0.2)).toBeGreaterThan(cost(enough - 0.1));
  });

  it("falls with nearness by the category's local advantage", () => {
    expect(cost(1, 1) / cost(1, 0)).toBeCloseTo(1 - category.localAdvantage, 12);
    const near = localness(parameters, Origin.peruvian, true);
    const elsewhere = localness(parameters, Origin.peruvian, false);
    const subsidiary = localness(parameters, Origin.global, true);
    expect(near).toBeGreaterThan(elsewhere);
    expect(elsewhere).toBeGreaterThan(subsidiary);
  });

  it("rises as a firm gets smaller than those by which list prices are made, and never falls with smallness", () => {
    const factors = [2000, 1000, 500, 250, 125].map((capacity) => scaleFactor(category, capacity, 500));
    expect(factors[2]).toBe(1);
    expect(factors).toEqual([...factors].sort((a, b) => a - b));
    expect(factors[3]).toBeGreaterThan(1);
    expect(factors[4]).toBeGreaterThan(factors[3]);
  });

  it("follows the wages of its origin", () => {
    const [peruvian, chilean, global] = [Origin.peruvian, Origin.chilean, Origin.global].map((origin) =>
      originCostFactor(parameters, origin),
    );
    expect(peruvian).toBeLessThan(chilean);
    expect(chilean).toBeLessThan(global);
  });
});

describe("domestic value", () => {
  it("shrinks with the skill gap: an unskilled winner re-sells imports", () => {
    const share = (technical: number) => domesticShare(category, Origin.peruvian, technical);
    expect(share(category.skillRequired)).toBe(category.domesticSharePeruvian);
    expect(share(1)).toBe(category.domesticSharePeruvian);
    expect(share(category.skillRequired - 0.2)).toBeCloseTo(0.8 * category.domesticSharePeruvian, 12);
    expect(share(0.1)).toBeLessThan(share(0.2));
  });

  it("of a subsidiary is its category's, whatever its skill", () => {
    expect(domesticShare(category, Origin.global, 0)).toBe(category.domesticShareForeign);
    expect(domesticShare(category, Origin.chilean, 1)).toBe(category.domesticShareForeign);
  });
});

describe("money behind a bid", () => {
  const { workingCapitalMonths, guaranteeMonths, guaranteeOwnShare } = parameters;
  const needed = 100 * (workingCapitalMonths + guaranteeMonths);
  const own = 100 * guaranteeOwnShare * guaranteeMonths;

  it("is working capital and a guarantee, of which a part must be the firm's own", () => {
    expect(canFinance(parameters, needed, 0, 100)).toBe(true);
    expect(canFinance(parameters, needed - 0.01, 0, 100)).toBe(false);
    expect(canFinance(parameters, own, needed, 100)).toBe(true);
    expect(canFinance(parameters, own - 0.01, 10 * needed, 100)).toBe(false);
  });
});

describe("the size that a firm can lead", () => {
  it("grows with its organisation above what registers ask, and is never below its first size", () => {
    const firm = peruvianFirms(smallWorld())[0];
    const minimum = parameters.registrationOrganisationMinimum;
    firm.organisational = minimum / 2;
    expect(organisationLimitUsdPerMonth(parameters, firm)).toBe(firm.startCapacityUsdPerMonth);
    firm.organisational = minimum + 0.2;
    const larger = firm.startCapacityUsdPerMonth * (1 + 0.2 * parameters.organisationSpan);
    expect(organisationLimitUsdPerMonth(parameters, firm)).toBeCloseTo(larger, 6);
  });
});
