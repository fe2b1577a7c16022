// src/ as modules of Node's own, for tests: what vite's runner loads looks up each import again whenever it is used, which makes a
// run of the model take more than twice as long.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { transformWithOxc } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));
const src = join(root, "src");
const cache = join(root, ".cache");

/** Whether a path is that of one of the sources, declarations left out. */
const isSource = (path) => path.startsWith(src + sep) && path.endsWith(".ts") && !path.endsWith(".d.ts");

/** Where a source's module lies in a folder of them. */
const moduleOf = (source, folder) => join(folder, relative(src, source).replace(/\.ts$/, ".js"));

/** Writes every source as a module into a new folder, which goes when this process ends. */
async function writeModules() {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "sources-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const sources = readdirSync(src, { recursive: true }).map((name) => join(src, name));
  await Promise.all(
    sources.filter(isSource).map(async (source) => {
      const { code, map } = await transformWithOxc(readFileSync(source, "utf8"), source, {
        target: "es2022",
        typescript: { onlyRemoveTypeImports: true, rewriteImportExtensions: "rewrite" },
      });
      const module = moduleOf(source, folder);
      const inlined = Buffer.from(JSON.stringify(map)).toString("base64");
      mkdirSync(dirname(module), { recursive: true });
      writeFileSync(module, `${code}\n//# sourceMappingURL=data:application/json;base64,${inlined}\n`);
    }),
  );
  return folder;
}

/**
 * A plugin for vitest. Where sources may change while it runs, or where it counts the lines that tests run, it leaves them to vite.
 */
export function sourcesAsModules() {
  let asModules = false;
  let folder;
  return {
    name: "sources-as-modules",
    enforce: "pre",
    config: () => ({ test: { server: { deps: { external: [/\/\.cache\/sources-/] } } } }),
    configureVitest({ vitest: { config } }) {
      asModules = !config.watch && !config.coverage.enabled;
    },
    async resolveId(name, importer, options) {
      if (!asModules || importer === undefined) return null;
      const found = await this.resolve(name, importer, { ...options, skipSelf: true });
      if (found === null || !isSource(found.id)) return found;
      folder ??= writeModules();
      return moduleOf(found.id, await folder);
    },
  };
}
