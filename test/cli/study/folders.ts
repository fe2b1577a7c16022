import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eslabon } from "../eslabon.ts";

/** A new folder for a test's files. */
export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), "eslabon-study-"));
}

/** A study of a moment: 3 scenarios × 2 draws × 8 seeds are 48 runs of some 20 ms. */
export const smallStudy = `
id: small
scenarios: [baseline, matchmaking, { id: both, policies: [{ policy: matchmaking, startMonth: 13 }, { policy: scholarships, startMonth: 14 }] }]
seeds: 8
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

/** Starts the command line, sends it signals after some milliseconds each, and waits for its end. */
export async function interrupted(
  words: readonly string[],
  signals: readonly (readonly [NodeJS.Signals, number])[],
  options: readonly string[] = [],
): Promise<{ readonly code: number | null; readonly signal: string | null; readonly stderr: string }> {
  const child = spawn(process.execPath, [...options, "dist/cli.js", ...words], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let stderr = "";
  child.stderr.on("data", (text: Buffer) => (stderr += text.toString()));
  const timers = signals.map(([signal, ms]) => setTimeout(() => child.kill(signal), ms));
  return new Promise((resolve) =>
    child.on("close", (code, signal) => {
      timers.forEach(clearTimeout);
      resolve({ code, signal, stderr });
    }),
  );
}
