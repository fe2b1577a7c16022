import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eslabon } from "../eslabon.ts";

/** A new folder for a test's files. */
export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), "eslabon-study-"));
}

/** A study of a moment: 3 scenarios × 2 draws × 5 seeds are 30 runs of some 20 ms. */
const smallStudy = `
id: small
scenarios: [baseline, matchmaking, { id: both, policies: [{ policy: matchmaking, startMonth: 13 }, { policy: scholarships, startMonth: 14 }] }]
seeds: 5
draws: { count: 2, parameters: [programmeSurvival, trialMonths] }
population: 60
months: 26
burnInMonths: 6
windows: [{ fromMonth: 2018-02, toMonth: 26 }]
metrics: [localValueNetUsd, peruvianBids]
`;

/** Writes a study file and returns its path. */
export function studyFile(folder: string, text = smallStudy): string {
  const file = join(folder, "study.yaml");
  writeFileSync(file, text);
  return file;
}

/** What must be equal however a study was run. */
export function resultOf(folder: string): string[] {
  return ["rows.jsonl", "summary.json", "effects.csv", "finished.json"].map((name) =>
    readFileSync(join(folder, name), "utf8"),
  );
}

/** Runs a study on the command line and fails with its words if it does not end well. */
export function run(...words: string[]): void {
  const { status, stderr } = eslabon(...words);
  if (status !== 0) throw new Error(stderr);
}

/** A signal that is sent some milliseconds after a study's folder holds so many batches. */
export interface Interruption {
  readonly signal: NodeJS.Signals;
  readonly batches: number;
  readonly ms: number;
}

/** Batches that a study's folder holds. */
export function batchesOf(out: string): string[] {
  const folder = join(out, "batches");
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".jsonl")) : [];
}

/** Starts the command line on a study's folder, sends it a signal, and waits for its end. */
export async function interrupted(
  words: readonly string[],
  out: string,
  interruption?: Interruption,
  options: readonly string[] = [],
): Promise<{ readonly code: number | null; readonly stderr: string }> {
  const child = spawn(process.execPath, [...options, "dist/cli.js", ...words], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let stderr = "";
  child.stderr.on("data", (text: Buffer) => (stderr += text.toString()));
  const looking = setInterval(() => {
    if (interruption === undefined || batchesOf(out).length < interruption.batches) return;
    clearInterval(looking);
    setTimeout(() => child.kill(interruption.signal), interruption.ms);
  }, 5);
  return new Promise((resolve) =>
    child.on("close", (code) => {
      clearInterval(looking);
      resolve({ code, stderr });
    }),
  );
}
