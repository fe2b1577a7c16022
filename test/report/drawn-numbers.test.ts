import { describe, expect, it } from "vitest";
import { attribute } from "../../src/analysis/attribution.ts";
import { planComparison } from "../../src/analysis/compare.ts";
import { assembleComparison } from "../../src/analysis/comparison.ts";
import { assembleDetails, withDetails } from "../../src/analysis/details/details.ts";
import { runTasks } from "../../src/analysis/executor.ts";
import { ink } from "../../src/report/charts/chart-style.ts";
import { figuresOf } from "../../src/report/figures/figures.ts";
import { fixed, percent, signed } from "../../src/report/numbers.ts";
import { defineScenario } from "../../src/scenarios/scenario.ts";
import { axisOf, intervalsOf, numbersOf, partsOf, svgOf } from "./drawings.ts";

const size = { population: 60, months: 36, burnInMonths: 0 };
const policies = (...ids: string[]) => ids.map((policy) => ({ policy, startMonth: 3 }) as never);
const both = defineScenario({
  id: "both",
  policies: policies("transparency-mandate", "testing-centre"),
  ...size,
});
const rule = { id: "rule", policies: policies("local-content-rule"), ...size };
const plan = withDetails(planComparison([{ id: "baseline", ...size }, both, rule], { seeds: 3 }));
const reductions = [...runTasks(plan, plan.tasks)];
const comparison = assembleComparison(plan, reductions);
const details = assembleDetails(plan, reductions);
const attributions = [await attribute(both, { seeds: 3 })];
const shown = ["both", "rule"];
const figures = figuresOf({ comparison, details, attributions, shown });

const figure = (id: string) => {
  const found = figures.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no figure ${id}`);
  return found;
};
/** A chart of a figure as it is drawn for a wide page. */
const panelOf = (id: string, panel = 0) =>
  svgOf(
    figure(id)
      .panelsAt(760)
      .slice(panel, panel + 1),
  );
type Row = Readonly<Record<string, string | number | null>>;
const cell = (row: Row, ...names: string[]) =>
  Number(names.map((name) => row[name]).find((value) => value !== null && value !== undefined));

/** Figures of intervals: the panel, the columns of their table, and what these are multiplied by on the axis. */
const usdPerYear = ["differenceUsdPerYear", "lowUsdPerYear", "highUsdPerYear"];
const plain = ["difference", "low", "high"];
const intervals: readonly (readonly [string, number, readonly string[], 1 | 100 | 1e-6])[] = [
  ["effect-local-value-net", 0, plain, 1e-6],
  ["public-cost", 0, usdPerYear, 1e-6],
  ["insertion-funnel", 1, plain, 1],
  ["gains-by-origin", 0, usdPerYear, 1e-6],
  ["gains-by-category", 0, usdPerYear, 1e-6],
  ["quadrant-shares", 1, plain, 100],
];

describe("the numbers of a figure's table", () => {
  it.each(intervals)("are where they are drawn, by the axis of the chart: %s", (id, panel, names, factor) => {
    // All are looked at, in any world.
    const rows = figure(id).rows.filter(({ gate }) => gate !== "reserved");
    const svg = panelOf(id, panel);
    const drawn = intervalsOf(svg);
    const units = { 1: "of 1,000 looked at", 100: "points", 1e-6: "US$ million a year" };
    expect(svg).toContain(`>difference from the baseline, ${units[factor]}</text>`);
    expect(drawn).toHaveLength(rows.length);
    rows.forEach((row, i) => {
      const [value, low, high] = names.map((name) => cell(row, name) * factor);
      for (const [told, expected] of [
        [drawn[i].value, value],
        [drawn[i].low, low],
        [drawn[i].high, high],
      ]) {
        expect(told, `${id} ${i}`).toBeCloseTo(expected, 6);
      }
    });
  });

  it.each(intervals)("are levels, their difference and its interval: %s", (id, _, [value, low, high]) => {
    const rows = figure(id).rows;
    expect(rows.some((row) => cell(row, low) < cell(row, high))).toBe(true);
    for (const row of rows) {
      const before = cell(row, "baseline", "baselineUsdPerYear", "baselinePerThousand", "baselineShare");
      const after = cell(row, "scenarioMean", "scenarioUsdPerYear", "scenarioPerThousand", "scenarioShare");
      expect(after - before).toBeCloseTo(cell(row, value), 3);
      expect(cell(row, low)).toBeLessThanOrEqual(cell(row, value));
      expect(cell(row, high)).toBeGreaterThanOrEqual(cell(row, value));
      expect(row["unit"] ?? "US$ a year").toBe("US$ a year");
    }
  });

  it("are of the scenario that they name, each in a column of its own", () => {
    const { rows } = figure("gains-by-origin");
    for (const { scenario, group, dimension, difference } of details.gains) {
      if (dimension !== "origin") continue;
      const row = rows.find((each) => each["scenario"] === scenario && each["origin"] === group);
      expect(cell(row ?? {}, "differenceUsdPerYear"), `${scenario} ${group}`).toBe(difference);
    }
    const headings = /aria-label="fx-axis tick label"(.*?)aria-label="y-axis/s.exec(
      panelOf("gains-by-origin"),
    );
    expect([...(headings?.[1] ?? "").matchAll(/>(\w+)<\/text>/g)].map(([, text]) => text)).toEqual(shown);
  });

  it("of shares are each policy's, told and drawn with the interval that holds for all together", () => {
    const [{ metrics }] = attributions;
    const [{ shares, effect }] = metrics;
    const { rows } = figure("shares-both");
    shares.forEach(({ policy, mean, lowTogether, highTogether, firstIn, lastIn }) => {
      const told = { share: mean, lowTogether, highTogether, firstIn: firstIn.mean, lastIn: lastIn.mean };
      expect(rows.find((row) => row["policy"] === policy)).toMatchObject(told);
    });
    const drawn = intervalsOf(panelOf("shares-both"));
    const sorted = shares.toSorted((a, b) => b.mean - a.mean);
    expect(drawn.map(({ value }) => value.toFixed(6))).toEqual(
      [...sorted, effect].map(({ mean }) => (mean / 1e6).toFixed(6)),
    );
  });

  it("of money per public dollar are drawn against break-even, the best first", () => {
    const { rows } = figure("local-value-per-public-dollar");
    const values = rows.flatMap(({ value }) => (typeof value === "number" ? [value] : []));
    const svg = panelOf("local-value-per-public-dollar");
    expect(intervalsOf(svg).map(({ value }) => value.toFixed(4))).toEqual(
      values.toSorted((a, b) => b - a).map((value) => value.toFixed(4)),
    );
    const [, even] = /stroke-opacity="0.6"[^>]*><line[^>]* x1="([^"]+)"/.exec(svg) ?? [];
    expect(axisOf(svg, "x")(Number(even))).toBeCloseTo(1, 6);
  });
});

describe("the scenarios of a figure", () => {
  it("stand in the order in which they are asked for, and paths are drawn where there is no more than paths", () => {
    const turned = figuresOf({ comparison, details, shown: shown.toReversed() });
    for (const id of ["gains-by-origin", "quadrant-shares", "insertion-funnel"]) {
      const { rows } = turned.find((each) => each.id === id) ?? { rows: [] };
      expect(new Set(rows.map(({ scenario }) => scenario)), id).toEqual(new Set(["rule", "both"]));
      expect(rows[0]["scenario"]).toBe("rule");
    }
    expect(turned.map(({ id }) => id)).toContain("money-flow-rule");
    const withPaths = figuresOf({ comparison, paths: details.paths });
    const ofPaths = withPaths.filter(({ section }) => section === "Over time");
    expect(ofPaths).toHaveLength(figures.filter(({ section }) => section === "Over time").length);
    expect(withPaths.length - ofPaths.length).toBe(figuresOf({ comparison }).length);
  });
});

describe("the bars of a figure", () => {
  it.each([
    [
      "insertion-funnel",
      "gate",
      ["baselinePerThousand", "scenarioPerThousand"],
      (value: number) => fixed(value, value < 10 ? 1 : 0),
    ],
    ["quadrant-shares", "quadrant", ["baselineShare", "scenarioShare"], (value: number) => percent(value, 1)],
  ] as const)(
    "are as long as the numbers of its table, which stand beside them: %s",
    (id, group, names, text) => {
      const { rows } = figure(id);
      const groups = [...new Set(rows.map((row) => row[group]))];
      const values = groups.flatMap((name) => {
        const ofGroup = rows.filter((row) => row[group] === name);
        return [cell(ofGroup[0], names[0]), ...ofGroup.map((row) => cell(row, names[1]))];
      });
      const svg = panelOf(id);
      const widths = numbersOf(svg, "rect", "width");
      const most = Math.max(...values);
      expect(Math.max(...widths)).toBeLessThan(760);
      expect(widths.map((width) => (width / Math.max(...widths)).toFixed(6))).toEqual(
        values.map((value) => (value / most).toFixed(6)),
      );
      const said = [...svg.matchAll(/>([\d.,]+(?: %)?) {2}(\w+)</g)].map(([, number]) => number);
      expect(said).toEqual(values.map(text));
    },
  );
});

describe("the words of a figure", () => {
  it("of the quadrants tell over the bars what mines buy in each", () => {
    const headings = panelOf("quadrant-shares")
      .replaceAll(/<[^>]+>/g, " ")
      .replaceAll(/\s+/g, " ");
    for (const row of figure("quadrant-shares").rows) {
      const millions = fixed(cell(row, "baselineSpendUsdPerYear") / 1e6, 0);
      const words = String(row["quadrant"])
        .replace("-low-cost", ", low cost")
        .replace("-high-cost", ", high cost");
      const name =
        words === "uncontested" ? "not contested (few suppliers hold the market)" : words.replace("-", " ");
      expect(headings.toLowerCase()).toContain(` ${name}: us$ ${millions} million a year `);
    }
  });

  it("of the gates tell in their order what firms have behind them", () => {
    const gates = {
      ...{ reserved: "Looked at", "not-informed": "Not reserved for others" },
      ...{ "not-registered": "Heard of the tender", "not-certified": "On the buyer's register" },
      ...{ "too-small": "Certified", "no-finance": "Large enough", "not-trusted": "Can finance it" },
      ...{ outbid: "Trusted", won: "Won the contract" },
    };
    const { rows } = figure("insertion-funnel");
    expect([...new Set(rows.map(({ gate }) => gate))]).toEqual(Object.keys(gates));
    for (const [panel, words] of [Object.values(gates), Object.values(gates).slice(1)].entries()) {
      const texts = partsOf(panelOf("insertion-funnel", panel)).toSorted((a, b) => a.y - b.y);
      expect(texts.map(({ text }) => text).filter((text) => words.includes(text))).toEqual(words);
    }
  });

  it("of the funnel tell how many win in each world, as its table does", () => {
    const { rows, caption } = figure("insertion-funnel");
    const won = rows.filter(({ gate }) => gate === "won");
    expect(won.map(({ scenario }) => scenario)).toEqual(shown);
    const [before] = won.map((row) => fixed(cell(row, "baselinePerThousand"), 1));
    expect(caption).toContain(`Contracts are won in ${before} of 1,000 in the baseline; `);
    for (const row of won) {
      expect(caption).toContain(
        `${fixed(cell(row, "scenarioPerThousand"), 1)} with “${row["scenario"] ?? ""}”, `,
      );
    }
  });

  it("of the matrix tell what moves most, and what is not drawn because it has no risk of its own", () => {
    const { rows, caption } = figure("risk-cost-matrix-both");
    const points = rows
      .map((row) => 100 * (cell(row, "scenarioShare") - cell(row, "baselineShare")))
      .filter((change, i) => Math.abs(change) >= 0.5 && rows[i]["risk"] !== null)
      .toSorted((a, b) => Math.abs(b) - Math.abs(a));
    expect(points.length).toBeGreaterThan(1);
    const [, told = ""] = /Moved most, in points: ([^.]+\.\d[^N]*)\./.exec(caption) ?? [];
    expect(told.split(", ").map((words) => words.split(" ").at(-1))).toEqual(
      points.slice(0, 3).map((change) => signed(change, 1)),
    );
    const outside = rows.filter(({ risk, spendUsdPerYear: usd }) => risk === null && Number(usd) > 0);
    const [, names = ""] = /few suppliers hold the market: ([^.]+)\./.exec(caption) ?? [];
    expect(names.split(", ").filter((name) => name !== "")).toHaveLength(outside.length);
    expect(outside.length).toBeGreaterThan(0);
  });
});

describe("the paths of a figure", () => {
  it("go through the numbers of its table at their months, between their bounds", () => {
    const { rows, caption } = figure("path-local-value-net");
    const of = (scenario: string) => rows.filter((row) => row["scenario"] === scenario);
    const points = (path: string) =>
      path.split(/[LMZ]/).flatMap((point) => (point === "" ? [] : [point.split(",").map(Number)]));
    const check = (panel: number, lines: readonly (readonly [readonly Row[], string, string, string])[]) => {
      const svg = panelOf("path-local-value-net", panel);
      const [x, y] = [axisOf(svg, "x"), axisOf(svg, "y")];
      const paths = [...svg.matchAll(/stroke-width="2"[^>]*>((?:<path[^>]*>)+)/g)].flatMap(([, all]) =>
        [...all.matchAll(/ d="([^"]+)"/g)].map(([, path]) => points(path)),
      );
      const areas = [...svg.matchAll(/<path d="([^"]+Z)"/g)].map(([, path]) => points(path));
      expect([paths.length, areas.length]).toEqual([lines.length, lines.length]);
      for (const [rowsOfLine, mean, low, high] of lines) {
        // Outlines are written to a thousandth of a pixel.
        const near = (found: readonly number[], expected: number) =>
          Math.abs(y(found[1]) - expected) < Math.abs(y(0) - y(0.001));
        const scaled = (row: Row, name: string) => cell(row, name) / 1e6;
        const isOf = (path: readonly number[][]) =>
          path.every((point, i) => near(point, scaled(rowsOfLine[i], mean)));
        const drawn = paths.find(isOf);
        expect(drawn, mean).toBeDefined();
        drawn?.forEach((point, i) =>
          expect(x(point[0])).toBeCloseTo(2017 + cell(rowsOfLine[i], "month") / 12, 5),
        );
        const around = areas.some((area) =>
          rowsOfLine.every(
            (row, i) => near(area[i], scaled(row, high)) && near(area[area.length - 1 - i], scaled(row, low)),
          ),
        );
        expect(around, `${mean} between ${low} and ${high}`).toBe(true);
      }
      return svg;
    };
    const level = ["mean", "low", "high"] as const;
    const difference = ["difference", "differenceLow", "differenceHigh"] as const;
    const levels = check(0, [
      ...shown.map(() => [of("baseline"), ...level] as const),
      ...shown.map((scenario) => [of(scenario), ...level] as const),
    ]);
    check(
      1,
      shown.map((scenario) => [of(scenario), ...difference] as const),
    );
    // The baseline's line is dashed, and policies start at the dotted one.
    const dashed = /stroke-dasharray="6 3"[^>]*stroke="([^"]+)"/.exec(levels);
    expect(dashed?.[1]).toBe(ink.grey);
    const start = /stroke-dasharray="2 4"[^>]*><line[^>]* x1="([^"]+)"/.exec(levels);
    expect(axisOf(levels, "x")(Number(start?.[1]))).toBeCloseTo(2017.25, 6);
    expect(caption).toContain("In the quarter from October 2019 the difference is: “both” ");
    const last = cell(of("both").at(-1) ?? {}, "difference") / 1e6;
    expect(caption.split("the difference is: “both” ")[1]).toMatch(
      new RegExp(`^${last < 0 ? "-" : "\\+"}${Math.abs(last).toPrecision(2).replace(".", "\\.")}`),
    );
  });
});

describe("the matrix of a figure", () => {
  it("has each category at its cost and risk, full by its share, and says how that moves", () => {
    const { rows } = figure("risk-cost-matrix-both");
    const svg = panelOf("risk-cost-matrix-both");
    const [x, y] = [axisOf(svg, "x", "log"), axisOf(svg, "y")];
    const drawn = rows.filter(({ risk, spendUsdPerYear }) => risk !== null && Number(spendUsdPerYear) > 0);
    const [cx, cy, r] = ["cx", "cy", "r"].map((name) => numbersOf(svg, "circle", name));
    const labels = [...svg.matchAll(/>([^<>]+?)<\/text>/g)].map(([, text]) => text).slice(-drawn.length);
    drawn.forEach((row, i) => {
      const share = cell(row, "scenarioShare");
      const before = cell(row, "baselineShare");
      expect(x(cx[i]) / Math.max(1, cell(row, "spendUsdPerYear") / 1e6)).toBeCloseTo(1, 6);
      expect(y(cy[i])).toBeCloseTo(cell(row, "risk"), 6);
      // The filled parts come after the circles, those of nothing not at all.
      const part = r.findIndex((_, c) => c >= drawn.length && cx[c] === cx[i] && cy[c] === cy[i]);
      expect(part < 0 ? 0 : (r[part] / 11) ** 2).toBeCloseTo(share, 6);
      const [was, is] = [before, share].map((each) => fixed(each * 100, 0));
      const moves = Math.abs(share - before) >= 0.005 && was !== is;
      expect(labels[i].replaceAll("&#160;", " ")).toMatch(new RegExp(` ${moves ? `${was} → ` : ""}${is} %$`));
    });
    expect(labels.some((label) => label.includes("→"))).toBe(true);
  });
});

describe("the flow of a figure", () => {
  it("has bands as wide as the money of its table, those of national firms in blue", () => {
    const { rows, caption } = figure("money-flow-both");
    const svg = panelOf("money-flow-both");
    const bands = [...svg.matchAll(/<path[^>]*>/g)].map(([path]) => {
      const [, outline = ""] = / d="([^"]+)"/.exec(path) ?? [];
      const points = [...outline.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [
        Number(x),
        Number(y),
      ]);
      const left = Math.min(...points.map(([x]) => x));
      const ys = points.filter(([x]) => x === left).map(([, y]) => y);
      return { path, thickness: Math.max(...ys) - Math.min(...ys) };
    });
    const sorted = rows.toSorted((a, b) => cell(b, "usdPerYear") - cell(a, "usdPerYear"));
    expect(bands).toHaveLength(rows.length);
    bands.forEach(({ path, thickness }, i) => {
      // Bands of hardly any money are drawn a little wider, to be seen.
      if (thickness < 2) return;
      expect(thickness / bands[0].thickness).toBeCloseTo(
        cell(sorted[i], "usdPerYear") / cell(sorted[0], "usdPerYear"),
        4,
      );
      if (sorted[i]["fromStage"] !== "origin") return;
      expect(path.includes(`fill="${ink.blue}"`), path).toBe(sorted[i]["from"] === "peruvian");
    });
    const spent = rows
      .filter(({ toStage }) => toStage === "purse")
      .reduce((sum, row) => sum + cell(row, "usdPerYear"), 0);
    expect(caption).toContain(`Of US$ ${fixed(spent / 1e6, 0)} million a year`);
    expect(svg).toContain(`>All ${fixed(spent / 1e6, 0)}</text>`);
    const uses = {
      "local-value": "Local value",
      "imported-content": "Imported content",
      "remitted-profit": "Remitted profit",
    };
    for (const [use, words] of Object.entries(uses)) {
      const usd = rows.filter(({ to }) => to === use).reduce((sum, row) => sum + cell(row, "usdPerYear"), 0);
      expect(caption).toContain(`${percent(usd / spent, 1)} ${words.toLowerCase()}`);
      expect(svg).toContain(`>${words} ${fixed(usd / 1e6, 0)}</text>`);
    }
    expect(figure("money-flow-both").title).toBe("Where the money goes: both");
    // A narrow page shows it step by step: what mines spend, who is paid for what, and what becomes of that.
    const between = (from: string, to: string) =>
      rows.filter(({ fromStage, toStage }) => fromStage === from && toStage === to).length;
    const steps = figure("money-flow-both").panelsAt(300);
    expect(steps.map((step) => [...svgOf([step]).matchAll(/<path[^>]*fill="/g)].length)).toEqual([
      between("mine", "purse"),
      between("category", "origin"),
      between("origin", "use"),
    ]);
    // The largest category stands on top.
    const categories = new Set(rows.filter(({ toStage }) => toStage === "category").map(({ to }) => to));
    const column = partsOf(svg).find(({ text }) => text.startsWith("All "))?.x ?? 0;
    const ofCategories = partsOf(svg)
      .filter(({ kind, x }) => kind === "text" && x > column)
      .slice(0, categories.size)
      .toSorted((a, b) => a.y - b.y)
      .map(({ text }) => Number(/ ([\d,]+)$/.exec(text)?.[1].replaceAll(",", "")));
    expect(ofCategories.length).toBeGreaterThan(10);
    expect(ofCategories).toEqual(ofCategories.toSorted((a, b) => b - a));
  });

  it("is of the baseline and of the first scenario that is shown", () => {
    expect(figures.filter(({ id }) => id.startsWith("money-flow-")).map(({ id }) => id)).toEqual([
      "money-flow-baseline",
      "money-flow-both",
    ]);
  });
});
