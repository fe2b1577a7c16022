// npm run site: writes the documentation as static pages into site/: the guides and other pages of docs/, the reference of what the
// package exports, the explorer and a report; then checks every link. `--check` only checks what is there.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync } from "node:fs";
import { buildIfStale } from "./build-if-stale.mjs";
import { buildExplorerIfStale } from "./explorer-setup.mjs";
import { optionsOf, refuse } from "./options.mjs";
import { checkLinks } from "./site/check-links.mjs";
import { report } from "./site/report.mjs";

const folder = "site";
const node = (...words) => execFileSync(process.execPath, words, { stdio: "inherit" });

if (!optionsOf({ check: { type: "boolean" } }).check) {
  buildIfStale();
  buildExplorerIfStale();
  node("node_modules/typedoc/bin/typedoc");
  copyFileSync("dist/explorer.html", `${folder}/explorer.html`);
  node(...report(`${folder}/report.html`));
}
if (!existsSync(`${folder}/index.html`)) refuse(`there is no ${folder}/index.html: npm run site`);
const { pages, links, problems } = checkLinks(folder);
if (problems.length > 0) {
  console.error([`${problems.length} of ${links} links lead nowhere:`, ...problems].join("\n  "));
  process.exitCode = 1;
} else {
  console.log(`${folder}/: ${pages} pages, ${links} links, each leads somewhere`);
}
