import { describe, expect, it } from "vitest";
import { partnerCost, researchPartners, type Challenge } from "../../src/agents/research.ts";
import { researchGrants, researchSupport, total } from "../../src/engine/research-funding.ts";
import { change, peruvianFirms, smallWorld } from "./worlds.ts";

const baseCostUsd = 500_000;
const challenge = { key: 1 } as Challenge;

describe("what a firm counts on when it weighs R&D", () => {
  it.each([0.5, 1.01, 1.5])(
    "is what the public then pays, from a canon of %d times its part of the cost without a partner",
    (fund) => {
      const world = smallWorld();
      const [firm] = peruvianFirms(world);
      change(world, "finance", { canonFundUsdPerYear: 1, canonGrantShare: 0.6, grantProbability: 0 });
      change(world, "research", { centrePlaces: 100, centreCost: 1.2, foreignPartnerSubsidyShare: 0.3 });
      world.canonUsd = fund * 0.6 * baseCostUsd;
      const support = researchSupport(world, baseCostUsd);
      for (const partner of researchPartners) {
        const costUsd = baseCostUsd * partnerCost(world.rules, partner);
        const paid = total(researchGrants(world, firm, challenge, partner, costUsd));
        expect(support[partner], partner).toBe(paid);
      }
      expect(support["local-university"]).toBe(fund > 1.02 ? 0.6 : 0);
    },
  );
});
