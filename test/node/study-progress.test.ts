import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { defineStudy, type StudyInput } from "../../src/analysis/study/study.ts";
import type { StudyEstimate } from "../../src/analysis/study/tally.ts";
import { runStudy } from "../../src/node/study/run-study.ts";
import { readSummary } from "../../src/cli/study-summary.ts";

const small = { months: 26, burnInMonths: 0, population: 50 };

/** The last estimate on the way of a study, and the summary's effect on the same metric. */
async function followed(asked: Partial<StudyInput>) {
  const study = defineStudy({
    id: "followed",
    scenarios: [
      { id: "baseline", ...small },
      { id: "training", policies: [{ policy: "business-training", startMonth: 2 }], ...small },
    ],
    seeds: 3,
    ...asked,
  });
  const out = join(mkdtempSync(join(tmpdir(), "eslabon-study-")), "out");
  let last: readonly StudyEstimate[] = [];
  const onProgress = ({ bestEstimate }: { bestEstimate: () => readonly StudyEstimate[] }) => {
    last = bestEstimate();
  };
  const { finished } = await runStudy(study, out, { workers: 0, onProgress });
  if (finished === null) throw new Error("the study did not end");
  const [estimate] = last;
  const { effects } = readSummary(out, finished);
  const effect = effects.find(
    ({ metric, window }) => metric === estimate.metric && window === estimate.window,
  );
  return { estimates: last.length, estimate, effect };
}

describe("the estimate on the way of a study", () => {
  it("is of net local value where the study names no metric, and ends as the summary's effect", async () => {
    const { estimates, estimate, effect } = await followed({});
    expect([estimates, estimate.metric, estimate.pairs]).toEqual([1, "localValueNetUsd", 3]);
    expect(estimate.baselineMean).not.toBe(0);
    expect(effect).toMatchObject(estimate);
  });

  it("is of the first metric that the study names", async () => {
    const { estimate, effect } = await followed({ metrics: ["bids", "localValueNetUsd"] });
    expect(estimate.metric).toBe("bids");
    expect(effect).toMatchObject(estimate);
  });
});
