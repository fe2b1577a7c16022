// npm run docs: writes the generated pages of docs/ anew; the tests compare them with the code.
import { spawnSync } from "node:child_process";
import { optionsOf } from "./options.mjs";

optionsOf();
const { status } = spawnSync(
  process.execPath,
  ["node_modules/vitest/vitest.mjs", "run", "--project", "source", "test/docs"],
  { stdio: "inherit", env: { ...process.env, UPDATE_DOCS: "1" } },
);
process.exitCode = status ?? 1;
