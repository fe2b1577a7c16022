// The scenarios of a comparison as the command line names them: which can be read, and whether they can be compared.
import { checkScenarios } from "../analysis/compare.ts";
import type { Problem } from "../errors.ts";
import type { Scenario } from "../scenarios/scenario.ts";
import type { Input } from "./input.ts";
import type { Size } from "./scenario-size.ts";

/** What is asked for. */
export interface Compared {
  readonly baseline: string;
  /** The others, by ids or files. */
  readonly others: readonly string[];
  /** Where the others stand on the command line. */
  readonly option: string;
}

/** The scenarios that could be read, the baseline first; what is wrong with them, each or together, goes to the input's problems. */
export function comparedOf(input: Input, { baseline, others, option }: Compared, size: Size): Scenario[] {
  const asked = [baseline, ...others.filter((id) => id !== baseline)];
  const optionAt = (i: number) => (i === 0 && baseline !== "baseline" ? "--baseline" : option);
  const read = asked.flatMap((id, i) => input.scenario(optionAt(i), id, size) ?? []);
  // With one missing, others would be held against the wrong one; alone, it says nothing about pairs.
  if (read.length < asked.length || read.length < 2) return read;
  const found: Problem[] = [];
  checkScenarios(read, found);
  input.problems.push(
    ...found.map(({ path, value, expected }) => {
      const [, place, part] = /^scenarios\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
      if (part === "id") return { path: option, value, expected: "each scenario once, by an id of its own" };
      return { path: place === undefined ? path : `${asked[Number(place)]}: ${part}`, value, expected };
    }),
  );
  return read;
}
