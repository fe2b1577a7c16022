import { describe, expect, it } from "vitest";
import { chainChart } from "../../explorer/chain-chart.ts";
import type { Figure } from "../../explorer/charts.ts";
import { matrixChart } from "../../explorer/matrix-chart.ts";
import type { CategoryReading } from "../../explorer/readings.ts";
import type { Relation } from "../../explorer/story.ts";
import { wordsOf } from "../../explorer/text.ts";
import { axisOf } from "../report/drawings.ts";
import { withDocument } from "./document.ts";
import { blue, green, marksOf, narrow, near, numbersOf, textsOf, wide } from "./marks.ts";

const en = wordsOf("en");

withDocument();

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
