// The one way in which a scenario's content is written, and its hash: two texts of the same content give the same.
import { hashWords, wordsOf } from "../random.ts";
import { isPlainObject } from "../plain-object.ts";

/** JSON with the keys of every object in order. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    isPlainObject(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** 64-bit hash of a text, as 16 hexadecimal digits. */
export function contentHash(text: string): string {
  const words = wordsOf(text);
  return [0, 1].map((seed) => (hashWords(words, seed) >>> 0).toString(16).padStart(8, "0")).join("");
}
