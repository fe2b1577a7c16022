import { describe, expect, it } from "vitest";
import {
  chainInWords,
  differencesInWords,
  funnelInWords,
  ladderInWords,
  matrixInWords,
  pathInWords,
} from "../../explorer/alternatives.ts";
import { wordsOf } from "../../explorer/text.ts";
import { pairedEffect } from "../../src/analysis/effects.ts";

const [en, es] = [wordsOf("en"), wordsOf("es")];
const usdMillion = (...values: readonly number[]) => values.map((value) => value * 1e6);
const effect = pairedEffect(usdMillion(100, 100, 100), usdMillion(108, 110, 112));

describe("a figure of the explorer in words", () => {
  it("tells the mean of the pairs, its interval, and how far the pairs lie apart", () => {
    expect(differencesInWords(usdMillion(8, 10, 12), effect, en)).toBe(
      `${en.mainChart}. Mean +10.0 [+5.0, +15.0]. 3 dots, from +8.0 to +12.0.`,
    );
    expect(differencesInWords(usdMillion(-8), null, es)).toBe(`${es.mainChart}. 1 punto, de −8.0 a −8.0.`);
  });

  it("tells the effect on each rung of the ladder with its interval", () => {
    const none = pairedEffect([1, 1], [1, 1]);
    expect(
      ladderInWords(
        [
          ["localValueUsd", effect],
          ["exportsUsd", none],
        ],
        en,
      ),
    ).toBe(
      `${en.ladderTitle}: Local value captured +10.0 [+5.0, +15.0]; Exports of suppliers 0.0 [0.0, 0.0].`,
    );
    const alike = pairedEffect(usdMillion(1, 2), usdMillion(2, 3));
    expect(ladderInWords([["exportsUsd", alike]], en)).toBe(
      `${en.ladderTitle}: Exports of suppliers +1.0 [?].`,
    );
  });

  it("tells how many firms are left after each gate, the share of each category, and the strongest relations", () => {
    expect(funnelInWords([{ gate: "won", baseline: 15.4, scenario: 9.96 }], en)).toBe(
      `${en.funnelTitle}. Won: 15 without, 10.0 with.`,
    );
    const category = {
      category: "consumables",
      risk: 0.3,
      spendUsd: 1,
      baselineShare: 0.06,
      scenarioShare: 0.11,
    };
    expect(matrixInWords([category], es)).toBe(`${es.matrixTitle}. Consumibles: 6.0 % sin, 11.0 % con.`);
    const relations = [
      { from: "antamina", to: "peruvian consumables 3", tier: 1, usdPerMonth: 1234.5 },
      { from: "peruvian consumables 3", to: "@global", tier: 2, usdPerMonth: 9 },
    ] as const;
    expect(chainInWords(relations, (key, isBuyer) => `${isBuyer ? "mine" : "firm"} ${key}`, en)).toBe(
      `${en.chainTitle}. from mine antamina to firm peruvian consumables 3 US$ 1,235 a month.`,
    );
    const many = Array.from({ length: 7 }, (_, i) => ({ ...relations[0], to: `Firm ${i + 1}` }));
    expect(chainInWords(many, (key) => key, en).match(/Firm \d/g)).toEqual(
      [1, 2, 3, 4, 5].map((place) => `Firm ${place}`),
    );
  });

  it("tells where a metric begins and ends in both worlds", () => {
    const point = (world: "baseline" | "scenario", year: number, mean: number) => ({
      world,
      year,
      mean,
      low: mean,
      high: mean,
    });
    const points = [
      point("baseline", 2017, 2e6),
      point("baseline", 2018, 3e6),
      point("scenario", 2017, 2e6),
      point("scenario", 2018, 4e6),
    ];
    expect(pathInWords(points, "Value", true, en)).toBe(
      "Value. In 2017: 2.0 without, 2.0 with. In 2018: 3.0 without, 4.0 with.",
    );
  });
});
