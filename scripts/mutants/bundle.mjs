// Run by Stryker in its copy of the sources: puts each test file of the group and all that it imports into one file, which
// collects its tests for the runner beside this file.
import path from "node:path";
import process from "node:process";
import { build } from "esbuild";
import { groupOf } from "./groups.mjs";

await build({
  entryPoints: [...groupOf(process.env.MUTANTS_GROUP).tests],
  outbase: ".",
  outdir: ".",
  outExtension: { ".js": ".bundle.mjs" },
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  packages: "external",
  plugins: [
    {
      name: "collect",
      setup({ onResolve }) {
        onResolve({ filter: /^vitest$/ }, ({ importer }) =>
          importer.endsWith("collect.mjs")
            ? undefined
            : { path: path.resolve("scripts/mutants/collect.mjs") },
        );
      },
    },
  ],
  logLevel: "warning",
});
