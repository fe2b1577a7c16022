// Run by Stryker in its copy of the sources: puts each test file of the group and all that it imports into the one file, for
// every mutant loads them anew, and a hundred small files take several times as long.
import process from "node:process";
import { build } from "esbuild";
import { groupOf } from "./groups.mjs";

await build({
  entryPoints: [...groupOf(process.env.MUTANTS_GROUP).tests],
  outbase: ".",
  outdir: ".",
  outExtension: { ".js": ".ts" },
  allowOverwrite: true,
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  external: ["vitest"],
  logLevel: "warning",
});
