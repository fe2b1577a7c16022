// Where text from outside enters: each target takes a text as a reader of files or words does, and either accepts it or refuses it.
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { CommanderError, type Command } from "commander";
import { expect } from "vitest";
import { stateOf } from "../../explorer/address.ts";
import { layoutOf, missingPieces } from "../../src/analysis/study/layout.ts";
import { defineStudy } from "../../src/analysis/study/study.ts";
import { inputOf } from "../../src/cli/input.ts";
import { programFor } from "../../src/cli/program.ts";
import { restoreSimulation, saveState } from "../../src/engine/checkpoint.ts";
import type { SavedState } from "../../src/engine/saved-state.ts";
import { startSimulation } from "../../src/engine/run.ts";
import { InputError } from "../../src/errors.ts";
import { readPackFolder } from "../../src/node/pack-folder.ts";
import { batchesIn, readBatch } from "../../src/node/study/batches.ts";
import { openStudyFolder, type StudyManifest } from "../../src/node/study/study-folder.ts";
import { hashWords } from "../../src/random.ts";
import { parseScenario } from "../../src/scenarios/files/parse.ts";
import { scenarioOf } from "../../src/scenarios/scenario-record.ts";
import { version } from "../../src/version.ts";

const program = programFor();

/** Takes a text; throws InputError for what it refuses. */
type Target = (text: string) => void;

/** Writes the files that a text holds, each after a line with its name, into a new folder for as long as it is read. */
function inFolder(text: string, read: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), "eslabon-fuzz-"));
  try {
    for (const part of text.split(/^--- /m).slice(1)) {
      const [name = "", ...lines] = part.split("\n");
      const below = name.startsWith("batches/") ? "batches" : ".";
      const file = basename(name.trim()).replaceAll("\0", "").slice(0, 60);
      if (["", ".", "..", "batches"].includes(file)) continue;
      mkdirSync(join(folder, below), { recursive: true });
      writeFileSync(join(folder, below, file), lines.join("\n"));
    }
    read(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A pack's files. */
function readPack(text: string): void {
  inFolder(text, (folder) => {
    try {
      mkdirSync(join(folder, "facts.csv"), { recursive: true });
    } catch {
      // The text holds a file of that name.
      return;
    }
    readPackFolder(folder);
  });
}

/** A study's folder; once more with hashes that fit, as a forger would make them. */
function readStudy(text: string): void {
  inFolder(text, (folder) => {
    const read = () => {
      const study = openStudyFolder(folder);
      const batches = batchesIn(study);
      for (const batch of batches) readBatch(study, batch);
      // What resume would make.
      expect([...missingPieces(layoutOf(study.study), study.manifest.runs, batches, 64)].length).toBeLessThan(
        9,
      );
    };
    try {
      read();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
    }
    forgeStudy(folder);
    read();
  });
}

function forgeStudy(folder: string): void {
  let manifest: StudyManifest;
  let hash: string;
  try {
    manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as StudyManifest;
    const { hash: _, scenarios, draws, ...rest } = manifest.study;
    const asked = { ...rest, scenarios: scenarios.map(scenarioOf), ...(draws === null ? {} : { draws }) };
    hash = defineStudy(asked).hash;
  } catch {
    // What is no study cannot be made to look like one.
    return;
  }
  const forged = { ...manifest, version, studyHash: hash, study: { ...manifest.study, hash } };
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(forged));
  for (const { file } of batchesIn({ path: folder } as Parameters<typeof batchesIn>[0])) {
    const rows = readFileSync(file, "utf8").split("\n").slice(1).join("\n");
    const [from, to] = basename(file, ".jsonl").split("-").map(Number);
    const sha256 = createHash("sha256").update(rows).digest("hex");
    writeFileSync(file, `${JSON.stringify({ study: hash, from, to, sha256 })}\n${rows}`);
  }
}

/** A saved state; its hash is made to fit, as a forger would, so that what lies behind the hash is reached. */
function restore(text: string): void {
  let state: unknown;
  try {
    state = JSON.parse(text);
  } catch {
    return;
  }
  try {
    restoreSimulation(state);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
  restoreSimulation(forged(state));
}

/** The state with the hash of its content. */
function forged(state: unknown): unknown {
  if (typeof state !== "object" || state === null || !("shapes" in state) || !Array.isArray(state.shapes))
    return state;
  const { format, version, scenario, policies, seed, month, shapes, nodes } = state as unknown as SavedState;
  const { id, title, beyondRanges, canonical, hash } = scenario ?? {};
  const text = JSON.stringify([
    [format, version, id, title, beyondRanges, canonical, hash, policies, seed, month],
    shapes.map((each) => [each?.kind, each?.frozen, each?.keys]),
    nodes,
  ]);
  const units = Array.from(text, (_, i) => text.charCodeAt(i));
  const lanes = [0, 1].map((lane) => (hashWords(units, lane) >>> 0).toString(16).padStart(8, "0"));
  return { ...state, hash: lanes.join("") };
}

/** A command line, a word a line, as far as the command that it calls: that one is not run. */
function parseWords(text: string): void {
  try {
    quiet(program).parse(text.split("\n"), { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.message === "") throw new TypeError("refused without saying why", { cause: error });
  }
}

/** A command and those below it, which then neither print nor act. */
function quiet(command: Command): Command {
  command.configureOutput({ writeOut: () => undefined, writeErr: () => undefined }).action(() => undefined);
  command.commands.forEach(quiet);
  return command;
}

/** The values of a command, one a line. */
function readWords(text: string): void {
  const [command = "", scenario = "", ...rest] = text.split("\n");
  const input = inputOf(command);
  for (const word of rest) {
    input.whole("--months", word, 1);
    input.number("--from", word, "a number");
    input.names("--metric", word, ["spendUsd", "bids"], "a metric");
  }
  input.scenario("scenario", scenario, { population: input.whole("--population", rest[0], 1) });
  input.check();
}

/** The targets by the name of their folder in the corpus. */
export const targets: Readonly<Record<string, Target>> = {
  scenario: (text) => void parseScenario(text),
  pack: readPack,
  state: restore,
  command: readWords,
  words: parseWords,
  folder: readStudy,
  address: (text) => void stateOf(text),
};

/** A small state, from which mutations start. */
export function smallState(): string {
  const simulation = startSimulation({ id: "a", months: 3, burnInMonths: 0, population: 50 }, { seed: 1 });
  simulation.step();
  return JSON.stringify(saveState(simulation));
}

/** What a target does with a text: nothing but take it or refuse it. Anything else is a finding. */
export function findingIn(target: Target, text: string): string | undefined {
  const before = Object.getOwnPropertyNames(Object.prototype).length;
  try {
    target(text);
  } catch (error) {
    if (!(error instanceof InputError)) return `threw ${String(error)}`;
    if (error.message === "" || error.problems.length === 0) return "refused without saying why";
  }
  return Object.getOwnPropertyNames(Object.prototype).length === before
    ? undefined
    : "changed Object.prototype";
}
