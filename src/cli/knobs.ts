import { knobsOf } from "../analysis/knobs/knob-list.ts";
import { knobsHorizonProblems, studyKnobs } from "../analysis/knobs/study.ts";
import { writeOutput } from "../node/atomic-file.ts";
import { knobSentences, knobsPage, knobsReport } from "../report/knobs.ts";
import { inputOf } from "./input.ts";
import { commandLine, outputStyle, printJson, printResult } from "./output.ts";
import { notedExecutor, type StudyOptions } from "./study-run.ts";

interface KnobsCommandOptions extends StudyOptions {
  readonly names?: string;
  readonly out?: string;
}

/** `eslabon knobs`: exit code 1 when a knob is dead, or is called inert and acts. */
export async function knobsCommand(options: KnobsCommandOptions): Promise<void> {
  const input = inputOf("knobs");
  const seeds = input.whole("--seeds", options.seeds, 1);
  const workers = input.whole("--workers", options.workers, 0);
  const scenario = input.scenario("scenario", "baseline", input.size(options));
  if (scenario !== undefined) input.problems.push(...knobsHorizonProblems(scenario.months, "--months"));
  const known = scenario === undefined ? [] : knobsOf(scenario).map(({ name }) => name);
  const names =
    scenario === undefined
      ? undefined
      : input.names("--names", options.names, known, "a parameter, or a setting as policy.setting");
  input.output("--out", options.out);
  input.outputFolder("--cache", options.cache);
  input.check();
  if (scenario === undefined || seeds === undefined) return;

  const { execute, notes } = notedExecutor(workers, options.cache);
  const study = await studyKnobs(scenario, { seeds, ...(names === undefined ? {} : { names }) }, execute);
  if (options.out !== undefined) writeOutput(options.out, knobsPage(study, commandLine()));
  const provenance = notes.provenance();
  if (options.json === true) printJson({ ...study, summary: knobSentences(study), provenance });
  else printResult(knobsReport(study, outputStyle()), provenance);
  if (study.knobs.some(({ problem }) => problem !== null)) process.exitCode = 1;
}
