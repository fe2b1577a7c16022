import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** These tests use the package as shipped, from dist/, which is built first if it is missing or older than src/. */
const shipped = ["test/shipped/**/*.test.ts", "test/examples/**/*.test.ts", "test/cli/**/*.test.ts"];

/** These run in a browser; the explorer's page is built first. */
const browser = ["test/explorer/**/*.test.ts", "test/report/*.browser.test.ts"];

export default defineConfig({
  test: {
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
