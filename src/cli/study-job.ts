import { layoutOf } from "../analysis/study/layout.ts";
import { jobKinds, longestId } from "../node/study/job-files.ts";
import { writeJob } from "../node/study/write-job.ts";
import { counted } from "../report/numbers.ts";
import { inputOf } from "./input.ts";
import { print } from "./output.ts";
import { studyOf } from "./study-run.ts";

interface StudyJobOptions {
  readonly out?: string;
  readonly tasks?: string;
  readonly kind?: string;
  readonly workers?: string;
  readonly command?: string;
  readonly time?: string;
  readonly image?: string;
  readonly claim?: string;
}

/** Options that one kind of scheduler has. */
const ofOneKind = { time: "slurm", image: "kubernetes", claim: "kubernetes" } as const;

/** `eslabon study-job <file> --out <folder> --tasks <count> --kind <kind>` */
export async function studyJobCommand(file: string, options: StudyJobOptions): Promise<void> {
  const input = inputOf("study-job");
  const kinds = `one of: ${jobKinds.join(", ")}`;
  input.needed("--tasks", options.tasks, "a whole number of at least 1");
  input.needed("--kind", options.kind, kinds);
  const out = input.neededFolder("--out", options.out);
  const tasks = input.whole("--tasks", options.tasks, 1);
  const workers = input.whole("--workers", options.workers, 1);
  const kind = input.name("--kind", options.kind, jobKinds, kinds);
  const { command = "npx eslabon", time = "24:00:00", image = "eslabon:latest", claim = "eslabon" } = options;
  if (!/^[\d:-]+$/.test(time)) {
    input.problems.push({ path: "--time", value: time, expected: "a time limit as 24:00:00" });
  }
  if (command.trim() === "") {
    input.problems.push({ path: "--command", value: command, expected: "words that call eslabon" });
  }
  for (const name of ["time", "image", "claim"] as const) {
    if (options[name] === undefined || kind === undefined || kind === ofOneKind[name]) continue;
    const expected = `--${name} beside --kind ${ofOneKind[name]} only`;
    input.problems.push({ path: "", value: `--${name}`, expected });
  }
  const study = studyOf(input, file);
  const groups = study === undefined ? Infinity : layoutOf(study).groups;
  if (Number(tasks) > groups) {
    const expected = `at most ${groups} tasks: scenarios of one draw and seed stay together`;
    input.problems.push({ path: "--tasks", value: options.tasks, expected });
  }
  if (study !== undefined && kind !== undefined && study.id.length > longestId(kind)) {
    const expected = `at most ${longestId(kind)} characters: jobs of ${kind} are named after it`;
    input.problems.push({ path: `${file}: id`, value: study.id, expected });
  }
  input.check();
  if (study === undefined || tasks === undefined || workers === undefined || kind === undefined) return;
  const settings = { tasks, workers, command, time, image, claim };
  const start = await input.late(() => writeJob(study, out, kind, settings), { path: "--out" });
  print(`Wrote a job of ${counted(tasks, "task")}. Start it with: ${start}`);
}
