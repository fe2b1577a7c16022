import { createHash } from "node:crypto";
import { readFileSync, writeFileSync, renameSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** zod makes validators by evaluating text unless told not to, which the page's policy forbids. */
const banner = "globalThis.__zod_globalConfig = { jitless: true };";

/** What the page may load: its own script, by hash, and nothing from elsewhere. */
const policyOf = (hash: string) =>
  [
    "default-src 'none'",
    `script-src 'sha256-${hash}'`,
    "style-src 'unsafe-inline'",
    "img-src data: blob:",
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

/** Names the page in dist/, and writes its content security policy into it. */
const explorerPage: Plugin = {
  name: "explorer-page",
  closeBundle() {
    const page = readFileSync(here("dist/index.html"), "utf8");
    const script = /<script[^>]*>([\s\S]*?)<\/script>/.exec(page)?.[1];
    if (script === undefined) throw new Error("the explorer's page has no script of its own");
    const hash = createHash("sha256").update(script).digest("base64");
    const place = /<!-- content security policy: .*? -->/;
    if (!place.test(page)) throw new Error("the explorer's page has no place for its security policy");
    writeFileSync(
      here("dist/index.html"),
      page.replace(place, () => `<meta http-equiv="Content-Security-Policy" content="${policyOf(hash)}" />`),
    );
    renameSync(here("dist/index.html"), here("dist/explorer.html"));
  },
};

/** Builds explorer/ into one file, dist/explorer.html, which opens from a server and from disk alike. */
export default defineConfig({
  root: here("explorer"),
  plugins: [viteSingleFile({ removeViteModuleLoader: true }), explorerPage],
  build: {
    outDir: here("dist"),
    emptyOutDir: false,
    target: "es2022",
    modulePreload: false,
    rolldownOptions: { output: { banner } },
  },
  worker: { format: "iife", rolldownOptions: { output: { banner } } },
});
