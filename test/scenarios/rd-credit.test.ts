import { describe, expect, it } from "vitest";
import { externalRecords } from "../../src/data/external.ts";
import { insideOf, startSimulation } from "../../src/engine/run.ts";
import type { Institutions } from "../../src/scenarios/institutions.ts";
import { scenarios } from "../../src/scenarios/catalogue.ts";
import { variantOf } from "../../src/scenarios/variant.ts";

/** The credit in force in some months of a run, as governments deliver it. */
function creditsIn(id: string, months: readonly number[], pack = "peru-2017"): Institutions["rdCredit"][] {
  const scenario = variantOf(scenarios[id], { months: 150, burnInMonths: 0, population: 50, pack });
  const simulation = startSimulation(scenario, { seed: 1 });
  return months.map((month) => {
    while (simulation.month < month) simulation.step();
    return insideOf(simulation).world.rules.rdCredit;
  });
}

/** Additional deduction of a law, from what may be deducted in all (% of the expense). */
function additional(id: string): number {
  return externalRecords.find((record) => record.id === id)!.value / 100 - 1;
}

describe("a legislated form of the R&D credit", () => {
  it("of 2023 has the law's rates in full, by firm size and place of the R&D, from 2023 to 2028", () => {
    const [before, { smallFirms, largeFirms }, after] = creditsIn("rd-credit-2023", [71, 72, 144]);
    expect(smallFirms.inPeru).toBeCloseTo(additional("RD003"), 10);
    expect(smallFirms.abroad).toBeCloseTo(additional("RD004"), 10);
    expect(largeFirms.inPeru).toBeCloseTo(additional("RD005"), 10);
    expect(largeFirms.abroad).toBeCloseTo(additional("RD006"), 10);
    const [baseline] = creditsIn("baseline", [0]);
    expect(before).toEqual(baseline);
    expect(after).toEqual(baseline);
  });

  it("of 2016 is the baseline's", () => {
    const [{ smallFirms, largeFirms }] = creditsIn("baseline", [0]);
    for (const { inPeru, abroad } of [smallFirms, largeFirms]) {
      expect(inPeru).toBeCloseTo(additional("RD001"), 10);
      expect(abroad).toBeCloseTo(additional("RD002"), 10);
    }
  });

  it("leaves nothing where it abolishes the credit", () => {
    const [{ smallFirms, largeFirms, ceilingUsd }] = creditsIn("rd-credit-none", [24]);
    expect([smallFirms, largeFirms, ceilingUsd]).toEqual([
      { inPeru: 0, abroad: 0 },
      { inPeru: 0, abroad: 0 },
      0,
    ]);
  });

  it("is another country's own where only awareness and paperwork change", () => {
    const [before, { awareness, ...own }] = creditsIn("rd-credit", [23, 26], "chile");
    expect(own.smallFirms).toEqual(before.smallFirms);
    expect(own.ceilingUsd).toBe(before.ceilingUsd);
    expect(awareness).toBeGreaterThan(before.awareness);
  });
});
