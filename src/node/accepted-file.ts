// A calibration on disk, for other commands to run over: written whole or not at all, checked when it is read.
import { readFileSync } from "node:fs";
import * as z from "zod/mini";
import {
  calibrationSchema,
  type AcceptedPoint,
  type Calibration,
} from "../analysis/calibration/calibration.ts";
import { InputError } from "../errors.ts";
import { problemsOf } from "../scenarios/schema-problems.ts";
import { writeOutput } from "./atomic-file.ts";

/** What other commands need of a calibration. */
export interface AcceptedSet {
  readonly points: readonly AcceptedPoint[];
  /** Hash of the scenario whose parameters were calibrated, and the version that did it. */
  readonly hash: string;
  readonly version: string;
}

const acceptedSchema = z.object({
  schema: z.literal(calibrationSchema),
  manifest: z.object({ hash: z.string(), version: z.string() }),
  accepted: z
    .array(
      z.object({
        values: z.record(z.string(), z.number()),
        implausibility: z.number(),
        wave: z.number(),
      }),
    )
    .check(z.minLength(1)),
});

/** Writes a calibration as JSON. */
export function writeCalibration(calibration: Calibration, file: string): void {
  writeOutput(file, `${JSON.stringify(calibration, null, 2)}\n`);
}

/**
 * The accepted points of a file.
 *
 * @throws InputError when it cannot be read, is no calibration of this form, or holds no accepted point.
 */
export function readAccepted(file: string): AcceptedSet {
  const content = contentOf(file);
  const parsed = acceptedSchema.safeParse(content);
  if (!parsed.success)
    throw new InputError(
      file,
      problemsOf(parsed.error, content, "", () => []),
    );
  const { accepted, manifest } = parsed.data;
  return { points: accepted, ...manifest };
}

function contentOf(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new InputError(file, [{ path: "", value: file, expected: "a file that eslabon calibrate wrote" }]);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError(file, [
      { path: "", value: "no JSON", expected: "a file that eslabon calibrate wrote" },
    ]);
  }
}
