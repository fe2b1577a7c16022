import { describe, expect, it } from "vitest";
import type { Gain } from "../../../src/analysis/details/details.ts";
import { pairedEffect } from "../../../src/analysis/effects.ts";
import { categoryIds } from "../../../src/data/spend.ts";
import { gainFigures } from "../../../src/report/figures/gains.ts";
import { partsOf, svgOf } from "../drawings.ts";
import { comparison, details, hostile } from "../small-comparison.ts";

describe("figures of who gains", () => {
  it("name groups of firms by what they are, in US$ million, each kind in its own figure, and none that has no money", () => {
    const eight = (mean: number) =>
      [-0.3, -0.2, -0.1, 0, 0, 0.1, 0.2, 0.3].map((each) => (mean + each) * 1e6);
    const gain = (dimension: Gain["dimension"], group: string, before: number, change: number): Gain => ({
      ...{ scenario: "both", dimension, group },
      ...pairedEffect(
        eight(before),
        eight(before).map((each, i) => each + (change === 0 ? 0 : eight(change)[7 - i])),
      ),
    });
    const gains = [
      ...[gain("size", "small", 10, -3), gain("size", "middle", 20, 1), gain("size", "large", 30, 8)],
      ...[gain("region", "south-coast", 5, 2), gain("region", "capital", 9, 0)],
      { ...gain("region", "nowhere", 0, 0), baselineMean: 0, scenarioMean: 0 },
      ...[gain("origin", "imported", 50, -2), gain("origin", "global", 40, -4)],
      gain("category", "fuels-lubricants", 3, 1),
      gain("category", "consumables", 3, 0),
    ];
    const drawn = gainFigures(comparison, { ...details, gains }, ["both"]).map((figure) => {
      const parts = partsOf(svgOf(figure.panelsAt(760)));
      const dots = parts.filter(({ kind }) => kind === "circle");
      const names = dots.map(({ y }) =>
        parts.find(({ kind, x, ...at }) => kind === "text" && x < 400 && Math.abs(at.y - y) < 1),
      );
      return { figure, said: names.map((name) => name?.text), rows: figure.rows };
    });
    const byId = Object.fromEntries(
      drawn.map(({ figure, said, rows }) => [
        figure.id,
        [said, rows.map((row) => row["differenceUsdPerYear"])],
      ]),
    );
    const usd = (...millions: readonly number[]) =>
      millions.map((each): unknown => expect.closeTo(each * 1e6, 2));
    expect(byId).toEqual({
      "gains-by-origin": [["Direct imports", "Global subsidiaries"], usd(-2, -4)],
      "gains-by-category": [["Fuels and lubricants", "Consumables"], usd(1, 0)],
      "gains-by-size": [["Smallest third", "Middle third", "Largest third"], usd(-3, 1, 8)],
      "gains-by-region": [["South coast", "Capital"], usd(2, 0)],
    });
    for (const { figure } of drawn)
      expect(figure.title).toBe(figure.id.replace("gains-", "Who gains, ").replace("-", " "));
    const captions = drawn.map(({ figure }) => figure.caption.replaceAll(hostile, "both"));
    expect(captions[2]).toContain(
      "US$ million a year. 3 of 3 changes are told apart from none: Largest third +8.0 [7.8, 8.2] (“both”), Smallest third -3.0 [-3.2, -2.8] (“both”) and Middle third +1.0 [0.8, 1.2] (“both”).",
    );
    expect(captions[0]).toMatch(/^Change in what buyers pay to firms of each origin, 20\d\d to 20\d\d; /);
    expect(captions[1]).toMatch(
      /^Change in what Peruvian-owned firms are paid, subcontracts included, in each category, 20/,
    );
    expect(captions[3]).toMatch(
      /^Change in the work that Peruvian firms have in hand at the end, by their home region; /,
    );
    const none = gainFigures(comparison, { ...details, gains: [gain("size", "small", 10, 0)] }, ["both"])[2];
    expect(none.caption).toMatch(/US\$ million a year\. No group's change is told apart from none\.$/);
  });

  it("hold against the changes of many groups that they are many", () => {
    const zeros = new Array<number>(8).fill(0);
    // One difference of a mean that chance would hardly give, one that it gives once in 27 times, and others near 0.
    const around = (mean: number) => [-3, -2, -1, 0, 0, 1, 2, 3].map((each) => (mean + each) * 1e6);
    const gains = categoryIds.flatMap((group, c) =>
      ["a", "b"].map((scenario, s) => ({
        scenario,
        dimension: "category" as const,
        group,
        ...pairedEffect(zeros, around(s === 1 ? 0.1 : c === 0 ? 9 : c === 1 ? 1.8 : 0.1)),
      })),
    );
    const captionOf = (shown: typeof gains) =>
      gainFigures(comparison, { ...details, gains: shown }, ["a", "b"])[1].caption;
    expect(captionOf(gains)).toMatch(
      new RegExp(
        `2 of ${gains.length} changes are told apart from none: .* \\(“a”\\) and .* \\(“a”\\)\\. Of ${gains.length} comparisons at 95 % about 2 would stand out by chance alone; adjusted for their number \\(Holm\\), .* \\(“a”\\) no longer does\\.$`,
      ),
    );
    expect(captionOf(gains.slice(0, 1))).toMatch(
      /1 of 1 changes is told apart from none: [^.]+\.\d.*\(“a”\)\.$/,
    );
    const unmoved = { ...gains[0], group: categoryIds[3], ...pairedEffect(around(5), around(5)) };
    expect(captionOf([...gains.slice(0, 2), unmoved])).toMatch(
      /1 of 2 changes is told apart from none: .*\(“a”\)\. 1 more is exactly 0\.$/,
    );
  });
});
