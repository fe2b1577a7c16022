import { describe, expect, it } from "vitest";
import {
  partnerCost,
  researchPartners,
  type Challenge,
  type ResearchPartner,
} from "../../src/agents/research.ts";
import {
  expectedCredit,
  grantedShare,
  researchGrants,
  researchSupport,
} from "../../src/engine/research-funding.ts";
import { change, peruvianFirms, smallWorld } from "./worlds.ts";

const baseCostUsd = 500_000;
const challenge = { key: 1 } as Challenge;

describe("what a firm counts on when it weighs R&D", () => {
  /** What it counts on by partner, and what the public pays of a project in a competition that each wins or all lose. */
  function counted(fund: number, grantProbability: number) {
    const world = smallWorld();
    const [firm] = peruvianFirms(world);
    const finance = { canonFundUsdPerYear: 1, canonGrantShare: 0.6, grantShare: 0.5 };
    change(world, "research", { centrePlaces: 100, centreCost: 1.2, foreignPartnerSubsidyShare: 0.3 });
    world.canonUsd = fund * 0.6 * baseCostUsd;
    change(world, "finance", { ...finance, grantProbability });
    const support = researchSupport(world, baseCostUsd);
    const paid = (partner: ResearchPartner, won: boolean) => {
      change(world, "finance", { grantProbability: won ? 1 : 0 });
      const costUsd = baseCostUsd * partnerCost(world.rules, partner);
      return grantedShare(researchGrants(world, firm, challenge, partner, costUsd));
    };
    return { support, paid };
  }

  it.each([0.5, 1.01, 1.5])(
    "is what the public then pays, from a canon of %d times its part of the cost without a partner",
    (fund) => {
      const { support, paid } = counted(fund, 0);
      for (const partner of researchPartners) expect(support[partner], partner).toBe(paid(partner, false));
      expect(support["local-university"]).toBe(fund > 1.02 ? 0.6 : 0);
    },
  );

  it("is what a grant won by chance pays, as often as it is won", () => {
    const { support, paid } = counted(1.5, 0.2);
    for (const partner of researchPartners) {
      const onAverage = 0.2 * paid(partner, true) + 0.8 * paid(partner, false);
      expect(support[partner], partner).toBeCloseTo(onAverage, 12);
    }
    expect(support.none).toBeCloseTo(0.2 * 0.5, 12);
  });
});

describe("what a firm expects of the R&D credit", () => {
  /** The credit of 2023, certain for who applies and a quarter of a project's year late, for a firm of so many yearly sales. */
  function expected(
    salesUsdPerYear: number,
    lastYearProfitCents = 1,
    parameters: Record<string, number> = {},
  ) {
    const world = smallWorld({
      parameters: { creditAwareness: 1, creditApplicationShare: 1, stageMonths: 6, ...parameters },
      beyondRanges: true,
    });
    change(world, "rdCredit", {
      approvalShare: 1,
      approvalMonths: 3,
      refundableShare: 0.5,
      smallFirms: { inPeru: 1.4, abroad: 0.9 },
      largeFirms: { inPeru: 0.9, abroad: 0.6 },
    });
    const [firm] = peruvianFirms(world);
    Object.assign(firm, { lastYearProfitCents, otherSectorsShare: 0 });
    world.columns.exporting[firm.id] = 0;
    world.columns.monthSalesCents[firm.id] = (100 * salesUsdPerYear) / 12;
    const { inPeru, abroad } = expectedCredit(world, firm);
    return [inPeru, abroad].map((share) => Number((share / (0.295 * 0.75)).toFixed(9)));
  }

  it("is the rate for its size and for the place of the R&D, of what it spends once that counts", () => {
    const large = 8 * 2_900_000;
    expect(expected(large - 1)).toEqual([1.4, 0.9]);
    expect(expected(large + 1)).toEqual([0.9, 0.6]);
  });

  it("is what would be refunded where it paid no tax", () => {
    expect(expected(1, 0)).toEqual([0.7, 0.45]);
  });

  it("is nothing for who knows nothing of it, or gives up at the paperwork", () => {
    expect(expected(1, 1, { creditAwareness: 0 })).toEqual([0, 0]);
    expect(expected(1, 1, { creditApplicationShare: 0 })).toEqual([0, 0]);
  });
});
