import { readdirSync, readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { describe, expect, it } from "vitest";

const folder = new URL("../../dist/", import.meta.url);
const files = readdirSync(folder)
  .filter((name) => /\.c?js$/.test(name) && name !== "eslabon.global.js")
  .map((name) => ({ name, text: readFileSync(new URL(name, folder), "utf8") }));

/** What the loops of the engine ask for again and again. */
const constants = ["Origin", "Gate", "Process", "RowFlag", "field", "recordStride", "twoToMinus32"];

const declared = (text: string, how: "const" | "var") =>
  constants.filter((name) => new RegExp(`^${how} ${name} = `, "m").test(text));

describe("what is shipped", () => {
  it("has the engine's constants, for require() in one file", () => {
    const core = files.find(({ name }) => name === "index.cjs");
    expect(declared(core?.text ?? "", "const")).toEqual(constants);
  });

  it("keeps them constant in every file, so that engines can rely on it", () => {
    const changeable = files.flatMap(({ name, text }) => declared(text, "var").map((each) => [name, each]));
    expect(changeable).toEqual([]);
  });

  it("is a property of the window in a page, and may be loaded there twice", () => {
    const script = readFileSync(new URL("eslabon.global.js", folder), "utf8");
    const page = createContext({});
    for (const _ of [1, 2]) runInContext(script, page);
    expect(Object.keys(page)).toContain("eslabon");
  });
});
