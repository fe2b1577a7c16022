import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { answered, describeInBrowser, fromDisk } from "./browser.ts";

describeInBrowser("a reader of the explorer", (open) => {
  it("keeps the place on the page while runs come in, sees when a policy ends, and saves the figure of a view", async () => {
    const address = `${fromDisk}#v=1&l=en&n=50&m=36&s=2&p=testing-centre~startMonth*0`;
    const { page, complaints } = await open(address);
    const focused = () => page.evaluate(() => document.activeElement?.id);
    const type = async (text: string) => {
      await page.focus("#testing-centre-strength");
      await page.keyboard.press("Control+A");
      await page.keyboard.type(text);
    };

    await type("0.5");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("testing-centre-slotsPerMonth");
    expect(page.url()).toContain("strength*0.5");

    // The button goes down on a page that takes up what was typed, and up on the one that has.
    await type("0.25");
    await page.hover("#policy-scholarships");
    await page.mouse.down();
    await page.waitForFunction(() => location.hash.includes("0.25"));
    await page.mouse.up();
    expect(await page.isChecked("#policy-scholarships")).toBe(true);
    expect(page.url()).toMatch(/strength\*0\.25&p=scholarships$/);

    await answered(page);
    await page.waitForSelector("#view summary");
    // The list of numbers is opened as soon as the view of a new question has one, with pairs of runs still to come.
    await page.evaluate(
      (hash) =>
        new Promise<void>((resolve) => {
          let isAnew = false;
          const view = document.getElementById("view");
          const observer = new MutationObserver(() => {
            const summary = view?.querySelector("summary") ?? null;
            isAnew ||= summary === null;
            if (!isAnew || summary === null) return;
            observer.disconnect();
            summary.focus();
            summary.click();
            resolve();
          });
          if (view !== null) observer.observe(view, { childList: true });
          location.hash = hash;
        }),
      "#v=1&l=en&n=50&m=36&s=6&p=testing-centre~startMonth*0",
    );
    await answered(page);
    expect(await page.evaluate(() => document.activeElement?.closest("details")?.open)).toBe(true);

    await page.click("#tab-matrix");
    const [file] = await Promise.all([page.waitForEvent("download"), page.click("#view-svg")]);
    expect(file.suggestedFilename()).toBe("matrix.svg");
    const figure = await readFile(await file.path(), "utf8");
    expect(figure).toContain("Capital equipment");
    expect(figure).toContain(">What mines buy: risk against cost, and the Peruvian-owned share</text>");
    expect(figure).not.toContain("var(--");

    await page.selectOption("#testing-centre-end", { label: "Dec 2018" });
    expect(page.url()).toContain("endMonth*24");
    await page.selectOption("#testing-centre-end", { label: "the end" });
    expect(page.url()).not.toContain("endMonth");

    await page.selectOption("#pack", "chile");
    expect(await page.textContent("h1")).toBe("Who gets into Chile’s copper chain?");
    expect(complaints).toEqual([]);
  });
});
