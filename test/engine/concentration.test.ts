import { describe, expect, it } from "vitest";
import { packs } from "../../src/data/packs/packs.ts";
import { largestSuppliers, largestSuppliersShare } from "../../src/engine/concentration.ts";
import { end } from "../../src/engine/contracts.ts";
import type { World } from "../../src/engine/world.ts";
import { smallWorld } from "./worlds.ts";

/** The same by the book: sums by mine and supplier, sorted. */
function shareByTheBook(world: World, most: number): number {
  const shares = world.mines.flatMap(({ index }) => {
    const sums = new Map<number, number>();
    for (const contract of world.book.contracts) {
      if (contract.buyer !== index) continue;
      const holder = contract.supplier?.id ?? -1 - contract.id;
      sums.set(holder, (sums.get(holder) ?? 0) + contract.priceCents);
    }
    if (sums.size === 0) return [];
    const ranked = [...sums.values()].sort((a, b) => b - a);
    const total = ranked.reduce((sum, value) => sum + value, 0);
    const whole = ranked.slice(0, Math.floor(most)).reduce((sum, value) => sum + value, 0);
    return [(whole + (most - Math.floor(most)) * (ranked[Math.floor(most)] ?? 0)) / total];
  });
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

describe("the share of a mine's largest suppliers", () => {
  it("is of fifty at full scale, and of as many times fewer as each firm stands for", () => {
    expect([largestSuppliers(10), largestSuppliers(1), largestSuppliers(0.125)]).toEqual([50, 5, 0.625]);
  });

  it.each([100, 240])("is what sums by mine and supplier give, %i firms", (population) => {
    const world = smallWorld({ population });
    const expected = shareByTheBook(world, largestSuppliers(world.scale));
    expect(expected).toBeGreaterThan(0);
    expect(expected).toBeLessThan(1);
    expect(largestSuppliersShare(world)).toBeCloseTo(expected, 12);
    // Scratch lists serve every call.
    expect(largestSuppliersShare(world)).toBeCloseTo(expected, 12);
  });

  it("is all of it where a mine has one supplier, and counts mines alike, whatever they spend", () => {
    const world = smallWorld({ population: 800 });
    for (const contract of [...world.book.contracts]) if (contract.buyer > 1) end(world, contract);
    for (const contract of [...world.book.contracts]) {
      const holders = new Set(
        world.book.contracts.filter(({ buyer }) => buyer === 1).map((each) => each.supplier?.id),
      );
      if (contract.buyer === 1 && holders.size > 1) end(world, contract);
    }
    const first = smallWorld({ population: 800 });
    for (const contract of [...first.book.contracts]) if (contract.buyer !== 0) end(first, contract);
    expect(largestSuppliersShare(world)).toBeCloseTo((largestSuppliersShare(first) + 1) / 2, 12);
  });

  it("leaves out a mine whose prices are less than a cent", () => {
    const [, first, , second] = packs["peru-2017"].mines;
    const mines = [first, { ...second, outputTonnesPerYear: 1e-6 }];
    const world = smallWorld({ pack: { ...packs["peru-2017"], id: "own", mines, projects: [] } });
    const tiny = world.book.contracts.filter(({ buyer }) => buyer === 1);
    expect(new Set(tiny.map(({ priceCents }) => priceCents))).toEqual(new Set([0]));
    const share = largestSuppliersShare(world);
    for (const contract of tiny) end(world, contract);
    expect(largestSuppliersShare(world)).toBe(share);
  });

  it("grows with the spread of lot sizes, and falls with the number of lots", () => {
    const share = (parameters: Record<string, number>) =>
      [1, 2, 3].reduce(
        (sum, seed) => sum + largestSuppliersShare(smallWorld({ population: 200, parameters }, seed)),
        0,
      );
    expect(share({ lotSizeSd: 2 })).toBeGreaterThan(share({ lotSizeSd: 1 }));
    expect(share({ lotsPerRootSpend: 1 })).toBeGreaterThan(share({ lotsPerRootSpend: 3 }));
  });
});
