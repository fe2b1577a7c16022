// A calibration on disk, for other commands to run over: written whole or not at all, checked when it is read.
import * as z from "zod/mini";
import {
  calibrationSchema,
  type AcceptedPoint,
  type Calibration,
} from "../analysis/calibration/calibration.ts";
import { pointProblems } from "../analysis/sensitivity/parameter-space.ts";
import { InputError, type Problem } from "../errors.ts";
import { canonicalJson } from "../scenarios/canonical.ts";
import { packContent } from "../scenarios/pack-choice.ts";
import type { Scenario } from "../scenarios/scenario.ts";
import { problemsOf } from "../scenarios/schema-problems.ts";
import { version } from "../version.ts";
import { writeOutput } from "./atomic-file.ts";
import { jsonObjectIn } from "./reading.ts";

const acceptedSchema = z.object({
  schema: z.literal(calibrationSchema),
  manifest: z.object({ content: z.string(), version: z.string() }),
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

const asJson = { what: "an accepted set", expected: "a file that eslabon calibrate wrote" };

/** Writes a calibration as JSON. */
export function writeCalibration(calibration: Calibration, file: string): void {
  writeOutput(file, `${JSON.stringify(calibration, null, 2)}\n`);
}

/**
 * The accepted points of a file.
 *
 * @param scenario What will run at the points. Without it, only the file's form is checked.
 * @throws InputError when it cannot be read, is no calibration of this form, or holds no accepted point; and naming everything
 * that keeps the scenario from running at its points: another version or country, and values that no parameter may have.
 */
export function readAccepted(file: string, scenario?: Scenario): readonly AcceptedPoint[] {
  const content = jsonObjectIn(file, asJson);
  const parsed = acceptedSchema.safeParse(content);
  if (!parsed.success)
    throw new InputError(
      file,
      problemsOf(parsed.error, content, "", () => []),
    );
  const { accepted, manifest } = parsed.data;
  const problems = scenario === undefined ? [] : unfit(scenario, manifest, accepted);
  if (problems.length > 0) throw new InputError(file, problems);
  return accepted;
}

function unfit(
  scenario: Scenario,
  manifest: { readonly content: string; readonly version: string },
  accepted: readonly AcceptedPoint[],
): Problem[] {
  const problems: Problem[] = [];
  if (manifest.version !== version) {
    const expected = `${version}, this version: what fitted another model need not fit this one; calibrate again`;
    problems.push({ path: "manifest.version", value: manifest.version, expected });
  }
  if (packIn(manifest.content) !== canonicalJson(packContent(scenario.pack))) {
    const expected = `a calibration on the data pack "${scenario.pack.id}", as "${scenario.id}" has`;
    problems.push({ path: "manifest.content", value: manifest.content, expected });
  }
  const values = pointProblems(
    scenario,
    accepted.map((point) => point.values),
    "accepted",
  ).map((problem) => ({ ...problem, path: problem.path.replace(/^accepted\[\d+\]/, "$&.values") }));
  return [...problems, ...values];
}

/** What the content of a scenario says of its data pack; undefined where it is no content. */
function packIn(content: string): string | undefined {
  try {
    const { pack } = JSON.parse(content) as { readonly pack?: unknown };
    return canonicalJson(pack === undefined ? {} : { pack });
  } catch {
    return undefined;
  }
}
