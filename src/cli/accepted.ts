// `--over`: the accepted points of a calibration, spread evenly, that the scenario at hand can run at.
import type { ParameterPoint } from "../data/parameter-values.ts";
import { spreadOf } from "../analysis/calibration/over-accepted.ts";
import { InputError } from "../errors.ts";
import { readAccepted } from "../node/accepted-file.ts";
import type { Scenario } from "../scenarios/scenario.ts";
import type { Input } from "./input.ts";

/** Which points are asked for. */
export interface AcceptedOptions {
  /** None is no point. */
  readonly file: string | undefined;
  /** Points at most. */
  readonly most: number;
}

/** Values at the points; what is wrong with the file, also at points that are not taken, goes to the input's problems. */
export function acceptedOf(
  input: Input,
  { file, most }: AcceptedOptions,
  scenario: Scenario | undefined,
): readonly ParameterPoint[] {
  if (file === undefined) return [];
  try {
    return spreadOf(readAccepted(file, scenario), most).map(({ values }) => values);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    input.problems.push(
      ...error.problems.map((problem) => ({ ...problem, path: `--over ${problem.path}`.trim() })),
    );
    return [];
  }
}
