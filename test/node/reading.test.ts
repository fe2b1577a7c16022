import { chmodSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { InputError } from "../../src/errors.ts";
import { readAccepted } from "../../src/node/accepted-file.ts";
import { readComparisonFile } from "../../src/node/comparison-file.ts";
import { isOccupied } from "../../src/node/fill-folder.ts";
import { readStateFile } from "../../src/node/saved-state-file.ts";
import { batchesIn, readBatch } from "../../src/node/study/batches.ts";
import { openStudyFolder, type StudyFolder } from "../../src/node/study/study-folder.ts";
import { readStudyFile } from "../../src/node/study/study-file.ts";
import { version } from "../../src/version.ts";
import { asNobody } from "./nobody.ts";

const root = mkdtempSync(join(tmpdir(), "eslabon-reading-"));
chmodSync(root, 0o755);
const locked = join(root, "locked");
const file = join(root, "locked.json");
mkdirSync(join(locked, "batches"), { recursive: true });
writeFileSync(join(locked, "manifest.json"), "{}");
writeFileSync(file, "{}");
chmodSync(locked, 0o000);
chmodSync(file, 0o000);
afterAll(() => {
  chmodSync(locked, 0o700);
  rmSync(root, { recursive: true });
});

const refusal = (read: () => unknown) =>
  asNobody(() => {
    try {
      read();
    } catch (error) {
      if (error instanceof InputError) return error.message;
      throw error;
    }
    return "read";
  });
const folderAt = (path: string) =>
  ({ path, study: { hash: "" }, manifest: { runs: { from: 0, to: 1 } } }) as unknown as StudyFolder;
const batch = { from: 0, to: 1, file };

describe("what the system does not let be read", () => {
  it.each<[string, string, () => unknown]>([
    ["a study's folder", join(locked, "manifest.json"), () => openStudyFolder(locked)],
    ["batches of a study", join(locked, "batches"), () => batchesIn(folderAt(locked))],
    ["a batch", file, () => readBatch(folderAt(root), batch)],
    ["a folder to fill", locked, () => isOccupied(locked)],
    ["an accepted set", file, () => readAccepted(file, undefined)],
    ["a comparison", file, () => readComparisonFile(file)],
    ["a saved state", file, () => readStateFile(file)],
  ])("is told so, and why, and not that it is missing: %s", async (_, path, read) => {
    const words =
      "expected a file that can be read: permission to read it, or to enter its folder, is missing";
    expect(await refusal(read)).toContain(`${path}: found "EACCES", ${words}`);
  });

  it("is told of a file that stands where the folder of a study should", async () => {
    const words = `${join(file, "manifest.json")}: found "ENOTDIR", expected a folder, where a file stands`;
    expect(await refusal(() => openStudyFolder(file))).toContain(words);
    expect(await refusal(() => readStateFile(root))).toContain('found "EISDIR", expected a file');
  });

  it("is another thing than what is missing", async () => {
    expect(await refusal(() => openStudyFolder(root))).toContain('found "no manifest.json", expected');
    expect(await refusal(() => openStudyFolder(join(root, "none")))).toContain('found "nothing", expected');
    expect(await refusal(() => readComparisonFile(join(root, "none")))).toContain(
      `found "${join(root, "none")}"`,
    );
    expect(batchesIn(folderAt(root))).toEqual([]);
  });
});

describe("a plan of a study", () => {
  it.each(["{}", '{ "id": "a", "scenarios": [{ "id": "x", "canonical": "{" }], "seeds": 2 }', "null", "3"])(
    "that holds %s is told to be changed",
    (study) => {
      const plan = join(root, "plan.json");
      writeFileSync(plan, `{ "eslabonStudyPlan": ${JSON.stringify(version)}, "study": ${study} }`);
      const words =
        /plan\.json: 1 problem\n {2}- study: found .*, expected the plan as it was written; it was changed/;
      expect(() => readStudyFile(plan)).toThrow(words);
    },
  );
});

describe("a plan of another version", () => {
  it("is refused, and what is no plan is read as a study", () => {
    const plan = join(root, "PLAN.JSON");
    writeFileSync(plan, '{ "eslabonStudyPlan": "0.0.1", "study": {} }');
    expect(() => readStudyFile(plan)).toThrow('eslabonStudyPlan: found "0.0.1", expected');
    writeFileSync(plan, "null");
    expect(() => readStudyFile(plan)).toThrow(
      "found null, expected keys and values: at least an id, scenarios and seeds",
    );
  });
});

describe("a saved state", () => {
  it("is not read where it is larger than a text can be", () => {
    const file = join(root, "large.json");
    writeFileSync(file, "");
    truncateSync(file, 400_000_001);
    expect(() => readStateFile(file)).toThrow('found "400000001 bytes", expected at most 400000000 bytes');
    rmSync(file);
  });
});

describe("a file of JSON", () => {
  const readers: readonly [string, (path: string) => unknown, string][] = [
    ["an accepted set", (path) => readAccepted(path), "a file that eslabon calibrate wrote"],
    ["a comparison", readComparisonFile, "what eslabon compare --json printed, as a file"],
    ["a saved state", readStateFile, "a file that eslabon run --checkpoint wrote"],
  ];
  const told = (read: (path: string) => unknown, content: string | Uint8Array) => {
    const path = join(root, "content.json");
    writeFileSync(path, content);
    try {
      return JSON.stringify(read(path));
    } catch (error) {
      if (error instanceof InputError) return error.message.replace(/^.*content\.json/, "content.json");
      throw error;
    }
  };

  it.each(readers)("that is %s is an object in UTF-8, and refused in its own words", (_, read, expected) => {
    const refused = (value: string, more = "") =>
      `content.json: 1 problem\n  - found ${value}, expected ${expected}${more}`;
    for (const content of ["", "{", "{}{}", "NaN"]) expect(told(read, content)).toBe(refused('"no JSON"'));
    for (const content of ["[]", "null", "3", '"text"']) expect(told(read, content)).toBe(refused(content));
    for (const mark of ["\ufeff", ""]) {
      const utf16 = Buffer.from(`${mark}{}`, "utf16le");
      expect(told(read, utf16)).toBe(refused('"bytes that are no UTF-8"', ", in UTF-8"));
    }
    expect(() => read("nowhere.json")).toThrow(`found "nowhere.json", expected ${expected}`);
    // A mark, as some shells write it before what a command prints, is no part of it.
    expect(told(read, "\ufeff{}")).toBe(told(read, "{}"));
    expect(told(read, "{}")).not.toContain("no JSON");
  });
});
