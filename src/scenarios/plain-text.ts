// Texts that tables, pages and terminals show: a control character in one could move the cursor or break a line.

/** What {@link isText} asks for. */
export const textInWords = "a text without control characters";
/** What {@link isLine} asks for. */
export const lineInWords = "one line of text, without control characters";

/** Whether a text has no control characters but those between lines and words. */
export function isText(text: string): boolean {
  return !/[^\P{Cc}\t\n\r]/u.test(text);
}

/** Whether a text is one line without control characters. */
export function isLine(text: string): boolean {
  return !/\p{Cc}/u.test(text);
}
