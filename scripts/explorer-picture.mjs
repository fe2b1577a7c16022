// npm run explorer:picture: writes docs/explorer.png, the page after a small study.
import { chromium } from "playwright-core";
import { pathToFileURL } from "node:url";
import { findOrInstallChromium, flags, howToInstall } from "./chromium.mjs";
import { buildExplorerIfStale } from "./explorer-setup.mjs";
import { optionsOf } from "./options.mjs";

optionsOf();
const executablePath = findOrInstallChromium();
if (executablePath === null) throw new Error(howToInstall);
buildExplorerIfStale();
const browser = await chromium.launch({ executablePath, args: flags });
const patienceMs = 300_000;
const page = await browser.newPage({ viewport: { width: 1280, height: 1120 }, colorScheme: "light" });
await page.goto(
  `${pathToFileURL("dist/explorer.html").href}#v=1&l=en&n=200&p=challenge-portal&p=testing-centre`,
  { timeout: patienceMs },
);
await page.waitForSelector('#answer[aria-busy="false"]', { timeout: patienceMs });
await page.screenshot({ path: "docs/explorer.png", timeout: patienceMs });
await browser.close();
console.log("wrote docs/explorer.png");
