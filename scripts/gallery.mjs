// npm run gallery: makes the pictures of docs/gallery.md anew, from runs: figures of a report, the terminal, and the explorer's views.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";
import { buildIfStale } from "./build-if-stale.mjs";
import { optionsOf } from "./options.mjs";
import { report } from "./site/report.mjs";

const page = "docs/gallery.md";
const folder = "docs/gallery";
const figures = ["effect-local-value-net", "effect-knowledge-intensive", "local-value-per-public-dollar"];

optionsOf();
buildIfStale();
mkdirSync(folder, { recursive: true });
const scratch = ".cache/gallery";
execFileSync(process.execPath, [...report(`${scratch}/report.html`), "--figures", scratch], {
  stdio: "inherit",
});
for (const figure of figures) copyFileSync(`${scratch}/${figure}.svg`, `${folder}/${figure}.svg`);

let text = readFileSync(page, "utf8");
text = text.replaceAll(
  /^( {4}npx eslabon (.+)\n\n<!-- terminal -->\n)[\s\S]*?<!-- \/terminal -->/gm,
  (_, head, words) => {
    const environment = { ...process.env, FORCE_COLOR: "1", COLUMNS: "100" };
    const printed = execFileSync(process.execPath, ["dist/cli.cjs", ...words.split(" ")], {
      env: environment,
    });
    return `${head}\n\`\`\`text\n${stripVTControlCharacters(printed.toString()).trimEnd()}\n\`\`\`\n\n<!-- /terminal -->`;
  },
);
writeFileSync(page, text);
execFileSync(process.execPath, ["scripts/explorer-picture.mjs"], { stdio: "inherit" });
console.log(`wrote ${page} and ${folder}`);
