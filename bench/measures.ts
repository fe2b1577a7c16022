// How the bench measures. Whatever is compared is timed in turns within one process, next to a fixed piece of work (the
// kernel): a time over the kernel's of the same turn holds on a busy machine, and on another machine.

import { processorMilliseconds } from "../src/node/processor-time.ts";

/** One measured figure. */
export interface Measure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The time in kernels, by which it is compared with the baseline's; null for what is no time. */
  readonly kernels: number | null;
  /** What is aimed at, in the measure's unit, and whether that is the most or the least. */
  readonly target?: { readonly bound: "at most" | "at least"; readonly value: number };
}

/** Processor time of a piece of work, ms. */
export function millisecondsOf(work: () => unknown): number {
  const start = processorMilliseconds();
  work();
  return processorMilliseconds() - start;
}

/** Time of a piece of work on the wall's clock, ms: for what happens in other processes. */
export function wallMillisecondsOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const cells = new Float64Array(4096);

/** The reference: a million hashed reads and writes of a table, the kind of work that a run is made of. */
export function kernel(): number {
  let hash = 1;
  for (let i = 0; i < 1_000_000; i++) {
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) + i;
    const at = (hash >>> 0) & 4095;
    cells[at] = cells[at] * 0.5 + 1;
  }
  return cells[0];
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Times of several kinds of work, in turns with the kernel: the fastest, and the median of the times over the kernel's. */
export function inTurns<Kind extends string>(
  kinds: Record<Kind, (turn: number) => number>,
  turns: number,
): Record<Kind, { readonly milliseconds: number; readonly kernels: number }> {
  const names = Object.keys(kinds) as Kind[];
  const times = new Map(names.map((name) => [name, [] as number[]]));
  const ratios = new Map(names.map((name) => [name, [] as number[]]));
  for (let turn = 1; turn <= turns; turn++) {
    for (const name of names) {
      const reference = Math.min(millisecondsOf(kernel), millisecondsOf(kernel));
      const time = kinds[name](turn);
      times.get(name)?.push(time);
      ratios.get(name)?.push(time / reference);
    }
  }
  return Object.fromEntries(
    names.map((name) => [
      name,
      { milliseconds: Math.min(...(times.get(name) ?? [])), kernels: median(ratios.get(name) ?? []) },
    ]),
  ) as Record<Kind, { readonly milliseconds: number; readonly kernels: number }>;
}

/** Least-squares slope of log time over log size. */
export function exponentOf(points: readonly { readonly size: number; readonly time: number }[]): number {
  const x = points.map(({ size }) => Math.log(size));
  const y = points.map(({ time }) => Math.log(time));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const above = x.reduce((sum, each, i) => sum + (each - mx) * (y[i] - my), 0);
  return above / x.reduce((sum, each) => sum + (each - mx) ** 2, 0);
}
