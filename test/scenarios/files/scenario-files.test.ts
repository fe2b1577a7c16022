import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { packs } from "../../../src/data/packs/packs.ts";
import { checkInvariants } from "../../../src/engine/invariants.ts";
import { simulate } from "../../../src/engine/run.ts";
import { InputError } from "../../../src/errors.ts";
import { parseScenario, printScenario, scenarioFileSchema } from "../../../src/scenario-files.ts";
import { scenarios } from "../../../src/scenarios/catalogue.ts";
import { ownPolicy } from "../own-policy.ts";
import { defineScenario } from "../../../src/scenarios/scenario.ts";
import { scenarioInputs, trying } from "../../properties/arbitraries.ts";

function refusal(text: string): InputError {
  try {
    parseScenario(text, { file: "a.yaml" });
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error(`accepted: ${text}`);
}

/** Everything in a file's content that can be replaced: what holds it, and its key there. */
function* placesIn(content: object): Generator<readonly [Record<string, unknown>, string]> {
  for (const [key, value] of Object.entries(content) as [string, unknown][]) {
    yield [content as Record<string, unknown>, key];
    if (typeof value === "object" && value !== null) yield* placesIn(value);
  }
}

const valid = readFileSync("examples/scenarios/portal-and-centre.yaml", "utf8");
const schema = new Ajv2020({ strict: false }).compile(scenarioFileSchema());

describe("a scenario file", () => {
  it("says the same in YAML, in JSON and in code", () => {
    const fromYaml = parseScenario(valid);
    const inCode = defineScenario({
      id: "portal-and-centre",
      title: "Challenge portal, then a testing centre",
      policies: [
        { policy: "testing-centre", startMonth: 54, endMonth: 144, settings: { slotsPerMonth: 2 } },
        { policy: "challenge-portal", startMonth: 24, settings: { disclosure: 0.6 } },
      ],
    });
    expect(fromYaml.hash).toBe(inCode.hash);
    expect(parseScenario(JSON.stringify(parse(valid))).hash).toBe(inCode.hash);
  });

  it("starts from another: parameters by name, policies by id, shocks added, all else replaced", () => {
    const text = `
id: child
extends: innovation-package
months: 120
parameters: { trialMonths: 4 }
without: [scholarships, rd-centre]
policies:
  - { policy: testing-centre, strength: 0.5 }
  - matchmaking
`;
    const child = parseScenario(text);
    const ids = child.policies.map(({ policy }) => policy.id);
    const base = scenarios["innovation-package"].policies.map(({ policy }) => policy.id);
    expect(new Set(ids)).toEqual(
      new Set([...base.filter((id) => id !== "scholarships" && id !== "rd-centre"), "matchmaking"]),
    );
    expect(child.policies.find(({ policy }) => policy.id === "testing-centre")).toMatchObject({
      strength: 0.5,
    });
    expect(child).toMatchObject({ id: "child", title: "child", months: 120, parameters: { trialMonths: 4 } });
  });

  it("is refused with line and column of every problem, and the nearest name", () => {
    const { message, problems } = refusal(`id: a
polices: []
parameters:
  trialMonth: 3
policies:
  - policy: testing-center
  - policy: challenge-portal
    startMonth: 2019-13
    settings: { disclosure: 2 }
`);
    expect(problems).toHaveLength(5);
    for (const line of [
      'a.yaml:2:1: polices: found "polices"',
      'a.yaml:4:3: parameters.trialMonth: found "trialMonth", expected the name of a parameter; did you mean "trialMonths"?',
      'a.yaml:6:5: policies[0].policy: found "testing-center", expected the id of a policy; did you mean "testing-centre"?',
      'a.yaml:8:5: policies[1].startMonth: found "2019-13", expected a calendar month from 2017-01 on',
      "a.yaml:9:17: policies[1].settings.disclosure: found 2, expected at most 1",
    ]) {
      expect(message).toContain(line);
    }
  });

  it.each([
    ["nothing", "", "keys and values: at least an id"],
    ["a list", "- a", "keys and values"],
    ["a text", "hello", "keys and values"],
    ["broken YAML", "id: [a", "valid YAML"],
    ["broken JSON", '{"id": "a",', "valid YAML"],
    ["two documents", "id: a\n---\nid: b", 'a.yaml:2:1: found "---", expected one document in a file'],
    ["white space", " \n", 'found " \\n", expected keys and values'],
    [
      "a key twice",
      "id: a\nid: b",
      'a.yaml:2:1: found "id: b", expected valid YAML: Map keys must be unique',
    ],
    ["many keys twice", "id: a\n".repeat(40), "a.yaml: 20 problems"],
    ["bytes that were no UTF-8", "id: a\ntitle: \ufffd", "a text in UTF-8"],
    [
      "a tag of YAML's own",
      "id: !!str a",
      'a.yaml:1:11: found "tag:yaml.org,2002:str", expected a value without a tag',
    ],
    ["an anchor alone", "id: &x a", 'found "&x", expected no anchor'],
    [
      "a month of 2016",
      "id: a\npolicies: [{policy: matchmaking, startMonth: 2016-12}]",
      "a calendar month from 2017-01 on",
    ],
    [
      "a month 0",
      "id: a\npolicies: [{policy: matchmaking, startMonth: 2019-00}]",
      "a calendar month from 2017-01 on",
    ],
    ["a table of shocks", "id: a\nshocks: {}", "shocks: found {}, expected a list"],
    [
      "a text of policies",
      "id: a\nextends: baseline\nwithout: council",
      'a.yaml:3:1: without: found "council", expected a list',
    ],
    ["a policy twice", "id: a\npolicies: [matchmaking, matchmaking]", "each policy once"],
    ["another version", "schema: 2\nid: a", "1, the version of the format"],
    ["an alias", "id: a\nparameters: &p {trialMonths: 3}\npolicies: *p", "files have no aliases"],
    ["a tag", "id: !!js/function 'a'", "tag"],
    ["a key that is no name", "id: a\n1: b", "keys that are names"],
    ["depth", `id: ${"[".repeat(40)}${"]".repeat(40)}`, "at most 12 levels"],
    ["great depth", "[".repeat(500_000), "at most 12 levels"],
    ["depth that the parser meets", `${"[".repeat(900)}${"]".repeat(900)}`, "at most 12 levels"],
    [
      "brackets that are closed, and depth",
      `id: a # ${"[]".repeat(2000)}\nmonts: 3`,
      'did you mean "months"?',
    ],
    ["a key of a terminal", 'id: a\n"\\e[2J": 1', 'a.yaml:2:1: found "\\u001b[2J", expected another name'],
    ["a title of a terminal", 'id: a\ntitle: "\\e[2J"', "one line of text, without control characters"],
    ["a title of two lines", "id: a\ntitle: |\n  one\n  two", "one line of text"],
    ["an empty title", "id: a\ntitle: ''", 'title: found "", expected a text that is not empty'],
    [
      "a switch as YAML once had it",
      "id: a\nbeyondRanges: yes",
      'beyondRanges: found "yes", expected true or false',
    ],
    [
      "a policy without a name",
      "id: a\npolicies: [{}]",
      "policies[0].policy: found nothing, expected the id of a policy",
    ],
    [
      "a policy that is none",
      "id: a\npolicies: [null]",
      "policies[0]: found null, expected the id of a policy, or keys and values with one as policy",
    ],
    ["size", `id: a\n# ${"x".repeat(1_100_000)}`, "at most 1000000 characters"],
    ["control characters", "id: a\u0000", "a text in UTF-8"],
    ["__proto__", "id: a\n__proto__: {polluted: true}", "another name"],
    ["constructor among parameters", "id: a\nparameters: {constructor: 1}", "another name"],
    ["no number", "id: a\npopulation: .nan", "population"],
    ["a wrong base", "id: a\nextends: testing-center", 'did you mean "testing-centre"?'],
    [
      "a policy taken out that is not there",
      "id: a\nextends: baseline\nwithout: [matchmaking]",
      "without[0]",
    ],
    ["an id of many words", "id: My Scenario", "kebab-case"],
  ])("is refused that holds %s", (_, text, words) => {
    const { message, problems } = refusal(text);
    expect(message).toContain(words);
    for (const { place } of problems) expect(place).toMatchObject({ file: "a.yaml" });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it("is told what is wrong once, in its own place", () => {
    const linesOf = (text: string) => refusal(text).message.split("\n").slice(1);
    expect(linesOf("id: a\npopulation: 1e20")).toEqual([
      "  - a.yaml:2:1: population: found 100000000000000000000, expected at most 100000",
    ]);
    expect(linesOf("id: a\nparameters: {capital-equipment.firmsGlobal: 0}")).toEqual([
      expect.stringContaining("a.yaml:2:14: parameters.capital-equipment.firmsGlobal: found 0"),
    ]);
    expect(linesOf("id: a\npack: 3")).toEqual([expect.stringContaining("a.yaml:2:1: pack: found 3")]);
    expect(linesOf("id: a\npolicies: [{policy: matchmaking, endMonth: soon}]")).toEqual([
      expect.stringContaining('a.yaml:2:34: policies[0].endMonth: found "soon"'),
    ]);
    expect(
      linesOf(
        "id: a\nshocks: [{kind: copper-price, path: [{month: 3, usdPerLb: 2}, {month: x, usdPerLb: 2}]}]",
      ),
    ).toEqual([expect.stringContaining('shocks[0].path[1].month: found "x"')]);
    expect(linesOf("id: a\nextends: entry-package\npolicies: [{policy: council, strength: 3}]")).toEqual([
      "  - a.yaml:3:30: policies[0].strength: found 3, expected at most 1",
    ]);
    expect(linesOf("id: a\nextends: rd-credit-2023\nmonths: 100")).toEqual([
      "  - a.yaml:2:10: extends.policies.rd-credit.endMonth: found 144, expected a month up to the horizon of 100",
    ]);
    const dear = defineScenario({ id: "dear", parameters: { copperProcurementUsdMillionPerYear: 4400 } });
    const abroad = "id: a\nextends: dear\npack: chile\nparameters: { caution: 9 }";
    expect(() => parseScenario(abroad, { resolve: () => dear })).toThrow(
      "scenario:4:15: parameters.caution: found 9, expected a number from 0.5 to 2",
    );
    expect(() => parseScenario(abroad, { resolve: () => dear })).toThrow(
      "scenario:2:10: extends.parameters.copperProcurementUsdMillionPerYear: found 4400, expected a number from 9000 to 12200",
    );
    expect(linesOf("id: a\nextends: entry-package\npolicies: [council, council]")).toEqual([
      '  - a.yaml:3:21: policies[1]: found "council", expected each policy once; policies[0] is the same',
    ]);
    expect(linesOf("id: a\nparameters: [learningRate]")).toEqual([
      '  - a.yaml:2:1: parameters: found ["learningRate"], expected keys and values',
    ]);
    expect(linesOf("id: a\n1: b\n? [x]\n: 3").sort()).toEqual([
      "  - a.yaml:2:1: found 1, expected keys that are names",
      '  - a.yaml:3:3: found "a key that is no text", expected keys that are names',
    ]);
    expect(linesOf("id: a\nwithout: [matchmaking]")).toEqual([
      '  - a.yaml:2:1: without: found ["matchmaking"], expected extends beside it: policies are taken out of the scenario that it names',
    ]);
  });

  it("is told of a calendar month as it is written, with its count, in which the bounds are", () => {
    const linesOf = (text: string) => refusal(`id: a\n${text}`).message.split("\n").slice(1);
    const during = "startMonth: 2019-06, endMonth: 2019-06";
    expect(linesOf(`extends: council\npolicies: [{ policy: matchmaking, ${during} }]`)).toEqual([
      '  - a.yaml:3:56: policies[0].endMonth: found "2019-06", expected a month after startMonth (29); 2019-06 is month 29',
    ]);
    expect(linesOf("shocks: [{ kind: change-of-government, month: 2050-01 }]")).toEqual([
      '  - a.yaml:2:40: shocks[0].month: found "2050-01", expected a month before the horizon of 180 months; 2050-01 is month 396',
    ]);
    expect(linesOf("shocks: [{ kind: change-of-government, month: 396 }]")).toEqual([
      "  - a.yaml:2:40: shocks[0].month: found 396, expected a month before the horizon of 180 months",
    ]);
  });

  it("is told which shock of the scenario that it extends is about the same", () => {
    const base = defineScenario({ id: "base", shocks: [{ kind: "change-of-government", month: 36 }] });
    const again = "id: a\nextends: base\nshocks: [{ kind: change-of-government, month: 2020-01 }]";
    expect(() => parseScenario(again, { resolve: () => base })).toThrow(
      'scenario:3:10: shocks[0]: found "a change of government in month 36", expected each once; extends.shocks[0] is about the same',
    );
  });

  it("that extends what cannot be found is held against nothing that this may say", () => {
    const long =
      "id: a\nextends: my.yaml\nwithout: [council]\npolicies: [{policy: matchmaking, startMonth: 400}]\nmonts: 3";
    expect(refusal(long).message.split("\n").slice(1)).toEqual([
      expect.stringContaining("monts: found"),
      '  - a.yaml:2:1: extends: found "my.yaml", expected the id of a scenario of the catalogue, or a file beside this one',
    ]);
  });

  it("is told what the program that reads it finds wrong with what it names, where that is written", () => {
    const lost = () => {
      throw new InputError("a shelf", [{ path: "", value: "x", expected: "one of mine" }]);
    };
    const read = () =>
      parseScenario("id: a\nextends: x\npack: y\nmonts: 3", { resolve: lost, resolvePack: lost });
    expect(read).toThrow("scenario: 3 problems");
    expect(read).toThrow('scenario:2:1: extends: found "x", expected one of mine');
    expect(read).toThrow('scenario:3:1: pack: found "x", expected one of mine');
    const place = { file: "other.yaml", line: 7, column: 8 };
    const wrong = () => {
      const problem = { path: "months", value: 0, expected: "more" };
      throw new InputError("a shelf", [problem, { ...problem, place }]);
    };
    const below = () => parseScenario("id: a\nextends: x", { resolve: wrong });
    expect(below).toThrow("scenario:2:10: extends.months: found 0, expected more");
    expect(below).toThrow("other.yaml:7:8: months: found 0, expected more");
    const broken = { file: 3, resolve: 4, resolvePack: "x" } as unknown as Parameters<
      typeof parseScenario
    >[1];
    for (const word of [
      "file: found 3",
      "resolve: found 4, expected a function of a name",
      'resolvePack: found "x"',
    ])
      expect(() => parseScenario("id: a", broken)).toThrow(word);
    const junk = () => ({}) as unknown as ReturnType<typeof parseScenario>;
    expect(() => parseScenario("id: a\nextends: x", { resolve: junk })).toThrow(
      'extends: found "x", expected the id of a scenario',
    );
  });

  it("goes before what it extends", () => {
    const base = defineScenario({ id: "base", parameters: { trialMonths: 4, caution: 2 } });
    const { parameters } = parseScenario("id: a\nextends: x\nparameters: {trialMonths: 5}", {
      resolve: () => base,
    });
    expect(parameters).toEqual({ trialMonths: 5, caution: 2 });
  });

  it("gives an alias bomb no time", () => {
    const levels = Array.from(
      { length: 9 },
      (_, i) => `l${i + 1}: &l${i + 1} [${Array(9).fill(`*l${i}`).join(",")}]`,
    );
    expect(refusal(`id: a\nl0: &l0 x\n${levels.join("\n")}`).message).toContain("files have no aliases");
  });

  it("cannot hold code", () => {
    const own = ownPolicy();
    expect(() => printScenario(defineScenario({ id: "a", policies: [own] }))).toThrow(
      "a file cannot hold code",
    );
  });
});

describe("printing and reading again", () => {
  it("is the identity, in both formats, for every scenario of the catalogue", () => {
    for (const scenario of Object.values(scenarios)) {
      for (const format of ["yaml", "json"] as const) {
        const text = printScenario(scenario, format);
        const again = parseScenario(text);
        expect(again).toEqual(scenario);
        expect(printScenario(again, format)).toBe(text);
        expect(schema(parse(text)), JSON.stringify(schema.errors?.slice(0, 3))).toBe(true);
      }
    }
  });

  it("is the identity for random scenarios, which the schema accepts", () => {
    fc.assert(
      fc.property(scenarioInputs(), (input) => {
        const scenario = defineScenario(input);
        const text = printScenario(scenario);
        expect(parseScenario(text)).toEqual(scenario);
        expect(schema(parse(text)), JSON.stringify(schema.errors?.slice(0, 3))).toBe(true);
      }),
      trying(60),
    );
  });
});

describe("random scenario files", () => {
  it("that are valid run and keep every invariant", () => {
    fc.assert(
      fc.property(scenarioInputs(), fc.nat(1000), (input, seed) => {
        const scenario = parseScenario(printScenario(defineScenario(input), "json"));
        expect(checkInvariants(simulate(scenario, { seed }))).toEqual([]);
      }),
      trying(6),
    );
  }, 60_000);

  it("that are mutated are refused clearly or mean something valid, and never do anything else", () => {
    const texts = Object.values(scenarios).map((scenario) => printScenario(scenario));
    const piece = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom(
        "[",
        "{",
        ": ",
        "- ",
        "&a ",
        "*a",
        "!!x ",
        "__proto__: 1\n",
        "\t",
        "\u0000",
        "\ufeff",
        "? ",
        "| ",
        "~",
        ".inf",
        "-1",
        "1e999",
        '"',
        "---\n",
        "%YAML 9\n",
      ),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(12),
        piece,
        (text, where, cut, put) => {
          const at = Math.floor(where * text.length);
          const mutated = text.slice(0, at) + put + text.slice(at + cut);
          try {
            expect(parseScenario(mutated).hash).toMatch(/^[0-9a-f]{16}$/);
          } catch (error) {
            expect(error).toBeInstanceOf(InputError);
            for (const { place } of (error as InputError).problems) {
              expect(place!.line).toBeGreaterThan(0);
              expect(place!.line).toBeLessThanOrEqual(mutated.split("\n").length + 1);
            }
          }
        },
      ),
      trying(400),
    );
  }, 60_000);
});

describe("the JSON Schema", () => {
  it("refuses what the reader refuses", () => {
    const wrong = [
      { title: "no id" },
      { id: "a", policies: [{ policy: "testing-centre", settings: { slots: 1 } }] },
      { id: "a", policies: ["testing-center"] },
      { id: "a", policies: [{ policy: "testing-centre", startMonth: "2019-13" }] },
      { id: "a", parameters: { trialMonths: 99 } },
      { id: "a", parameters: { nosuch: 1 } },
      { id: "a", shocks: [{ kind: "project-cancelled", projects: "quechua" }] },
      { id: "a", months: 0 },
      { id: "a", extra: 1 },
    ];
    for (const content of wrong) {
      expect(schema(content), JSON.stringify(content)).toBe(false);
      expect(() => parseScenario(JSON.stringify(content))).toThrow(InputError);
    }
    expect(schema({ id: "a", parameters: { trialMonths: 99 }, beyondRanges: true })).toBe(true);
  });

  const far = defineScenario({ id: "far", parameters: { trialMonths: 50 }, beyondRanges: true });
  const resolve = (name: string) => (name === "far.yaml" ? far : undefined);
  const agreed = (content: unknown) => {
    const read = () => parseScenario(JSON.stringify(content), { resolve });
    if (schema(content)) expect(read).not.toThrow();
    else expect(read).toThrow(InputError);
    return schema(content);
  };
  const inForce = (window: object, months = 1200) => ({
    id: "a",
    months,
    policies: [{ policy: "matchmaking", ...window }],
  });

  it("knows the months that there are", () => {
    expect(agreed(inForce({ startMonth: "2017-01", endMonth: "2117-01" }))).toBe(true);
    expect(agreed(inForce({ startMonth: "2116-12" }))).toBe(true);
    expect(agreed(inForce({ startMonth: "2016-12" }))).toBe(false);
    expect(agreed(inForce({ endMonth: "2117-02" }))).toBe(false);
    const longest = defineScenario({ id: "a", months: 1200, policies: ["matchmaking"] });
    expect(agreed(JSON.parse(printScenario(longest, "json")))).toBe(true);
  });

  it("holds parameters to the ranges of the file's pack, and to what makes sense without them", () => {
    const withParameter = (name: string, value: number, rest: object = {}) =>
      agreed({ id: "a", parameters: { [name]: value }, ...rest });
    for (const [name, { value, low = value, high = value }] of Object.entries(packs.chile.parameters)) {
      for (const each of [value, low, high])
        expect(withParameter(name, each, { pack: "chile" }), name).toBe(true);
    }
    expect(withParameter("taxRate", packs.chile.parameters["taxRate"].value)).toBe(false);
    expect(withParameter("trialMonths", 40, { pack: "chile" })).toBe(false);
    expect(withParameter("trialMonths", 40, { extends: "testing-centre" })).toBe(false);
    expect(withParameter("trialMonths", 40, { extends: "far.yaml" })).toBe(true);
    for (const [name, value] of [
      ["tenderPublicity", 7],
      ["tenderPublicity", -1],
      ["capacityPeruvianUsdPerMonth", 0],
      ["consumables.criticality", 7],
    ] as const) {
      expect(withParameter(name, value, { beyondRanges: true }), name).toBe(false);
    }
  });

  it("wants a pack by its name, and policies taken out of something", () => {
    expect(agreed({ id: "a", pack: packs.chile })).toBe(false);
    expect(() => parseScenario(JSON.stringify({ id: "a", pack: packs.chile }))).toThrow(
      /pack: found .*, expected the id of a data pack that comes with the library, or a folder beside this file/,
    );
    expect(agreed({ id: "a", without: ["matchmaking"] })).toBe(false);
    expect(agreed({ id: "a", without: [] })).toBe(true);
    expect(agreed({ id: "a", extends: "entry-package", without: ["matchmaking"] })).toBe(true);
  });

  it("accepts what the reader accepts and, but for what only the reader knows, nothing else", () => {
    const odd = fc.constantFrom(
      ...[null, true, -1, 0, 1.5, 7, 1e9, "", "x", "2019-01", "2016-01", "matchmaking"],
      ...[[], {}, [null], { policy: "council" }, { kind: "copper-price" }],
    );
    const onlyTheReader =
      /horizon|month after|the one before it|can start|origin, category|a number from 1 to \d+: so many|each policy once|each once|no policy beside|data pack|extended scenario|above 0 in at least/;
    fc.assert(
      fc.property(scenarioInputs(), fc.nat(), odd, fc.boolean(), (input, where, value, added) => {
        const content = JSON.parse(printScenario(defineScenario(input), "json")) as object;
        const places = [...placesIn(content)];
        const [holder, key] = places[where % places.length];
        if (!added) holder[key] = value;
        else if (Array.isArray(holder)) holder.push(value);
        else holder[["strength", "pack", "path", "month", "settings"][where % 5]] = value;
        let problems: readonly string[] = [];
        try {
          parseScenario(JSON.stringify(content));
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
          problems = error.problems.map(({ expected }) => expected);
        }
        const found = `${JSON.stringify(content)}: ${problems.join("; ")}`;
        if (problems.length === 0) expect(schema(content), found).toBe(true);
        else if (schema(content)) {
          expect(
            problems.filter((expected) => !onlyTheReader.test(expected)),
            found,
          ).toEqual([]);
        }
      }),
      trying(120),
    );
  });
});
