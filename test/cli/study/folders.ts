import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A new folder for a test's files. */
export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), "eslabon-study-"));
}

/** A study of a moment: 3 scenarios × 2 draws × 5 seeds are 30 runs. */
const smallStudy = `
id: small
scenarios: [baseline, matchmaking, { id: both, policies: [{ policy: matchmaking, startMonth: 13 }, { policy: scholarships, startMonth: 14 }] }]
seeds: 5
draws: { count: 2, parameters: [programmeSurvival, trialMonths] }
population: 50
months: 26
burnInMonths: 6
windows: [{ fromMonth: 2018-02, toMonth: 26 }]
metrics: [localValueNetUsd, peruvianBids]
`;

/** Writes a study file and returns its path. */
export function studyFile(folder: string, seeds = 5): string {
  const file = join(folder, `study-${seeds}.yaml`);
  writeFileSync(file, smallStudy.replace("seeds: 5", `seeds: ${seeds}`));
  return file;
}

/** What must be equal however a study was run. */
export function resultOf(folder: string): string[] {
  return ["rows.jsonl", "summary.json", "effects.csv", "finished.json"].map((name) =>
    readFileSync(join(folder, name), "utf8"),
  );
}

/** A signal that is sent some milliseconds after a study's folder holds so many batches. */
export interface Interruption {
  readonly signal: NodeJS.Signals;
  readonly out: string;
  readonly batches: number;
  readonly ms: number;
}

/** Batches that a study's folder holds. */
export function batchesOf(out: string): string[] {
  const folder = join(out, "batches");
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".jsonl")) : [];
}

/** How a command ended. */
export interface Ending {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the command line, sends it a signal if asked, and waits for its end. */
export async function command(
  words: readonly string[],
  interruption?: Interruption,
  cwd = ".",
): Promise<Ending> {
  const child = spawn(process.execPath, [join(process.cwd(), "dist/cli.cjs"), ...words], {
    stdio: ["ignore", "pipe", "pipe"],
    cwd,
  });
  const said = { stdout: "", stderr: "" };
  child.stdout.on("data", (text: Buffer) => (said.stdout += text.toString()));
  child.stderr.on("data", (text: Buffer) => (said.stderr += text.toString()));
  const looking = setInterval(() => {
    if (interruption === undefined || batchesOf(interruption.out).length < interruption.batches) return;
    clearInterval(looking);
    setTimeout(() => child.kill(interruption.signal), interruption.ms);
  }, 5);
  return new Promise((resolve) =>
    child.on("close", (code) => {
      clearInterval(looking);
      resolve({ code, ...said });
    }),
  );
}
