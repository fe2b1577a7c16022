// npm run example <name>: runs examples/<name>.ts against the built package, as a user's program would.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { transformSync } from "esbuild";
import { closest, distance } from "fastest-levenshtein";
import { buildIfStale } from "./build-if-stale.mjs";

const folder = fileURLToPath(new URL("../examples/", import.meta.url));
const compiled = fileURLToPath(new URL("../.cache/examples/", import.meta.url));

const names = readdirSync(folder, { recursive: true })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.slice(0, -".ts".length).replaceAll(sep, "/"))
  .sort((a, b) => a.split("/").length - b.split("/").length || (a < b ? -1 : 1));
const [name, ...rest] = process.argv.slice(2);

if (!names.includes(name)) {
  const lines = [];
  if (name !== undefined) {
    const nearest = closest(name, names);
    const hint = distance(name, nearest) <= name.length / 2 ? `; did you mean ${nearest}?` : "";
    lines.push(`There is no example "${name}"${hint}`, "");
  }
  lines.push("Usage: npm run example <name>", "", "Examples:", ...names.map((known) => `  ${known}`));
  console.error(lines.join("\n"));
  process.exit(1);
}

buildIfStale();
// Types are checked elsewhere: to take them out, esbuild needs a tenth of the time in which the compiler would be loaded.
const { code } = transformSync(readFileSync(`${folder}${name}.ts`, "utf8"), {
  loader: "ts",
  format: "esm",
  target: "es2022",
  sourcefile: `${folder}${name}.ts`,
  sourcemap: "inline",
  tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
});
const program = `${compiled}${name}.mjs`;
mkdirSync(dirname(program), { recursive: true });
writeFileSync(program, code);
process.setSourceMapsEnabled(true);
process.argv = [process.argv[0], program, ...rest];
await import(pathToFileURL(program).href);
