// npm run try-package: packs the library and uses the tarball as others would: from ESM, CommonJS, TypeScript, Vite, a plain
// bundle, and as a script in a page. Each has to give the same run.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import vm from "node:vm";
import { optionsOf } from "./options.mjs";

optionsOf();

const root = fileURLToPath(new URL("..", import.meta.url));
const work = mkdtempSync(join(tmpdir(), "eslabon-package-"));
const project = join(work, "project");
const scenario =
  '{ id: "tiny", months: 24, burnInMonths: 6, population: 60, policies: [{ policy: "testing-centre", startMonth: 2 }] }';

function run(command, args, cwd = project) {
  return execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }).trim();
}

/** What each file of the package is for; anything else does not belong in it. */
const expectedFiles =
  /^(package\.json|README\.md|LICENSE|CHANGELOG\.md|CITATION\.cff|THIRD-PARTY\.md|schema\/.+\.json|dist\/.+\.(js|cjs|d\.ts|d\.cts|html))$/;

function checkFiles(files) {
  const unexpected = files.map(({ path }) => path).filter((path) => !expectedFiles.test(path));
  if (unexpected.length > 0)
    throw new Error(`the package holds what no user needs: ${unexpected.join(", ")}`);
}

try {
  mkdirSync(project, { recursive: true });
  const [packed] = JSON.parse(run("npm", ["pack", "--json", "--pack-destination", work], root));
  checkFiles(packed.files);
  console.log(
    `${packed.filename}: ${packed.files.length} files, ${(packed.size / 1024).toFixed(0)} KB packed`,
  );

  writeFileSync(join(project, "package.json"), '{ "name": "user", "private": true, "type": "module" }\n');
  run("npm", ["install", "--silent", "--no-audit", "--no-fund", join(work, packed.filename)]);

  const fingerprints = {};
  const program = `console.log(simulate(${scenario}, { seed: 1 }).fingerprint);\n`;
  writeFileSync(join(project, "esm.mjs"), `import { simulate } from "eslabon";\n${program}`);
  fingerprints.ESM = run(process.execPath, ["esm.mjs"]);
  writeFileSync(join(project, "cjs.cjs"), `const { simulate } = require("eslabon");\n${program}`);
  fingerprints.CommonJS = run(process.execPath, ["cjs.cjs"]);
  // What one entry gives another must know, and an error of one be an error of the other: they are one copy.
  const together = `const { InputError, scenarios } = require("eslabon");
const { parseScenario, printScenario } = require("eslabon/scenario-files");
const { readScenarioFile } = require("eslabon/node");
printScenario(scenarios.council);
for (const wrong of [() => parseScenario("id: ["), () => readScenarioFile("none.yaml")]) {
  try { wrong(); } catch (error) { console.log(error instanceof InputError); }
}
`;
  writeFileSync(join(project, "together.cjs"), together);
  const known = run(process.execPath, ["together.cjs"]);
  if (known !== "true\ntrue") throw new Error(`the entries are copies of their own for require(): ${known}`);

  // Tools of the library's own installation, so that nothing is fetched twice.
  const typescript = `import { simulate, type Run } from "eslabon";
const run: Run = simulate(${scenario}, { seed: 1 });
console.log(run.fingerprint);
`;
  writeFileSync(join(project, "typed.ts"), typescript);
  const compilerOptions = {
    strict: true,
    module: "nodenext",
    target: "es2022",
    lib: ["es2023", "dom"],
    types: [],
  };
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["typed.ts"] }));
  run(process.execPath, [join(root, "node_modules/typescript/bin/tsc")]);
  fingerprints.TypeScript = run(process.execPath, ["typed.js"]);

  // Every entry, as each way of resolving modules finds its types; fast-check's are those of this installation.
  const entries = ["eslabon", "eslabon/scenario-files", "eslabon/node"];
  const imports = entries.map((entry, i) => `import * as entry${i} from "${entry}";\nvoid entry${i};\n`);
  const requires = entries.map((entry, i) => `import entry${i} = require("${entry}");\nvoid entry${i};\n`);
  writeFileSync(join(project, "entries.ts"), imports.join(""));
  writeFileSync(join(project, "entries.cts"), requires.join(""));
  for (const [module, moduleResolution, files] of [
    ["node16", "node16", ["entries.ts", "entries.cts"]],
    ["nodenext", "nodenext", ["entries.ts", "entries.cts"]],
    ["esnext", "bundler", ["entries.ts"]],
  ]) {
    const options = { ...compilerOptions, module, moduleResolution, noEmit: true, skipLibCheck: false };
    writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions: options, files }));
    run(process.execPath, [join(root, "node_modules/typescript/bin/tsc")]);
  }

  mkdirSync(join(project, "page"));
  writeFileSync(join(project, "page", "index.html"), '<script type="module" src="./main.js"></script>\n');
  writeFileSync(join(project, "page", "main.js"), `import { simulate } from "eslabon";\n${program}`);
  // Without the preloading of modules, which only a page can do, the bundle runs in Node too.
  const vite = 'export default { root: "page", build: { outDir: "../built", modulePreload: false } };\n';
  writeFileSync(join(project, "vite.config.mjs"), vite);
  run(process.execPath, [join(root, "node_modules/vite/bin/vite.js"), "build", "--logLevel", "error"]);
  const [bundle] = readdirSync(join(project, "built", "assets")).filter((name) => name.endsWith(".js"));
  cpSync(join(project, "built", "assets", bundle), join(project, "vite.mjs"));
  fingerprints.Vite = run(process.execPath, ["vite.mjs"]);

  writeFileSync(join(project, "scenario.json"), run(process.execPath, ["-p", `JSON.stringify(${scenario})`]));

  // A page sees no modules and nothing of Node: a realm that has the globals of the language, and of the web what is used.
  const inPage = (script) => {
    const page = vm.createContext({ structuredClone });
    vm.runInContext(script, page);
    return vm.runInContext(`eslabon.simulate(${scenario}, { seed: 1 }).fingerprint`, page);
  };
  fingerprints["script in a page"] = inPage(
    readFileSync(join(project, "node_modules/eslabon/dist/eslabon.global.js"), "utf8"),
  );
  // Rollup and others that are told nothing leave `process.env` of a dependency as it is, and a page has no process.
  const plainly = ["--bundle", "--platform=neutral", "--format=iife", "--global-name=eslabon"];
  writeFileSync(join(project, "all.js"), 'export * from "eslabon";\n');
  run(join(root, "node_modules/.bin/esbuild"), [
    "all.js",
    ...plainly,
    "--outfile=plain.js",
    "--log-level=error",
  ]);
  fingerprints["a plain bundle"] = inPage(readFileSync(join(project, "plain.js"), "utf8"));

  const bin = join(project, "node_modules/.bin/eslabon");
  fingerprints["the command line"] = JSON.parse(
    run(bin, ["run", "./scenario.json", "--seed", "1", "--json"]),
  ).manifest.fingerprint;

  const different = Object.entries(fingerprints).filter(([, value]) => value !== fingerprints.ESM);
  if (different.length > 0) throw new Error(`not the same run: ${JSON.stringify(fingerprints)}`);
  console.log(`The same run (${fingerprints.ESM}) from ${Object.keys(fingerprints).join(", ")}.`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
