// What can be wrong with samples, and with what intervals of them are asked for.
import type { Problem } from "../errors.ts";
import { bootstrapProblems } from "./bootstrap.ts";

/** Problems of a method of intervals for so many pairs, if any; where the confidence is wrong too, that says enough. */
export function intervalProblems(
  interval: unknown,
  confidence: number,
  path: string,
  pairs: number | undefined,
): Problem[] {
  if (interval !== "t" && interval !== "bootstrap") {
    return [{ path: "interval", value: interval, expected: '"t" or "bootstrap"' }];
  }
  const isSized =
    interval === "bootstrap" && pairs !== undefined && confidenceProblems(confidence).length === 0;
  return isSized ? bootstrapProblems(path, pairs, confidence) : [];
}

/** Problems of a confidence, if any. */
export function confidenceProblems(confidence: unknown, path = "confidence"): Problem[] {
  const good = typeof confidence === "number" && confidence > 0 && confidence < 1;
  return good ? [] : [{ path, value: confidence, expected: "a number between 0 and 1, as 0.95" }];
}

function listProblems(path: string, values: unknown): Problem[] {
  return Array.isArray(values) ? [] : [{ path, value: values, expected: "a list of numbers" }];
}

/** Problems of values that must be finite, if any: the first that is not. */
export function sampleProblems(path: string, values: readonly number[]): Problem[] {
  const at = values.findIndex((value) => !Number.isFinite(value));
  return at < 0 ? [] : [{ path: `${path}[${at}]`, value: values[at], expected: "a finite number" }];
}

/** Problems of a number of values of which there is to be an interval, if any. */
export function sizeProblems(path: string, n: number): Problem[] {
  return n >= 2 ? [] : [{ path, value: n, expected: "at least 2 values: one has no interval" }];
}

/** Problems of two samples that are paired, and of the confidence that is asked for, if any. */
export function pairProblems(
  first: string,
  firstValues: readonly number[],
  second: string,
  secondValues: readonly number[],
  confidence: number,
): Problem[] {
  const lists = [...listProblems(first, firstValues), ...listProblems(second, secondValues)];
  if (lists.length > 0) return [...confidenceProblems(confidence), ...lists];
  const [n, m] = [firstValues.length, secondValues.length];
  return [
    ...confidenceProblems(confidence),
    ...sizeProblems(first, n),
    ...(n === m
      ? []
      : [{ path: second, value: m, expected: `as many values as ${first} (${n}): they are paired by seed` }]),
    ...sampleProblems(first, firstValues),
    ...sampleProblems(second, secondValues),
  ];
}
