import { describe, expect, it } from "vitest";
import {
  bestPartner,
  partnerCost,
  projectCostUsd,
  projectPromise,
  researchCreditUsd,
  rewardUsd,
  stageSuccess,
  type ProjectOutlook,
  type ResearchPartner,
} from "../../src/agents/research.ts";
import { resolveParameters } from "../../src/data/parameter-values.ts";
import { baselineInstitutions, type Institutions } from "../../src/scenarios/institutions.ts";

const parameters = resolveParameters();
const rules = baselineInstitutions(parameters);
const outlook: ProjectOutlook = {
  technical: 0.6,
  knowledge: "external",
  proofOpen: false,
  credit: { inPeru: 0, abroad: 0 },
  trained: false,
  support: { none: 0, "local-university": 0, "foreign-partner": 0 },
  trialPriceUsd: 50_000,
  baseCostUsd: projectCostUsd(parameters, 500_000, 1),
};
const withCentre: Institutions = { ...rules, testing: { slotsPerMonth: 1, priceUsd: 50_000 } };

describe("an R&D project", () => {
  it("succeeds more often with skill, with skilled people, with in-house R&D and with partners", () => {
    const success = (technical: number, knowledge: "internal" | "external" = "external", at = rules) =>
      stageSuccess(parameters, at, { technical, knowledge, trained: false }, "none");
    expect(success(0.6)).toBeGreaterThan(success(0.4));
    expect(success(0.4, "internal")).toBeGreaterThan(success(0.4));
    const people = { ...rules, humanCapital: { skilledPeople: rules.humanCapital.skilledPeople + 0.2 } };
    expect(success(0.4, "external", people)).toBeGreaterThan(success(0.4));
    const firm = { technical: 0.4, knowledge: "external", trained: false } as const;
    const abroad = stageSuccess(parameters, rules, firm, "foreign-partner");
    const local = stageSuccess(parameters, rules, firm, "local-university");
    expect(abroad).toBeGreaterThan(local);
    expect(
      stageSuccess(
        parameters,
        people,
        { technical: 1, knowledge: "internal", trained: false },
        "foreign-partner",
      ),
    ).toBeLessThanOrEqual(1);
  });

  it("costs more with a foreign partner than with a local university", () => {
    expect(partnerCost(rules, "none")).toBe(1);
    expect(partnerCost(rules, "foreign-partner")).toBeGreaterThan(partnerCost(rules, "local-university"));
  });

  const promise = (partner: ResearchPartner, of: Partial<ProjectOutlook> = {}, at = rules) =>
    projectPromise(parameters, at, { ...outlook, ...of }, 500_000, partner);

  it("promises more where the way to a trial is open: a testing centre breaks the catch-22", () => {
    const gain = (at: Institutions, proofOpen: boolean, trialPriceUsd = 50_000) => {
      const { returnUsd, costUsd } = promise("none", { proofOpen, trialPriceUsd }, at);
      return returnUsd / costUsd;
    };
    expect(gain(rules, true)).toBeGreaterThan(gain(rules, false));
    expect(gain(withCentre, false)).toBeGreaterThan(gain(rules, false));
    expect(gain(withCentre, true)).toBe(gain(rules, true));
    expect(gain(withCentre, false, 500_000)).toBeLessThan(gain(withCentre, false));
  });

  it("costs less by the credit that the firm expects, with a foreign partner at the rate for R&D abroad", () => {
    const costUsd = (inPeru: number, abroad: number, partner: ResearchPartner) =>
      promise(partner, { credit: { inPeru, abroad } }).costUsd;
    for (const partner of ["none", "local-university"] as const)
      expect(costUsd(0.2, 0.1, partner) / costUsd(0, 0, partner)).toBeCloseTo(0.8, 9);
    expect(costUsd(0.2, 0.1, "foreign-partner") / costUsd(0, 0, "foreign-partner")).toBeCloseTo(0.9, 9);
  });

  it("is done with the partner that adds most, though another may bring more per dollar", () => {
    // Half of the cost of work with a local university comes back: cheap, and the foreign partner is still worth what he costs.
    const of = { support: { none: 0, "local-university": 0.5, "foreign-partner": 0 } };
    const [local, foreign] = [promise("local-university", of), promise("foreign-partner", of)];
    const savingUsd = (foreign.costUsd - local.costUsd) * parameters.projectHurdle;
    const scaleOf = (target: number) => (target * 500_000) / (foreign.returnUsd - local.returnUsd);
    const chosen = (saving: number) => bestPartner(parameters, rules, { ...outlook, ...of }, saving);
    expect(local.returnUsd / local.costUsd).toBeGreaterThan(foreign.returnUsd / foreign.costUsd);
    expect(chosen(scaleOf(savingUsd * 1.01))).toBe("foreign-partner");
    expect(chosen(scaleOf(savingUsd * 0.99))).toBe("local-university");
  });

  it("is not begun unless with some partner it brings the hurdle's part above its cost", () => {
    const support = { none: 0 };
    const { returnUsd, costUsd } = promise("none");
    const enough = (500_000 * parameters.projectHurdle * costUsd) / returnUsd;
    const chosen = (saving: number) => bestPartner(parameters, rules, { ...outlook, support }, saving);
    expect(chosen(enough * 1.001)).toBe("none");
    expect(chosen(enough * 0.999)).toBeNull();
  });

  it("is rewarded with part of what the mine saves over the contract", () => {
    const years = parameters.innovationContractMonths / 12;
    const share = parameters.premiumShare * (1 - parameters.premiumCostShare);
    expect(rewardUsd(parameters, 1000, parameters.premiumShare)).toBeCloseTo(1000 * share * years, 9);
  });
});

describe("the R&D credit", () => {
  const credit = (research: number, abroad = 0, sales = 1e6, at = rules) =>
    researchCreditUsd(at, parameters.taxRate, sales, research, abroad, 1);

  it("of 2016 is worth 22 % of R&D in Peru (footnote 18), less abroad", () => {
    expect(credit(100_000) / 100_000).toBeCloseTo(0.295 * 0.75, 9);
    expect(credit(100_000, 100_000) / 100_000).toBeCloseTo(0.295 * 0.5, 9);
  });

  it("ends at the ceiling of the deduction", () => {
    const ceiling = parameters.taxRate * rules.rdCredit.ceilingUsd;
    expect(credit(1e9)).toBeCloseTo(ceiling, 6);
    expect(credit(1e10)).toBeCloseTo(ceiling, 6);
  });

  it("is larger for small firms under the later laws", () => {
    const later = {
      ...rules,
      rdCredit: {
        ...rules.rdCredit,
        smallFirms: { inPeru: 1.4, abroad: 0.9 },
        largeFirms: { inPeru: 0.9, abroad: 0.6 },
      },
    };
    const large = 10 * rules.rdCredit.largeFirmIncomeUsd;
    expect(credit(100_000, 0, 1e5, later) / credit(100_000, 0, large, later)).toBeCloseTo(1.4 / 0.9, 9);
  });
});
