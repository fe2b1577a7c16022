import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { programFor } from "../../src/cli/program.ts";
import { compare } from "../../src/index.ts";
import { parseScenario } from "../../src/scenario-files.ts";
import { answered, describeInBrowser, fromDisk, smallStudy } from "./browser.ts";

const program = programFor();

/** What a page with {@link holdTellers} has asked, and what hands over the answers. */
interface Held {
  readonly asked: readonly { readonly study: { readonly policies: unknown } }[];
  letGo(): void;
}

/** In a page: workers look for whom to tell of for as long as the test wants, and nobody loses patience with them. */
function holdTellers(): void {
  const asked: unknown[] = [];
  let held: (() => void)[] | null = [];
  globalThis.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.addEventListener("message", (event: MessageEvent<{ readonly kind: string }>) => {
        if (event.data.kind !== "cast" || held === null) return;
        event.stopImmediatePropagation();
        held.push(() => this.dispatchEvent(new MessageEvent("message", { data: event.data })));
      });
    }
    override postMessage(message: { readonly kind: string }): void {
      if (message.kind === "cast") asked.push(message);
      super.postMessage(message);
    }
  };
  const letGo = () => {
    const answers = held ?? [];
    held = null;
    for (const hand of answers) hand();
  };
  const later = window.setTimeout.bind(window);
  const patienceMs = 3_000;
  const patient = (act: () => void, ms?: number) => (ms === patienceMs ? 0 : later(act, ms));
  Object.assign(globalThis, { asked, letGo, setTimeout: patient });
}

describeInBrowser("the explorer tells", (open) => {
  it("what a field was given that it cannot be, and keeps what was there", async () => {
    const { page, complaints } = await open(`${fromDisk}#v=1&l=en&${smallStudy}&p=testing-centre`);
    const field = "#testing-centre-slotsPerMonth";
    for (const [given, told] of [
      ["50", "found 50, expected at most 20"],
      ["-1", "found -1, expected at least 0"],
      ["", "found nothing, expected a number"],
    ]) {
      await page.fill(field, given);
      await page.press(field, "Tab");
      expect(await page.textContent("[role=alert] pre"), given).toBe(
        `“Testing centre”, trials that the centre can run, at the default population (trials a month, 0–20): ${told}`,
      );
      expect(await page.inputValue(field)).toBe("1");
    }
    await page.fill(field, "2");
    await page.press(field, "Tab");
    expect(await page.locator("[role=alert]").count()).toBe(0);
    expect(page.url()).toContain("slotsPerMonth*2");
    expect(complaints).toEqual([]);
  });

  it("whether a link was copied, in the language that the page has by then", async () => {
    const { page, complaints } = await open(`${fromDisk}#v=1&l=en&${smallStudy}&p=testing-centre`);
    await answered(page);
    await page.click("#tab-take");
    await page.selectOption("#language", "es");
    await page.getByRole("button", { name: "Copiar enlace" }).waitFor();
    const allow = (isAllowed: boolean) =>
      page.evaluate((allowed) => {
        const writeText = () => (allowed ? Promise.resolve() : Promise.reject(new Error("no")));
        Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
      }, isAllowed);
    await allow(false);
    await page.click("#copy-link");
    await expect.poll(() => page.textContent("[role=status]")).toMatch(/^El navegador no deja copiar/);
    await allow(true);
    await page.click("#copy-link");
    await expect.poll(() => page.textContent("[role=status]")).toBe("Enlace copiado");
    expect(complaints).toEqual([]);
  });

  it("the units of its numbers, and a command that gives the same", async () => {
    const { page, complaints } = await open(
      `${fromDisk}#v=1&l=en&k=chile&${smallStudy}&p=testing-centre~startMonth*12`,
    );
    await answered(page);
    await page.click("#tab-take");
    const saved = async (button: string) => {
      const [file] = await Promise.all([page.waitForEvent("download"), page.click(button)]);
      return readFileSync(await file.path(), "utf8");
    };
    const scenario = parseScenario(await saved("#save-yaml"));
    const rows = parse<Record<string, string | number>>(await saved("#save-csv"), {
      columns: true,
      cast: true,
    });
    const told = (await page.textContent("#view pre"))?.split(" ") ?? [];
    expect(told.slice(0, 3)).toEqual(["npx", "eslabon", "compare"]);
    const command = program.commands.find((each) => each.name() === "compare");
    expect(command?.parseOptions(told.slice(3))).toEqual({ operands: [], unknown: [] });
    const { scenarios: file, pack, ...sizes } = command?.opts<Record<string, string>>() ?? {};
    expect(file).toBe("scenario.yaml");
    const [population, months, seeds] = ["population", "months", "seeds"].map((name) => Number(sizes[name]));
    const baseline = { id: "baseline", pack, population, months };
    const printed = compare([baseline, scenario], { seeds });
    expect(rows).toEqual(
      printed.effects.map(
        ({ metric, unit, n, baselineMean, scenarioMean, difference, low, high, verdict }) => ({
          metric,
          unit,
          pairs: n,
          baselineMean,
          scenarioMean,
          difference,
          low,
          high,
          verdict,
        }),
      ),
    );
    expect(complaints).toEqual([]);
  });

  it("which policies it only counts, and whose story it has, without reading the story out", async () => {
    const policies = ["testing-centre", "council", "matchmaking", "rd-centre"];
    const { page } = await open(
      `${fromDisk}#v=1&l=en&${smallStudy}&${policies.map((each) => `p=${each}`).join("&")}`,
    );
    await answered(page);
    expect(await page.textContent("#chosen")).toBe(
      "“Testing centre”, “Multi-stakeholder council”, “Supplier matchmaking forums” and “Applied R&D centre”.",
    );
    await page.click("#tab-story");
    await page.waitForSelector(".worlds");
    expect(await page.locator(".worlds[aria-live], .worlds [aria-live]").count()).toBe(0);
    const before = await page.textContent("#story-lines[role=status]");
    await page.selectOption("#supplier", { index: 3 });
    await expect.poll(() => page.textContent("#story-lines")).not.toBe(before);
    const lines = await page
      .locator(".worlds section")
      .evaluateAll((all) => all.map((each) => each.querySelectorAll("li").length));
    expect(await page.textContent("#story-lines")).toMatch(
      new RegExp(`: ${lines[0]} lines? without the policies, ${lines[1]} with them\\.$`),
    );
  });

  it("of the last question only, where several were asked while it looked for whom to tell of", async () => {
    const { page } = await open("about:blank");
    await page.addInitScript(holdTellers);
    const hash = (slots: number) => `#v=1&l=en&n=50&m=36&s=2&p=testing-centre~slotsPerMonth*${slots}`;
    await page.goto(fromDisk + hash(1));
    await page.click("#tab-chain");
    for (const slots of [2, 3, 4, 5, 6]) {
      await page.evaluate((next) => (location.hash = next), hash(slots));
      // Taken up and drawn: the view has asked whom to tell of, if it asks at all.
      await page.waitForFunction(
        (wanted) =>
          document.querySelector<HTMLInputElement>("#testing-centre-slotsPerMonth")?.value === wanted,
        String(slots),
      );
      await answered(page);
    }
    await page.evaluate(() => (globalThis as unknown as Held).letGo());
    await page.waitForSelector("#view figure svg", { timeout: 60_000 });
    const asked = await page.evaluate(() => (globalThis as unknown as Held).asked);
    expect(asked.map(({ study }) => study.policies)).toEqual(
      [1, 6].map((slotsPerMonth) => [{ policy: "testing-centre", settings: { slotsPerMonth } }]),
    );
  });

  it("of a small question soon, though a large one keeps its workers", async () => {
    const { page, complaints } = await open(`${fromDisk}#v=1&l=en&n=50&m=36&s=2&p=council`, {
      threads: 2,
    });
    await answered(page);
    let letGo = 0;
    for (const worker of page.workers()) worker.on("close", () => (letGo += 1));
    await page.evaluate(() => (location.hash = "#v=1&l=en&n=8000&m=360&s=20&p=council"));
    // With its preview there, workers are at its first pairs of runs, which take them minutes.
    await page.waitForSelector("#answer[data-preview]");
    await page.evaluate((small) => (location.hash = `#v=1&l=en&${small}&p=testing-centre`), smallStudy);
    await answered(page);
    expect(await page.getAttribute("#answer", "data-pairs")).toBe("2");
    expect(await page.textContent("#sentence")).toContain("Testing centre");
    await expect.poll(() => letGo, { timeout: 10_000 }).toBeGreaterThan(0);
    await expect.poll(() => page.workers().length).toBeLessThanOrEqual(2);
    expect(complaints).toEqual([]);
  });
});
