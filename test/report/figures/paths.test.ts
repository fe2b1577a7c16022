import { describe, expect, it } from "vitest";
import { pathFigures } from "../../../src/report/figures/paths.ts";
import { usualNation } from "../../../src/report/words.ts";
import { svgOf } from "../drawings.ts";
import { comparison, details } from "../small-comparison.ts";

const figuresFrom = (fromMonth: number) =>
  pathFigures({ ...comparison, window: { fromMonth, toMonth: 36 } }, details.paths, ["both"], {
    nation: usualNation,
    units: "seeds",
  });

describe("figures over time", () => {
  it("are called by what they show", () => {
    expect(figuresFrom(3).map(({ id, title }) => [id, title])).toEqual([
      ["path-local-value-net", "Net local value over time"],
      ["path-peruvian-direct", "Direct sales of national firms over time"],
      ["path-knowledge-intensive", "Knowledge-intensive local value over time"],
      ["path-working-suppliers", "National firms with mining work over time"],
      ["path-public-cost", "Public cost over time"],
    ]);
  });

  it("mark the first month that counts where it is not the first of all", () => {
    const of = (fromMonth: number) => {
      const [{ caption, panelsAt }] = figuresFrom(fromMonth);
      return [
        caption.includes("The dotted line is the first month that counts."),
        svgOf(panelsAt(760)).includes('stroke-dasharray="2 4"'),
      ];
    };
    expect(of(3)).toEqual([true, true]);
    expect(of(0)).toEqual([false, false]);
  });

  it("have tables in the units of the metrics, whatever the chart is in", () => {
    const [money, , , firms] = figuresFrom(3);
    expect(new Set(money.rows.map((row) => row["unit"]))).toEqual(new Set(["US$ a year"]));
    expect(money.rows[0]["mean"]).toBe(details.paths[0].mean);
    expect(new Set(firms.rows.map((row) => row["unit"]))).toEqual(new Set(["firms"]));
  });
});
