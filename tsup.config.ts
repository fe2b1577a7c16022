import { readdirSync, readFileSync, rmSync } from "node:fs";
import { builtinModules } from "node:module";
import { basename, join } from "node:path";
import { defineConfig, type Options } from "tsup";
import { withConstants } from "./scripts/with-constants.ts";

type Plugin = NonNullable<Options["esbuildPlugins"]>[number];

/**
 * Fails the build when the core, or anything bundled into it, asks for a module that only Node has. What lies in src/node
 * may: it is built together with the core so that both share code, and a class is the same in each.
 */
const coreRunsAnywhere: Plugin = {
  name: "core-runs-anywhere",
  setup(build) {
    build.onResolve(
      { filter: new RegExp(`^(node:.*|${builtinModules.join("|")})$`) },
      ({ path, importer }) =>
        /[/\\]src[/\\]node[/\\.]|[/\\]tsup[/\\]assets[/\\]/.test(importer)
          ? { path, external: true }
          : { errors: [{ text: `the core must run in browsers, but ${importer} imports "${path}"` }] },
    );
  },
};

/** @stdlib logs its iterations with `debug`, which reads the terminal and the environment: silence instead. */
const silentDebug: Plugin = {
  name: "silent-debug",
  setup(build) {
    build.onResolve({ filter: /^debug$/ }, ({ path }) => ({ path, namespace: "silent-debug" }));
    build.onLoad({ filter: /.*/, namespace: "silent-debug" }, () => ({
      contents: "module.exports = () => () => {};",
    }));
  },
};

/** @stdlib hangs constants on its functions by a function that brings a formatter of messages along; this does the same. */
const plainConstants: Plugin = {
  name: "plain-constants",
  setup(build) {
    const filter = /^@stdlib\/utils-define-nonenumerable-read-only-property$/;
    build.onResolve({ filter }, ({ path }) => ({ path, namespace: "plain-constants" }));
    build.onLoad({ filter: /.*/, namespace: "plain-constants" }, () => ({
      contents: "module.exports = (of, name, value) => { Object.defineProperty(of, name, { value }); };",
    }));
  },
};

/** Numbers that the sources work out of tables full of words are shipped as numbers: the words are not loaded with them. */
const workedOut: Plugin = {
  name: "worked-out",
  setup(build) {
    build.onLoad({ filter: /[/\\]src[/\\]data[/\\]parameter-numbers\.ts$/ }, async ({ path }) => {
      const { outputFiles } = await build.esbuild.build({
        entryPoints: [path],
        bundle: true,
        format: "esm",
        write: false,
      });
      const code = Buffer.from(outputFiles[0].contents).toString("base64");
      const values = (await import(`data:text/javascript;base64,${code}`)) as Record<string, unknown>;
      const lines = Object.entries(values).map(
        ([name, value]) => `export const ${name} = ${JSON.stringify(value)};`,
      );
      return { contents: lines.join("\n") };
    });
  },
};

/** commander loads what starts other programs, which no command here does: a tenth of the time that help takes. */
const startsNoPrograms: Plugin = {
  name: "starts-no-programs",
  setup(build) {
    build.onLoad({ filter: /[/\\]commander[/\\]lib[/\\]command\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace("require('node:child_process')", "{}"),
    }));
  },
};

/** @stdlib asks every machine whether it has typed arrays, and brings its own if not; es2022 has them. */
const typedArrays: Plugin = {
  name: "typed-arrays",
  setup(build) {
    const filter = /^@stdlib\/array-(float64|uint8|uint16|uint32)$/;
    build.onResolve({ filter }, ({ path }) => ({ path, namespace: "typed-arrays" }));
    build.onLoad({ filter: /.*/, namespace: "typed-arrays" }, ({ path }) => {
      const kind = filter.exec(path)?.[1] ?? "";
      return { contents: `module.exports = ${kind.charAt(0).toUpperCase()}${kind.slice(1)}Array;` };
    });
  },
};

/** Files in which a run spends its time: those that hold the engine and its draws. */
const isHot = (code: string) => /^\/\/ src\/(engine\/tick|random)\.ts$/m.test(code);

/** See {@link withConstants}. */
const constantsStay: NonNullable<Options["plugins"]>[number] = {
  name: "constants-stay",
  renderChunk: (code, { path }) => (path.endsWith("js") ? { code: withConstants(code, isHot(code)) } : null),
};

const shared: Options = {
  outDir: "dist",
  target: "es2022",
  plugins: [constantsStay],
  esbuildPlugins: [silentDebug, plainConstants, typedArrays, workedOut],
  // Development dependencies are bundled on purpose: d3-array has no CommonJS build, and the bits of a run must not
  // depend on which version of an arithmetic function an installation happens to find. zod is a dependency because its types
  // are seen from outside, and bundled all the same: as it is, it opens fifty files of languages before anything runs.
  noExternal: [/^@stdlib\//, /^d3-/, /^zod/, "immer", "internmap", "seedrandom", "fastest-levenshtein"],
  // immer asks a `process` that pages have not for this, and says in development what is wrong with a recipe: it always should.
  define: { "process.env.NODE_ENV": '"development"' },
};

const entries = {
  index: "src/index.ts",
  "scenario-files": "src/scenario-files.ts",
  testing: "src/testing.ts",
  node: "src/node.ts",
};

const core: Options = {
  ...shared,
  entry: entries,
  platform: "neutral",
  // import.meta.url, by which src/node finds its workers, in CommonJS.
  shims: true,
  // esbuild knows no package fields for a neutral platform unless told.
  esbuildOptions: (options) => {
    options.mainFields = ["module", "main"];
  },
  esbuildPlugins: [silentDebug, plainConstants, typedArrays, workedOut, coreRunsAnywhere],
  removeNodeProtocol: false,
};

/**
 * As modules the core is cut where programs take a part of it: a bundler leaves out whole files, and little of a file that
 * makes something as it is loaded. The entries in parts/ make the cuts, the last so that index.js itself holds no code; when
 * that is done they go.
 */
const modules: Options = {
  ...core,
  format: "esm",
  entry: {
    ...entries,
    "parts/errors": "src/errors.ts",
    "parts/policy": "src/scenarios/policy.ts",
    "parts/parameters": "src/data/parameters.ts",
    "parts/run": "src/engine/run.ts",
    "parts/compare": "src/analysis/compare.ts",
    "parts/all": "src/index.ts",
  },
  // eslint-disable-next-line @typescript-eslint/require-await -- tsup takes no other
  onSuccess: async () => {
    rmSync("dist/parts", { recursive: true });
  },
};

const commonJs: Options = { ...core, format: "cjs" };

/** Declarations are made without a second check of the types, which took half of the build: `npm run types` makes it. */
const declarations: Options = {
  ...core,
  format: ["esm", "cjs"],
  dts: { only: true, compilerOptions: { noCheck: true } },
};

/** The core with all that it needs in one file, for a page that loads it as a plain script: `eslabon.simulate(...)`. */
const page: Options = {
  ...core,
  entry: { eslabon: "src/index.ts" },
  format: "iife",
  globalName: "eslabon",
  shims: false,
  // Its one name must stay `var`: as a constant it would be no property of the page's window.
  plugins: [],
  minify: true,
  noExternal: [/./],
  // What immer would say in development is left out: a script in a page is to be small.
  define: { "process.env.NODE_ENV": '"production"' },
};

/** Source files that the command line opens when something is asked of it: all that it imports as it goes. */
const openedByCommands = [
  ...new Set(
    readdirSync("src/cli")
      .map((name) => readFileSync(`src/cli/${name}`, "utf8"))
      .flatMap((code) =>
        Array.from(code.matchAll(/\bimport\("(\..+?)\.ts"\)/g), ([, path]) => join("src/cli", path)),
      ),
  ),
];

/** Where the build puts one of them. */
const placeOfOpened = (path: string) => `cli-${basename(path)}`;

/** What the command line opens stays outside of its first file, as modules that share code with each other. */
const openedWhenAsked: Plugin = {
  name: "opened-when-asked",
  setup(build) {
    build.onResolve({ filter: /^\./ }, ({ path, kind }) =>
      kind === "dynamic-import"
        ? { path: `./${placeOfOpened(path.replace(/\.ts$/, ""))}.js`, external: true }
        : undefined,
    );
  },
};

const onNode: Options = {
  ...shared,
  target: "node20",
  platform: "node",
  // Native, and missing on some machines: it is asked for only where a PNG is wanted.
  external: ["@resvg/resvg-js"],
  removeNodeProtocol: false,
};

/**
 * What opens first when a command is typed: one file for require(), for Node takes a tenth of the time that help needs to get its
 * loader of modules ready.
 */
const cli: Options = {
  ...onNode,
  entry: { cli: "src/cli/main.ts" },
  format: "cjs",
  noExternal: [/^commander$/],
  esbuildPlugins: [startsNoPrograms, openedWhenAsked],
  // src/cli/main.ts must not have this line too.
  banner: { js: "#!/usr/bin/env node" },
};

/** What commands and worker threads do. */
const commands: Options = {
  ...onNode,
  entry: {
    ...Object.fromEntries(openedByCommands.map((path) => [placeOfOpened(path), `${path}.ts`])),
    worker: "src/node/worker.ts",
    "export-worker": "src/node/export/export-worker.ts",
    "study-worker": "src/node/study/study-worker.ts",
  },
  format: "esm",
};

/** What worker threads open first is for require(), so that the rest is not. */
const workerEntry: Options = {
  entry: { "worker-entry": "src/node/worker-entry.ts" },
  outDir: "dist",
  target: "node20",
  format: "cjs",
};

const ofBench: Options = { outDir: ".cache/bench" };

const bench: Options = {
  ...commands,
  ...ofBench,
  entry: { main: "bench/main.ts", worker: "src/node/worker.ts" },
};

const benchWorkerEntry: Options = { ...workerEntry, ...ofBench };

/** `tsup --env.ONLY cli` builds the command line alone, `code` everything but declarations, `bench` the benchmark. */
export default defineConfig(({ env }) => {
  switch (env?.["ONLY"]) {
    case "cli":
      return [cli, commands, workerEntry];
    case "code":
      return [modules, commonJs, page, cli, commands, workerEntry];
    case "bench":
      return [bench, benchWorkerEntry];
    default:
      return [modules, commonJs, declarations, page, cli, commands, workerEntry];
  }
});
