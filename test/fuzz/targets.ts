// Where text from outside enters: each target takes a text as a reader of files or words does, and either accepts it or refuses it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { inputOf } from "../../src/cli/input.ts";
import { restoreSimulation, saveState, type SavedState } from "../../src/engine/checkpoint.ts";
import { startSimulation } from "../../src/engine/run.ts";
import { InputError } from "../../src/errors.ts";
import { readPackFolder } from "../../src/node/pack-folder.ts";
import { hashWords } from "../../src/random.ts";
import { parseScenario } from "../../src/scenarios/files/parse.ts";

/** Takes a text; throws InputError for what it refuses. */
type Target = (text: string) => void;

/** A pack's files, each after a line with its name. */
function readPack(text: string): void {
  const folder = mkdtempSync(join(tmpdir(), "eslabon-fuzz-"));
  try {
    for (const part of text.split(/^--- /m).slice(1)) {
      const [name = "", ...lines] = part.split("\n");
      const file = basename(name.trim()).replaceAll("\0", "").slice(0, 60);
      if (file !== "" && file !== "." && file !== "..") writeFileSync(join(folder, file), lines.join("\n"));
    }
    mkdirSync(join(folder, "facts.csv"), { recursive: true });
    readPackFolder(folder);
  } catch (error) {
    if ((error as { code?: string }).code !== "EEXIST") throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
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

/** The words of a command, one a line. */
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
