// Files that are there whole or not at all, and what the disk refuses in words.
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { InputError } from "../../errors.ts";

let parts = 0;

/** A name beside a file for what is not whole yet; no other process uses it. */
function partOf(file: string): string {
  return join(dirname(file), `.${basename(file)}.${hostname()}.${process.pid}.${(parts += 1)}.part`);
}

/** A file that grows, and comes into being under its name only when it is whole. */
export class AtomicFile {
  readonly #part: string;
  readonly #file: string;
  readonly #descriptor: number;
  #open = true;

  constructor(file: string) {
    this.#file = file;
    this.#part = partOf(file);
    this.#descriptor = openSync(this.#part, "wx");
  }

  write(text: string): void {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length;) at += writeSync(this.#descriptor, bytes, at);
  }

  /** Gives the file its name, once what was written is on the disk. */
  commit(): void {
    fsyncSync(this.#descriptor);
    this.#close();
    renameSync(this.#part, this.#file);
  }

  /** Leaves nothing behind, unless the file has been committed. */
  discard(): void {
    this.#close();
    rmSync(this.#part, { force: true });
  }

  #close(): void {
    if (this.#open) closeSync(this.#descriptor);
    this.#open = false;
  }
}

/** Writes a whole file: all of it or nothing. */
export function writeWhole(file: string, text: string): void {
  const whole = new AtomicFile(file);
  try {
    whole.write(text);
    whole.commit();
  } finally {
    whole.discard();
  }
}

const refusals: Readonly<Record<string, string>> = {
  ENOSPC: "room on the disk",
  EDQUOT: "room within the disk quota",
  EFBIG: "room for larger files",
  EROFS: "a disk that can be written",
  EACCES: "a folder that can be written",
  EPERM: "a folder that can be written",
  ENOTDIR: "a folder, where a file stands",
  ENOENT: "a folder that can be made",
};

/** What the disk refused, as an error in words; other errors as they are. */
export function inWords(error: unknown, what: string, advice: string): unknown {
  const { code, path } = (error instanceof Error ? error : {}) as NodeJS.ErrnoException;
  if (code === undefined || !Object.hasOwn(refusals, code)) return error;
  const expected = `${refusals[code]}; ${advice}`;
  return new InputError(what, [{ path: path ?? what, value: code, expected }]);
}
