import { describe, expect, it } from "vitest";
import { barChart } from "../../../src/report/charts/bar-chart.ts";
import { ink, wrapped } from "../../../src/report/charts/chart-style.ts";
import { flowChart } from "../../../src/report/charts/flow-chart.ts";
import { intervalChart } from "../../../src/report/charts/interval-chart.ts";
import { matrixChart } from "../../../src/report/charts/matrix-chart.ts";
import { pathChart } from "../../../src/report/charts/path-chart.ts";
import { axisOf, numbersOf, partsOf, svgOf } from "../drawings.ts";

describe("a chart of bars", () => {
  it("draws each bar as long as its value", () => {
    const rows = [1000, 250, 0].flatMap((value, i) => [
      { group: `g${i}`, world: "before", value, text: String(value) },
      { group: `g${i}`, world: "after", value: value / 2, text: "" },
    ]);
    const widths = numbersOf(svgOf([barChart(rows, { most: 1000 })]), "rect", "width");
    expect(widths.map((width) => Math.round((1000 * width) / widths[0]))).toEqual([
      1000, 500, 250, 125, 0, 0,
    ]);
  });

  it.each([760, 300])("names groups and worlds where they stand, the first on top: %d pixels", (width) => {
    const worlds = ["baseline", "one", "two", "three"];
    const groups = ["first group", "second"];
    const rows = groups.flatMap((group) =>
      worlds.map((world, i) => ({ group, world, value: 4 - i, text: `${group} ${4 - i} %` })),
    );
    const parts = partsOf(svgOf([barChart(rows, { most: 4, width })]));
    const bars = parts.filter(({ kind }) => kind === "rect").toSorted((a, b) => a.y - b.y);
    const inks = [ink.grey, ink.blue, ink.vermilion, ink.green];
    expect(bars.map(({ fill }) => fill)).toEqual([...inks, ...inks]);
    const textAt = (text: string) => parts.filter((part) => part.text === text).map(({ y }) => y);
    rows.forEach(({ text, world }, i) => {
      const { y, height } = bars[i];
      const [words, ...others] = textAt(`${text}  ${world}`);
      expect(others).toEqual([]);
      const above = bars[i - 1] === undefined ? 0 : bars[i - 1].y + bars[i - 1].height;
      expect(words).toBeGreaterThan(width === 300 ? above : y);
      expect(words).toBeLessThan(width === 300 ? y : y + height);
    });
    for (const [i, group] of groups.entries()) {
      const [heading] = textAt(group);
      const [first] = textAt(`${rows[i * worlds.length].text}  baseline`);
      expect(first - heading).toBeGreaterThan(10);
      if (i > 0) expect(heading).toBeGreaterThan(bars[i * worlds.length - 1].y + 10);
    }
  });
});

describe("a chart of bars of long names", () => {
  it("cuts a name in its middle, and keeps apart two that look alike when they are cut", () => {
    const alike = ["one", "two"].map((word) => `A rule of many words ${word} and of many more of them`);
    const worlds = ["x".repeat(34), "A rule of many words, as it was", ...alike];
    const rows = worlds.map((world, i) => ({ group: "g", world, value: 4 - i, text: "1" }));
    const parts = partsOf(svgOf([barChart(rows, { most: 4 })]));
    const bars = parts.filter(({ kind }) => kind === "rect");
    expect(new Set(bars.map(({ y }) => y)).size).toBe(4);
    expect(bars.map(({ width }) => (4 * width) / bars[0].width)).toEqual(
      [4, 3, 2, 1].map((value): unknown => expect.closeTo(value, 6)),
    );
    const names = parts.flatMap(({ text }) => (text.startsWith("1  ") ? [text.slice(3)] : []));
    expect(names).toEqual([...worlds.slice(0, 2), ...alike.map(() => "A rule of many words …more of them")]);
  });
});

describe("a chart of intervals", () => {
  const row = (value: number, low: number, high: number, column?: string) => ({
    label: `at ${value}`,
    value,
    low,
    high,
    ...(column === undefined ? {} : { column }),
  });

  it("fills the dot whose interval leaves the line out unless too few pairs are behind it, and no other", () => {
    const svg = svgOf([
      intervalChart([row(2, 1, 3), row(1, -1, 3), row(-2, -3, -1), { ...row(4, 4, 4), filled: false }], {
        axis: "",
      }),
    ]);
    const fills = [...svg.matchAll(/<circle[^>]*?fill="([^"]+)"/g)].map(([, fill]) => fill);
    expect(fills).toEqual([ink.blue, ink.paper, ink.blue, ink.paper]);
  });

  it("measures by its own line whether an interval leaves that out, and shows the line where no interval holds it", () => {
    const rows = [row(3, 2, 4), row(2, 0.5, 3)];
    for (const [reference, fills] of [
      [1, [ink.blue, ink.paper]],
      [5, [ink.blue, ink.blue]],
    ] as const) {
      const svg = svgOf([intervalChart(rows, { axis: "", reference })]);
      expect(
        partsOf(svg)
          .filter(({ kind }) => kind === "circle")
          .map(({ fill }) => fill),
      ).toEqual(fills);
      const [, line] = /stroke-opacity="0.6"[^>]*><line[^>]* x1="([^"]+)"/.exec(svg) ?? [];
      expect(axisOf(svg, "x")(Number(line))).toBeCloseTo(reference, 6);
      expect(Number(line)).toBeLessThanOrEqual(760);
    }
  });

  it.each([760, 300])("names each row beside its dot and each column over it: %d pixels", (width) => {
    const names = ["a name that goes on and on until it takes two lines or more", "second", "third"];
    const columns = ["one", "two"];
    const rows = names.flatMap((label, i) =>
      columns.map((column) => ({ label, column, value: i, low: i - 1, high: i + 1 })),
    );
    const parts = partsOf(svgOf([intervalChart(rows, { axis: "US$ million", width })]));
    const [dots, lines] = (["circle", "line"] as const).map((kind) =>
      parts.filter((part) => part.kind === kind),
    );
    const textOf = (text: string) => parts.filter((part) => part.text === text);
    expect(textOf("US$ million")).toHaveLength(1);
    const headings = columns.map((column) => textOf(column)[0].x);
    for (const heading of headings) {
      const others = headings.filter((each) => each !== heading);
      const isNearest = ({ x }: { x: number }) =>
        others.every((other) => Math.abs(x - heading) < Math.abs(x - other));
      const ofColumn = dots.filter(isNearest).toSorted((a, b) => a.y - b.y);
      expect(ofColumn).toEqual(ofColumn.toSorted((a, b) => a.x - b.x));
      expect(ofColumn).toHaveLength(names.length);
      ofColumn.forEach((dot, i) => {
        const [{ y }] = textOf(names[i]);
        expect(y).toBeGreaterThan(i === 0 ? 0 : ofColumn[i - 1].y + 5);
        expect(y - dot.y).toBeLessThan(width === 300 ? -5 : 5);
        const through = lines.filter(
          (line) => Math.abs(line.y - dot.y) < 0.01 && line.x < dot.x && dot.x < line.x + line.width,
        );
        expect(through).toHaveLength(1);
      });
    }
  });

  it("does not blow up values that are all the same", () => {
    const svg = svgOf([intervalChart([row(0, 0, 0)], { axis: "" })]);
    const [line] = [
      ...svg.matchAll(/<line[^>]*stroke="#0072b2"[^>]*>|<g[^>]*stroke="#0072b2"[^>]*><line([^>]*)>/g),
    ];
    const ends = [...line[0].matchAll(/ x([12])="([^"]+)"/g)].map(([, , x]) => Number(x));
    expect(ends).toHaveLength(2);
    expect(ends[0]).toBeCloseTo(ends[1], 6);
  });

  it("breaks long names into lines, and cuts what is longer than three", () => {
    expect(wrapped("a name of many words that goes on", 12)).toBe("a name of\nmany words\nthat goes on");
    expect(wrapped("Local-content rule", 10)).toBe("Local-\ncontent\nrule");
    expect(wrapped("what it was 15\u00a0→\u00a034\u00a0%", 14)).toBe("what it was\n15\u00a0→\u00a034\u00a0%");
    expect(wrapped("Donaudampfschifffahrtsgesellschaft", 10, 2)).toBe("Donaudampf\nschifffah…");
  });
});

describe("a chart of paths", () => {
  it("draws every point of every line at its height", () => {
    const rows = (["baseline", "scenario", "difference"] as const).flatMap((line, l) =>
      [0, 1, 2].map((step) => ({
        year: 2017 + step,
        column: "a",
        line,
        mean: step + l,
        low: step + l - 1,
        high: step + l + 1,
      })),
    );
    const svg = svgOf(pathChart(rows, { unit: "US$", startYear: 2018 }));
    const lines = [...svg.matchAll(/stroke-width="2"[^>]*><path d="M([^"Z]+)"/g)].map(([, path]) =>
      path.split("L").map((point) => Number(point.split(",")[1])),
    );
    expect(lines).toHaveLength(3);
    for (const [first, second, third] of lines) {
      expect(second - first).toBeCloseTo(third - second, 6);
      expect(second).toBeLessThan(first);
    }
    // The scenario lies one above the baseline, which is a step.
    expect(lines[1][0]).toBeCloseTo(lines[0][1], 6);
  });
});

describe("two charts of paths side by side", () => {
  const rows = ["one", "two"].flatMap((column) =>
    (["baseline", "scenario", "difference"] as const).flatMap((line) =>
      [2017, 2018, 2019].map((year) => ({ year, column, line, mean: 5, low: 4, high: 6 })),
    ),
  );

  it.each([760, 300])("say which panel is of levels and which of differences from 0: %d pixels", (width) => {
    const svg = svgOf(pathChart(rows, { unit: "US$ a year", startYear: null, width }));
    const parts = partsOf(svg);
    const names = parts.filter(({ text }) => text.endsWith(", US$ a year"));
    expect(names.map(({ text }) => text)).toEqual(["level, US$ a year", "difference, US$ a year"]);
    expect(names[1].y - names[0].y).toBeGreaterThan(200);
    const headings = parts.filter(({ text }) => text === "one" || text === "two");
    expect(headings.map(({ text }) => text)).toEqual(["one", "two", "one", "two"]);
    expect(headings[1].x - headings[0].x).toBeGreaterThan(width / 3);
    const years = parts.flatMap(({ text }) => (/^(’|20)1\d$/.test(text) ? [text] : []));
    expect(new Set(years)).toEqual(new Set(width === 300 ? ["’17", "’19"] : ["2017", "2018", "2019"]));
    // 0 is a line in the lower panel alone, and on its axis.
    const zeros = [...svg.matchAll(/stroke-opacity="0.6"[^>]*><line y2="([^"]+)" y1="([^"]+)"/g)];
    expect(zeros).toHaveLength(2);
    const [, lower] = svg.split(/(?=<svg y="[1-9])/);
    expect(lower).toContain(zeros[0][0]);
    expect(axisOf(lower, "y")(Number(zeros[0][1]))).toBeCloseTo(0, 6);
  });

  it("give a line the colour of its band: the baseline grey and dashed, the scenario blue and whole", () => {
    const svg = svgOf(pathChart(rows, { unit: "", startYear: null }));
    const bands = [...svg.matchAll(/<path d="[^"]+Z" fill="([^"]+)"/g)].map(([, fill]) => fill);
    const { grey, blue } = ink;
    expect(bands).toEqual([grey, blue, grey, blue, blue, blue]);
    const lines = [...svg.matchAll(/<g[^>]*stroke-width="2"[^>]*>/g)].map(([group]) => [
      /stroke="([^"]+)"/.exec(group)?.[1],
      group.includes("stroke-dasharray"),
    ]);
    const [ofBaseline, whole] = [
      [grey, true],
      [blue, false],
    ];
    expect(lines).toEqual([ofBaseline, ofBaseline, whole, whole, whole, whole]);
  });
});

describe("the matrix of risk and cost", () => {
  it("names its axes and each circle beside it, or by a line that leads to it", () => {
    const rows = ["one", "two", "three", "four", "five", "six"].map((word) => ({
      label: `${word} and some more`,
      shortLabel: `${word} 1 %`,
      spendUsdMillion: word === "six" ? 10 : 1000,
      risk: word === "six" ? 0.25 : 0.75,
      share: 0.5,
    }));
    for (const width of [760, 300]) {
      const svg = svgOf([matrixChart(rows, width)]);
      const parts = partsOf(svg);
      const circles = parts.filter(({ kind }) => kind === "circle").slice(0, rows.length);
      const texts = parts.filter(({ kind }) => kind === "text");
      const names = texts.slice(-rows.length);
      expect(names.map(({ text }) => text)).toEqual(
        rows.map(({ label, shortLabel }) => (width === 300 ? shortLabel : label)),
      );
      expect(texts.map(({ text }) => text)).toContain("risk: criticality and difficulty, 0 to 1");
      expect(texts.map(({ text }) => text)).toContain(
        "what mines buy of it, US$ million a year (logarithmic)",
      );
      const [, links = ""] = /aria-label="link"[^>]*>(.*?)<\/g>/.exec(svg) ?? [];
      const far = names.filter(
        ({ x, y }, i) => Math.abs(y - circles[i].y) > 26 || Math.abs(x - circles[i].x) > 130,
      );
      expect(far.length).toBeGreaterThan(0);
      expect([...links.matchAll(/ d="/g)]).toHaveLength(far.length);
      expect(far.map(({ text }) => text)).not.toContain(names[5].text);
    }
  });

  it("fills as much of a circle as its share, and puts risk upwards", () => {
    const rows = [
      { label: "safe", shortLabel: "", spendUsdMillion: 10, risk: 0.1, share: 1 },
      { label: "risky", shortLabel: "", spendUsdMillion: 1000, risk: 0.9, share: 0.25 },
    ];
    const svg = svgOf([matrixChart(rows)]);
    const [radii, heights] = [numbersOf(svg, "circle", "r"), numbersOf(svg, "circle", "cy")];
    const [top, bottom] = [Math.min(...heights), Math.max(...heights)];
    const filled = (height: number) => {
      const ofCircle = radii.filter((_, i) => heights[i] === height);
      return (Math.min(...ofCircle) / Math.max(...ofCircle)) ** 2;
    };
    expect(radii).toHaveLength(4);
    expect(filled(top)).toBeCloseTo(0.25, 6);
    expect(filled(bottom)).toBeCloseTo(1, 6);
  });
});

describe("the flow of money", () => {
  it("draws bands as wide as their money, between the places that they join", () => {
    const svg = svgOf([
      flowChart(
        [
          { from: "a", to: "c", value: 300 },
          { from: "b", to: "c", value: 100 },
        ],
        [
          { key: "a", label: "a", column: 0 },
          { key: "b", label: "b", column: 0 },
          { key: "c", label: "c", column: 1 },
        ],
        // Bands are wider here than the way between the columns is long.
        { columns: [100, 150], width: 600, height: 300 },
      ),
    ]);
    const bands = [...svg.matchAll(/<path[^>]* d="([^"]+)"/g)].map(([, outline]) => {
      const points = [...outline.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [
        Number(x),
        Number(y),
      ]);
      // An outline lies within the hull of its points, those that bend it included.
      const xs = points.map(([x]) => x);
      const [start, end] = [Math.min(...xs), Math.max(...xs)].map((at) => {
        const ys = points.filter(([x]) => x === at).map(([, y]) => y);
        return { top: Math.min(...ys), bottom: Math.max(...ys) };
      });
      return { from: Math.min(...xs), to: Math.max(...xs), start, end, thickness: start.bottom - start.top };
    });
    expect(bands.map(({ from, to }) => [from, to])).toEqual([
      [109, 150],
      [109, 150],
    ]);
    expect(bands[0].thickness / bands[1].thickness).toBeCloseTo(3, 1);
    expect(bands[0].thickness).toBeGreaterThan(150);
    // They fill the places at both of their ends, which are named there.
    const parts = partsOf(svg);
    const places = parts.filter(({ kind }) => kind === "rect");
    const ends = [bands[0].start, bands[1].start, { top: bands[0].end.top, bottom: bands[1].end.bottom }];
    expect(bands[0].end.bottom).toBeCloseTo(bands[1].end.top, 6);
    places.forEach(({ y, height }, i) => {
      expect([ends[i].top, ends[i].bottom - ends[i].top]).toEqual([
        expect.closeTo(y, 2),
        expect.closeTo(height, 2),
      ]);
      const [label] = parts.filter(({ text }) => text === "abc"[i]);
      expect([label.y, label.x]).toEqual([expect.closeTo(y + height / 2, 2), i < 2 ? 94 : 165]);
    });
    expect(svg).not.toMatch(/stroke-width="\d{2}/);
  });
});
