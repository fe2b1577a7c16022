import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { categoryColumns } from "../../src/data/category-columns.ts";
import { eslabonIn, small } from "./eslabon.ts";

const page = readFileSync("docs/data-packs.md", "utf8");
const [, own] = page.split("## Your own");
const folder = mkdtempSync(join(tmpdir(), "eslabon-packs-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The files that the page's table names. */
const named = [...own.matchAll(/^\| `([a-z]+\.(?:csv|yaml))` \|/gm)].map(([, file]) => file);

describe("the page on data packs", () => {
  it("names every column of the table of categories", () => {
    for (const column of Object.keys(categoryColumns)) expect(page).toContain(`\`${column}\``);
  });

  it("has commands that write a pack to start from, read it and compare with it, and no file that the page does not name", async () => {
    const lines = [...own.matchAll(/^ {4}npx eslabon (.+my-country.*)$/gm)].map(([, line]) => line);
    expect(lines).toHaveLength(3);
    for (const line of lines) {
      const words = line.startsWith("compare") ? [...small, "--seeds", "2", "--workers", "0"] : [];
      const { status, stderr } = await eslabonIn(folder, ...line.split(" "), ...words);
      expect(status, `${line}: ${stderr}`).toBe(0);
    }
    const written = readdirSync(join(folder, "my-country"));
    expect(written).toContain("mines.csv");
    for (const file of written) expect(named).toContain(file);
  });

  it("names files that a pack is read from: what is wrong in one is told with its line", async () => {
    for (const file of named.filter((each) => each.endsWith(".csv"))) {
      const pack = mkdtempSync(join(folder, "pack-"));
      writeFileSync(join(pack, "pack.yaml"), "id: mine\ntitle: Mine\nextends: peru-2017\n");
      writeFileSync(join(pack, file), "wrong\n1\n");
      const { status, stderr } = await eslabonIn(folder, "pack", pack);
      expect(status, file).toBe(2);
      expect(stderr, file).toContain(`${file}:1`);
    }
  });
});
