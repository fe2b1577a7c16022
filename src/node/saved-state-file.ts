// The state of a run in a file: written whole or not at all, and handed over as JSON gave it back, for the engine to check.
import { statSync } from "node:fs";
import { saveState } from "../engine/checkpoint.ts";
import type { Simulation } from "../engine/run.ts";
import { InputError } from "../errors.ts";
import { writeOutput } from "./atomic-file.ts";
import { isThere, jsonObjectIn } from "./reading.ts";

/** Bytes of the largest file that is read: a text must fit into memory several times, and no text may be much longer. */
const largestFile = 400_000_000;

/**
 * Writes the state of a run after the month last run, making the file's folder if need be.
 *
 * @throws InputError when the disk refuses it, or when the state is too large for one text.
 */
export function writeStateFile(file: string, simulation: Simulation): void {
  const text = textOf(simulation);
  if (text === null) {
    const expected = `a state of at most ${largestFile} characters: fewer firms, an earlier month, or no events`;
    throw new InputError("a saved state", [{ path: file, value: "a larger one", expected }]);
  }
  writeOutput(file, text);
}

/** The state as a line of JSON; null when it is larger than what is read, or than any text can be. */
function textOf(simulation: Simulation): string | null {
  const state = saveState(simulation);
  try {
    const text = `${JSON.stringify(state)}\n`;
    return text.length <= largestFile ? text : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * What a file of a saved state holds, unchecked but for being an object.
 *
 * @throws InputError when it cannot be read, is too large, or holds no such JSON.
 */
export function readStateFile(file: string): object {
  const asJson = { what: "a saved state", expected: "a file that eslabon run --checkpoint wrote" };
  const size = isThere(file, asJson.what) ? statSync(file).size : 0;
  if (size > largestFile) {
    const expected = `at most ${largestFile} bytes`;
    throw new InputError(file, [{ path: "", value: `${size} bytes`, expected }]);
  }
  return jsonObjectIn(file, asJson);
}
