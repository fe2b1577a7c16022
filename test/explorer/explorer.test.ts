import type { Server } from "node:http";
import { parse } from "csv-parse/sync";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parseScenario } from "../../src/scenario-files.ts";
import { scenarios, simulate } from "../../src/index.ts";
import { addressOf } from "../../explorer/address.ts";
import { startStudy } from "../../explorer/start.ts";
import { previewFirms } from "../../explorer/asks.ts";
import { scenariosOf } from "../../explorer/study.ts";
import { yearly } from "../../explorer/summary.ts";
import { usdMillions, wordsOf } from "../../explorer/text.ts";
import {
  answered,
  describeInBrowser,
  describeInUsualBrowser,
  fromDisk,
  keepScreenshot,
  serve,
  smallStudy,
} from "./browser.ts";

/** What the page says of its runs: seed, and the fingerprints of both worlds. */
async function fingerprints(page: Page): Promise<string[][]> {
  await page.click("#tab-take");
  return page
    .locator("#view tbody tr")
    .evaluateAll((rows) => rows.map(({ children }) => [...children].map((cell) => cell.textContent ?? "")));
}

/** What the page shows and says while it has a preview and no pair of runs. */
async function previewed(page: Page): Promise<object> {
  const shown = await page.waitForFunction(() => {
    const answer = document.querySelector<HTMLElement>("#answer[data-preview]");
    if (answer === null) return null;
    return {
      title: document.getElementById("main-title")?.textContent,
      text: document.querySelector("#preview [role=img]")?.getAttribute("aria-label"),
      sentence: document.getElementById("sentence")?.textContent,
      pairs: answer.dataset["pairs"],
      figuresToSave: document.querySelectorAll("#main-figure svg").length,
    };
  });
  return (await shown.jsonValue()) ?? {};
}

/** Bounds of the interval that a sentence tells. */
function widthIn(sentence: string): number {
  const [low, high] = [...sentence.replaceAll("−", "-").matchAll(/[-+]?\d[\d,]*\.\d+/g)]
    .slice(-2)
    .map(([text]) => Number(text.replaceAll(",", "")));
  return high - low;
}

describeInBrowser("the explorer in a browser", (open) => {
  let server: Server;
  let fromServer: string;

  beforeAll(async () => {
    ({ url: fromServer, server } = await serve());
  });
  afterAll(() => void server.close());

  it("answers from a server, the interval shrinking as pairs of runs come in", async () => {
    const { page, complaints } = await open(`${fromServer}#v=1&l=en&n=50&m=36&s=10&p=local-content-rule`);
    const widths: number[] = [];
    await page.exposeFunction("saw", (sentence: string) => {
      const width = widthIn(sentence);
      if (Number.isFinite(width)) widths.push(width);
    });
    await page.evaluate(() => {
      const sentence = document.getElementById("sentence");
      const tell = () =>
        (globalThis as unknown as { saw: (text: string) => void }).saw(sentence?.textContent ?? "");
      if (sentence !== null) new MutationObserver(tell).observe(sentence, { childList: true });
      tell();
    });
    await answered(page);
    expect(widths.length).toBeGreaterThan(1);
    expect(widths[widths.length - 1]).toBeLessThan(widths[0]);
    expect(await page.textContent("#sentence")).toMatch(/^With “Local-content rule”, .*US\$\s.* million/);
    expect(await page.textContent("#window")).toMatch(/^Yearly averages, Jan 2019 to Dec 2019,/);
    expect(await page.getAttribute("#progress", "value")).toBe("10");
    await keepScreenshot(page, "wide-en-light");
    expect(complaints).toEqual([]);
  });

  it("shows at once a preview of the scenario chosen, says that it is one, and puts the first pair in its place", async () => {
    const address = `${fromDisk}#v=1&l=es&n=400&m=36&s=2&p=local-content-rule~startMonth*0`;
    const { page, complaints } = await open(address, { threads: 2 });
    const shown = await previewed(page);
    const study = { pack: "peru-2017", population: previewFirms, months: 36, seeds: 2 };
    const policies = [{ policy: "local-content-rule", startMonth: 0 }];
    const [without, withPolicies] = scenariosOf({ ...study, policies }).map((scenario) =>
      usdMillions(yearly(simulate(scenario, { seed: 1 }), "localValueNetUsd")[2], wordsOf("es")),
    );
    expect(without).not.toBe(withPolicies);
    expect(shown).toEqual({
      title: "Vista previa con 100 proveedores: valor local neto, millones de US$ al año",
      text: `Vista previa con 100 proveedores: valor local neto, millones de US$ al año. En 2019: ${without} sin, ${withPolicies} con.`,
      sentence: "Las primeras corridas están en curso…",
      pairs: "0",
      figuresToSave: 0,
    });
    await answered(page);
    expect(await page.locator("#answer[data-preview], #preview > *").count()).toBe(0);
    expect(await page.textContent("#main-title")).toBe(wordsOf("es").mainChart);
    expect(await page.locator("#main-figure svg").count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  it("gives up what is no longer asked, on a machine of more threads", async () => {
    const threads = 3;
    const bare = { pack: "peru-2017", population: 50, months: 36, seeds: 2, policies: [] };
    const { page, complaints } = await open(`${fromDisk}#v=1&n=800&m=36&s=20&p=rd-centre`, {
      threads,
    });
    await previewed(page);
    await expect.poll(() => page.workers().length).toBe(threads);
    await page.evaluate((hash) => (location.hash = hash), addressOf({ language: "en", study: bare }));
    const here = [1, 2].map((seed) => [
      String(seed),
      ...scenariosOf(bare).map((scenario) => simulate(scenario, { seed }).fingerprint),
    ]);
    await expect.poll(() => fingerprints(page), { timeout: 60_000 }).toEqual(here);
    expect(await page.locator("#answer[data-preview], #preview > *").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it("opens from disk, and each view draws its figure with a text and a table", async () => {
    const { page, complaints } = await open(
      `${fromDisk}#v=1&${smallStudy}&p=transparency-mandate~startMonth*12`,
    );
    await answered(page);
    for (const tab of ["ladder", "funnel", "paths", "matrix", "chain"]) {
      await page.click(`#tab-${tab}`);
      await page.waitForSelector("#view figure [role=img]");
      expect((await page.getAttribute("#view figure [role=img]", "aria-label"))?.length, tab).toBeGreaterThan(
        20,
      );
      expect(await page.locator("#view tbody tr").count(), tab).toBeGreaterThan(2);
    }
    await page.click("#tab-story");
    await page.waitForSelector(".worlds .story li");
    // Opened where the worlds part, also by who comes back to it.
    await page.click("#tab-take");
    await page.click("#tab-story");
    const partsInSight = await page.locator(".story:has(.own)").evaluateAll((lists) =>
      lists.map((list) => {
        const [own, seen] = [list.querySelector(".own") ?? list, list].map((each) =>
          each.getBoundingClientRect(),
        );
        return own.top >= seen.top && own.top < seen.bottom;
      }),
    );
    expect(new Set(partsInSight)).toEqual(new Set([true]));
    const told = await page.textContent(".worlds");
    await page.selectOption("#supplier", { index: 3 });
    await page.waitForFunction((before) => document.querySelector(".worlds")?.textContent !== before, told);
    expect(complaints).toEqual([]);
  });

  it("puts what is chosen into the address, and a link restores it in its language", async () => {
    const first = await open(`${fromDisk}#v=1&l=en&${smallStudy}`);
    await first.page.check("#policy-matchmaking");
    await first.page.fill("#matchmaking-matchmakingTiesPerYear", "0.4");
    await first.page.press("#matchmaking-matchmakingTiesPerYear", "Enter");
    await first.page.selectOption("#matchmaking-start", "12");
    await first.page.selectOption("#language", "es");
    expect(await first.page.getAttribute("html", "lang")).toBe("es");
    expect(await first.page.title()).toContain("cobre peruano");
    await answered(first.page);
    const link = first.page.url();
    expect(link).toContain("l=es");

    const second = await open(link);
    await answered(second.page);
    expect(await second.page.inputValue("#matchmaking-matchmakingTiesPerYear")).toBe("0.4");
    expect(await second.page.inputValue("#matchmaking-start")).toBe("12");
    expect(await second.page.textContent("h1")).toContain("cobre peruano");
    expect(await second.page.textContent("#controls")).toContain("(vínculos por empresa y año, 0–1)");
    expect(await second.page.textContent("#sentence")).toBe(await first.page.textContent("#sentence"));
    expect(await fingerprints(second.page)).toEqual(await fingerprints(first.page));
    expect([...first.complaints, ...second.complaints]).toEqual([]);
  });

  it("hands over the scenario, the effects, all results and the figure as files that others can read", async () => {
    const { page, complaints } = await open(`${fromDisk}#v=1&${smallStudy}&p=testing-centre~slotsPerMonth*2`);
    await answered(page);
    const runs = await fingerprints(page);
    const saved = async (button: string) => {
      const [file] = await Promise.all([page.waitForEvent("download"), page.click(button)]);
      const chunks: Buffer[] = [];
      for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
      return { name: file.suggestedFilename(), content: Buffer.concat(chunks) };
    };
    const policies = [{ policy: "testing-centre", settings: { slotsPerMonth: 2 } }];
    const study = { pack: "peru-2017", population: 50, months: 36, seeds: 2, policies };

    const scenario = await saved("#save-yaml");
    expect(scenario.name).toBe("scenario.yaml");
    expect(parseScenario(scenario.content.toString()).hash).toBe(scenariosOf(study)[1].hash);

    const results = JSON.parse((await saved("#save-json")).content.toString()) as {
      study: object;
      metrics: string[];
      pairs: { seed: number; baseline: { fingerprint: string }; scenario: { fingerprint: string } }[];
    };
    expect(results.study).toEqual(study);
    expect(
      results.pairs.map((each) => [String(each.seed), each.baseline.fingerprint, each.scenario.fingerprint]),
    ).toEqual(runs);

    const effects = parse<{ metric: string; difference: number; low: number; high: number }>(
      (await saved("#save-csv")).content,
      { columns: true, cast: true },
    );
    expect(effects.map(({ metric }) => metric)).toEqual(results.metrics);
    for (const { metric, difference, low, high } of effects) {
      expect(low <= difference && difference <= high, metric).toBe(true);
    }

    const svg = (await saved("#save-svg")).content.toString();
    expect(svg).toMatch(/^<svg[^>]* xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(svg).not.toContain("var(--");
    // It says what it is of, in which unit, in letters of the size that they have on the page.
    expect(svg).toContain(">Net local value: difference to the baseline, US$ million a year</text>");
    expect(svg).toMatch(/^<svg[^>]* style="[^"]*font-size: ?13px/);

    const { name, content: png } = await saved("#save-png");
    expect(name).toBe("effect.png");
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    const onScreen = await page.locator("#main-figure svg").boundingBox();
    expect(png.readUInt32BE(16)).toBe(Math.floor(2 * (onScreen?.width ?? 0)));
    // Higher by its title.
    expect(png.readUInt32BE(20)).toBe(2 * Number(/^<svg[^>]* height="(\d+)"/.exec(svg)?.[1]));
    expect(png.readUInt32BE(20)).toBeGreaterThan(2 * (onScreen?.height ?? 0) + 20);
    expect(complaints).toEqual([]);
  });

  it("works by keyboard alone", async () => {
    const { page, complaints } = await open(`${fromDisk}#v=1&l=en&${smallStudy}`);
    const focused = () => page.evaluate(() => document.activeElement?.id);
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("skip");
    await page.keyboard.press("Enter");
    expect(await focused()).toBe("answer");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("tab-ladder");
    await page.keyboard.press("ArrowRight");
    expect(await focused()).toBe("tab-funnel");
    expect(await page.getAttribute("#tab-funnel", "aria-selected")).toBe("true");
    await page.focus("#policy-matchmaking");
    await page.keyboard.press("Space");
    expect(await focused()).toBe("policy-matchmaking");
    expect(page.url()).toContain("p=matchmaking");
    const unnamed = await page
      .locator("input, select, button")
      .evaluateAll(
        (all) =>
          all.filter(
            (each) => each.textContent === "" && document.querySelector(`label[for="${each.id}"]`) === null,
          ).length,
      );
    expect(unnamed).toBe(0);
    expect(complaints).toEqual([]);
  });

  it("fits a telephone and a desk without scrolling sideways, in both languages", async () => {
    const address = `${fromDisk}#v=1&l=es&${smallStudy}&p=challenge-portal&p=rd-credit`;
    const { page, complaints } = await open(address, { colorScheme: "dark" });
    await answered(page);
    const cutTexts = () =>
      page.evaluate(() =>
        [...document.querySelectorAll("#view svg text")].flatMap((text) => {
          const [words, figure] = [text, text.closest("svg") ?? text].map((each) =>
            each.getBoundingClientRect(),
          );
          return words.left < figure.left - 1 || words.right > figure.right + 1 ? [text.textContent] : [];
        }),
      );
    for (const [name, width] of [
      ["narrow", 360],
      ["wide", 1280],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      for (const language of ["en", "es"]) {
        await page.selectOption("#language", language);
        for (const tab of ["ladder", "funnel", "paths", "matrix", "take", "chain"]) {
          await page.click(`#tab-${tab}`);
          const scrolled = await page.evaluate(() => document.documentElement.scrollWidth);
          expect(scrolled, tab).toBeLessThanOrEqual(width);
          expect(await cutTexts(), `${width} ${language} ${tab}`).toEqual([]);
        }
        await keepScreenshot(page, `${name}-${language}-dark`);
      }
    }
    expect(complaints).toEqual([]);
  });

  it("shows a hostile address as text, and its usual scenario", async () => {
    const script = "<img src=x onerror=alert(1)><script>alert(2)</script>";
    const hostile = `#v=1&l=${encodeURIComponent(script)}&n=1e9&p=${encodeURIComponent(`${script}~__proto__*1`)}&x=1`;
    const { page, complaints } = await open(fromDisk + hostile);
    const told = await page.textContent("[role=alert] pre");
    expect(told).toContain("onerror=alert(1)");
    expect(told).toContain("a whole number from 50 to 8000");
    expect(await page.locator("img, [role=alert] script").count()).toBe(0);
    expect(await page.isChecked("#policy-challenge-portal")).toBe(true);
    // In the language that an address asks for, whatever else is wrong with it.
    await page.evaluate(() => (location.hash = "#v=1&l=es&n=7"));
    await page.waitForSelector("html[lang=es]");
    expect(await page.textContent("[role=alert] pre")).toBe(
      'Proveedores al inicio (n): hay "7", se espera un número entero de 50 a 8000',
    );
    expect(complaints).toEqual([]);
  });
});

describeInUsualBrowser("the explorer in a browser that optimises", (open) => {
  it("runs scenarios of the catalogue with the fingerprints that they have here", async () => {
    const bare = { pack: "peru-2017", population: 50, months: 36, seeds: 2, policies: [] };
    const { page, complaints } = await open(fromDisk + addressOf({ language: "en", study: bare }));
    for (const id of ["transparency-mandate", "rd-credit-refundable", "full-package"]) {
      const study = startStudy(bare, scenarios[id]);
      await page.evaluate((hash) => (location.hash = hash), addressOf({ language: "en", study }));
      const here = [1, 2].map((seed) => [
        String(seed),
        ...scenariosOf(study).map((scenario) => simulate(scenario, { seed }).fingerprint),
      ]);
      // A small study may be over before anybody could see that it is under way.
      await expect.poll(() => fingerprints(page), { timeout: 90_000 }).toEqual(here);
    }
    expect(complaints).toEqual([]);
  });
});
