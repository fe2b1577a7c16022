import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { InputError } from "../../src/errors.ts";
import { looksLikeFile, readScenarioFile } from "../../src/node/scenario-file.ts";
import { asNobody } from "./nobody.ts";

const root = mkdtempSync(join(tmpdir(), "eslabon-"));
const folder = join(root, "study");
mkdirSync(join(folder, "below"), { recursive: true });
afterAll(() => rmSync(root, { recursive: true }));

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
const refusal = (path: string) => {
  try {
    readScenarioFile(path);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return "accepted";
};

describe("a scenario file on disk", () => {
  it("extends files beside it and below, each read once more when it changes", () => {
    write("below/base.yaml", "id: base\nmonths: 36\npolicies: [{policy: matchmaking, startMonth: 3}]");
    const child = write("child.yaml", "id: child\nextends: below/base.yaml\npopulation: 100");
    const scenario = readScenarioFile(child);
    expect(scenario).toMatchObject({ id: "child", months: 36, population: 100 });
    expect(scenario.policies.map(({ policy }) => policy.id)).toEqual(["matchmaking"]);
  });

  it("names the file in which a problem stands", () => {
    write("wrong.yaml", "id: wrong\nmonths: -1");
    expect(refusal(write("of-wrong.yaml", "id: a\nextends: wrong.yaml"))).toMatch(
      /wrong\.yaml:2:1: months: found -1/,
    );
  });

  it("never reaches out of the folder of the first file", () => {
    writeFileSync(join(root, "outside.yaml"), "id: outside");
    expect(refusal(write("up.yaml", "id: a\nextends: ../outside.yaml"))).toContain(
      "in the folder of the first file",
    );
    expect(refusal(write("absolute.yaml", `id: a\nextends: ${join(root, "outside.yaml")}`))).toContain(
      "a path from this file",
    );
    symlinkSync(join(root, "outside.yaml"), join(folder, "link.yaml"));
    expect(refusal(write("by-link.yaml", "id: a\nextends: link.yaml"))).toContain(
      "in the folder of the first file",
    );
  });

  it("says where a name that leads nowhere is written, and all else that is wrong", () => {
    mkdirSync(join(folder, "folder.yaml"), { recursive: true });
    for (const [key, name, words] of [
      ["extends", "missing.yaml", "a file that exists"],
      ["extends", "folder.yaml", "a file, not a folder or a device"],
      ["extends", "../outside.yaml", "a file in the folder of the first file, or below it"],
      ["extends", "child.yaml/below.yaml", "a folder, where a file stands"],
      ["extends", "naming.yaml", "a file that does not extend itself"],
      ["pack", "child.yaml", "a folder, not a file"],
      ["pack", "..", "a folder in the folder of the first file, or below it"],
      ["pack", root, "a path from this file's folder"],
      ["pack", '""', "the id of a data pack: peru-2017, chile"],
    ]) {
      const told = refusal(write("naming.yaml", `id: a\nmonts: 3\n${key}: ${name}`));
      expect(
        told
          .split("\n")
          .slice(1)
          .map((line) => line.replace(/^.*?naming/, "naming")),
      ).toEqual([
        expect.stringContaining("naming.yaml:2:1: monts: found"),
        `naming.yaml:3:1: ${key}: found ${name.startsWith('"') ? name : `"${name}"`}, expected ${words}`,
      ]);
    }
    write("middle.yaml", "id: middle\nextends: gone.yaml");
    expect(refusal(write("top.yaml", "id: top\nextends: middle.yaml"))).toContain(
      'middle.yaml:2:1: extends: found "gone.yaml", expected a file that exists',
    );
  });

  it("may begin with points, be named in capitals, and be reached by a link to its folder", () => {
    mkdirSync(join(folder, ".hidden"), { recursive: true });
    write("..base.YAML", "id: base\nmonths: 36\npack: packs/three");
    write(".hidden/middle.yaml", "id: middle\nextends: ../..base.YAML");
    cpSync("examples/packs/three-mines", join(folder, "packs/three"), { recursive: true });
    write("hidden.yaml", "id: a\nextends: .hidden/middle.yaml");
    symlinkSync(folder, join(root, "alias"));
    for (const path of [join(folder, "hidden.yaml"), join(root, "alias", "hidden.yaml")]) {
      expect(readScenarioFile(path)).toMatchObject({ months: 36, pack: { id: "three-mines" } });
    }
    symlinkSync(resolve("examples/packs"), join(folder, "linked"));
    expect(refusal(write("linked.yaml", "id: a\npack: linked/three-mines"))).toContain(
      'pack: found "linked/three-mines", expected a folder in the folder of the first file, or below it',
    );
  });

  it("tells of a pack that is wrong what is wrong in it, and nothing more", () => {
    cpSync("examples/packs/three-mines", join(folder, "packs/broken"), { recursive: true });
    write("packs/broken/mines.csv", "");
    const told = refusal(write("broken-pack.yaml", "id: a\npack: packs/broken")).split("\n");
    expect(told.slice(1)).toEqual([expect.stringMatching(/mines\.csv:1:1: found "an empty table"/)]);
  });

  it("is told from the id of a scenario by its ending or a slash", () => {
    for (const name of ["a.yaml", "a.YML", "a.Json", "a/b", "a\\b"])
      expect(looksLikeFile(name), name).toBe(true);
    for (const name of ["baseline", "a.yaml.txt", "yaml"]) expect(looksLikeFile(name), name).toBe(false);
    write("plain", "id: plain");
    expect(refusal(write("of-plain.yaml", "id: a\nextends: plain\npack: plain-pack"))).toMatch(
      /extends: found "plain", expected the id of a scenario[^]*pack: found "plain-pack", expected the id of a data pack/,
    );
    write("b.yaml", "id: b\nextends: c.yaml");
    write("c.yaml", "id: c\nextends: b.yaml");
    expect(refusal(write("into-a-ring.yaml", "id: a\nextends: b.yaml"))).toContain(
      `${relative(process.cwd(), join(folder, "c.yaml"))}:2:1: extends: found "b.yaml", expected a file that does not extend itself`,
    );
  });

  it("may extend fifteen others in a row, and no more", () => {
    for (let i = 1; i <= 16; i++)
      write(`row-${i}.yaml`, `id: row-${i}\n${i === 1 ? "" : `extends: row-${i - 1}.yaml`}`);
    expect(refusal(join(folder, "row-16.yaml"))).toBe("accepted");
    expect(refusal(write("row-17.yaml", "id: a\nextends: row-16.yaml"))).toContain(
      "at most 16 files in a row",
    );
  });

  it("is at most 4,000,000 bytes", () => {
    expect(refusal(write("large.yaml", "x".repeat(4_000_001)))).toContain(
      'found "4000001 bytes", expected at most 4000000',
    );
  });

  it("is told to be unreadable when the system refuses it, and not unwritable", async () => {
    const locked = write("locked.yaml", "id: locked");
    chmodSync(root, 0o755);
    chmodSync(locked, 0o200);
    const told = await asNobody(() => refusal(locked));
    expect(told).toContain('locked.yaml:1:1: found "EACCES", expected a file that can be read');
  });

  it("is refused when it extends itself, is missing, is a folder, or is no UTF-8", () => {
    write("one.yaml", "id: one\nextends: two.yaml");
    expect(refusal(write("two.yaml", "id: two\nextends: one.yaml"))).toContain("does not extend itself");
    expect(refusal(join(folder, "missing.yaml"))).toContain("a file that exists");
    expect(refusal(folder)).toContain("not a folder");
    expect(refusal(write("utf16.yaml", Buffer.from("\ufeffid: a", "utf16le")))).toContain("UTF-8");
    expect(refusal(write("latin1.yaml", Buffer.from("id: a\ntitle: Per\u00fa", "latin1")))).toContain(
      "UTF-8",
    );
  });

  it("may begin with a byte order mark", () => {
    expect(readScenarioFile(write("bom.yaml", "\ufeffid: bom")).id).toBe("bom");
  });
});
