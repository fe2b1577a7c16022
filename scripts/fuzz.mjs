// npm run fuzz -- --minutes 10: tries random changes of the corpus on every input from outside, each time others.
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "10" },
    seed: { type: "string", default: String(Date.now() % 2 ** 31) },
  },
});
console.log(`seed ${values.seed}, ${values.minutes} minutes`);
const words = ["node_modules/vitest/vitest.mjs", "run", "--project", "source", "test/fuzz"];
const { status } = spawnSync(process.execPath, words, {
  stdio: "inherit",
  env: { ...process.env, FUZZ_MINUTES: values.minutes, FUZZ_SEED: values.seed },
});
process.exit(status ?? 1);
