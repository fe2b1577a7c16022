import { describe, expect, it } from "vitest";
import { metricNames, type MetricName } from "../../src/engine/observations.ts";
import { contestedCategoryTable } from "../../src/data/category-tables.ts";
import { advance, peruvianFirms, smallWorld } from "./worlds.ts";

const months = 18;

/** Metrics of a run in which firms start with every certificate or with none, and what of them differs between the two. */
function movedByCertificates(parameters: Record<string, number>): MetricName[] {
  const rows = [0, 3].map((level) => {
    // Customers abroad ask for certificates too: their gate is kept shut.
    const world = smallWorld({
      months,
      parameters: { ...parameters, exportOfCapable: 0 },
      beyondRanges: true,
    });
    for (const firm of peruvianFirms(world)) firm.certificateLevel = level;
    return advance(world, months).rows;
  });
  return metricNames.filter((_, metric) =>
    rows[0].some((row, month) => row[metric] !== rows[1][month][metric]),
  );
}

describe("a certificate", () => {
  it("does nothing in a whole run where no gate asks for it", () => {
    const askedNowhere = Object.fromEntries(
      Object.keys(contestedCategoryTable).map((id) => [`${id}.standardsLevel`, 0]),
    );
    expect(movedByCertificates({ ...askedNowhere, entryPerMonth: 0 })).toEqual(["certifiedFirms"]);
  });

  it("opens gates where they ask for it", () => {
    const moved = movedByCertificates({ entryPerMonth: 0 });
    expect(moved).toContain("peruvianBids");
    expect(moved).toContain("awardsPeruvian");
  });
});
