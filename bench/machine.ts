// What the machine is like, beside which the other figures are to be read: how fast it counts, and how long it waits for
// memory. A default run keeps some 4 MB in use, so a machine whose cache ends below that pays for each look beyond it.
import { kernel, millisecondsOf, type Measure } from "./measures.ts";

const wordsPerMegabyte = (1024 * 1024) / Int32Array.BYTES_PER_ELEMENT;
/** A line of the cache, in words: each step of a walk goes to another one. */
const wordsPerLine = 16;
const steps = 2_000_000;

/** The reference kernel's time, and the nanoseconds of a step of a walk in no order through so many megabytes. */
export function measureMachine(megabytes: readonly number[]): Measure[] {
  const best = (work: () => unknown) => Math.min(...[1, 2, 3, 4, 5].map(() => millisecondsOf(work)));
  const plain = { kernels: null };
  return [
    { name: "kernel", value: best(kernel), unit: "ms", ...plain },
    ...megabytes.map((size) => {
      const next = circle(size * wordsPerMegabyte);
      return {
        name: `a step through ${size} MB`,
        value: (best(() => walk(next)) * 1e6) / steps,
        unit: "ns",
        ...plain,
      };
    }),
  ];
}

/** A table in which each line names the next, all of them in one circle without order. */
function circle(words: number): Int32Array {
  const lines = Array.from({ length: words / wordsPerLine }, (_, line) => line);
  let hash = 1;
  for (let i = lines.length - 1; i > 0; i--) {
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) + i;
    const other = (hash >>> 0) % (i + 1);
    [lines[i], lines[other]] = [lines[other], lines[i]];
  }
  const next = new Int32Array(words);
  lines.forEach((line, i) => (next[line * wordsPerLine] = lines[(i + 1) % lines.length] * wordsPerLine));
  return next;
}

function walk(next: Int32Array): number {
  let at = 0;
  for (let step = 0; step < steps; step++) at = next[at];
  return at;
}
