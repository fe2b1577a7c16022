// One way through the house: data → scenarios → agents → engine → analysis → report → node → cli.
// A layer may import the layers before it and the foundations, never a later one.

const layers = ["data", "scenarios", "agents", "engine", "analysis", "report", "node", "cli"];
const foundations = "^src/(units|random|arithmetic|errors)\\.ts$";

const oneWay = layers.slice(0, -1).map((layer, position) => ({
  name: `${layer}-imports-no-later-layer`,
  comment: `${layer} stands before ${layers.slice(position + 1).join(", ")}: turn the dependency round.`,
  severity: "error",
  from: { path: `^src/${layer}/` },
  to: { path: [`^src/(${layers.slice(position + 1).join("|")})/`, "^src/(index|node|testing/.*)\\.ts$"] },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...oneWay,
    {
      name: "foundations-import-no-layer",
      comment: "units, random, arithmetic and errors are open to all, so they know nobody.",
      severity: "error",
      from: { path: foundations },
      to: { path: "^src/", pathNot: foundations },
    },
    {
      name: "core-imports-no-node-or-cli",
      comment: "The public API runs in browsers: files, workers and the command line stay out of it.",
      severity: "error",
      from: { path: "^src/(index|scenario-files|testing|testing/.*)\\.ts$" },
      to: { path: "^src/(node|cli)/" },
    },
    {
      name: "phases-stand-alone",
      comment:
        "A phase is called by the tick alone; what two phases share belongs to the world or the ledger.",
      severity: "error",
      from: { path: "^src/engine/phases/([^/]+)" },
      to: { path: "^src/engine/phases/", pathNot: "^src/engine/phases/$1" },
    },
    {
      name: "runs-are-read-through-observations",
      comment:
        "analysis and report see a run only as what it hands over; the executor and the check of seeds alone reach for runs.",
      severity: "error",
      from: { path: "^src/(analysis|report)/", pathNot: "^src/analysis/(compare|executor|whole-runs)\\.ts$" },
      to: { path: "^src/engine/", pathNot: "^src/engine/observations\\.ts$" },
    },
    {
      name: "executor-only-starts-runs",
      comment:
        "analysis/executor.ts, whole-runs.ts and compare.ts may import engine/run.ts and branch.ts beside engine/observations.ts, and nothing else there.",
      severity: "error",
      from: { path: "^src/analysis/(compare|executor|whole-runs)\\.ts$" },
      to: { path: "^src/engine/", pathNot: "^src/engine/(observations|run|branch)\\.ts$" },
    },
    {
      name: "node-modules-in-node-and-cli-only",
      comment: "The core runs in browsers.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(node|cli)[/.]" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "terminal-in-cli-only",
      comment: "Command-line packages stay in the command line.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/cli/" },
      to: { path: "node_modules/(commander|cli-progress|@types/cli-progress)/" },
    },
    {
      name: "seedrandom-in-random-only",
      comment: "All randomness comes from src/random.ts.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/random\\.ts$" },
      to: { path: "(^|/)seedrandom(/|\\.d\\.ts$)" },
    },
    {
      name: "examples-use-the-package",
      comment: 'An example is a user\'s program: it imports "eslabon".',
      severity: "error",
      from: { path: "^examples/" },
      to: { path: "^(src|test|bench)/", pathNot: "^src/(index|scenario-files|testing|node)\\.ts$" },
    },
    {
      name: "explorer-uses-the-public-api",
      comment:
        "The page sees the model through the public API, what analysis reads from runs, and the shared charts, numbers and words.",
      severity: "error",
      from: { path: "^explorer/" },
      to: {
        path: "^(src|test|bench)/",
        pathNot:
          "^src/((index|scenario-files|errors|agents/codes|report/(effect-text|numbers|words))\\.ts$|analysis/|report/charts/)",
      },
    },
    {
      name: "source-imports-source",
      comment: "What is shipped needs no test, example, benchmark or script.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(explorer|test|examples|bench|scripts)/" },
    },
    {
      name: "no-cycles",
      comment: "Two files that need each other are one file, or lack a third.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphans",
      comment: "Nobody imports this file and it imports nothing: use it or remove it.",
      severity: "error",
      // A worker thread opens worker-entry.ts by its place.
      from: { path: "^src/", orphan: true, pathNot: "\\.d\\.ts$|^src/node/worker-entry\\.ts$" },
      to: {},
    },
    {
      name: "resolvable",
      comment: "The module cannot be found.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "listed-in-package-json",
      comment: "Import only packages that package.json names.",
      severity: "error",
      from: {},
      // The field peerDependenciesMeta is not understood; what is a development dependency too is listed.
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"], dependencyTypesNot: ["npm-dev"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|coverage|\\.cache)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
    },
  },
};
