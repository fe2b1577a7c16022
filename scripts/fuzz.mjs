// npm run fuzz -- --minutes 10: tries random changes of the corpus on every input from outside, each time others.
import { spawnSync } from "node:child_process";
import { optionsOf, refuse } from "./options.mjs";

const { minutes, seed } = optionsOf({
  minutes: { type: "string", default: "10" },
  seed: { type: "string", default: String(Date.now() % 2 ** 31) },
});
if (!(Number(minutes) > 0 && Number(minutes) < Infinity)) {
  refuse(`--minutes: found ${minutes}, expected a number above 0`);
}
if (!Number.isInteger(Number(seed)) || seed.trim() === "") {
  refuse(`--seed: found "${seed}", expected a whole number`);
}
console.log(`seed ${seed}, ${minutes} minutes`);
const words = ["node_modules/vitest/vitest.mjs", "run", "--project", "source", "test/fuzz"];
const { status } = spawnSync(process.execPath, words, {
  stdio: "inherit",
  env: { ...process.env, FUZZ_MINUTES: minutes, FUZZ_SEED: seed },
});
process.exit(status ?? 1);
