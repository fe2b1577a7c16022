import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { hostname, platform, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { packs } from "../../src/data/packs/packs.ts";
import { AtomicFile, removeDeadParts, writeOutput, unwritable } from "../../src/node/atomic-file.ts";
import { inWords, unreadable } from "../../src/node/disk-errors.ts";
import { fillFolder, isOccupied } from "../../src/node/fill-folder.ts";
import { writePackFolder } from "../../src/node/pack-folder.ts";
import { asNobody } from "./nobody.ts";

const root = mkdtempSync(join(tmpdir(), "eslabon-files-"));
afterAll(() => rmSync(root, { recursive: true }));
const at = (...names: string[]) => join(root, ...names);

describe("a file", () => {
  it("comes into being whole, with its folder", () => {
    writeOutput(at("new", "folder", "text.txt"), "whole");
    expect(readFileSync(at("new", "folder", "text.txt"), "utf8")).toBe("whole");
    expect(readdirSync(at("new", "folder"))).toEqual(["text.txt"]);
  });

  it("that a link leads to is written in its place, and the link stays", () => {
    writeOutput(at("linked", "text.txt"), "old");
    symlinkSync(at("linked", "text.txt"), at("link.txt"));
    writeOutput(at("link.txt"), "new");
    expect(lstatSync(at("link.txt")).isSymbolicLink()).toBe(true);
    expect(readFileSync(at("linked", "text.txt"), "utf8")).toBe("new");
    expect(readdirSync(at("linked"))).toEqual(["text.txt"]);
    rmSync(at("linked", "text.txt"));
    writeOutput(at("link.txt"), "leads nowhere");
    expect(readFileSync(at("link.txt"), "utf8")).toBe("leads nowhere");
  });

  it("that is given up leaves what stood there, and nothing beside it", () => {
    mkdirSync(at("kept"));
    writeFileSync(at("kept", "text.txt"), "old");
    const file = new AtomicFile(at("kept", "text.txt"));
    file.write("new");
    file.discard();
    expect(readdirSync(at("kept"))).toEqual(["text.txt"]);
    expect(readFileSync(at("kept", "text.txt"), "utf8")).toBe("old");
  });

  it("where a folder stands, or below a file, is refused under its own name", () => {
    mkdirSync(at("folder"));
    writeFileSync(at("file"), "");
    expect(() => writeOutput(at("folder"), "")).toThrow(
      `${at("folder")}: found "EISDIR", expected a file, where a folder stands; what stood there is as it was`,
    );
    expect(() => writeOutput(at("file", "below"), "")).toThrow(
      `${at("file", "below")}: found "ENOTDIR", expected a folder, where a file stands`,
    );
    expect(readdirSync(root).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  it("is refused before the work whose result it is to hold, and nothing is left where it could stand", () => {
    mkdirSync(at("early"));
    writeFileSync(at("early", "file"), "old");
    const noFile = [{ expected: "the name of a file, not of a folder or a device" }];
    expect(unwritable(at("early"))).toMatchObject(noFile);
    // Who may write beside it, as root may in /dev, would put a file in its place.
    if (platform() !== "win32") expect(unwritable("/dev/null")).toMatchObject(noFile);
    expect(unwritable("")).toHaveLength(1);
    expect(unwritable(at("early", "file", "below", "deep"))).toMatchObject([{ value: "ENOTDIR" }]);
    expect(unwritable(at("early", "file"))).toEqual([]);
    expect(unwritable(at("early", "new", "folder", "text.txt"))).toEqual([]);
    expect(readdirSync(at("early"))).toEqual(["file"]);
    expect(readFileSync(at("early", "file"), "utf8")).toBe("old");
  });

  it.runIf(platform() === "linux")("or a pack below /proc is refused, and does not hang", () => {
    const words = 'found "ENOENT", expected a folder that can be made, and stays';
    expect(() => writeOutput("/proc/eslabon/text.txt", "")).toThrow(`/proc/eslabon: ${words}`);
    expect(() => writePackFolder(packs["peru-2017"], "/proc/eslabon/pack")).toThrow(words);
  });
});

describe("what a killed process left unfinished", () => {
  it("goes when the same is made again; another's work, and another machine's, stay", () => {
    const dead = spawnSync(process.execPath, ["--version"]).pid;
    const parts = {
      dead: `.pack.${hostname()}.${dead}.1.part`,
      living: `.pack.${hostname()}.${process.ppid}.1.part`,
      elsewhere: `.pack.elsewhere.${dead}.1.part`,
      other: `.packet.${hostname()}.${dead}.1.part`,
      whole: `.pack.${hostname()}.${dead}.1.csv`,
    };
    mkdirSync(at("making"));
    for (const name of Object.values(parts)) mkdirSync(at("making", name));
    writeFileSync(at("making", parts.dead, "half.csv"), "1,");
    writePackFolder(packs["peru-2017"], at("making", "pack"));
    expect(readdirSync(at("making")).toSorted()).toEqual(
      [parts.elsewhere, parts.living, parts.other, parts.whole, "pack"].toSorted(),
    );
  });
});

describe("what another user's process is making", () => {
  it("stays, though this one may not ask whether that process is alive", async () => {
    const folder = at("others");
    mkdirSync(folder, { mode: 0o777 });
    chmodSync(root, 0o755);
    chmodSync(folder, 0o777);
    const part = `.text.txt.${hostname()}.1.1.part`;
    writeFileSync(join(folder, part), "half");
    await asNobody(() => removeDeadParts(join(folder, "text.txt")));
    expect(readdirSync(folder)).toEqual([part]);
  });
});

describe("a folder that is filled", () => {
  it("goes again when that fails, and one that was there stays empty", async () => {
    mkdirSync(at("empty"));
    for (const name of ["filled", "empty"]) {
      expect(isOccupied(at(name))).toBe(false);
      const filling = fillFolder(at(name), (folder) => {
        writeFileSync(join(folder, "first.txt"), "");
        throw new Error("no second");
      });
      await expect(filling).rejects.toThrow("no second");
    }
    expect(readdirSync(root).filter((name) => name.includes("filled"))).toEqual([]);
    expect(readdirSync(at("empty"))).toEqual([]);
  });

  it("goes when the process exits meanwhile, and is let alone once it is whole", async () => {
    const before = process.listeners("exit");
    const added = () => process.listeners("exit").filter((listener) => !before.includes(listener));
    const filling = fillFolder(at("exiting"), (folder) => {
      for (const leave of added()) leave(143);
      expect(existsSync(folder)).toBe(false);
      throw new Error("exited");
    });
    await expect(filling).rejects.toThrow("exited");
    await fillFolder(at("stays"), () => undefined);
    expect(added()).toEqual([]);
  });

  it("is not there before it is whole, and errors name what was to be there", async () => {
    await fillFolder(at("whole"), (folder) => {
      writeFileSync(join(folder, "first.txt"), "");
      expect(existsSync(at("whole"))).toBe(false);
    });
    expect(readdirSync(at("whole"))).toEqual(["first.txt"]);
    const refused = fillFolder(at("refused"), (folder) => mkdirSync(join(folder, "none", "below")));
    await expect(refused).rejects.toMatchObject({ code: "ENOENT", path: at("refused", "none", "below") });
  });

  it("is no file, no folder that holds something, and has a name", () => {
    expect([root, at("file"), ""].map(isOccupied)).toEqual([true, true, true]);
    mkdirSync(at("killed-early"));
    writeFileSync(at("killed-early", ".manifest.json.elsewhere.7.1.part"), "{");
    expect(isOccupied(at("killed-early"))).toBe(false);
    // Of the user's own.
    writeFileSync(at("killed-early", "first.part"), "mine");
    expect(isOccupied(at("killed-early"))).toBe(true);
  });
});

describe("what the system refuses", () => {
  it("is told as what would be right; reading and writing are told apart", () => {
    const refused = (code: string) =>
      Object.assign(new Error("refused"), { code, syscall: "open", path: "p" });
    expect(inWords(refused("ENOSPC"), "work", "all is as it was")).toMatchObject({
      message: 'work: 1 problem\n  - p: found "ENOSPC", expected room on the disk; all is as it was',
    });
    const [writing, reading] = [inWords, unreadable].map((tell) => tell(refused("EACCES"), "work") as Error);
    expect(writing.message).toContain("expected a folder that can be written");
    expect(reading.message).toContain("expected a file that can be read");
    expect(inWords(refused("EXDEV"), "work")).toMatchObject({
      message: 'work: 1 problem\n  - p: found "EXDEV", expected no EXDEV of open',
    });
    const other = new TypeError("another");
    expect(inWords(other, "work")).toBe(other);
  });
});
