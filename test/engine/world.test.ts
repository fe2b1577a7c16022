import { describe, expect, it } from "vitest";
import { resize } from "../../src/engine/world.ts";
import { toCents } from "../../src/units.ts";
import { advance, peruvianFirms, smallWorld } from "./worlds.ts";

describe("the size of a firm", () => {
  it("decides what banks lend it and how far economies of scale reach, from the moment on at which it changes", () => {
    const world = smallWorld();
    const firm = peruvianFirms(world)[0];
    const before = { credit: firm.creditLineCents, scale: firm.scaleFactor };
    resize(world, firm, 2 * firm.capacityUsdPerMonth);
    expect(firm.creditLineCents).toBe(toCents(world.parameters.creditLineMonths * firm.capacityUsdPerMonth));
    expect(firm.creditLineCents).toBeGreaterThan(before.credit);
    expect(firm.scaleFactor).toBeLessThan(before.scale);
  });

  it("has decided it for every firm in the market after two years in which some grew", () => {
    const world = smallWorld();
    const sizes = new Map(peruvianFirms(world).map((firm) => [firm.id, firm.capacityUsdPerMonth]));
    advance(world, 24);
    const firms = peruvianFirms(world).filter(({ inMarket }) => inMarket);
    expect(
      firms.some(({ id, capacityUsdPerMonth }) => capacityUsdPerMonth > (sizes.get(id) ?? Infinity)),
    ).toBe(true);
    for (const { creditLineCents, capacityUsdPerMonth } of firms) {
      expect(creditLineCents).toBe(toCents(world.parameters.creditLineMonths * capacityUsdPerMonth));
    }
  });
});
