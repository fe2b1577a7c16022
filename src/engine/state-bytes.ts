// Bytes as text: base 64, which is the same wherever it is read.

/** Characters made at a time: a call has room for so many arguments. */
const piece = 8192;

/** The text of some bytes. */
export function textOf(bytes: Uint8Array): string {
  let characters = "";
  for (let at = 0; at < bytes.length; at += piece) {
    characters += String.fromCharCode(...bytes.subarray(at, at + piece));
  }
  return btoa(characters);
}

/** The bytes of a text, or undefined when it is no base 64. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> | undefined {
  let characters: string;
  try {
    characters = atob(text);
  } catch {
    return undefined;
  }
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < characters.length; i++) bytes[i] = characters.charCodeAt(i);
  return bytes;
}
