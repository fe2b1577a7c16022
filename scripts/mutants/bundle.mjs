// Run by Stryker in its copy of the sources: puts each test file of the group and all that it imports into one file, for every
// mutant loads them anew, and a hundred small files take several times as long. A file that cannot be loaded is a failed test:
// without a test that says so, Stryker would take a change that breaks a module for one that nothing noticed.
import { writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { build } from "esbuild";
import { groupOf } from "./groups.mjs";

const { tests } = groupOf(process.env.MUTANTS_GROUP);
await build({
  entryPoints: [...tests],
  outbase: ".",
  outdir: ".",
  outExtension: { ".js": ".bundle.mjs" },
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  external: ["vitest"],
  logLevel: "warning",
});
for (const file of tests) {
  const bundle = `./${path.basename(file, ".ts")}.bundle.mjs`;
  writeFileSync(
    file,
    `import { it } from "vitest";
try {
  await import(${JSON.stringify(bundle)});
} catch (error) {
  it("can be loaded", () => {
    throw error;
  });
}
`,
  );
}
