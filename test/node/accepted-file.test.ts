import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readAccepted } from "../../src/node/accepted-file.ts";
import { defineScenario } from "../../src/scenarios/scenario.ts";
import { version } from "../../src/version.ts";

const folder = mkdtempSync(join(tmpdir(), "eslabon-accepted-"));
afterAll(() => rmSync(folder, { recursive: true }));

const peru = defineScenario({ id: "peru" });
const chile = defineScenario({ id: "chile", pack: "chile" });

function set({ canonical = peru.canonical, made = version, values = [{ caution: 1 }] as object[] }) {
  const file = join(folder, "set.json");
  const accepted = values.map((each) => ({ values: each, implausibility: 1, wave: 1 }));
  const manifest = { version: made, content: canonical };
  writeFileSync(file, JSON.stringify({ schema: 1, manifest, accepted }));
  return file;
}

describe("an accepted set on disk", () => {
  it("gives its points to a scenario of the country that it was made for, whatever its size", () => {
    const small = defineScenario({ id: "small", population: 100, months: 48 });
    expect(readAccepted(set({}), small).map(({ values }) => values)).toEqual([{ caution: 1 }]);
    expect(readAccepted(set({ canonical: chile.canonical }), chile)).toHaveLength(1);
  });

  it("says its form", () => {
    const file = join(folder, "none.json");
    writeFileSync(file, "{}");
    expect(() => readAccepted(file)).toThrow("schema: found undefined, expected 1\n");
  });

  it("must have accepted a point", () => {
    expect(() => readAccepted(set({ values: [] }), peru)).toThrow(
      "accepted: found [], expected a list of at least 1",
    );
  });

  it("of another version or country is refused: its points were accepted by another model", () => {
    const other = set({ made: "0.0.9" });
    expect(() => readAccepted(other, chile)).toThrow(`${other}: 2 problems`);
    expect(() => readAccepted(other, chile)).toThrow(
      `manifest.version: found "0.0.9", expected ${version}, this version`,
    );
    expect(() => readAccepted(other, chile)).toThrow(
      'a calibration on the data pack "chile", as "chile" has',
    );
    expect(() => readAccepted(set({ canonical: "?" }), peru)).toThrow("manifest.content: found");
  });

  it("names every value that was edited to what no parameter may have", () => {
    const edited = set({ values: [{ caution: 1e9 }, { caution: 1 }, { cautoin: 1 }] });
    expect(() => readAccepted(edited, peru)).toThrow("2 problems");
    expect(() => readAccepted(edited, peru)).toThrow("accepted[0].values.caution: found 1000000000");
    expect(() => readAccepted(edited, peru)).toThrow('did you mean "caution"?');
  });
});
