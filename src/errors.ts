import { closest, distance } from "fastest-levenshtein";

/** One thing wrong with an input: where, what was found, what would be right. */
export interface Problem {
  /** Where in the input, as `policies[0].settings.slotsPerMonth`; empty for the input as a whole. */
  readonly path: string;
  /** What stands there. */
  readonly value: unknown;
  /** What would be right, in words. */
  readonly expected: string;
  /** The known name nearest to an unknown one; missing when none is near. */
  readonly nearest?: string;
  /** Where it stands in a file; missing for what is no file's. */
  readonly place?: Place;
}

/** A place in a file; lines and columns count from 1. */
export interface Place {
  /** The file as it was named when it was read. */
  readonly file: string;
  /** Line, from 1. */
  readonly line: number;
  /** Column, from 1. */
  readonly column: number;
}

/** Bad input. The message lists every problem at once; `problems` holds them as data. */
export class InputError extends Error {
  /** Tells it from other errors, also where two copies of the library are loaded. */
  override readonly name = "InputError";
  /** All that is wrong, in the order of the message; frozen. */
  readonly problems: readonly Problem[];

  /**
   * Lists the problems in its message.
   *
   * @param what The input as the message calls it, as `scenario "mine"`.
   */
  constructor(what: string, problems: readonly Problem[]) {
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    super(`${what}: ${count}\n${problems.map((problem) => `  - ${describeProblem(problem)}`).join("\n")}`);
    this.problems = Object.freeze([...problems]);
  }
}

/**
 * Refuses arguments that have problems.
 *
 * @throws InputError naming all of them.
 */
export function refuseIfAny(what: string, ...problems: readonly (readonly Problem[])[]): void {
  if (problems.some((list) => list.length > 0)) throw new InputError(what, problems.flat());
}

/** One problem as one line of text. */
export function describeProblem(problem: Problem): string {
  const { path, place } = problem;
  const at = place === undefined ? "" : `${place.file}:${place.line}:${place.column}: `;
  const where = path === "" ? at : `${at}${path}: `;
  const hint = problem.nearest === undefined ? "" : `; did you mean "${problem.nearest}"?`;
  // A file has no undefined: what is not there is nothing.
  const found = place !== undefined && problem.value === undefined ? "nothing" : shownValue(problem.value);
  return `${where}found ${found}, expected ${problem.expected}${hint}`;
}

/**
 * A problem that says an unknown name and the known name nearest to it. Where none is near, a few known names are all told,
 * unless `what` tells them already.
 */
export function unknownName(path: string, name: unknown, what: string, known: readonly string[]): Problem {
  const nearest = typeof name === "string" ? nearestName(name, known) : undefined;
  if (nearest !== undefined) return { path, value: name, expected: what, nearest };
  const few =
    known.length > 0 && known.length <= mostToldNames && !known.every((each) => what.includes(each));
  return { path, value: name, expected: few ? `${what}: ${known.join(", ")}` : what };
}

/** A problem for each name in `given` that is not known. */
export function unknownNames(given: object, known: readonly string[]): Problem[] {
  const unknown = Object.keys(given).filter((name) => !known.includes(name));
  return unknown.map((name) => unknownName(name, name, `one of: ${known.join(", ")}`, known));
}

/**
 * The shortest known name of which the unknown one is a part, else the one that the fewest changes lead to. None where these
 * would change most letters: who asks for a name that does not exist at all is not helped by a guess.
 */
function nearestName(name: string, known: readonly string[]): string | undefined {
  const part = name.toLowerCase();
  const longer = part.length < shortestPart ? [] : known.filter((each) => each.toLowerCase().includes(part));
  if (longer.length > 0) return longer.reduce((best, each) => (each.length < best.length ? each : best));
  if (known.length === 0) return undefined;
  const nearest = closest(name, [...known]);
  return distance(name, nearest) <= Math.max(name.length, nearest.length) / 2 ? nearest : undefined;
}

/** Letters from which on a part of a name says which one was meant. */
const shortestPart = 3;
/** Known names up to which a message tells them all. */
const mostToldNames = 8;
const longestShownValue = 80;

/** A value as messages show it: on one line, and not too long. */
export function shownValue(value: unknown): string {
  if (typeof value === "string") return clip(JSON.stringify(value));
  if (typeof value === "function") return "a function";
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value !== "object" || value === null) return String(value);
  try {
    return clip(JSON.stringify(value, inWords) ?? Object.prototype.toString.call(value));
  } catch {
    return "an object that refers to itself";
  }
}

/** Numbers inside an object that JSON has not: it would write them as null, or refuse the object. */
function inWords(_: string, value: unknown): unknown {
  if (typeof value === "bigint") return `${value}n`;
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
}

function clip(text: string): string {
  return text.length <= longestShownValue ? text : `${text.slice(0, longestShownValue)}…`;
}
