// How the command line writes: tables as wide as the terminal, colours only where they show, progress on standard error.
import { WriteStream } from "node:tty";
import { Ansis } from "ansis";
import { provenanceLine, type Provenance } from "../report/provenance.ts";
import type { TableStyle } from "../report/table.ts";
import { stoppable } from "./interruption.ts";
import { progressLine } from "./progress-line.ts";

/** Places of a terminal that does not say how wide it is. */
const usualColumns = 80;

/**
 * Style of what goes to standard output. A terminal gets colours, charts and tables cut to its width; a pipe or a file gets
 * plain tables, unless FORCE_COLOR says that colours will be shown at its other end. NO_COLOR takes the colours, not the charts.
 */
export function outputStyle(): TableStyle {
  const { stdout, env } = process;
  const depth = WriteStream.prototype.getColorDepth(env);
  const isForced = env["FORCE_COLOR"] !== undefined && depth > 1;
  if (!stdout.isTTY && !isForced) return {};
  const columns = stdout.isTTY ? stdout.columns : Number(env["COLUMNS"]);
  const shape = { width: columns > 0 ? columns : usualColumns, charts: true };
  if (depth === 1) return shape;
  const paint = new Ansis(levels[depth]);
  return {
    ...shape,
    strong: paint.bold,
    faint: paint.dim,
    higher: paint.hex(blue),
    lower: paint.hex(vermilion),
  };
}

/** Bits of colour that a terminal shows, as Node finds them, in the words of ansis. */
const levels: Readonly<Record<number, number>> = { 4: 1, 8: 2, 24: 3 };

/** Okabe and Ito's, as in the figures, a little lighter so that they show on black and on white. */
const blue = "#3392cc";
const vermilion = "#d5703a";

/** Writes text and a line end. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Writes what runs of the model gave, and below it which runs these were. */
export function printResult(text: string, provenance: Provenance): void {
  print(`${text}\n\n${provenanceLine(provenance, outputStyle())}`);
}

/** Writes a value as JSON for programs. */
export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}

/** The command that is running, as somebody would type it; where runs are kept and who makes them changes no result. */
export function commandLine(): string {
  const words = process.argv.slice(2).filter((word, i, all) => {
    const named = (text: string | undefined) => /^--(cache|workers)$/.test(text ?? "");
    return !named(word) && !named(all[i - 1]) && !/^--(cache|workers)=/.test(word) && word !== "--json";
  });
  return ["npx eslabon", ...words.map(quoted)].join(" ");
}

/** A word as a shell takes it literally. */
function quoted(word: string): string {
  return /^[\w./:,=@-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** Says how far work has come; a note, as an estimate so far, is asked for only when it is shown. */
export type UpdateProgress = (done: number, total: number, note?: () => string) => void;

interface Bar {
  update(done: number, note: (() => string) | undefined): void;
  stop(): void;
}

/** Time left is told to so many seconds. */
const roundedSeconds = 5;
/** Milliseconds between two lines of progress where there is no terminal, as in a cluster's log. */
const betweenLines = 60_000;

/**
 * Work with a progress bar on standard error with time left, from its first news to its end, whatever that is; where there is no
 * terminal, a line a minute for work that says how it goes. What the first news has done says nothing about how fast the rest
 * will be.
 */
export async function withProgress<Result>(
  unit: string,
  work: (update: UpdateProgress) => Promise<Result>,
): Promise<Result> {
  let opening: Promise<void> | undefined;
  let bar: Bar | undefined;
  try {
    return await stoppable(() =>
      work((done, total, note) => {
        opening ??= openBar(done, total, unit).then((opened) => {
          bar = opened;
        });
        bar?.update(done, note);
      }),
    );
  } finally {
    await opening;
    bar?.stop();
  }
}

async function openBar(done: number, total: number, unit: string): Promise<Bar> {
  if (!process.stderr.isTTY) return progressLines(total, unit);
  const { default: cliProgress } = await import("cli-progress");
  let told = "";
  const bar = new cliProgress.SingleBar({
    format: (options, { progress, value, eta, maxWidth }) => {
      const left = cliProgress.Format.TimeFormat(eta, options, roundedSeconds);
      return progressLine(
        { progress, state: `${value}/${total} ${unit}, ${left} left`, note: told },
        maxWidth,
      );
    },
    stream: process.stderr,
    clearOnComplete: true,
    etaBuffer: 30,
  });
  bar.start(total, done);
  return {
    update: (now, note) => {
      told = note?.() ?? told;
      bar.update(now);
    },
    stop: () => bar.stop(),
  };
}

function progressLines(total: number, unit: string): Bar {
  let last = Date.now();
  return {
    update(done, note) {
      if (note === undefined || Date.now() - last < betweenLines) return;
      last = Date.now();
      process.stderr.write(`${done}/${total} ${unit}; ${note()}\n`);
    },
    stop: () => undefined,
  };
}
