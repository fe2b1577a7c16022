import { describe, expect, it } from "vitest";
import { chainChart } from "../../explorer/chain-chart.ts";
import { funnelChart, intervalChart, pathChart, type Figure } from "../../explorer/charts.ts";
import { ladderChart } from "../../explorer/ladder-chart.ts";
import { matrixChart } from "../../explorer/matrix-chart.ts";
import { previewView } from "../../explorer/preview.ts";
import type { CategoryReading, PathPoint } from "../../explorer/readings.ts";
import type { Relation } from "../../explorer/story.ts";
import { wordsOf } from "../../explorer/text.ts";
import { pairedEffect } from "../../src/analysis/effects.ts";
import { axisOf } from "../report/drawings.ts";
import { withDocument } from "./document.ts";

const [en, es] = [wordsOf("en"), wordsOf("es")];
const [blue, grey, green] = ["var(--with)", "var(--without)", "var(--second)"];
const [wide, narrow] = [760, 360];

const millions = (...values: readonly number[]) => values.map((value) => value * 1e6);
const effectOf = (...differences: readonly number[]) =>
  pairedEffect(
    differences.map(() => 1e8),
    differences.map((difference) => 1e8 + difference * 1e6),
  );

/** What Plot calls so, by its place among those of the name. */
function marksOf(figure: Figure, name: string, place = 0): Element {
  return figure.querySelectorAll(`[aria-label="${name}"]`)[place];
}
const textsOf = (place: Element) => [...place.querySelectorAll("text")].map((text) => text.textContent);
const attributesOf = (place: Element, element: string, name: string) =>
  [...place.querySelectorAll(element)].map((each) => each.getAttribute(name) ?? "");
const numbersOf = (place: Element, element: string, name: string) =>
  attributesOf(place, element, name).map(Number);
/** Where a text stands: Plot moves it, and all texts of a mark. */
function placeOf(text: Element): { x: number; y: number } {
  const moved = [text, text.parentElement].map((each) =>
    /translate\(([-\d.]+),([-\d.]+)\)/.exec(each?.getAttribute("transform") ?? ""),
  );
  const [x, y] = [1, 2].map((i) => moved.reduce((sum, found) => sum + Number(found?.[i] ?? 0), 0));
  return { x, y };
}
const axesOf = (figure: Figure) => [axisOf(figure.outerHTML, "x"), axisOf(figure.outerHTML, "y")] as const;
const near = (found: readonly number[], expected: readonly number[], digits = 6) => {
  expect(found).toHaveLength(expected.length);
  found.forEach((value, i) => expect(value).toBeCloseTo(expected[i], digits));
};

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

describe("the figure of risk and cost", () => {
  const reading = (
    category: string,
    risk: number,
    spendUsd: number,
    [baselineShare, scenarioShare]: readonly [number, number],
  ): CategoryReading => ({ category, risk, spendUsd, baselineShare, scenarioShare });
  const categories = [
    reading("consumables", 0.2, 1e8, [0.3, 0.36]),
    reading("engineering-services", 0.55, 2.4e8, [0.09, 0.04]),
    reading("transport-logistics", 0.8, 1e9, [0.5, 0.504]),
  ];

  it.each([wide, narrow])(
    "has each category at its cost and risk, full by its share, %s pixels wide",
    (width) => {
      const figure = matrixChart(categories, en, width);
      const [x, y] = [axisOf(figure.outerHTML, "x", "log"), axisOf(figure.outerHTML, "y")];
      const circlesOf = (place: number) => {
        const [cx, cy, r] = ["cx", "cy", "r"].map((name) =>
          numbersOf(marksOf(figure, "dot", place), "circle", name),
        );
        return r.map((radius, i) => ({ cost: x(cx[i]), risk: y(cy[i]), radius }));
      };
      const [whole, full] = [circlesOf(0), circlesOf(1).toSorted((a, b) => a.risk - b.risk)];
      for (const circles of [whole, full]) {
        near(
          circles.map(({ risk }) => risk),
          categories.map(({ risk }) => risk),
        );
        near(
          circles.map(({ cost }) => Math.log(cost)),
          categories.map(({ spendUsd }) => Math.log(spendUsd / 1e6)),
        );
      }
      near(
        full.map(({ radius }, i) => (radius / whole[i].radius) ** 2),
        categories.map(({ scenarioShare }) => scenarioShare),
      );
      expect(textsOf(marksOf(figure, "text"))).toEqual([
        `${en.categories.consumables} 36 % ▲`,
        `${en.categories["engineering-services"]} 4 % ▼`,
        `${en.categories["transport-logistics"]} 50 %`,
      ]);
      // The more risk the higher, the more cost the further to the right.
      const [tops, lefts] = ["cy", "cx"].map((name) => numbersOf(marksOf(figure, "dot"), "circle", name));
      expect(tops).toEqual(tops.toSorted((a, b) => b - a));
      expect(lefts).toEqual(lefts.toSorted((a, b) => a - b));
      expect(textsOf(marksOf(figure, "y-axis label"))).toEqual([en.risk]);
      expect(marksOf(figure, "x-axis label").textContent).toBe(en.cost);
    },
  );

  it("leads a line to a label that found no room at its circle, and to no other", () => {
    const alone = matrixChart(categories, en, wide);
    expect(alone.querySelectorAll("[aria-label=link] path")).toHaveLength(0);
    const crowd = Array.from({ length: 8 }, (_, i) =>
      reading("metal-structures", 0.5, (1 + i / 100) * 1e8, [0, 0]),
    );
    expect(matrixChart(crowd, en, wide).querySelectorAll("[aria-label=link] path").length).toBeGreaterThan(0);
  });
});

describe("the figure of who supplies whom", () => {
  const relations: Relation[] = [
    { from: "antamina", to: "@global", tier: 1, usdPerMonth: 6000 },
    { from: "antamina", to: "Alfa", tier: 1, usdPerMonth: 2000 },
    { from: "cerro-verde", to: "Alfa", tier: 1, usdPerMonth: 1000 },
    { from: "Alfa", to: "Beta", tier: 2, usdPerMonth: 1500 },
  ];
  const nameOf = (key: string, isBuyer: boolean) => `${isBuyer ? "mine" : "firm"} ${key}`;
  const chain = (width: number, told = relations) => chainChart(told, nameOf, "All of it", width);
  const namesOf = (figure: Figure) =>
    [...figure.querySelectorAll("text")].map((text) => {
      const lines = [...text.querySelectorAll("tspan")].map(({ textContent }) => textContent ?? "");
      return {
        lines,
        name: lines.join(" "),
        side: text.getAttribute("text-anchor"),
        x: Number(text.querySelector("tspan")?.getAttribute("x")),
      };
    });

  it("has bands as wide as the money, each tier's in its colour, from bar to bar", () => {
    const figure = chain(wide);
    const bands = [...figure.querySelectorAll("path")].map((path) => {
      const [from, top, ...rest] = (path.getAttribute("d") ?? "").match(/-?[\d.]+/g)?.map(Number) ?? [];
      return { from, to: rest[4], thickness: (rest.at(-1) ?? 0) - top, colour: path.getAttribute("fill") };
    });
    expect(bands.map(({ colour }) => colour)).toEqual([blue, blue, blue, green]);
    near(
      bands.map(({ thickness }) => (6000 * thickness) / bands[0].thickness),
      relations.map(({ usdPerMonth }) => usdPerMonth),
      3,
    );
    const bars = [...new Set(numbersOf(figure, "rect", "x"))].toSorted((a, b) => a - b);
    const barWidth = 8;
    expect(bands.map(({ from, to }) => [from - barWidth, to])).toEqual([
      ...[1, 2, 3].map(() => [bars[0], bars[1]]),
      [bars[1], bars[2]],
    ]);
    // A band is no wider than the bar at its end.
    const heights = numbersOf(figure, "rect", "height");
    expect(Math.max(...heights)).toBeCloseTo((bands[0].thickness * 8000) / 6000, 6);
    expect(figure.getAttribute("aria-label")).toBe("All of it");
  });

  it("names buyers to the left of their bars and firms to the right, the second tier last", () => {
    const names = namesOf(chain(wide));
    const at = (name: string) => names.find((each) => each.name === name)?.x ?? NaN;
    expect(names.map(({ name, side }) => `${name} ${side ?? ""}`).toSorted()).toEqual([
      ...["firm @global start", "firm Alfa start", "firm Beta start"],
      ...["mine antamina end", "mine cerro-verde end"],
    ]);
    expect(at("mine antamina")).toBeLessThan(at("firm Alfa"));
    expect(at("firm @global")).toBe(at("firm Alfa"));
    expect(at("firm Alfa")).toBeLessThan(at("firm Beta"));
    // With nobody behind it, the first tier stands at the edge.
    const alone = namesOf(chain(wide, relations.slice(0, 3)));
    expect(alone.find(({ name }) => name === "firm Alfa")?.x).toBe(at("firm Beta"));
  });

  it("breaks and cuts a long name where it is narrow, and keeps its number", () => {
    const long = "Professional services of the mountains m20-11";
    const told = relations.map((each) => (each.to === "Beta" ? { ...each, to: long } : each));
    const [cut] = namesOf(chain(wide, told)).filter(({ name }) => name.includes("Prof"));
    expect(cut.lines).toEqual([expect.stringMatching(/^firm Prof\w*… m20-11$/)]);
    const [broken] = namesOf(chain(narrow, told)).filter(({ name }) => name.includes("Prof"));
    expect(broken.lines).toEqual([expect.stringMatching(/^firm[^…]*$/), expect.stringMatching(/… m20-11$/)]);
  });

  it("leaves more room for names than for bands between the tiers of a narrow page", () => {
    const [buyers, firms, last] = [...new Set(numbersOf(chain(narrow), "rect", "x"))].toSorted(
      (a, b) => a - b,
    );
    expect(firms - buyers).toBeLessThan(last - firms);
  });

  it("is higher where a narrow page has many names one below the other", () => {
    const many = Array.from({ length: 26 }, (_, i) => ({ ...relations[0], to: `Firm ${i}` }));
    const height = (figure: Figure) => Number(figure.getAttribute("height"));
    expect(height(chain(narrow, many))).toBeGreaterThan(height(chain(narrow)));
    expect(height(chain(wide, many))).toBe(height(chain(wide)));
  });
});
