import { spawnSync } from "node:child_process";
import { Console } from "node:console";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { Writable } from "node:stream";
import { vi } from "vitest";

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line, as a user does in a pipe. */
export function eslabon(...words: string[]): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["dist/cli.cjs", ...words], {
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  return { status, stdout, stderr };
}

/** Words for Node that give its loader of modules hooks of one's own (https://nodejs.org/api/module.html#customization-hooks). */
export function withHooks(hooks: string): string[] {
  const url = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`;
  const register = `import { register } from "node:module"; register(${JSON.stringify(url(hooks))});`;
  return ["--import", url(register)];
}

const interruptions = ["SIGINT", "SIGTERM"] as const;
const commandLine = resolve("dist/cli.cjs");
const require = createRequire(import.meta.url);

/**
 * Runs the built command line in this process, with streams of its own: what commands do and say, without a start of Node each
 * time and with code that is compiled already. How a process ends and what a pipe gets is asked of `eslabon`. One at a time.
 */
export const eslabonHere = (...words: string[]) => eslabonIn(".", ...words);

/** Columns of the terminal of {@link eslabonInTerminal}. */
export const terminalColumns = 80;

/** The same with colours and charts, as in a terminal. */
export async function eslabonInTerminal(...words: string[]): Promise<Outcome> {
  vi.stubEnv("FORCE_COLOR", "1");
  vi.stubEnv("NO_COLOR", undefined);
  vi.stubEnv("COLUMNS", String(terminalColumns));
  try {
    return await eslabonHere(...words);
  } finally {
    vi.unstubAllEnvs();
  }
}

/** The same, called in some folder. */
export async function eslabonIn(folder: string, ...words: string[]): Promise<Outcome> {
  const told = { stdout: "", stderr: "" };
  const collecting = (name: keyof typeof told) =>
    new Writable({
      decodeStrings: false,
      write(text, _encoding, done) {
        told[name] += String(text);
        done();
      },
    });
  const streams = { stdout: collecting("stdout"), stderr: collecting("stderr") };
  const before = {
    folder: process.cwd(),
    argv: process.argv,
    exitCode: process.exitCode,
    console: globalThis.console,
    streams: Object.getOwnPropertyDescriptors(process),
    listeners: interruptions.map((name) => process.listeners(name)),
  };
  process.chdir(folder);
  process.argv = [process.execPath, "dist/cli.cjs", ...words];
  process.exitCode = undefined;
  globalThis.console = new Console(streams.stdout, streams.stderr);
  for (const [name, value] of Object.entries(streams)) Object.defineProperty(process, name, { value });
  try {
    // The command line runs when it is loaded.
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- how Node is told to load a file again
    delete require.cache[commandLine];
    await (require(commandLine) as { readonly ended: Promise<void> }).ended;
    return { status: (process.exitCode as number | undefined) ?? 0, ...told };
  } finally {
    process.chdir(before.folder);
    process.argv = before.argv;
    process.exitCode = before.exitCode;
    globalThis.console = before.console;
    Object.defineProperties(process, { stdout: before.streams.stdout, stderr: before.streams.stderr });
    for (const [i, name] of interruptions.entries()) {
      const added = process.listeners(name).filter((listener) => !before.listeners[i].includes(listener));
      for (const listener of added) process.off(name, listener);
    }
  }
}

/** The words of a guide's command; its runs are made in one thread, for starting workers takes longer than they do. */
export const wordsOf = (line: string) => [
  ...line.split(" "),
  ...(/^study |^export .* --seeds/.test(line) ? ["--workers", "0"] : []),
];

/** Options of a run that takes a moment. */
export const small = ["--population", "50", "--months", "40"];
