import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

describe("the explorer's page", () => {
  it("is written in what a browser of 2022 reads: one sign that it does not know keeps the whole page from it", () => {
    const page = readFileSync("dist/explorer.html", "utf8");
    // Safari has looked behind in patterns since 16.4 only, and read blocks of classes since then. A pattern that is made of a text is only
    // tried.
    expect(/.{0,40}(?<!RegExp\(`[^`]{0,80})\(\?<[=!].{0,40}/.exec(page)?.[0]).toBeUndefined();
    expect(/.{0,40}\bstatic ?\{.{0,40}/.exec(page)?.[0]).toBeUndefined();
  });
});
