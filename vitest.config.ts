import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { sourcesAsModules } from "./scripts/sources-as-modules.mjs";

/** These tests use the package as shipped, from dist/, which is built first if it is missing or older than src/. */
const shipped = ["test/shipped/**/*.test.ts", "test/examples/**/*.test.ts", "test/cli/**/*.test.ts"];

/** These run in a browser; the explorer's page is built first. */
const browser = ["test/explorer/**/*.test.ts", "test/report/*.browser.test.ts"];

/** Tests of their project that take many seconds and are in small files, the longest first. */
const long = [
  "test/properties/randomness.test.ts",
  "test/properties/invariants.test.ts",
  "test/engine/checkpoint.test.ts",
  "test/engine/invariants.test.ts",
  "test/scenarios/mechanisms.test.ts",
  "test/node/export/export.test.ts",
  "test/testing/check-policy.test.ts",
  "test/engine/accounts.test.ts",
  "test/analysis/attribution-runs.test.ts",
  "test/analysis/calibration/calibrate.test.ts",
];

/**
 * Without times of an earlier run vitest begins with large files, and a small one of many seconds may come last, when the other
 * cores have nothing left. Here the long ones of a project come first; where times are known, the longest do anyway.
 */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification) => {
      const place = long.findIndex((name) => moduleId.endsWith(name));
      return place < 0 ? long.length : place;
    };
    const projects = [...new Set(sorted.map(({ project }) => project))];
    return projects.flatMap((of) =>
      sorted.filter(({ project }) => project === of).sort((a, b) => rank(a) - rank(b)),
    );
  }
}

export default defineConfig({
  plugins: [sourcesAsModules()],
  test: {
    sequence: { sequencer: LongFirst },
    // One core fewer is the default, which leaves half of a machine of two idle.
    maxWorkers: "100%",
    // Generous: a busy machine must not fail what is right. Speed is measured in bench/, never here.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      exclude: ["src/**/*.d.ts"],
      reporter: ["text", "html", "json-summary"],
    },
    projects: [
      {
        extends: true,
        test: {
          name: "source",
          include: ["test/**/*.test.ts"],
          exclude: [...shipped, ...browser],
          // No test here changes what another can see, so the files of a worker load the model once: half of the time of short ones.
          isolate: false,
        },
        resolve: { alias: { eslabon: fileURLToPath(new URL("src/index.ts", import.meta.url)) } },
      },
      {
        extends: true,
        test: {
          name: "shipped",
          include: shipped,
          // As above.
          isolate: false,
          globalSetup: "scripts/build-if-stale.mjs",
          testTimeout: 120_000,
          // As Node loads it, and not through vite.
          server: { deps: { external: [/\/dist\//] } },
        },
        resolve: { alias: { "eslabon/node": fileURLToPath(new URL("dist/node.js", import.meta.url)) } },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: browser,
          // As above.
          isolate: false,
          globalSetup: "scripts/explorer-setup.mjs",
          testTimeout: 120_000,
        },
      },
    ],
  },
});
