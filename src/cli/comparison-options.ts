// Options of the commands that compare: which months count, and how sure intervals are.
import { confidenceProblems } from "../analysis/sample-problems.ts";
import { windowProblems, type Window } from "../analysis/window.ts";
import type { Input } from "./input.ts";

/** The confidence of intervals, a share. */
export function confidenceOf(input: Input, text: string | undefined): number | undefined {
  const expected = "a number between 0 and 1, as 0.95";
  const confidence = input.number("--confidence", text, expected);
  if (confidence !== undefined) {
    const wrong = confidenceProblems(confidence, "--confidence");
    input.problems.push(...wrong.map((problem) => ({ ...problem, value: text })));
  }
  return confidence;
}

/** `24:180` as a window. */
export function windowOf(input: Input, text: string | undefined, months: number): Window | undefined {
  if (text === undefined) return undefined;
  const [, from, to] = /^(-?\d+):(-?\d+)$/.exec(text) ?? [];
  if (from === undefined || to === undefined) {
    const expected = "months as from:to, the last not counted, as 24:180";
    input.problems.push({ path: "--window", value: text, expected });
    return undefined;
  }
  const window = { fromMonth: Number(from), toMonth: Number(to) };
  const wrong = windowProblems(window, months, "").map(({ path, expected }) => {
    const which = path === ".fromMonth" ? "from" : "to";
    return {
      path: "--window",
      value: text,
      expected: `from:to, ${which} being ${expected.replace("fromMonth", "from")}`,
    };
  });
  input.problems.push(...wrong);
  return wrong.length > 0 ? undefined : window;
}
