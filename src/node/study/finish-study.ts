// The end of a study: its rows in one file, in the order of runs, and what they say. Both are the same bytes however the study
// was run: the summary is worked out from the rows in their order.
import { createHash } from "node:crypto";
import { join } from "node:path";
import { stringify as csvText } from "csv-stringify/sync";
import { comparedScenarios } from "../../analysis/compared-scenarios.ts";
import type { StudyLayout } from "../../analysis/study/layout.ts";
import type { StudyRow } from "../../analysis/study/rows.ts";
import type { Study } from "../../analysis/study/study.ts";
import { StudyTally } from "../../analysis/study/tally.ts";
import { InputError } from "../../errors.ts";
import { version } from "../../version.ts";
import { AtomicFile, writeWhole } from "../atomic-file.ts";
import { batchesIn, readBatch, removeBatches } from "./batches.ts";
import { studyFiles, type FinishedRecord, type StudyFolder } from "./study-folder.ts";

/** Puts the batches of a folder together and says that it is finished. */
export async function finishStudy(folder: StudyFolder, layout: StudyLayout): Promise<FinishedRecord> {
  const finished = await writeRows(folder, layout, batchLines(folder));
  removeBatches(folder.path);
  return finished;
}

/** The lines of all batches in the order of runs, each run once. */
async function* batchLines(folder: StudyFolder): AsyncGenerator<string> {
  let next = folder.manifest.runs.from;
  for (const batch of batchesIn(folder)) {
    for (const row of readBatch(folder, batch)) {
      if (row.run >= next) yield JSON.stringify(row);
    }
    next = Math.max(next, batch.to);
    // Lets signals through between two batches.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/**
 * Writes the rows of a folder, for a whole study its summary too, and at last that it is finished.
 *
 * @throws InputError when a run is missing or stands twice.
 */
export async function writeRows(
  folder: StudyFolder,
  layout: StudyLayout,
  lines: AsyncIterable<string>,
): Promise<FinishedRecord> {
  const { path, study, manifest } = folder;
  const { from, to } = manifest.runs;
  const hash = createHash("sha256");
  const tally = new StudyTally(study, layout);
  const file = new AtomicFile(join(path, studyFiles.rows));
  let next = from;
  let group: StudyRow[] = [];
  try {
    for await (const line of lines) {
      const row = JSON.parse(line) as StudyRow;
      if (row.run !== next) throw misplaced(path, row.run, next);
      next += 1;
      hash.update(line).update("\n");
      file.write(`${line}\n`);
      group.push(row);
      if (group.length < layout.groupSize) continue;
      tally.add(group);
      group = [];
    }
    if (next !== to) throw misplaced(path, "the end", next);
    file.commit();
  } finally {
    file.discard();
  }
  const rowsSha256 = hash.digest("hex");
  const summarySha256 = manifest.shard === null ? writeSummary(path, study, tally, rowsSha256) : null;
  const finished: FinishedRecord = {
    study: study.hash,
    version,
    runs: { from, to },
    failed: tally.failed,
    rowsSha256,
    summarySha256,
  };
  writeWhole(join(path, studyFiles.finished), `${JSON.stringify(finished, null, 2)}\n`);
  return finished;
}

function misplaced(path: string, value: number | string, expected: number): InputError {
  return new InputError("a study's rows", [{ path, value, expected: `run ${expected}` }]);
}

/** Writes what the rows say, and returns the hash of the summary's bytes. */
function writeSummary(path: string, study: Study, tally: StudyTally, rowsSha256: string): string {
  const effects = tally.effects();
  const summary = {
    study: { id: study.id, question: study.question, hash: study.hash },
    version,
    baseline: study.scenarios[0].id,
    scenarios: comparedScenarios(study.scenarios),
    seeds: study.seeds,
    draws: study.draws,
    windows: study.windows,
    confidence: study.confidence,
    runs: tally.runs,
    failed: tally.failed,
    /** The first of them; rows.jsonl holds all. */
    failures: tally.failures,
    rowsSha256,
    effects,
    levels: tally.levels(),
  };
  const text = `${JSON.stringify(summary, null, 2)}\n`;
  writeWhole(join(path, studyFiles.summary), text);
  const columns = Object.keys(effects[0]);
  const rows = effects.map((effect) => ({ ...effect, tie: effect.tie ? "yes" : "no" }));
  writeWhole(join(path, studyFiles.effects), csvText(rows, { header: true, columns }));
  return createHash("sha256").update(text).digest("hex");
}
