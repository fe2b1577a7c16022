// Job files: the same tasks, each a shard of one plan, for three kinds of scheduler. A task goes on with its folder if it is
// started again, so that schedulers may repeat it.
import { stringify } from "yaml";

/** Kinds of schedulers. */
export const jobKinds = ["slurm", "kubernetes", "parallel"] as const;

/** A kind of scheduler. */
export type JobKind = (typeof jobKinds)[number];

/** What job files are made from. */
export interface JobSettings {
  readonly id: string;
  /** Absolute path of the job's folder, as every machine sees it. */
  readonly folder: string;
  readonly tasks: number;
  readonly workers: number;
  /** How the machines call eslabon, as words of a shell. */
  readonly command: string;
  /** Slurm's time limit of a task. */
  readonly time: string;
  readonly image: string;
  readonly claim: string;
}

/** A job's files by name, and what starts it. */
export interface JobFiles {
  readonly files: Readonly<Record<string, string>>;
  readonly start: string;
}

/** The plan's name in the job's folder. */
export const planFile = "plan.json";

const resultFolder = "result";
/** Seconds before the time limit at which a task is asked to stop; what it has finished by then is kept. */
const graceSeconds = 120;

/** What stands behind the study's id in the name of the job that merges. */
const mergeSuffix = "-merge";
/** Letters of a job's name that Kubernetes takes at most. */
const longestJobName = 63;

/** Letters that a study's id may have where jobs of a kind are named after it. */
export function longestId(kind: JobKind): number {
  return kind === "kubernetes" ? longestJobName - mergeSuffix.length : Infinity;
}

/** The job files of a kind of scheduler. */
export function jobFiles(kind: JobKind, settings: JobSettings): JobFiles {
  return { slurm: slurmFiles, kubernetes: kubernetesFiles, parallel: parallelFiles }[kind](settings);
}

function slurmFiles(settings: JobSettings): JobFiles {
  const { id, folder, tasks, workers, time } = settings;
  const array = `#!/usr/bin/env bash
#SBATCH --job-name=${id}
#SBATCH --array=1-${tasks}
#SBATCH --cpus-per-task=${workers}
#SBATCH --time=${time}
#SBATCH --signal=TERM@${graceSeconds}
#SBATCH --requeue
#SBATCH --output="${folder}/logs/%a.txt"
#SBATCH --open-mode=append
set -euo pipefail
# srun hands signals on to its task; without it they would end the shell alone.
exec srun --ntasks=1 ${taskCommand(settings, '"$SLURM_ARRAY_TASK_ID"')}
`;
  const merge = `#!/usr/bin/env bash
#SBATCH --job-name=${id}${mergeSuffix}
#SBATCH --cpus-per-task=1
#SBATCH --time=${time}
#SBATCH --output="${folder}/logs/merge.txt"
set -euo pipefail
${mergeCommand(settings)}
`;
  const submit = `#!/usr/bin/env bash
# Starts the shards, and the merge that waits until all of them have ended well. Prints the two jobs' numbers.
set -euo pipefail
cd ${quoted(folder)}
mkdir -p logs
array="$(sbatch --parsable array.sh)"
merge="$(sbatch --parsable --dependency="afterok:\${array%%;*}" --kill-on-invalid-dep=yes merge.sh)"
echo "\${array%%;*} \${merge%%;*}"
`;
  return { files: { "array.sh": array, "merge.sh": merge, "submit.sh": submit }, start: "submit.sh" };
}

function parallelFiles(settings: JobSettings): JobFiles {
  const { folder, tasks } = settings;
  const run = `#!/usr/bin/env bash
# Runs every shard, as many at a time as PARALLEL_JOBS says (default: one per core), then merges them. Other machines help with
# the options of GNU parallel: ./run.sh --sshloginfile machines.txt
set -euo pipefail
cd ${quoted(folder)}
seq 1 ${tasks} | parallel --jobs "\${PARALLEL_JOBS:-100%}" --halt soon,fail=1 --joblog log.txt "$@" \\
  ${quoted(taskCommand(settings, "{}"))}
${mergeCommand(settings)}
`;
  return { files: { "run.sh": run }, start: "run.sh" };
}

function kubernetesFiles(settings: JobSettings): JobFiles {
  const { id, tasks, workers } = settings;
  const shards = job(settings, id, taskCommand(settings, '"$((JOB_COMPLETION_INDEX + 1))"'), {
    completionMode: "Indexed",
    completions: tasks,
    parallelism: tasks,
    cpu: workers,
  });
  const merge = job(settings, `${id}${mergeSuffix}`, mergeCommand(settings), { cpu: 1 });
  const apply = `#!/usr/bin/env bash
# Starts the shards, waits for all of them, and starts the merge.
set -euo pipefail
cd "$(dirname "$0")"
kubectl apply -f shards.yaml
kubectl wait --for=condition=complete --timeout=-1s ${quoted(`job/${id}`)}
kubectl apply -f merge.yaml
`;
  return { files: { "shards.yaml": shards, "merge.yaml": merge, "apply.sh": apply }, start: "apply.sh" };
}

function job(
  { folder, image, claim }: JobSettings,
  name: string,
  command: string,
  { cpu, ...mode }: { readonly cpu: number } & Readonly<Record<string, unknown>>,
): string {
  const container = {
    name: "eslabon",
    image,
    command: ["bash", "-euc", command],
    resources: { requests: { cpu: String(cpu) } },
    volumeMounts: [{ name: "job", mountPath: folder }],
  };
  return stringify(
    {
      apiVersion: "batch/v1",
      kind: "Job",
      metadata: { name },
      spec: {
        ...mode,
        // Pods may be evicted; each goes on where the last one stopped.
        backoffLimit: 100,
        template: {
          spec: {
            restartPolicy: "OnFailure",
            containers: [container],
            volumes: [{ name: "job", persistentVolumeClaim: { claimName: claim } }],
          },
        },
      },
    },
    { lineWidth: 0 },
  );
}

/** Runs one shard, or goes on with it. */
function taskCommand({ command, folder, tasks, workers }: JobSettings, index: string): string {
  const path = quoted(`${folder}/${planFile}`);
  return `${command} study ${path} --out ${quoted(`${folder}/shards`)}/${index} --shard ${index}/${tasks} --workers ${workers === 1 ? 0 : workers} --continue`;
}

function mergeCommand({ command, folder, tasks }: JobSettings): string {
  return `${command} merge ${quoted(`${folder}/shards`)}/{1..${tasks}} --out ${quoted(`${folder}/${resultFolder}`)} --continue`;
}

/** A text as one word of a shell. */
function quoted(text: string): string {
  return /^[\w./:-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
