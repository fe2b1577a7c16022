import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { InputError } from "../../src/errors.ts";
import { utf8TextOf } from "../../src/node/utf8-file.ts";

const folder = mkdtempSync(join(tmpdir(), "eslabon-text-"));
afterAll(() => rmSync(folder, { recursive: true }));

const refuse = (value: unknown, expected: string) =>
  new InputError("a text", [{ path: "", value, expected }]);

describe("the text of a file", () => {
  it("has no byte order mark", () => {
    writeFileSync(join(folder, "a.yaml"), "\ufeffid: café");
    expect(utf8TextOf(join(folder, "a.yaml"), refuse)).toBe("id: café");
  });

  it("is refused in the words of whoever reads it: of what cannot be read, and of another encoding", () => {
    expect(() => utf8TextOf(folder, refuse)).toThrow(
      'found "EISDIR", expected a file, where a folder stands',
    );
    writeFileSync(join(folder, "b.yaml"), Buffer.from("\ufeffid: a", "utf16le"));
    expect(() => utf8TextOf(join(folder, "b.yaml"), refuse)).toThrow("expected a text in UTF-8");
  });
});
