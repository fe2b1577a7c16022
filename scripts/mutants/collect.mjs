// Stands for "vitest" in the bundles of the tests that mutants are tested with: keeps the tests instead of running them.
import { expect } from "vitest";

/** Tests of the file that is being loaded; the runner empties it. */
export const collected = (globalThis.collectedTests ??= []);
const groupsAround = [];

export { expect };

export function describe(name, body) {
  groupsAround.push(name);
  body();
  groupsAround.pop();
}

export function it(name, body) {
  collected.push({ name: [...groupsAround, name].join(" "), body });
}

it.each = (rows) => (name, body) => {
  for (const row of rows) {
    const values = Array.isArray(row) ? row : [row];
    let next = 0;
    it(
      name.replaceAll("%s", () => String(values[next++])),
      () => body(...values),
    );
  }
};
