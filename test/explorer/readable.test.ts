import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { answered, describeInBrowser, fromDisk, smallStudy } from "./browser.ts";

/** Names in the figure of a view that overlap, or reach beyond it. */
async function badlyPlaced(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const figure = document.querySelector("#view figure svg");
    const room = figure?.getBoundingClientRect();
    const names = [...(figure?.querySelectorAll("text") ?? [])].map((text) => ({
      text: text.textContent,
      box: text.getBoundingClientRect(),
    }));
    return names.flatMap(({ text, box }, i) => [
      ...(room !== undefined && (box.left < room.left || box.right > room.right) ? [`${text} is cut`] : []),
      ...names.slice(i + 1).flatMap((other) => {
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        // Boxes are as high as the typeface's tallest letters: a few pixels of two lines meet.
        return across > 0 && down > 3 ? [`${text} over ${other.text}`] : [];
      }),
    ]);
  });
}

/** Contrast of a colour of the page with its card, after WCAG; colours as style sheets compute them. */
function contrast(colours: readonly [string, string]): number {
  const [light, dark] = colours
    .map((colour) => {
      const [red, green, blue] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
        const share = Number(part) / 255;
        return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    })
    .sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describeInBrowser("the explorer is readable", (open) => {
  it("keeps the names of who supplies whom apart, on a telephone and at twice the size", async () => {
    const address = `${fromDisk}#v=1&l=es&k=chile&n=200&m=120&s=2&p=challenge-portal&p=testing-centre`;
    const { page, complaints } = await open(address, { viewport: { width: 360, height: 740 } });
    await answered(page);
    await page.click("#tab-chain");
    await page.waitForSelector("#view figure svg");
    for (const [width, language] of [
      [360, "es"],
      [360, "en"],
      [640, "en"],
    ] as const) {
      await page.setViewportSize({ width, height: 740 });
      await page.selectOption("#language", language);
      // What was drawn is as wide as its place, with letters of their own size.
      await page.waitForFunction(() => {
        const svg = document.querySelector("#view figure svg");
        const place = document.querySelector("#view figure");
        return svg !== null && Number(svg.getAttribute("width")) === place?.clientWidth;
      });
      expect(await badlyPlaced(page), `${width} ${language}`).toEqual([]);
    }
    expect(complaints).toEqual([]);
  });

  it("shows numbers of its tables on a telephone before anything is scrolled", async () => {
    const address = `${fromDisk}#v=1&l=es&${smallStudy}&p=challenge-portal`;
    const { page } = await open(address, { viewport: { width: 360, height: 740 } });
    await answered(page);
    for (const tab of ["ladder", "matrix", "chain"]) {
      await page.click(`#tab-${tab}`);
      await page.click("#view summary");
      const hidden = await page.locator("#view tbody tr").evaluateAll((rows) =>
        rows.flatMap((row) => {
          const edge = row.closest(".scroll")?.getBoundingClientRect().right ?? 0;
          const cell = row.children[2];
          return cell.getBoundingClientRect().right > edge ? [row.textContent] : [];
        }),
      );
      expect(hidden, tab).toEqual([]);
    }
  });

  it("draws every view whole on the narrowest telephone, in letters that can be read", async () => {
    const address = `${fromDisk}#v=1&l=es&n=100&m=60&s=2&p=challenge-portal`;
    const { page } = await open(address, { viewport: { width: 320, height: 568 } });
    await answered(page);
    for (const tab of ["ladder", "funnel", "paths", "matrix", "chain"]) {
      await page.click(`#tab-${tab}`);
      await page.waitForSelector("#view figure svg");
      expect(await badlyPlaced(page), tab).toEqual([]);
      const sizes = await page
        .locator("#view figure text")
        .evaluateAll((texts) => texts.map((text) => parseFloat(getComputedStyle(text).fontSize)));
      expect(Math.min(...sizes), tab).toBeGreaterThanOrEqual(11);
    }
    // The command to take away breaks between its options, and not between the two dashes of one.
    await page.click("#tab-take");
    const lines = await page
      .locator("#view pre span")
      .evaluateAll((options) => options.map((option) => option.getClientRects().length));
    expect(lines).toEqual([1, 1, 1, 1, 1]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  it("has contrast enough in light and in dark for letters, marks and fields", async () => {
    const { page } = await open(`${fromDisk}#v=1&l=en&${smallStudy}&p=challenge-portal~startMonth*0`);
    await answered(page);
    await page.click("#tab-paths");
    await page.waitForSelector("#view figure svg");
    const cards = new Set<string>();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const { card, letters, marks } = await page.evaluate(() => {
        const card = getComputedStyle(document.getElementById("view") ?? document.body).backgroundColor;
        const of = (selector: string, property: string) =>
          [...document.querySelectorAll(selector)].map((each): [string, string] => [
            getComputedStyle(each).getPropertyValue(property),
            card,
          ]);
        return {
          card,
          letters: [...of("#view figure text", "fill"), ...of(".note, #rest, #status, summary", "color")],
          marks: [
            ...of("#main-figure circle[r='3.5']", "stroke"),
            ...of("select, input[type=number]", "border-top-color"),
          ],
        };
      });
      cards.add(card);
      expect(letters.length).toBeGreaterThan(10);
      expect(marks.length).toBeGreaterThan(5);
      expect(Math.min(...letters.map(contrast)), colorScheme).toBeGreaterThanOrEqual(4.5);
      expect(Math.min(...marks.map(contrast)), colorScheme).toBeGreaterThanOrEqual(3);
    }
    expect(cards.size).toBe(2);
  });

  it("tells without its colours where the reader's take their place, and on paper without what is pressed", async () => {
    const { page } = await open(`${fromDisk}#v=1&l=en&${smallStudy}&p=challenge-portal`);
    await answered(page);
    /** The values that a property has in what a selector finds. */
    const values = (selector: string, property: string) =>
      page
        .locator(selector)
        .evaluateAll(
          (all, name) => [...new Set(all.map((each) => getComputedStyle(each).getPropertyValue(name)))],
          property,
        );
    await page.emulateMedia({ forcedColors: "active" });
    expect(await values("progress", "appearance")).toEqual(["auto"]);
    expect(await values("[role=tab][aria-selected=true]", "border-top-width")).toEqual(["3px"]);
    expect(await values("[role=tab][aria-selected=false]", "border-top-width")).toEqual(["1px"]);

    await page.click("#tab-story");
    await page.waitForSelector(".worlds .story li");
    await page.emulateMedia({ forcedColors: "none", media: "print", colorScheme: "dark" });
    expect(await values("#controls, #tabs, .language, .progress, .buttons", "display")).toEqual(["none"]);
    expect(await values("html", "background-color")).toEqual(["rgb(251, 250, 247)"]);
    expect(await values(".page", "display")).toEqual(["block"]);
    expect(await values(".story", "max-height")).toEqual(["none"]);
    expect(await values("#main-room, figure", "break-inside")).toEqual(["avoid"]);
  });

  it("moves nothing for a reader who wants no motion: what moves stands in a query for those who do not mind", async () => {
    const { page } = await open(`${fromDisk}#v=1&l=en&${smallStudy}`);
    const moving = await page.evaluate(() => {
      const found: string[] = [];
      const look = (rules: CSSRuleList, condition: string) => {
        for (const rule of rules) {
          if (rule instanceof CSSMediaRule) look(rule.cssRules, rule.conditionText);
          else if (rule instanceof CSSStyleRule && /transition|animation|smooth/.test(rule.cssText))
            found.push(condition);
        }
      };
      for (const sheet of document.styleSheets) look(sheet.cssRules, "always");
      return found;
    });
    expect(moving).toEqual(["(prefers-reduced-motion: no-preference)"]);
  });

  it("draws an interval as long as it is: one that leaves out 0 does not touch it", async () => {
    const { page } = await open(`${fromDisk}#v=1&l=en&${smallStudy}&p=challenge-portal`);
    await answered(page);
    const caps = await page
      .locator("#main-figure svg line, #main-figure svg g")
      .evaluateAll((lines) => lines.map((line) => getComputedStyle(line).strokeLinecap));
    expect(new Set(caps)).toEqual(new Set(["butt"]));
  });

  it("fills the dots of the ladder that are told apart from no change, and no others", async () => {
    const { page } = await open(`${fromDisk}#v=1&l=en&n=50&m=48&s=3&p=local-content-rule`);
    await answered(page);
    const intervals = await page.locator("#view table tbody tr td:last-child").allTextContents();
    const fills = await page
      .locator("#view figure svg circle")
      .evaluateAll((dots) => dots.map((dot) => getComputedStyle(dot).fill === getComputedStyle(dot).stroke));
    // Public cost is the same in all three pairs, which is no interval and tells nothing apart.
    expect(intervals.at(-1)).toBe("[?]");
    const told = intervals.map((text) => {
      const [low, high] = text
        .replaceAll("−", "-")
        .replace(/[[\],]/g, " ")
        .trim()
        .split(/\s+/)
        .map(Number);
      return low > 0 || high < 0;
    });
    expect(new Set(told).size).toBe(2);
    expect(fills).toEqual(told);
  });

  it("leads the keyboard down the page as the eye goes, and names whose settings it is at", async () => {
    const { page } = await open(`${fromDisk}#v=1&l=en&${smallStudy}&p=testing-centre`);
    await answered(page);
    const order = async (width: number) => {
      await page.setViewportSize({ width, height: 700 });
      await page.focus("#language");
      const tops: number[] = [];
      for (let i = 0; i < 12; i++) {
        await page.keyboard.press("Tab");
        tops.push(
          await page.evaluate(() => (document.activeElement?.getBoundingClientRect().top ?? 0) + scrollY),
        );
      }
      return tops;
    };
    const tops = await order(640);
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    // With room for both, the question on the left comes first.
    const wide = await order(1280);
    expect(wide.slice(0, 3)).toEqual(wide.slice(0, 3).toSorted((a, b) => a - b));
    expect(wide).not.toEqual(tops);
    // Where it is can be seen.
    const outline = await page.evaluate(
      () => getComputedStyle(document.activeElement ?? document.body).outline,
    );
    expect(outline).toMatch(/ solid 3px$/);
    const settings = page.getByRole("group", { name: "Testing centre" });
    expect(await settings.getByLabel("In force from").count()).toBe(1);
  });
});
