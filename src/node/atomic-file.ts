// Files that are there whole or not at all.
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { InputError, type Problem } from "../errors.ts";
import { inWords, named } from "./disk-errors.ts";
import { makeFolder } from "./make-folder.ts";

let parts = 0;

/** A name beside a file or folder for what is not whole yet; no other process uses it. */
export function partOf(file: string): string {
  return join(dirname(file), `.${basename(file)}.${hostname()}.${process.pid}.${(parts += 1)}.part`);
}

/** Whether a name is one of those. */
export function isPart(name: string): boolean {
  return name.startsWith(".") && name.endsWith(".part");
}

/** Removes what killed processes of this machine left beside a file or folder that they were making. */
export function removeDeadParts(file: string): void {
  const start = `.${basename(file)}.${hostname()}.`;
  removeDeadPartsIn(dirname(file), (name) => name.startsWith(start));
}

/** Removes what killed processes of this machine left in a folder, of all that they were making there if not said otherwise. */
export function removeDeadPartsIn(folder: string, isMeant = (_name: string) => true): void {
  const before = `.${hostname()}.`;
  for (const name of readdirSync(folder)) {
    const at = name.lastIndexOf(before);
    if (at < 0 || !isPart(name) || !isMeant(name)) continue;
    const id = Number.parseInt(name.slice(at + before.length), 10);
    if (!isAlive(id)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function isAlive(id: number): boolean {
  try {
    // Signal 0 only asks whether there is such a process.
    return process.kill(id, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

/** The file that a link leads to, which is written instead of the link; the name itself where it is none or leads nowhere. */
function linkedFrom(file: string): string {
  return existsSync(file) ? realpathSync(file) : file;
}

/** A file that grows, and comes into being under its name only when it is whole. Errors of the system name the file. */
export class AtomicFile {
  readonly #part: string;
  readonly #file: string;
  readonly #target: string;
  readonly #descriptor: number;
  #open = true;

  constructor(file: string) {
    this.#file = file;
    this.#target = linkedFrom(file);
    this.#part = partOf(this.#target);
    this.#descriptor = this.#orNamed(() => openSync(this.#part, "wx"));
  }

  write(content: string | Uint8Array): void {
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    this.#orNamed(() => {
      for (let at = 0; at < bytes.length;) at += writeSync(this.#descriptor, bytes, at);
    });
  }

  /** Gives the file its name, once what was written is on the disk. */
  commit(): void {
    this.#orNamed(() => {
      fsyncSync(this.#descriptor);
      this.#close();
      renameSync(this.#part, this.#target);
    });
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

  #orNamed<Result>(action: () => Result): Result {
    try {
      return action();
    } catch (error) {
      throw named(error, this.#file);
    }
  }
}

/** Writes a whole file into a folder that is there: all of it or nothing. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const whole = new AtomicFile(file);
  try {
    whole.write(content);
    whole.commit();
  } finally {
    whole.discard();
  }
}

/**
 * Writes a whole file, and makes its folder where it is not there.
 *
 * @throws InputError naming the file when the system refuses.
 */
export function writeOutput(file: string, content: string | Uint8Array): void {
  try {
    makeFolder(dirname(file));
    writeWhole(file, content);
  } catch (error) {
    throw inWords(error, "writing a file", "what stood there is as it was");
  }
}

/**
 * What would keep {@link writeOutput} from writing a file, as far as it can be told before the work whose result the file is to
 * hold. It leaves nothing behind.
 */
export function unwritable(file: string): readonly Problem[] {
  // A device or a pipe would be no more: the whole file takes the place of whatever stands there.
  if (file === "" || (existsSync(file) && !statSync(file).isFile())) {
    return [{ path: file, value: file, expected: "the name of a file, not of a folder or a device" }];
  }
  let folder = dirname(file);
  while (!existsSync(folder)) folder = dirname(folder);
  try {
    new AtomicFile(join(folder, basename(file))).discard();
    return [];
  } catch (error) {
    const told = inWords(error, "writing a file");
    if (!(told instanceof InputError)) throw told;
    return told.problems;
  }
}
