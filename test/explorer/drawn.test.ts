import { describe, expect, it } from "vitest";
import { funnelChart, intervalChart, pathChart, type Figure } from "../../explorer/charts.ts";
import { ladderChart } from "../../explorer/ladder-chart.ts";
import { previewView } from "../../explorer/preview.ts";
import type { PathPoint } from "../../explorer/readings.ts";
import { wordsOf } from "../../explorer/text.ts";
import { pairedEffect } from "../../src/analysis/effects.ts";
import { axisOf } from "../report/drawings.ts";
import { withDocument } from "./document.ts";
import {
  attributesOf,
  blue,
  grey,
  marksOf,
  narrow,
  near,
  numbersOf,
  placeOf,
  textsOf,
  wide,
} from "./marks.ts";

const [en, es] = [wordsOf("en"), wordsOf("es")];
const millions = (...values: readonly number[]) => values.map((value) => value * 1e6);
const effectOf = (...differences: readonly number[]) =>
  pairedEffect(
    differences.map(() => 1e8),
    differences.map((difference) => 1e8 + difference * 1e6),
  );

const axesOf = (figure: Figure) => [axisOf(figure.outerHTML, "x"), axisOf(figure.outerHTML, "y")] as const;
withDocument();

describe("the main figure", () => {
  it("has a dot for each pair, their mean and its interval where its axis says, and all of them in sight", () => {
    const differences = [-4, 10, 33, 5];
    const effect = effectOf(...differences);
    const [low, high] = [effect.low / 1e6, effect.high / 1e6];
    expect(low).toBeLessThan(Math.min(...differences));
    const figure = intervalChart(millions(...differences), effect, en, wide);
    const x = axisOf(figure.outerHTML, "x");
    near(numbersOf(marksOf(figure, "dot"), "circle", "cx").map(x), differences);
    near(numbersOf(marksOf(figure, "dot", 1), "circle", "cx").map(x), [11]);
    near(numbersOf(marksOf(figure, "rule"), "line", "x1").map(x), [0]);
    for (const bar of [marksOf(figure, "rule", 1), marksOf(figure, "rule", 2)]) {
      const ends = ["x1", "x2"].flatMap((end) => numbersOf(bar, "line", end));
      near(ends.map(x), [low, high]);
      expect(ends[0]).toBeGreaterThan(0);
      expect(ends[1]).toBeLessThan(wide);
    }
    expect(textsOf(marksOf(figure, "text"))).toEqual(["+11.0"]);
  });

  it("of a single pair is its dot alone", () => {
    const figure = intervalChart(millions(-4), null, es, narrow);
    near(numbersOf(figure, "circle", "cx").map(axisOf(figure.outerHTML, "x")), [-4]);
    expect(figure.querySelectorAll("[aria-label=rule] line")).toHaveLength(1);
  });
});

describe("the figure of the ladder", () => {
  const effects = [
    ["inCountryUsd", effectOf(30, 50, 70)],
    ["localValueUsd", effectOf(-9, -10, -11)],
    ["publicCostUsd", effectOf(1, -1, 3)],
  ] as const;

  it.each([wide, narrow])("has each effect and its interval in its row, %s pixels wide", (width) => {
    const figure = ladderChart(effects, en, width);
    const x = axisOf(figure.outerHTML, "x");
    const own = (name: "difference" | "low" | "high") => effects.map(([, effect]) => effect[name] / 1e6);
    const [dots, zero, intervals, bars] = [
      marksOf(figure, "dot"),
      marksOf(figure, "rule"),
      marksOf(figure, "rule", 1),
      marksOf(figure, "bar"),
    ];
    near(numbersOf(dots, "circle", "cx").map(x), own("difference"));
    near(numbersOf(zero, "line", "x1").map(x), [0]);
    near(numbersOf(intervals, "line", "x1").map(x), own("low"));
    near(numbersOf(intervals, "line", "x2").map(x), own("high"));
    const [lefts, lengths] = ["x", "width"].map((name) => numbersOf(bars, "rect", name));
    near(
      lefts.flatMap((left, i) => [x(left), x(left + lengths[i])]),
      own("difference").flatMap((value) => [Math.min(0, value), Math.max(0, value)]),
    );
    const rows = numbersOf(dots, "circle", "cy");
    expect(rows).toEqual(rows.toSorted((a, b) => a - b));
    expect(textsOf(marksOf(figure, "text"))).toEqual(["+50.0", "−10.0", "+1.0"]);
    const names = width === narrow ? marksOf(figure, "text", 1) : marksOf(figure, "y-axis tick label");
    expect(textsOf(names)).toEqual(effects.map(([metric]) => en.ladder[metric]));
  });
});

describe("the figure of the gates", () => {
  it("has bars as long as firms are many, the baseline's first and each world's in its colour", () => {
    const gates = [
      { gate: "reserved", baseline: 1000, scenario: 1000 },
      { gate: "not-informed", baseline: 200, scenario: 350 },
      { gate: "won", baseline: 8, scenario: 12.4 },
    ] as const;
    const figure = funnelChart(gates, en, wide);
    const widths = numbersOf(figure, "rect", "width");
    near(
      widths.map((width) => (1000 * width) / widths[0]),
      [1000, 1000, 200, 350, 8, 12.4],
    );
    expect(widths[0]).toBeGreaterThan(wide / 2);
    expect(attributesOf(figure, "rect", "fill")).toEqual(gates.flatMap(() => [grey, blue]));
    const [without, withThem] = numbersOf(figure, "rect", "y");
    expect(without).toBeLessThan(withThem);
    expect(textsOf(figure)).toEqual([
      ...["1,000 without", "1,000 with", "200 without", "350 with", "8.0 without", "12 with"],
      ...gates.map(({ gate }) => en.gates[gate]),
    ]);
  });
});

describe("a figure over the years", () => {
  const pointsOf = (world: PathPoint["world"], means: readonly number[], factor = 1): PathPoint[] =>
    means.map((mean, i) => ({
      world,
      year: 2017 + i,
      mean: mean * factor,
      low: (mean - 1) * factor,
      high: (mean + 3) * factor,
    }));
  const size = { width: wide, height: 300 };

  /** Years and values along an outline of a colour; outlines are written to a thousandth of a pixel. */
  const outlineOf = (figure: Figure, mark: "line" | "area", colour: string) => {
    const [x, y] = axesOf(figure);
    const attribute = mark === "line" ? "stroke" : "fill";
    const path = marksOf(figure, mark).querySelector(`path[${attribute}="${colour}"]`);
    return (path?.getAttribute("d") ?? "").split(/[MLZ]/).flatMap((point) => {
      if (point === "") return [];
      const [left, top] = point.split(",").map(Number);
      return [x(left), y(top)];
    });
  };

  it.each([
    ["millions of money", true, 1e6],
    ["a count", false, 1],
  ] as const)("goes through the means, between their bounds: %s", (_, isMoney, factor) => {
    const means = { baseline: [10, 12, 11], scenario: [10, 15, 18] };
    const points = (["baseline", "scenario"] as const).flatMap((world) =>
      pointsOf(world, means[world], factor),
    );
    const figure = pathChart(points, "Title", isMoney, en, size);
    for (const [world, colour] of [
      ["baseline", grey],
      ["scenario", blue],
    ] as const) {
      const along = (up: number) => means[world].map((mean, i) => [2017 + i, mean + up]);
      near(outlineOf(figure, "line", colour), along(0).flat(), 2);
      near(outlineOf(figure, "area", colour), [...along(3), ...along(-1).toReversed()].flat(), 2);
    }
  });

  it.each([
    [
      [10, 12, 11],
      [10, 15, 18],
      ["with", "without"],
    ],
    [
      [10, 15, 18],
      [10, 12, 11],
      ["without", "with"],
    ],
    [
      [10, 12, 11],
      [10, 12, 11],
      ["without", "with"],
    ],
  ])("names its lines where they end, the higher above: %j and %j", (before, after, order) => {
    const points = [...pointsOf("baseline", before), ...pointsOf("scenario", after)];
    const figure = pathChart(points, "Title", false, en, size);
    const names = [...figure.querySelectorAll("[aria-label=text] text")];
    expect(names.map(({ textContent }) => textContent)).toEqual(order);
    expect(names.map(({ parentElement }) => parentElement?.getAttribute("fill"))).toEqual(
      order.map((name) => (name === "with" ? blue : "var(--soft)")),
    );
    const [x] = axesOf(figure);
    const [above, below] = names.map(placeOf);
    expect(below.y - above.y).toBeGreaterThanOrEqual(13);
    const beside = 6;
    for (const place of [above, below]) expect(x(place.x - beside)).toBeCloseTo(2019, 6);
  });

  it.each([3, 6, 10, 25])("has whole years at its axis, of %s years", (years) => {
    const means = Array.from({ length: years }, (_, i) => i);
    const points = [...pointsOf("baseline", means), ...pointsOf("scenario", means)];
    for (const width of [wide, narrow]) {
      const told = textsOf(
        marksOf(pathChart(points, "T", false, en, { width, height: 300 }), "x-axis tick label"),
      );
      expect(told.length).toBeGreaterThan(2);
      for (const text of told) expect(text).toMatch(/^20[1-4]\d$/);
    }
  });

  it("of a preview has the years of both worlds, and tells the last", () => {
    const preview = { baseline: millions(1, 2, 3), scenario: millions(1, 4, 6) };
    const { title, note, figure } = previewView(preview, 2000, en, size);
    near(outlineOf(figure, "line", grey), [2017, 1, 2018, 2, 2019, 3], 2);
    near(outlineOf(figure, "line", blue), [2017, 1, 2018, 4, 2019, 6], 2);
    expect(figure.getAttribute("aria-label")).toBe(`${title}. In 2019: 3.0 without, 6.0 with.`);
    expect([title, note]).toEqual([en.previewTitle("100"), en.previewNote("100", "2,000")]);
  });
});
