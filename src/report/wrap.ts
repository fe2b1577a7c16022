// Texts as a terminal shows them: how wide they are, and where they go on in the next line.

/** Text in lines of at most a width, broken at spaces outside brackets; following lines are indented. */
export function wrap(text: string, width: number, indent = ""): string {
  const lines: string[] = [];
  let line = "";
  for (const word of wordsOf(text)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && displayWidth(longer) > width) {
      lines.push(line);
      line = indent + word;
    } else {
      line = longer;
    }
  }
  return [...lines, line].join("\n");
}

/** Places of the longest word: a text cannot be wrapped into fewer. */
export function longestWord(text: string): number {
  return Math.max(0, ...wordsOf(text).map(displayWidth));
}

function wordsOf(text: string): readonly string[] {
  return text.match(/(?:\[[^\]]*\]|\S)+/g) ?? [];
}

// What a terminal shows in no or in two places: escape codes and combining marks; East Asian wide letters and pictures.
const escapeCodes = /\p{Cc}\[[0-9;]*m/gu;
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/** Places that a text takes in a terminal. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const letter of text.replace(escapeCodes, "")) {
    if (!/\p{M}/u.test(letter)) width += wide.test(letter) ? 2 : 1;
  }
  return width;
}
