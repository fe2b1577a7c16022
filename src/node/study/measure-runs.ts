// What a run of a study takes on this machine, measured on runs that are made for it.
import { gzipSync } from "node:zlib";
import type { MeasuredRun } from "../../analysis/study/cost.ts";
import { layoutOf, type RunRange } from "../../analysis/study/layout.ts";
import { rowsOf, type StudyRow } from "../../analysis/study/rows.ts";
import type { Study } from "../../analysis/study/study.ts";
import { InputError } from "../../errors.ts";
import { processorMilliseconds } from "../processor-time.ts";

/** Runs in which the engine compiles what it will run a million times: the first take twice to six times as long as later ones. */
const warmUpRuns = 20;

/** Who makes rows, and what time it takes; replaced in tests. */
interface Measuring {
  readonly make: (range: RunRange) => Iterable<StudyRow>;
  /** Milliseconds of the processor so far. */
  readonly now: () => number;
}

/**
 * Core time and bytes per run of so many groups of one draw and seed, or of all groups of a smaller study, after at least
 * twenty runs that warm up and do not count.
 *
 * @throws InputError for a run that fails.
 */
export function measureRuns(study: Study, groups: number, measuring?: Measuring): MeasuredRun {
  const layout = layoutOf(study);
  const { make, now } = measuring ?? {
    make: (range) => rowsOf(study, layout, range),
    now: processorMilliseconds,
  };
  const groupAt = (place: number) => {
    const from = (place % layout.groups) * layout.groupSize;
    return [...make({ from, to: from + layout.groupSize })];
  };
  const warmUp = Math.ceil(warmUpRuns / layout.groupSize);
  for (let place = 0; place < warmUp; place++) groupAt(place);
  const start = now();
  const rows = Array.from({ length: Math.min(groups, layout.groups) }, (_, place) => groupAt(place)).flat();
  const ms = now() - start;
  const failed = rows.find((row): row is StudyRow & { error: string } => row.error !== undefined);
  if (failed !== undefined) {
    throw new InputError("a study's cost", [
      { path: `run ${failed.run}`, value: failed.error, expected: "a run that ends" },
    ]);
  }
  const text = Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  return {
    runs: rows.length,
    msPerRun: ms / rows.length,
    bytesPerRun: text.length / rows.length,
    gzipBytesPerRun: gzipSync(text).length / rows.length,
  };
}
