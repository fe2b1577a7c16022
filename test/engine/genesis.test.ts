import { describe, expect, it } from "vitest";
import { ownEvidenceMonths } from "../../src/engine/evidence.ts";
import type { World } from "../../src/engine/world.ts";
import { advance, eventsOf, peruvianFirms, smallWorld } from "./worlds.ts";

const starting = (exportersAtStart: number) =>
  smallWorld({ population: 800, burnInMonths: 0, parameters: { exportersAtStart }, beyondRanges: true });
const idsOf = (world: World) =>
  peruvianFirms(world)
    .filter(({ exporting }) => exporting)
    .map(({ id }) => id);

describe("firms of the start that export already", () => {
  it("are certified Peruvian firms with a record at a mine, as many of them as the parameter says", () => {
    const all = starting(1);
    const { exportCertificateLevel } = all.parameters;
    const wanted = peruvianFirms(all).filter(
      ({ id, certificateLevel }) =>
        certificateLevel >= exportCertificateLevel &&
        all.mines.some(({ index }) => ownEvidenceMonths(all, index, id) > 0),
    );
    expect(idsOf(all)).toEqual(wanted.map(({ id }) => id));
    expect(all.suppliers.filter(({ exporting }) => exporting)).toHaveLength(wanted.length);
    expect(idsOf(starting(0))).toEqual([]);
    const half = idsOf(starting(0.5));
    expect(half.length / wanted.length).toBeGreaterThan(0.35);
    expect(half.length / wanted.length).toBeLessThan(0.65);
    expect(idsOf(starting(0.6))).toEqual(expect.arrayContaining(half));
  });

  it("sell abroad from the first month, are told by the first page of the log, and never begin anew", () => {
    const world = starting(1);
    const exporters = idsOf(world);
    const told = eventsOf(world.events, "incumbent").filter(({ exporting }) => exporting);
    expect(told.map(({ supplier }) => supplier)).toEqual(exporters);
    advance(world, 12);
    const sellers = new Set(eventsOf(world.events, "export-sale").map(({ supplier }) => supplier));
    expect(exporters.filter((id) => sellers.has(id)).length).toBeGreaterThan(exporters.length / 2);
    const begun = eventsOf(world.events, "export").map(({ supplier }) => supplier);
    expect(begun.filter((id) => exporters.includes(id))).toEqual([]);
  });
});
