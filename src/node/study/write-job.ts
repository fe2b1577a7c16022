// The folder of a job: a plan of the study, and the files of a scheduler.
import { chmodSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Study } from "../../analysis/study/study.ts";
import { InputError } from "../../errors.ts";
import { writeWhole } from "../atomic-file.ts";
import { inWords } from "../disk-errors.ts";
import { fillFolder, isOccupied } from "../fill-folder.ts";
import { jobFiles, planFile, type JobKind, type JobSettings } from "./job-files.ts";
import { writeStudyPlan } from "./study-file.ts";

const executable = 0o755;

/**
 * Writes a job into a new folder and returns the path of the file that starts it.
 *
 * @throws InputError when the folder is there already or cannot be written.
 */
export async function writeJob(
  study: Study,
  path: string,
  kind: JobKind,
  settings: Omit<JobSettings, "id" | "folder">,
): Promise<string> {
  const folder = resolve(path);
  const { files, start } = jobFiles(kind, { ...settings, id: study.id, folder });
  try {
    if (isOccupied(path)) {
      const expected = "a new folder, or an empty one";
      throw new InputError("a study's job", [{ path: "path", value: path, expected }]);
    }
    await fillFolder(folder, (part) => {
      writeStudyPlan(study, join(part, planFile));
      for (const [name, text] of Object.entries(files)) {
        writeWhole(join(part, name), text);
        if (name.endsWith(".sh")) chmodSync(join(part, name), executable);
      }
    });
  } catch (error) {
    throw inWords(error, "a study's job", "nothing was started");
  }
  return join(folder, start);
}
