import { mkdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, inject, onTestFinished } from "vitest";
import { flags } from "../../scripts/chromium.mjs";

declare module "vitest" {
  interface ProvidedContext {
    /** Path of a Chromium; empty where there is none. */
    chromium: string;
  }
}

const file = "dist/explorer.html";
const screenshots = ".cache/screenshots";

/** The page as it comes from disk. */
export const fromDisk = pathToFileURL(file).href;

/** A study that takes a moment. */
export const smallStudy = "n=50&m=36&s=2";

/** Leaves code as it is first: of a few firms' runs, optimising takes more time than it saves, a quarter of what such tests take. */
const withoutOptimising = "--js-flags=--no-opt,--no-maglev";

type Tests = (open: (address: string, options?: OpenOptions) => Promise<Opened>) => void;

/** Tests of what pages show, in a browser that starts before the first and closes after the last; skipped where there is none. */
export function describeInBrowser(name: string, tests: Tests): void {
  describeWith([...flags, withoutOptimising], name, tests);
}

/** The same of the runs that pages make, in a browser that optimises their code as everybody's does. */
export function describeInUsualBrowser(name: string, tests: Tests): void {
  describeWith(flags, name, tests);
}

function describeWith(args: string[], name: string, tests: Tests): void {
  const executablePath = inject("chromium");
  describe.skipIf(executablePath === "")(name, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args });
    });
    afterAll(() => browser.close());
    tests((address, options) => open(browser, address, options));
  });
}

/** Serves the page from a port of its own, as a static site does. */
export async function serve(): Promise<{ url: string; server: Server }> {
  const server = createServer((_, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, server };
}

/** A page that has been opened, and what went wrong on it: errors, warnings, and requests to anywhere. */
export interface Opened {
  readonly page: Page;
  readonly complaints: string[];
}

/** How a page is opened; `threads` is what it is told of the machine, which is asked otherwise. */
type OpenOptions = BrowserContextOptions & { readonly threads?: number };

async function open(
  browser: Browser,
  address: string,
  { threads, ...options }: OpenOptions = {},
): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: "en-US",
    ...options,
  });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  if (threads !== undefined) {
    await page.addInitScript(
      `Object.defineProperty(navigator, "hardwareConcurrency", { value: ${threads} })`,
    );
  }
  const complaints: string[] = [];
  page.on("pageerror", ({ message }) => complaints.push(message));
  page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith("http://127.0.0.1")) {
      complaints.push(`request: ${request.url()}`);
    }
  });
  await page.goto(address);
  return { page, complaints };
}

/** Waits until all runs of the study have come in. */
export async function answered(page: Page): Promise<void> {
  await page.waitForSelector('#answer[aria-busy="false"]', { timeout: 60_000 });
}

export async function keepScreenshot(page: Page, name: string): Promise<void> {
  mkdirSync(screenshots, { recursive: true });
  await page.screenshot({ path: `${screenshots}/${name}.png`, fullPage: true });
}
