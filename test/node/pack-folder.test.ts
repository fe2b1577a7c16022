import fc from "fast-check";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync, existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { packs } from "../../src/data/packs/packs.ts";
import { checkInvariants } from "../../src/engine/invariants.ts";
import { simulate } from "../../src/engine/run.ts";
import { InputError } from "../../src/errors.ts";
import { readPackFolder, writePackFolder } from "../../src/node/pack-folder.ts";
import { recordOf, scenarioOf } from "../../src/scenarios/scenario-record.ts";
import { defineScenario } from "../../src/scenarios/scenario.ts";
import { trying } from "../properties/arbitraries.ts";

const example = "examples/packs/three-mines";
const root = mkdtempSync(join(tmpdir(), "eslabon-"));
afterAll(() => rmSync(root, { recursive: true }));
let copies = 0;

/** A copy of the example with some files changed. */
function changed(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = join(root, `copy-${copies++}`);
  cpSync(example, folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}
const text = (file: string) => readFileSync(join(example, file), "utf8");
const refusal = (folder: string) => {
  try {
    readPackFolder(folder);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return "accepted";
};
const small = { id: "a", months: 40, burnInMonths: 0, population: 100 };

describe("a data pack as a folder", () => {
  it.each(Object.values(packs))("of $id, written and read again, is the same pack", (pack) => {
    const folder = join(root, pack.id);
    writePackFolder(pack, folder);
    expect(readPackFolder(folder)).toEqual(pack);
    expect(() => writePackFolder(pack, folder)).toThrow("a folder that is not there yet");
  });

  it("starts from another pack: tables replace, parameters are added", () => {
    const pack = readPackFolder(example);
    expect(pack.mines.map(({ id }) => id)).toEqual(["upper", "lower", "coast"]);
    expect(pack.parameters["metal-structures.firmsPeruvian"]).toMatchObject({ value: 36 });
    expect(pack.facts).toBeNull();
  });

  it.each([
    [
      "a parameter in both tables",
      {
        "categories.csv": "category,criticality,source\nconsumables,0.4,x\n",
        "parameters.csv": "name,value,source\nconsumables.criticality,0.6,x\n",
      },
      ["parameters.csv:2:2: parameters.consumables.criticality", "expected each parameter once"],
    ],
    [
      "a name that means something to JavaScript",
      { "parameters.csv": "name,value,source\n__proto__,3,x\n" },
      ['parameters.csv:2:1: name: found "__proto__", expected the name of a parameter'],
    ],
    [
      "a parameter without a name",
      { "parameters.csv": "name,value,source\n,3,x\n" },
      ['parameters.csv:2:1: name: found "", expected the name of a parameter'],
    ],
    [
      "a category that does not exist, and a number that one does not have",
      { "categories.csv": "category,criticality,source\nconsumable,0.4,x\nutilities,0.5,x\n" },
      [
        'categories.csv:2:1: category: found "consumable", expected one of: utilities, ',
        'did you mean "consumables"?',
        "categories.csv:3:2: criticality: found 0.5, expected no number: utilities has spendUsdMillion, peruvianShare",
      ],
    ],
    [
      "a fact twice",
      { "facts.csv": "fact,low,high,source\nexporter-share,0,1,x\nexporter-share,0,0.1,x\n" },
      ["facts.csv:3:1: facts[1].fact", "expected a name of its own; facts[0].fact has it"],
    ],
    [
      "no mine",
      { "mines.csv": "id,name,region,outputTonnesPerYear,sharesOwnerWith,domesticOwned,source\n" },
      ["mines.csv:1:1: mines: found [], expected a list of at least 1"],
    ],
    [
      "a capacity of nothing, and beside it a mine that is not there",
      {
        "suppliers.csv":
          "name,category,capacityUsdPerMonth,mines,source\nOne,consumables,0,,x\nTwo,consumables,5,cost,x\n",
      },
      [
        "suppliers.csv:2:3: suppliers[0].capacityUsdPerMonth: found 0, expected more than 0",
        'suppliers.csv:3:4: suppliers[1].mines[0]: found "cost", expected the id of a mine; did you mean "coast"?',
      ],
    ],
  ])("is refused that holds %s", (_, files, words) => {
    const message = refusal(changed(files));
    for (const each of words) expect(message).toContain(each);
  });

  const linesOf = (files: Parameters<typeof changed>[0]) =>
    refusal(changed(files))
      .split("\n")
      .slice(1)
      .map((line) => line.replace(/^ {2}- .*?copy-\d+\//, ""));

  it("is held only against what could be read of it, and all that could not be is told", () => {
    const columns = "id, name, region, outputTonnesPerYear, sharesOwnerWith, domesticOwned, source";
    for (const [mines, told] of [
      [
        Buffer.from("id,name\nx,Per\u00fa\n", "latin1"),
        'found "bytes that are no UTF-8", expected a text in UTF-8',
      ],
      ["", `found "an empty table", expected a first line with columns, by commas: ${columns}`],
      ["id;name\nx;X\n", `found "id;name", expected a first line with columns, by commas: ${columns}`],
      ["x".repeat(4_000_001), 'found "mines.csv", expected at most 4000000 bytes'],
      [`id\n${"x\n".repeat(20_001)}`, 'found "20001 rows", expected at most 20000 rows'],
    ] as const) {
      expect(linesOf({ "mines.csv": mines })).toEqual([`mines.csv:1:1: ${told}`]);
    }
    expect(linesOf({ "mines.csv": 'id,name\n"x' })).toEqual([
      expect.stringMatching(/^mines\.csv:2:1: .*expected a CSV table/),
    ]);
    const title = "pack.yaml:1:1: ";
    for (const [yaml, told] of [
      ["", `${title}found "", expected keys and values: at least an id`],
      ["- a", `${title}found ["a"], expected keys and values: at least id, title, country and demonym`],
      ["null", `${title}found null, expected keys and values: at least id, title, country and demonym`],
    ]) {
      expect(linesOf({ "pack.yaml": yaml })).toEqual([told]);
    }
    const both = linesOf({
      "pack.yaml": "id: [",
      "suppliers.csv": text("suppliers.csv").replace("lower", "lowr"),
    });
    expect(both).toEqual([
      expect.stringContaining("valid YAML"),
      'suppliers.csv:2:6: suppliers[0].mines[1]: found "lowr", expected the id of a mine; did you mean "lower"?',
    ]);
    expect(
      linesOf({
        "mines.csv": "",
        "suppliers.csv": `${text("suppliers.csv")}Servicios Andinos,consumables,,,,,,x\n`,
      }),
    ).toEqual([
      expect.stringContaining("mines.csv:1:1: found"),
      'suppliers.csv:5:1: suppliers[3].name: found "Servicios Andinos", expected a name of its own; suppliers[1].name has it',
    ]);
    const based = "id: a b\ntitle: T\ncountry: Peru\ndemonym: Peruvian\nextends: peru\n";
    expect(linesOf({ "pack.yaml": based })).toEqual([
      'pack.yaml:5:10: extends: found "peru", expected the id of a data pack: peru-2017, chile',
      'pack.yaml:1:5: id: found "a b", expected a name in kebab-case, as "testing-centre", of at most 100 characters',
    ]);
    const without = changed({ "pack.yaml": based });
    rmSync(join(without, "mines.csv"));
    expect(refusal(without).split("\n")).toHaveLength(3);
  });

  it("tells a column that is not there once, and not in every row", () => {
    expect(linesOf({ "mines.csv": text("mines.csv").replace("region", "regin") })).toEqual([
      expect.stringContaining('mines.csv:1:3: found "regin", expected a column: id, name, region'),
      'mines.csv:1:1: mines: found "no column region", expected a column region',
    ]);
    const blank = text("mines.csv").replace("Upper mine,south", "Upper mine,");
    expect(linesOf({ "mines.csv": blank })).toEqual([
      "mines.csv:2:3: mines[0].region: found nothing, expected one of: north, centre, south",
    ]);
    expect(linesOf({ "mines.csv": `${text("mines.csv")}lone\n` })[0]).toContain(
      'found "1 cell", expected 7 cells',
    );
  });

  it("tells how a project may start, and what belongs to that", () => {
    const [columns, committed, price] = text("projects.csv").split("\n");
    const rows = [
      columns,
      committed.replace("committed", "comitted"),
      price.replace(",price,,", ",price,3,"),
    ];
    expect(linesOf({ "projects.csv": rows.join("\n") })).toEqual([
      'projects.csv:2:9: projects[0].start.kind: found "comitted", expected one of: committed, price, listed-only; did you mean "committed"?',
      'projects.csv:3:9: projects[1].start.startMonth: found "startMonth", expected one of: kind, triggerUsdPerLb, developmentMonths',
    ]);
  });

  it("has no text that a terminal would obey", () => {
    expect(linesOf({ "mines.csv": text("mines.csv").replace("Upper mine", "\u001b[2J") })).toEqual([
      'mines.csv:2:2: mines[0].name: found "\\u001b[2J", expected a text without control characters',
    ]);
  });

  it("adds parameters to those of the pack that it extends, and has lists and bounds as they are written", () => {
    const folder = changed({
      "pack.yaml": `${text("pack.yaml").replace(/^extends:.*$/m, "")}extends: chile\n`,
      "suppliers.csv": text("suppliers.csv").replace("upper;lower", "upper ; lower"),
      "facts.csv": "fact,low,high,source\nexporter-share,,0.1,x\n",
    });
    const pack = readPackFolder(folder);
    expect(pack.parameters).toMatchObject({ taxRate: packs.chile.parameters["taxRate"] });
    expect(pack.parameters).toHaveProperty("copperProcurementUsdMillionPerYear.value", 1400);
    expect(pack.suppliers[0].mines).toEqual(["upper", "lower"]);
    expect(pack.facts).toEqual([{ fact: "exporter-share", low: null, high: 0.1, source: "x" }]);
    const again = join(root, "again");
    writePackFolder(pack, again);
    expect(readPackFolder(again)).toEqual(pack);
  });

  it("tells a cell that cannot be read once", () => {
    const message = refusal(changed({ "mines.csv": text("mines.csv").replace("250000", "250,000") }));
    const lines = message.split("\n").filter((line) => line.includes("outputTonnesPerYear"));
    expect(lines.length).toBeLessThanOrEqual(1);
    const wrong = refusal(changed({ "mines.csv": text("mines.csv").replace("250000", "many") }));
    expect(wrong.split("\n").slice(1)).toHaveLength(1);
    expect(wrong).toContain('mines.csv:3:4: outputTonnesPerYear: found "many", expected a number as 1234.5');
  });

  it("is refused with file, line and cell of every problem at once", () => {
    const message = refusal(
      changed({
        "mines.csv": text("mines.csv")
          .replace("Upper mine,south", "Upper mine,sauth")
          .replace("250000", "250,000"),
        "suppliers.csv": `${text("suppliers.csv")}Puente Norte,transport-logistic,north,-5,,cost,12,an example\n`,
        "parameters.csv": "name,value,low,high,source,assumption\ncausion,1,,,,\n",
        "pack.yaml": "id: Three\ntitle: T\ncountry: Peru\ndemonym: Peruvian\nextend: peru-2017\n",
      }),
    );
    for (const part of [
      'mines.csv:2:3: mines[0].region: found "sauth", expected one of: north, centre, south',
      'mines.csv:3:8: found "8 cells", expected 7 cells',
      'suppliers.csv:5:2: suppliers[3].category: found "transport-logistic"',
      "suppliers.csv:5:4: suppliers[3].capacityUsdPerMonth: found -5",
      'pack.yaml:1:5: id: found "Three"',
      'pack.yaml:5:1: extend: found "extend"',
    ]) {
      expect(message).toContain(part);
    }
  });

  it("is refused when its parts do not know one another", () => {
    const message = refusal(
      changed({
        "mines.csv": text("mines.csv").replace("420000,lower", "420000,lowest"),
        "projects.csv": text("projects.csv").replace("expansion,upper,", "expansion,uper,"),
        "suppliers.csv": `${text("suppliers.csv")}Talleres del Sur,consumables,south,1,0,coasts,1,an example\n`,
        "parameters.csv": "name,value,low,high,source,assumption\ncausion,1,,,,\ncaution,3,0,2,,a reason\n",
      }),
    );
    for (const part of [
      'mines[0].sharesOwnerWith: found "lowest"',
      'projects[1].host: found "uper"',
      'did you mean "upper"?',
      'suppliers[3].name: found "Talleres del Sur"',
      'suppliers[3].mines[0]: found "coasts"',
      'parameters.csv:2:1: parameters.causion: found "causion"',
      "a source, or an assumption with its reason",
      "parameters.csv:3:2: parameters.caution: found 3, expected a value from 0 to 2",
    ]) {
      expect(message).toContain(part);
    }
  });

  it.each([
    ["a missing description", { "pack.yaml": "" }, "pack.yaml"],
    [
      "an unknown base",
      { "pack.yaml": text("pack.yaml").replace("peru-2017", "peru") },
      "the id of a data pack",
    ],
    ["an unknown table", { "mine.csv": "id\nx\n" }, 'found "mine.csv"'],
    [
      "an unknown column",
      { "mines.csv": text("mines.csv").replace("region", "regio") },
      'did you mean "region"?',
    ],
    [
      "a column twice",
      { "mines.csv": text("mines.csv").replace("name,region", "name,name") },
      "each column once",
    ],
    ["an empty table", { "mines.csv": "" }, "an empty table"],
    ["broken quotes", { "mines.csv": `${text("mines.csv")}"open\n` }, "a CSV table"],
    ["another encoding", { "mines.csv": Buffer.from(`\ufeff${text("mines.csv")}`, "utf16le") }, "UTF-8"],
    [
      "a number that is none",
      { "mines.csv": text("mines.csv").replace("420000", "NaN") },
      "a number as 1234.5",
    ],
    ["a yes that is none", { "mines.csv": text("mines.csv").replace(",no,", ",nope,") }, "yes or no"],
    ["a mine twice", { "mines.csv": `${text("mines.csv")}upper,Again,south,1,,no,x\n` }, "a name of its own"],
    ["__proto__", { "pack.yaml": `${text("pack.yaml")}__proto__: { a: 1 }\n` }, "another name"],
    [
      "an inherited name",
      { "parameters.csv": "name,value,low,high,source,assumption\nconstructor,1,,,,x\n" },
      "the name of a parameter",
    ],
  ])("is refused with %s", (_, files, words) => {
    expect(refusal(changed(files))).toContain(words);
  });

  it("is refused with a link, and when it is not there", () => {
    const folder = changed({});
    rmSync(join(folder, "mines.csv"));
    symlinkSync("/etc/passwd", join(folder, "mines.csv"));
    expect(refusal(folder)).toContain("not a link");
    expect(refusal(join(root, "nowhere"))).toContain("a folder that exists");
  });

  it("bears a byte order mark, empty lines and quoted cells", () => {
    const mines = `\ufeff${text("mines.csv").replace("Upper mine", '"Upper, the old mine"')}\n\n`;
    expect(readPackFolder(changed({ "mines.csv": mines })).mines[0].name).toBe("Upper, the old mine");
  });

  it("that is mutated is refused clearly or means something valid, and never does anything else", () => {
    const files = [
      "mines.csv",
      "projects.csv",
      "suppliers.csv",
      "categories.csv",
      "parameters.csv",
      "pack.yaml",
    ];
    const folder = changed({});
    const piece = fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.constantFrom(",", '"', "\n", ";", "-1", "1e999", "__proto__", "\u0000"),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(9),
        piece,
        (file, where, cut, put) => {
          const original = text(file);
          const at = Math.floor(where * original.length);
          writeFileSync(join(folder, file), original.slice(0, at) + put + original.slice(at + cut));
          try {
            expect(readPackFolder(folder).mines.length).toBeGreaterThan(0);
          } catch (error) {
            expect(error).toBeInstanceOf(InputError);
          } finally {
            writeFileSync(join(folder, file), original);
          }
        },
      ),
      trying(200),
    );
  }, 60_000);

  it("leaves nothing half-written when writing fails", () => {
    const broken = { ...packs.chile, suppliers: null } as unknown as (typeof packs)["chile"];
    const folder = join(root, "broken");
    expect(() => writePackFolder(broken, folder)).toThrow();
    expect(existsSync(folder)).toBe(false);
  });
});

describe("a run on another country's data", () => {
  it.each([["chile" as const], [readPackFolder(example)]])(
    "keeps every invariant",
    (pack) => {
      const run = simulate(
        { ...small, pack, policies: [{ policy: "local-content-rule", startMonth: 6 }] },
        { seed: 3 },
      );
      expect(checkInvariants(run)).toEqual([]);
      expect(run.metrics.spendUsd.every((usd) => usd > 0)).toBe(true);
    },
    30_000,
  );

  it("is made again on a worker from its record alone", () => {
    const scenario = defineScenario({ ...small, pack: readPackFolder(example) });
    const again = scenarioOf(JSON.parse(JSON.stringify(recordOf(scenario))) as ReturnType<typeof recordOf>);
    expect(again.hash).toBe(scenario.hash);
    expect(simulate(again, { seed: 1 }).fingerprint).toBe(simulate(scenario, { seed: 1 }).fingerprint);
  });

  it("is the shipped pack's when a folder says the same, and leaves the caller's object alone", () => {
    const folder = join(root, "same");
    writePackFolder(packs["peru-2017"], folder);
    expect(defineScenario({ ...small, pack: readPackFolder(folder) }).hash).toBe(defineScenario(small).hash);
    const own = readPackFolder(example);
    defineScenario({ ...small, pack: own });
    expect(Object.isFrozen(own)).toBe(false);
  });

  it("has the pack in its content, and Peru in none", () => {
    expect(defineScenario(small).canonical).not.toContain("pack");
    expect(defineScenario({ ...small, pack: "peru-2017" }).hash).toBe(defineScenario(small).hash);
    expect(defineScenario({ ...small, pack: "chile" }).canonical).toContain('"pack":"chile"');
    expect(() => defineScenario({ ...small, pack: "chille" })).toThrow('did you mean "chile"?');
  });
});

describe("a registry of real suppliers", () => {
  it("takes the places of drawn firms and leaves all others as they are", () => {
    const pack = readPackFolder(example);
    const firms = (suppliers: typeof pack.suppliers) =>
      simulate({ ...small, months: 1, pack: { ...pack, suppliers } }, { seed: 2 }).suppliers;
    const [drawn, real] = [firms([]), firms(pack.suppliers)];
    expect(real).toHaveLength(drawn.length);
    const named = real.filter(({ name }) => pack.suppliers.some((each) => each.name === name));
    expect(named.map(({ name }) => name).sort()).toEqual(pack.suppliers.map(({ name }) => name).sort());
    for (const [i, firm] of real.entries()) {
      if (named.includes(firm)) continue;
      // What a firm is founded with; its standards fade with work that it has or has not, and so may differ a month later.
      const { name, region, startCapacityUsdPerMonth, certificateLevel, categories } = drawn[i];
      expect(firm).toMatchObject({ name, region, startCapacityUsdPerMonth, certificateLevel, categories });
    }
    const workshop = named.find(({ name }) => name === "Talleres del Sur")!;
    expect(workshop).toMatchObject({
      region: "south",
      certificateLevel: 2,
      categories: ["metal-structures"],
    });
  });
});
