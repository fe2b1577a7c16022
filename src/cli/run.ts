import { existsSync } from "node:fs";
import { restoreSimulation } from "../engine/checkpoint.ts";
import { insideOf, startSimulation, type Simulation } from "../engine/run.ts";
import { InputError, type Problem } from "../errors.ts";
import { readStateFile, writeStateFile } from "../node/saved-state-file.ts";
import { provenanceOf } from "../report/provenance.ts";
import { yearsReport } from "../report/years.ts";
import type { Scenario } from "../scenarios/scenario.ts";
import { inputOf, type Input } from "./input.ts";
import { outputStyle, printJson, printResult } from "./output.ts";
import { checkOneForm, printEvents, recordOf, type RunOutput } from "./run-output.ts";

interface RunCommandOptions extends RunOutput {
  readonly seed?: string;
  readonly population?: string;
  readonly pack?: string;
  readonly months?: string;
  readonly checkpointAt?: string;
  readonly checkpoint?: string;
  readonly from?: string;
  readonly verify?: boolean;
}

/** `eslabon run [scenario]`: from the start, or from a saved state; what names no scenario goes on under the saved one. */
export function runCommand(id: string | undefined, options: RunCommandOptions): void {
  const input = inputOf("run");
  const size = input.size(options);
  const scenario = id === undefined ? undefined : input.scenario("scenario", id, size);
  input.seed("--seed", options.seed);
  checkOneForm(input, options);
  checkStages(input, id, options);
  const month = monthOf(input, options.checkpointAt);
  if (scenario !== undefined && month !== undefined && options.from === undefined) {
    input.problems.push(...monthProblems(month, -scenario.burnInMonths, scenario.months));
  }
  input.check();

  const simulation = begun(input, scenario, options);
  if (month !== undefined) {
    // Of a saved run it is known only now where it stands.
    const first = options.from === undefined ? simulation.month + 1 : simulation.month;
    input.problems.push(...monthProblems(month, first, insideOf(simulation).world.scenario.months));
    input.check();
    while (simulation.month < month) simulation.step();
    writeStateFile(options.checkpoint as string, simulation);
  }
  const run = simulation.finish();
  if (options.events === true) {
    printEvents(run);
  } else if (options.json === true) {
    printJson(recordOf(run));
  } else {
    const { checkpoint } = options;
    const saved =
      month === undefined
        ? []
        : [
            `The run after month ${month} is in ${checkpoint}: eslabon run --from ${checkpoint} goes on there.`,
          ];
    printResult([yearsReport(run, outputStyle()), ...saved].join("\n\n"), provenanceOf(run));
  }
}

/** Which options go together. */
function checkStages(input: Input, id: string | undefined, options: RunCommandOptions): void {
  const { checkpointAt, checkpoint, from } = options;
  const refuse = (path: string, value: string, expected: string) =>
    input.problems.push({ path, value, expected });
  if ((checkpointAt === undefined) !== (checkpoint === undefined)) {
    const [given, missing] =
      checkpoint === undefined
        ? ["--checkpoint-at", "--checkpoint <file>"]
        : ["--checkpoint", "--checkpoint-at <month>"];
    refuse("", given, `${missing} beside it: when the run is saved, and where`);
  }
  if (checkpoint !== undefined && existsSync(checkpoint)) {
    refuse("--checkpoint", checkpoint, "a file that is not there yet");
  } else {
    input.output("--checkpoint", checkpoint);
  }
  input.there("--from", from, "a file that eslabon run --checkpoint wrote");
  if (from === undefined) {
    if (options.verify === true)
      refuse("", "--verify", "--from beside it: it is a saved state that is verified");
    return;
  }
  if (options.seed !== undefined)
    refuse("--seed", options.seed, "no seed beside --from: the saved run has its own");
  if (id !== undefined) return;
  for (const name of ["population", "months", "pack"] as const) {
    const value = options[name];
    const expected = `no --${name} beside --from without a scenario: the saved run has its own`;
    if (value !== undefined) refuse(`--${name}`, value, expected);
  }
}

function monthOf(input: Input, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^-?\d+$/.test(text)) return Number(text);
  const expected = "a whole month: 0 is January 2017, and those of the burn-in are negative";
  input.problems.push({ path: "--checkpoint-at", value: text, expected });
  return undefined;
}

/** A run before its first month, or after the month at which it was saved. */
function begun(input: Input, scenario: Scenario | undefined, options: RunCommandOptions): Simulation {
  const { from, seed = "1", events = false, verify = false } = options;
  if (from === undefined) return startSimulation(scenario as Scenario, { seed, events });
  const simulation = restored(from, { verify, ...(scenario === undefined ? {} : { scenario }) });
  if (events && insideOf(simulation).world.events === null) {
    const expected = "a run that was saved with --events: those of the months before are in no other";
    input.problems.push({ path: "--from", value: from, expected });
    input.check();
  }
  return simulation;
}

function restored(
  file: string,
  options: { readonly verify: boolean; readonly scenario?: Scenario },
): Simulation {
  const state = readStateFile(file);
  try {
    return restoreSimulation(state, options);
  } catch (error) {
    if (error instanceof InputError) throw new InputError(file, error.problems);
    throw error;
  }
}

/** A run is saved after a month that it has still to come to, or has just come to. */
function monthProblems(month: number, first: number, months: number): Problem[] {
  if (month >= first && month < months) return [];
  const expected = `a month of the run, from ${first} to ${months - 1}`;
  return [{ path: "--checkpoint-at", value: month, expected }];
}
