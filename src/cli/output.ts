// How the command line writes: tables as wide as the terminal, colours only where they show, progress on standard error.
import type { TableStyle } from "../report/table.ts";

/** Style of tables on standard output: plain in pipes and files, and wherever NO_COLOR asks for it. */
export function outputStyle(): TableStyle {
  const { stdout } = process;
  if (!stdout.isTTY) return {};
  const width = stdout.columns > 0 ? { width: stdout.columns } : {};
  if (!stdout.hasColors()) return width;
  return {
    ...width,
    strong: (text) => `\u001b[1m${text}\u001b[22m`,
    faint: (text) => `\u001b[2m${text}\u001b[22m`,
  };
}

/** Writes text and a line end. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
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
  return [
    "npx eslabon",
    ...words.map((word) => (/^[\w./:,=@-]+$/.test(word) ? word : JSON.stringify(word))),
  ].join(" ");
}

/** A bar of done over total. */
export interface Progress {
  update(done: number): void;
  stop(): void;
}

/** A progress bar on standard error; silent when that is no terminal. */
export async function progressOf(total: number, unit: string): Promise<Progress> {
  if (!process.stderr.isTTY) return { update: () => undefined, stop: () => undefined };
  const { default: cliProgress } = await import("cli-progress");
  const bar = new cliProgress.SingleBar({
    format: `{bar} {value}/{total} ${unit}, {eta_formatted} left`,
    stream: process.stderr,
    barCompleteChar: "█",
    barIncompleteChar: "░",
    barsize: 30,
    clearOnComplete: true,
    etaBuffer: 30,
  });
  bar.start(total, 0);
  return { update: (done) => bar.update(done), stop: () => bar.stop() };
}
