import { mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { planComparison } from "../../src/analysis/compare.ts";
import { assembleComparison } from "../../src/analysis/comparison.ts";
import { assembleDetails, withDetails } from "../../src/analysis/details/details.ts";
import { runTasks } from "../../src/analysis/executor.ts";
import { drawFigure } from "../../src/node/figure-files.ts";
import { darkInk, ink, narrowWidth, usualWidth } from "../../src/report/charts/chart-style.ts";
import { intervalChart } from "../../src/report/charts/interval-chart.ts";
import { figuresOf } from "../../src/report/figures/figures.ts";
import { reportPage } from "../../src/report/page.ts";
import { describeInBrowser, keepScreenshot } from "../explorer/browser.ts";
import { svgOf } from "./drawings.ts";

/** What is left of an A4 sheet between margins of 1.5 cm, CSS pixels. */
const sheet = { width: 680, height: 1009 };

function writeReport(): string {
  const size = { population: 50, months: 36, burnInMonths: 0 };
  const portal = {
    id: "portal",
    policies: [{ policy: "challenge-portal" as const, startMonth: 3 }],
    ...size,
  };
  const plan = withDetails(planComparison([{ id: "baseline", ...size }, portal], { seeds: 2 }));
  const reductions = [...runTasks(plan, plan.tasks)];
  const comparison = assembleComparison(plan, reductions);
  const details = assembleDetails(plan, reductions);
  const commands = [`eslabon report ${"portal ".repeat(40)}`];
  mkdirSync(".cache/report", { recursive: true });
  const file = resolve(".cache/report/page.html");
  writeFileSync(
    file,
    reportPage(
      { comparison, version: "0", commands, files: [], facts: details.facts },
      figuresOf({ comparison, details }).map(drawFigure),
    ),
  );
  return pathToFileURL(file).href;
}

/** The page's and its parts' sizes, with all that can be folded open. */
async function sizes(page: Page) {
  return page.evaluate(() => {
    for (const each of document.querySelectorAll("details")) each.open = true;
    const box = ({ clientWidth, scrollWidth }: Element) => ({ clientWidth, scrollWidth });
    return {
      pageWidth: document.documentElement.scrollWidth,
      wide: [...document.querySelectorAll(".wide")].map(box),
      figures: [...document.querySelectorAll("figure")].map((each) => each.getBoundingClientRect().height),
    };
  });
}

describeInBrowser("a report in a browser", (open) => {
  let address: string;
  beforeAll(() => {
    address = writeReport();
  });

  it("fits 1,000 pixels with every table open", async () => {
    const { page, complaints } = await open(address, { viewport: { width: 1000, height: 800 } });
    await keepScreenshot(page, "report");
    const { pageWidth, wide, figures } = await sizes(page);
    expect(pageWidth).toBe(1000);
    expect(figures.length).toBeGreaterThan(15);
    // Each figure's table, the facts and the fingerprints.
    expect(wide).toHaveLength(figures.length + 2);
    for (const { clientWidth, scrollWidth } of wide) expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    expect(complaints).toEqual([]);
  });

  it.each([320, 360, 390])(
    "shows a telephone of %d pixels every figure whole, in letters that can be read and keep apart",
    async (width) => {
      const { page } = await open(address, { viewport: { width, height: 800 } });
      const { pageWidth, figures } = await sizes(page);
      expect(pageWidth).toBe(width);
      const drawn = await page.evaluate(() =>
        [...document.querySelectorAll("figure > div > svg")]
          .map((svg) => ({ svg, box: svg.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0)
          .map(({ svg, box }) => {
            const texts = [...svg.querySelectorAll("text")].map((each) => {
              const { left, right, top, bottom } = each.getBoundingClientRect();
              return {
                text: each.textContent,
                left,
                right,
                top,
                bottom,
                size: getComputedStyle(each).fontSize,
              };
            });
            return {
              label: svg.getAttribute("aria-label")?.split(".")[0],
              from: box.left,
              to: box.right,
              scale: box.width / Number(svg.getAttribute("width")),
              texts,
            };
          }),
      );
      expect(drawn).toHaveLength(figures.length);
      for (const { label, from, to, scale, texts } of drawn) {
        for (const { text, left, right, size } of texts) {
          expect(left, `${label}: ${text}`).toBeGreaterThanOrEqual(from);
          expect(right, `${label}: ${text}`).toBeLessThanOrEqual(to);
          expect(scale * parseFloat(size), `${label}: ${text}`).toBeGreaterThanOrEqual(11);
        }
        const meeting = texts.flatMap((one, i) =>
          texts.slice(i + 1).flatMap((other) => {
            const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
            const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
            // Boxes are as high as the typeface's tallest letters: a few pixels of two lines meet.
            return across > 1 && down > 3.5 * scale ? [`${one.text} over ${other.text}`] : [];
          }),
        );
        expect(meeting, label).toEqual([]);
      }
    },
  );

  it("keeps the numbers of an axis apart and whole, in columns side by side and on a telephone", async () => {
    const columns = ["Testing centre", "Applied R&D centre", "Challenge portal"];
    const small = columns.map((column) => ({ label: "All", value: 0.01, low: -0.025, high: 0.055, column }));
    const large = columns
      .slice(0, 2)
      .map((column) => ({ label: "All", value: 390, low: -420.5, high: 560, column }));
    const single = [{ label: "All", value: 60, low: -410, high: 460 }];
    const { page } = await open("about:blank");
    for (const [rows, width] of [
      [small, usualWidth],
      [large, narrowWidth],
      [single, narrowWidth],
    ] as const) {
      const panels = [intervalChart(rows, { axis: "points", width })];
      await page.setContent(`<div style="margin: 0">${svgOf(panels)}</div>`);
      const { texts, frame } = await page.evaluate(() => {
        const box = (each: Element) => {
          const { left, right } = each.getBoundingClientRect();
          return { left, right };
        };
        const svg = document.querySelector("svg") as Element;
        const axis = [...svg.querySelectorAll("[aria-label='x-axis tick label'] text")];
        return { texts: axis.map(box).sort((a, b) => a.left - b.left), frame: box(svg) };
      });
      expect(texts.length).toBeGreaterThan(1);
      expect(texts[0].left).toBeGreaterThanOrEqual(frame.left);
      expect(texts.at(-1)?.right).toBeLessThanOrEqual(frame.right);
      texts.slice(1).forEach(({ left }, i) => expect(left).toBeGreaterThan(texts[i].right + 2));
    }
  });

  it("names to a screen reader every place that scrolls", async () => {
    const { page } = await open(address);
    const names = await page
      .locator(".wide")
      .evaluateAll((all) => all.map((each) => [each.getAttribute("role"), each.getAttribute("aria-label")]));
    expect(names.at(-1)).toEqual(["region", "Hashes and fingerprints"]);
    for (const [role, name] of names)
      expect([role, name?.length ?? 0]).toEqual(["region", expect.any(Number)]);
    expect(new Set(names.map(([, name]) => name)).size).toBe(names.length);
  });

  it("has hollow dots of the colour of the paper, on a dark page as on a light one", async () => {
    const { page } = await open(address);
    for (const [colorScheme, paper] of [
      ["light", ink.paper],
      ["dark", darkInk.paper],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      const seen = await page.evaluate((colour) => {
        const probe = document.body.appendChild(document.createElement("p"));
        probe.style.color = colour;
        const dots = [...document.querySelectorAll("figure svg circle[fill=white]")];
        return {
          paper: getComputedStyle(document.body).backgroundColor,
          named: getComputedStyle(probe).color,
          dots: [...new Set(dots.map((dot) => getComputedStyle(dot).fill))],
        };
      }, paper);
      expect(seen.paper).toBe(seen.named);
      expect(seen.dots).toEqual([seen.named]);
    }
  });

  it("is printed with no figure longer than a sheet, and nothing cut at its side", async () => {
    const { page } = await open(address, { viewport: sheet, colorScheme: "dark" });
    await page.emulateMedia({ media: "print" });
    const { pageWidth, wide, figures } = await sizes(page);
    expect(pageWidth).toBe(sheet.width);
    for (const height of figures) expect(height).toBeLessThanOrEqual(sheet.height);
    for (const { clientWidth, scrollWidth } of wide) expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe("rgb(0, 0, 0)");
    // Firefox parts a heading from what follows it, unless both are in one piece.
    const openings = await page
      .locator("section:has(figure)")
      .evaluateAll((all) =>
        all.map(
          (each) =>
            getComputedStyle(each.querySelector("h2:has(+ figure)")?.parentElement ?? each).breakInside,
        ),
      );
    expect(openings.length).toBeGreaterThan(5);
    expect(new Set(openings)).toEqual(new Set(["avoid"]));
    const styles = await page.evaluate(() => {
      const of = (selector: string, property: string) => [
        ...new Set(
          [...document.querySelectorAll(selector)].map((each) =>
            getComputedStyle(each).getPropertyValue(property),
          ),
        ),
      ];
      return {
        notForPaper: of("nav, figure details", "display"),
        inOnePiece: of("figure, tr, dd", "break-inside"),
        withWhatFollows: of("h2, h3, dt, summary", "break-after"),
        unscrolled: of(".wide", "overflow"),
        broken: of("pre", "white-space-collapse"),
        brokenAt: of("pre", "text-wrap-mode"),
        drawnFor: of("figure svg circle[fill=white]", "fill"),
        heights: of("figure > div > svg", "max-height"),
      };
    });
    // With more scenarios than here a figure would be longer than a sheet, with its caption and, at the start of a part, its heading.
    const { heights, ...others } = styles;
    expect(heights.map((each) => Math.round(parseFloat(each) / 37.8)).toSorted()).toEqual([17, 20]);
    expect(others).toEqual({
      notForPaper: ["none"],
      inOnePiece: ["avoid"],
      withWhatFollows: ["avoid"],
      unscrolled: ["visible"],
      broken: ["preserve"],
      brokenAt: ["wrap"],
      drawnFor: ["rgb(255, 255, 255)"],
    });
  });
});
