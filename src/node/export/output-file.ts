// A file that is there as a whole or not at all: written beside its place under another name, and renamed when complete.
import { createHash } from "node:crypto";
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { InputError } from "../../errors.ts";

/** A file on its way. */
export interface OutputFile {
  write(bytes: Uint8Array | string): void;
  /** Puts the file in its place. */
  finish(): { readonly bytes: number; readonly sha256: string };
  /** Leaves nothing behind. */
  abort(): void;
}

/** Opens a file that appears at its path when it is finished; what stood there is replaced at that moment. */
export function openOutput(path: string): OutputFile {
  const part = `${path}.${process.pid}.part`;
  const hash = createHash("sha256");
  const file = orRefuse(path, () => openSync(part, "wx"));
  let bytes = 0;
  let open = true;
  const close = () => {
    if (open) closeSync(file);
    open = false;
  };
  return {
    write(given) {
      const chunk = typeof given === "string" ? Buffer.from(given) : given;
      hash.update(chunk);
      bytes += chunk.length;
      orRefuse(path, () => {
        for (let at = 0; at < chunk.length;) at += writeSync(file, chunk, at);
      });
    },
    finish() {
      orRefuse(path, () => {
        fsyncSync(file);
        close();
        renameSync(part, path);
      });
      return { bytes, sha256: hash.digest("hex") };
    },
    abort() {
      close();
      rmSync(part, { force: true });
    },
  };
}

const refusals: Readonly<Record<string, string>> = {
  ENOSPC: "room on the disk",
  EDQUOT: "room within the disk quota",
  EFBIG: "room for larger files",
  ENOTDIR: "a folder, where a file stands",
};

/** What the system refuses, as one clear error. */
export function orRefuse<Result>(path: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (typeof code !== "string") throw error;
    const expected = `${refusals[code] ?? "a place that can be written to"} (${code})`;
    throw new InputError("writing an export", [{ path: "--out", value: path, expected }]);
  }
}
