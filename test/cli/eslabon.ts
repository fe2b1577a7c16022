import { spawnSync } from "node:child_process";
import { Console } from "node:console";
import { resolve } from "node:path";
import { Writable } from "node:stream";
import { pathToFileURL } from "node:url";

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line, as a user does in a pipe. */
export function eslabon(...words: string[]): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["dist/cli.js", ...words], {
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  return { status, stdout, stderr };
}

const interruptions = ["SIGINT", "SIGTERM"] as const;
let calls = 0;

/**
 * Runs the built command line in this process, with streams of its own: what commands do and say, without a start of Node each
 * time and with code that is compiled already. How a process ends and what a pipe gets is asked of `eslabon`. One at a time.
 */
export async function eslabonHere(...words: string[]): Promise<Outcome> {
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
    argv: process.argv,
    exitCode: process.exitCode,
    console: globalThis.console,
    streams: Object.getOwnPropertyDescriptors(process),
    listeners: interruptions.map((name) => process.listeners(name)),
  };
  process.argv = [process.execPath, "dist/cli.js", ...words];
  process.exitCode = undefined;
  globalThis.console = new Console(streams.stdout, streams.stderr);
  for (const [name, value] of Object.entries(streams)) Object.defineProperty(process, name, { value });
  try {
    // Each address is a module of its own: the command line runs when it is loaded.
    await import(`${pathToFileURL(resolve("dist/cli.js")).href}?call=${++calls}`);
    return { status: Number(process.exitCode ?? 0), ...told };
  } finally {
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

/** Options of a run that takes a moment. */
export const small = ["--population", "50", "--months", "40"];
