// What both ways to a report are asked: of runs of its own, and of what was computed before.
import type { Comparison } from "../analysis/comparison.ts";
import type { ComparisonDetails } from "../analysis/details/details.ts";
import { namesOf } from "../report/figures/figure.ts";
import { mostShown } from "../report/figures/figures.ts";
import { listed } from "../report/numbers.ts";
import type { Input } from "./input.ts";
import type { StudyOptions } from "./study-run.ts";

/** Options of the command; what of them needs runs is refused beside --from. */
export interface ReportCommandOptions extends StudyOptions {
  readonly out?: string;
  readonly figures?: string;
  readonly from?: string;
  readonly focus?: string;
  readonly baseline?: string;
  readonly window?: string;
  readonly confidence?: string;
  readonly pack?: string;
  readonly attribute?: boolean;
  readonly again?: boolean;
}

/** The scenarios that are shown in detail, if asked for. */
export function focusOf(
  input: Input,
  text: string | undefined,
  known: readonly string[],
): string[] | undefined {
  const named = input.names("--focus", text, known, "a scenario of the report beside the baseline");
  if (named !== undefined && named.length > mostShown) {
    const expected = `at most ${mostShown} scenarios: more do not fit side by side`;
    input.problems.push({ path: "--focus", value: text, expected });
  }
  return named;
}

/** Says which scenarios the detailed figures show, where they do not show all. */
export function shownNote(comparison: Comparison, shown: readonly string[]): string[] {
  const compared = comparison.scenarios.length - 1;
  if (shown.length === compared) return [];
  return [
    `Figures after the effects and costs show ${listed(shown.map(namesOf(comparison)))} of ${compared} scenarios; the option --focus names others.`,
  ];
}

/** Says why the facts are missing, where runs are too short for them. */
export function factsNote({ facts }: Pick<ComparisonDetails, "facts">): string[] {
  return facts === null
    ? ["The facts are of 2017 to 2019: runs of fewer than 36 months cannot show them."]
    : [];
}
