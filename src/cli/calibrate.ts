import { calibrate, calibrationProblems } from "../analysis/calibration/calibrate.ts";
import { parameterNames } from "../data/parameter-values.ts";
import { writeCalibration } from "../node/accepted-file.ts";
import { writeOutput } from "../node/atomic-file.ts";
import { calibrationPage } from "../report/calibration-page.ts";
import { calibrationReport } from "../report/calibration.ts";
import { optionOf } from "./command-words.ts";
import { inputOf } from "./input.ts";
import { commandLine, outputStyle, printJson, printResult } from "./output.ts";
import { notedExecutor, type StudyOptions } from "./study-run.ts";

interface CalibrateCommandOptions extends StudyOptions {
  readonly samples?: string;
  readonly waves?: string;
  readonly parameters?: string;
  readonly keep?: string;
  readonly trajectories?: string;
  readonly seed?: string;
  readonly out?: string;
  readonly page?: string;
}

/** `eslabon calibrate` */
export async function calibrateCommand(options: CalibrateCommandOptions): Promise<void> {
  const input = inputOf("calibrate");
  const seeds = input.whole("--seeds", options.seeds, 2);
  const samples = input.whole("--samples", options.samples, 2);
  const waves = input.whole("--waves", options.waves, 1);
  const keep = input.whole("--keep", options.keep, 1);
  const trajectories = input.whole("--trajectories", options.trajectories, 2);
  const parameters = input.names(
    "--parameters",
    options.parameters,
    parameterNames,
    "the name of a parameter",
  );
  for (const name of ["keep", "trajectories"] as const) {
    if (options.parameters === undefined || options[name] === undefined) continue;
    const expected = `--${name} without --parameters only: those that are named are all taken, unscreened`;
    input.problems.push({ path: "", value: `--${name}`, expected });
  }
  const workers = input.whole("--workers", options.workers, 0);
  const scenario = input.scenario("scenario", "baseline", input.size(options));
  input.output("--out", options.out);
  const seed = input.seed("--seed", options.seed);
  input.output("--page", options.page);
  input.outputFolder("--cache", options.cache);
  const asked = {
    seeds: seeds ?? 0,
    ...(samples === undefined ? {} : { samples }),
    ...(waves === undefined ? {} : { waves }),
    ...(keep === undefined ? {} : { keep }),
    ...(trajectories === undefined ? {} : { trajectories }),
    ...(parameters === undefined ? {} : { parameters }),
    ...(seed === undefined ? {} : { seed }),
  };
  if (scenario !== undefined) input.tell(calibrationProblems(scenario, asked), optionOf());
  input.check();
  if (scenario === undefined) return;

  const { execute, notes } = notedExecutor(workers, options.cache);
  const calibration = await calibrate(scenario, asked, execute);
  if (options.out !== undefined) writeCalibration(calibration, options.out);
  if (options.page !== undefined) writeOutput(options.page, calibrationPage(calibration, commandLine()));
  const provenance = notes.provenance(options.seed);
  if (options.json === true) printJson({ ...calibration, provenance });
  else printResult(calibrationReport(calibration, outputStyle()), provenance);
}
