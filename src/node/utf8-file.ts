// Texts that users write, as they lie on disk.
import { readFileSync } from "node:fs";
import { InputError } from "../errors.ts";
import { unreadable } from "./disk-errors.ts";

/**
 * The text of a file in UTF-8, without its byte order mark.
 *
 * @param refuse Makes the error of a file that cannot be read, or is in another encoding.
 */
export function utf8TextOf(path: string, refuse: (value: unknown, expected: string) => InputError): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const told = unreadable(error, "reading a file");
    if (!(told instanceof InputError)) throw told;
    const [{ value, expected }] = told.problems;
    throw refuse(value, expected);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw refuse("bytes that are no UTF-8", "a text in UTF-8");
  }
}
