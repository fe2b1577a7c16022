import { diffRuns } from "../analysis/diff.ts";
import { wholeRuns } from "../analysis/whole-runs.ts";
import { diffReport } from "../report/diff.ts";
import { provenanceOf } from "../report/provenance.ts";
import { inputOf } from "./input.ts";
import { outputStyle, printJson, printResult } from "./output.ts";

interface DiffCommandOptions {
  readonly seed?: string;
  readonly population?: string;
  readonly pack?: string;
  readonly months?: string;
  readonly json?: boolean;
}

/** `eslabon diff <first> <second>` */
export function diffCommand(ids: readonly [string, string], options: DiffCommandOptions): void {
  const input = inputOf("diff");
  const size = input.size(options);
  const [first, second] = ids.map((id) => input.scenario("scenario", id, size));
  const seed = input.seed("--seed", options.seed ?? "1");
  input.check();
  if (first === undefined || second === undefined || seed === undefined) return;

  // Both share the months before the first policy.
  const plan = { scenarios: [first, second], seeds: [seed], events: true };
  const [one, other] = [
    ...wholeRuns(
      plan,
      [0, 1].map((scenario) => ({ scenario, seed: 0 })),
    ),
  ];
  const diff = diffRuns(one, other);
  const provenance = provenanceOf(one, other);
  if (options.json === true) printJson({ ...diff, provenance });
  else printResult(diffReport(diff, outputStyle()), provenance);
}
