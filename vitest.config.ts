import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** These tests use the package as shipped, from dist/, which is built first if it is missing or older than src/. */
const shipped = ["test/shipped/**/*.test.ts", "test/examples/**/*.test.ts", "test/cli/**/*.test.ts"];

export default defineConfig({
  test: {
    testTimeout: 30_000,
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
        test: { name: "source", include: ["test/**/*.test.ts"], exclude: shipped },
        resolve: { alias: { eslabon: fileURLToPath(new URL("src/index.ts", import.meta.url)) } },
      },
      {
        extends: true,
        test: {
          name: "shipped",
          include: shipped,
          globalSetup: "scripts/build-if-stale.mjs",
          testTimeout: 120_000,
        },
      },
    ],
  },
});
