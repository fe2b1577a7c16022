// How the commands that show one run print it for programs.
import type { Run } from "../engine/observations.ts";
import type { Input } from "./input.ts";
import { print } from "./output.ts";

/** What is printed of a run instead of its table. */
export interface RunOutput {
  readonly events?: boolean;
  readonly json?: boolean;
}

/** Refuses to print in two forms at once. */
export function checkOneForm(input: Input, { events, json }: RunOutput): void {
  if (json !== true || events !== true) return;
  const expected = "one of --json and --events: each decides what is printed";
  input.problems.push({ path: "", value: "--json --events", expected });
}

/** Prints what happened, an event a line. */
export function printEvents({ events = [] }: Run): void {
  for (const event of events) print(JSON.stringify(event));
}

/** All that is known of a run but its events. */
export function recordOf(run: Run) {
  const { manifest, metrics, funnel, ladder, treasury, patches, suppliers } = run;
  return { manifest, metrics, funnel, ladder, treasury, patches, suppliers };
}
