// The named invariants of a run as an assertion, with a failure that can be read and replayed.
import { checkInvariants, invariants, type InvariantName } from "../engine/invariants.ts";
import { isRun, type Run } from "../engine/observations.ts";
import { refuseIfAny, unknownName, type Problem } from "../errors.ts";

/** Broken invariants that are told in full. */
const mostTold = 3;

/**
 * Throws unless a run keeps the invariants: all of them, or those that are named. Takes longer than the run, which is run again.
 *
 * @throws Error that names each broken invariant with seed, month, phase and entities, what was found and expected, and the
 * program that leads there.
 * @throws InputError naming what is no run and each name that no invariant has.
 */
export function assertInvariants(run: Run, names?: readonly InvariantName[]): void {
  refuseIfAny(
    "assertInvariants",
    isRun(run) ? [] : [{ path: "run", value: run, expected: "a run, as simulate returns it" }],
    names === undefined ? [] : nameProblems(names),
  );
  const broken = checkInvariants(run).filter(({ name }) => names?.includes(name) ?? true);
  if (broken.length === 0) return;
  const told = broken
    .slice(0, mostTold)
    .map(({ message, replay }) => `${message}\n\nsee it again:\n${replay}`);
  const more = broken.length > mostTold ? [`and ${broken.length - mostTold} more`] : [];
  throw new Error([`the run breaks ${countOf(broken.length)}`, ...told, ...more].join("\n\n"));
}

function countOf(count: number): string {
  return count === 1 ? "an invariant" : `${count} invariants`;
}

function nameProblems(names: unknown): Problem[] {
  if (!Array.isArray(names))
    return [{ path: "names", value: names, expected: "a list of invariants' names" }];
  return names.flatMap((name: unknown, i) =>
    typeof name === "string" && Object.hasOwn(invariants, name)
      ? []
      : [unknownName(`names[${i}]`, name, "the name of an invariant", Object.keys(invariants))],
  );
}
