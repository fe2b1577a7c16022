import { describe, expect, it } from "vitest";
import { gateNames } from "../../../src/agents/codes.ts";
import { pairedEffect } from "../../../src/analysis/effects.ts";
import { gateFigure } from "../../../src/report/figures/gates.ts";
import { partsOf, svgOf } from "../drawings.ts";
import { comparison, details } from "../small-comparison.ts";

const before = [10, 10, 10, 10, 10, 10];
const titled = {
  ...comparison,
  scenarios: comparison.scenarios.map((each) => ({
    ...each,
    title: each.id === "both" ? "Both of them" : each.title,
  })),
};
const gates = ["both", "none"].flatMap((scenario) =>
  gateNames.map((gate) => {
    const after =
      gate === "won" ? [11, 12, 13, 13, 14, 15] : gate === "outbid" ? [15, 15, 15, 15, 15, 15] : before;
    return { scenario, gate, ...pairedEffect(before, scenario === "none" ? before : after) };
  }),
);
const { caption, panelsAt } = gateFigure(titled, { ...details, gates }, ["both", "none"]);

describe("the figure of the gates", () => {
  it("tells its years, who wins in each world, by how much more, and that a tie is no difference", () => {
    expect(caption).toMatch(/how many get past each gate, 2018 to 2019; below, the paired differences\. /);
    expect(caption).toContain(
      "Contracts are won in 10.0 of 1,000 in the baseline; 13.0 with “Both of them”, a difference of +3.00 [1.52, 4.48]; 10.0 with “none”, no difference. ",
    );
  });

  it("says where an interval has no width, by the gate's and the scenario's name", () => {
    expect(caption).toContain("The same in all 6 seeds: Trusted (“Both of them”).");
  });

  it("heads the differences by the titles of their scenarios", () => {
    const [, differences] = panelsAt(760);
    const texts = partsOf(svgOf([differences])).map(({ text }) => text);
    expect(texts).toContain("Both of them");
    expect(texts).not.toContain("both");
  });
});
