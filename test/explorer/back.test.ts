import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { answered, describeInBrowser, fromDisk, smallStudy } from "./browser.ts";

/** In a page: counts the pairs of runs that workers are asked for, and the texts that a screen reader is given. */
function listen(): void {
  const noted = { pairs: 0, heard: [] as string[] };
  Object.assign(globalThis, { noted });
  globalThis.Worker = class extends Worker {
    override postMessage(message: { readonly kind: string }): void {
      if (message.kind === "pair") noted.pairs += 1;
      super.postMessage(message);
    }
  };
  document.addEventListener("DOMContentLoaded", () => {
    const place = document.getElementById("heard");
    const note = () => noted.heard.push(place?.textContent ?? "");
    if (place !== null) new MutationObserver(note).observe(place, { childList: true, subtree: true });
  });
}

type Listened = typeof globalThis & { noted: { pairs: number; heard: string[] } };
const pairsAsked = (page: Page) => page.evaluate(() => (globalThis as Listened).noted.pairs);
const entries = (page: Page) => page.evaluate(() => history.length);

/** What the page answers once it is done. */
async function answer(page: Page): Promise<string> {
  await answered(page);
  return `${await page.textContent("#sentence")} ${await page.textContent("#rest")}`;
}

describeInBrowser("the browser's Back in the explorer", (open) => {
  const openListening = async (address: string) => {
    const opened = await open("about:blank");
    await opened.page.addInitScript(listen);
    await opened.page.goto(address);
    return opened;
  };

  it("returns to the choice before, with its answer and without running it anew, and Forward to the later one; each is heard once", async () => {
    const { page, complaints } = await openListening(`${fromDisk}#v=1&l=en&${smallStudy}&p=testing-centre`);
    const first = await answer(page);
    await page.check("#policy-challenge-portal");
    const second = await answer(page);
    await page.selectOption("#testing-centre-start", "0");
    const third = await answer(page);
    expect(new Set([first, second, third]).size).toBe(3);
    expect(await pairsAsked(page)).toBe(6);
    await page.evaluate(() => scrollTo(0, 600));

    await page.goBack();
    await expect.poll(() => page.inputValue("#testing-centre-start")).toBe("24");
    expect(await answer(page)).toBe(second);
    await page.goBack();
    await expect.poll(() => page.isChecked("#policy-challenge-portal")).toBe(false);
    expect(await answer(page)).toBe(first);
    // The place on the page is the reader's, so that two answers can be looked at in turn.
    expect(await page.evaluate(() => scrollY)).toBe(600);
    await page.goForward();
    await page.goForward();
    await expect.poll(() => page.inputValue("#testing-centre-start")).toBe("0");
    expect(await answer(page)).toBe(third);
    expect(await pairsAsked(page)).toBe(6);
    const heard = await page.evaluate(() => (globalThis as Listened).noted.heard);
    const texts = heard.map((text) => text.replace(/^2 pairs of runs in [\d.]+ s\. /, ""));
    const begun = "The first runs are under way…";
    const told = texts.filter((text) => text !== "");
    expect(told.slice(0, 8)).toEqual([begun, first, begun, second, begun, third, second, first]);
    expect(told.at(-1)).toBe(third);
    // One that is the same as the last is heard again.
    const again = await page.evaluate(() => {
      const { heard } = (globalThis as Listened).noted;
      location.hash = `${location.hash}&k=peru-2017`;
      return heard.length;
    });
    await expect
      .poll(() => page.evaluate((from) => (globalThis as Listened).noted.heard.slice(from), again))
      .toEqual(["", heard.at(-1)]);
    expect(await page.locator("#heard[role=status]").count()).toBe(1);
    expect(await page.locator("[aria-live]").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it("runs only what is new where more pairs of a scenario are asked for", async () => {
    const { page, complaints } = await openListening(
      `${fromDisk}#v=1&l=en&${smallStudy}&p=local-content-rule`,
    );
    const two = await answer(page);
    await page.selectOption("#seeds", "4");
    const four = await answer(page);
    expect(four).not.toBe(two);
    expect(await pairsAsked(page)).toBe(4);
    await page.goBack();
    await expect.poll(() => page.inputValue("#seeds")).toBe("2");
    expect(await answer(page)).toBe(two);
    expect(await page.textContent("#status")).toMatch(/^2 pairs of runs in \d/);
    expect(await pairsAsked(page)).toBe(4);
    const opened = await open(`${fromDisk}#v=1&l=en&n=50&m=36&s=4&p=local-content-rule`);
    expect(await answer(opened.page)).toBe(four);
    expect(complaints).toEqual([]);
  });

  it("undoes the steps of a number at once, a language on its own, and comes to the page as it was opened", async () => {
    const address = `${fromDisk}#v=1&l=en&${smallStudy}&p=testing-centre`;
    const { page, complaints } = await openListening(address);
    const before = await entries(page);
    await page.selectOption("#seeds", "4");
    // As fast as an arrow that is held down, however slow the machine: keys pressed from here may come seconds apart.
    await page.evaluate(() => {
      const field = document.getElementById("testing-centre-slotsPerMonth") as HTMLInputElement;
      for (let step = 0; step < 8; step++) {
        field.value = String(Number(field.value) + 1);
        for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
      }
    });
    expect(await page.inputValue("#testing-centre-slotsPerMonth")).toBe("9");
    expect(page.url()).toContain("slotsPerMonth*9");
    await page.focus("#language");
    await page.selectOption("#language", "es");
    expect(await entries(page)).toBe(before + 3);

    await page.goBack();
    await page.waitForSelector("html[lang=en]");
    expect(await page.inputValue("#language")).toBe("en");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("language");
    expect(await page.inputValue("#testing-centre-slotsPerMonth")).toBe("9");
    await page.goBack();
    await expect.poll(() => page.inputValue("#testing-centre-slotsPerMonth")).toBe("1");
    expect(await page.inputValue("#seeds")).toBe("4");
    await page.goBack();
    await expect.poll(() => page.inputValue("#seeds")).toBe("2");
    expect(page.url()).toBe(address);
    // A step made now is a choice of its own, however soon it comes.
    await page.goForward();
    await page.goForward();
    await expect.poll(() => page.inputValue("#testing-centre-slotsPerMonth")).toBe("9");
    await page.evaluate(async () => {
      const step = (value: string) => {
        const field = document.getElementById("testing-centre-slotsPerMonth") as HTMLInputElement;
        field.value = value;
        for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
      };
      step("10");
      await new Promise((resolve) => {
        addEventListener("hashchange", resolve, { once: true });
        history.back();
      });
      step("11");
    });
    expect(page.url()).toContain("slotsPerMonth*11");
    await page.goBack();
    await expect.poll(() => page.inputValue("#testing-centre-slotsPerMonth")).toBe("9");
    expect(complaints).toEqual([]);
  });
});
