// The options that a script is called with. What it does not know it refuses in one line and ends with 2: a misspelt --check that is
// passed over would write what it was to compare.
import process from "node:process";
import { parseArgs } from "node:util";

/** Values of a script's options, which are said as `parseArgs` of Node takes them. Default: it has none. */
export function optionsOf(options = {}) {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    const names = Object.keys(options).map((name) => `--${name}`);
    return refuse(`${error.message}; options are: ${names.join(", ") || "none"}`);
  }
}

/** Says what is wrong with the words that a script was called with, and ends it. */
export function refuse(message) {
  console.error(message);
  return process.exit(2);
}
