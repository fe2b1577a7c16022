import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const page = readFileSync("docs/gallery.md", "utf8");
const pictures = [...page.matchAll(/!\[([^\]]*)\]\(gallery\/([^)]+)\)/g)];

describe("the gallery", () => {
  it("shows every picture of its folder once, and says in words what is on it", () => {
    expect(pictures.map(([, , file]) => file).toSorted()).toEqual(readdirSync("docs/gallery").toSorted());
    for (const [, words] of pictures) expect(words.length, words).toBeGreaterThan(30);
  });

  it("shows what the terminal printed, with charts and their numbers", () => {
    const printed = [...page.matchAll(/<!-- terminal -->\n\n```text\n([\s\S]*?)\n```/g)].map(
      ([, text]) => text,
    );
    expect(printed).toHaveLength(2);
    expect(printed[0]).toMatch(/^Net local value, .*interval\n.*●/m);
    expect(printed[1]).toMatch(/^spend +[▁-█]+ +[\d,]+ +[\d,]+$/m);
  });
});
