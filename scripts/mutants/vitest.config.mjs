// The tests of one group of mutants; its name comes in the environment, which Stryker's workers inherit.
import { defineConfig } from "vitest/config";
import { groupOf } from "./groups.mjs";

const group = groupOf(process.env.MUTANTS_GROUP);
if (group === undefined) throw new Error("MUTANTS_GROUP names no group of scripts/mutants/groups.mjs");

export default defineConfig({
  root: process.cwd(),
  test: { include: group.tests, testTimeout: 60_000 },
});
