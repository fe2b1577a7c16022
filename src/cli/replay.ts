import { replayRun } from "../node/study/replay-run.ts";
import { provenanceOf } from "../report/provenance.ts";
import { yearsReport } from "../report/years.ts";
import { inputOf } from "./input.ts";
import { outputStyle, printJson, printResult } from "./output.ts";
import { checkOneForm, printEvents, recordOf, type RunOutput } from "./run-output.ts";

/** `eslabon replay <folder> <run>` */
export async function replayCommand(folder: string, text: string, options: RunOutput): Promise<void> {
  const input = inputOf("replay");
  const index = input.whole("run", text, 0);
  input.there("folder", folder, "the folder of a study, with all its files");
  checkOneForm(input, options);
  input.check();
  const { place, scenario, run, row } = await replayRun(folder, Number(index), {
    events: options.events === true,
  });
  if (options.events === true) {
    printEvents(run);
    return;
  }
  const held =
    row === undefined
      ? "The study has not come to this run yet."
      : row.fingerprint === undefined
        ? `Its row says that it failed (${row.error ?? "no cause"}); this time it did not.`
        : "The fingerprint is the one of its row.";
  if (options.json === true) {
    printJson({ place, held, ...recordOf(run) });
    return;
  }
  const drawn = Object.entries(scenario.parameters).map(([name, value]) => `  ${name}: ${value}`);
  const values = place.draw === 0 ? [] : [["Parameters that differ from the default:", ...drawn].join("\n")];
  const lines = [`Run ${place.run}, draw ${place.draw}.`, ...values, yearsReport(run, outputStyle()), held];
  printResult(lines.join("\n\n"), provenanceOf(run));
}
