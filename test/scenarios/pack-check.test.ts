import { describe, expect, it } from "vitest";
import { paperFacts } from "../../src/analysis/paper-facts.ts";
import {
  factIds,
  type DataPack,
  type PackMine,
  type PackProject,
  type PackSupplier,
} from "../../src/data/packs/pack.ts";
import { packs } from "../../src/data/packs/packs.ts";
import { checkInvariants } from "../../src/engine/invariants.ts";
import { simulate } from "../../src/engine/run.ts";
import { defineScenario } from "../../src/scenarios/scenario.ts";
import { checkPack } from "../../src/scenarios/pack-check.ts";

const { chile } = packs;
const own = (parts: Partial<DataPack>): DataPack => ({ ...chile, id: "mine", ...parts });
const firm = (name: string): PackSupplier => ({
  name,
  category: "consumables",
  capacityUsdPerMonth: 1000,
  source: "a test",
});

describe("a pack's numbers", () => {
  it.each([
    ["taxRate", 27, "a number from 0.0295 to 1 (rate)"],
    ["capacityPeruvianUsdPerMonth", -5, "a number from 8000 to 2500000"],
    ["linesPerCategory", 1e10, "a number from 0.1 to 40"],
    ["consumables.criticality", 50, "a number from 0 to 1"],
    ["consumables.firmsGlobal", 0, "a number from 1 to 2000"],
  ])("refuse %s of %d", (name, value, expected) => {
    const problems = checkPack(own({ parameters: { [name]: { value, source: "a test" } } }));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ path: `parameters.${name}`, value });
    expect(problems[0].expected).toContain(expected);
  });

  it("refuse a country that buys nothing", () => {
    const nothing = Object.keys(chile.parameters)
      .filter((name) => name.endsWith(".spendUsdMillion"))
      .map((name) => [name, { value: 0, source: "a test" }] as const);
    expect(checkPack(own({ parameters: Object.fromEntries(nothing) }))).toMatchObject([
      { path: "parameters", expected: "spend above 0 in at least one category" },
    ]);
  });

  it("are all within their bounds in the shipped packs", () => {
    expect(Object.values(packs).flatMap((pack) => checkPack(pack))).toEqual([]);
  });
});

describe("a pack's parts", () => {
  const mine = (id: string): PackMine => ({
    id,
    name: id,
    region: "north",
    outputTonnesPerYear: 1,
    domesticOwned: false,
    source: "a test",
  });
  const project = (id: string, more: Partial<PackProject> = {}): PackProject => ({
    id,
    name: id,
    kind: "greenfield",
    region: "north",
    domesticOwned: false,
    capexUsdMillion: 1,
    addedTonnesPerYear: 1,
    start: { kind: "listed-only" },
    source: "a test",
    ...more,
  });
  const many = <Part>(count: number, part: (id: string) => Part) =>
    Array.from({ length: count }, (_, i) => part(`p-${i}`));
  const pathsOf = (parts: Partial<DataPack>) =>
    checkPack(own({ mines: [mine("one")], projects: [], suppliers: [], ...parts }));

  it("are so many at most", () => {
    expect(pathsOf({ mines: many(200, mine) })).toEqual([]);
    expect(pathsOf({ mines: many(201, mine) })).toMatchObject([
      { path: "mines", expected: "a list of at most 200" },
    ]);
    expect(pathsOf({ projects: many(200, project) })).toEqual([]);
    expect(pathsOf({ projects: many(201, project) })).toMatchObject([
      { path: "projects", expected: "a list of at most 200" },
    ]);
    expect(pathsOf({ suppliers: many(20_000, firm) })).toEqual([]);
    expect(pathsOf({ suppliers: many(20_001, firm) })).toMatchObject([
      { path: "suppliers", expected: "a list of at most 20000" },
    ]);
  });

  it("know one another: an owner has another mine, an expansion a host, and each place a name of its own", () => {
    expect(pathsOf({ mines: [{ ...mine("one"), sharesOwnerWith: "one" }] })).toMatchObject([
      {
        path: "mines[0].sharesOwnerWith",
        expected: expect.stringContaining("the id of another mine") as string,
      },
    ]);
    expect(pathsOf({ projects: [project("two", { kind: "expansion" })] })).toMatchObject([
      { path: "projects[0].host" },
    ]);
    expect(pathsOf({ projects: [project("two", { host: "one" })] })).toMatchObject([
      { path: "projects[0].host", expected: "none: a greenfield project is its own mine" },
    ]);
    const expansion = (id: string, host: string) => project(id, { kind: "expansion", host });
    expect(pathsOf({ projects: [project("two"), expansion("more", "two")] })).toEqual([]);
    expect(pathsOf({ projects: [expansion("two", "one"), expansion("more", "two")] })).toMatchObject([
      {
        path: "projects[1].host",
        expected: "the id of the mine that it enlarges, or of the greenfield project that builds it: one",
      },
    ]);
    expect(pathsOf({ projects: [expansion("two", "two")] })).toMatchObject([{ path: "projects[0].host" }]);
    expect(pathsOf({ projects: [project("two"), project("one")] })).toMatchObject([
      { path: "projects[1].id", expected: "a name of its own; mines[0].id has it" },
    ]);
  });

  it("say of a new mine what it produces, or that it is not known", () => {
    const producing = (addedTonnesPerYear: number | null) =>
      pathsOf({ projects: [project("two", { addedTonnesPerYear })] });
    expect(producing(0)).toMatchObject([
      {
        path: "projects[0].addedTonnesPerYear",
        expected: "more than 0 for a new mine, or null where it is not known",
      },
    ]);
    expect(producing(null)).toEqual([]);
  });

  it("that are nothing at all hide no problem of the others", () => {
    const nothing = null as never;
    const parts = {
      mines: [mine("one"), nothing],
      projects: [nothing],
      suppliers: [nothing, { ...firm("f"), mines: ["on"] }],
      facts: [nothing],
    };
    const parameters = { taxRate: nothing, creditRate: { value: 1, source: "a test" } };
    expect(pathsOf({ parameters }).map(({ path }) => path)).toEqual([
      "parameters.taxRate",
      "parameters.creditRate",
    ]);
    expect(pathsOf(parts).map(({ path }) => path)).toEqual([
      "mines[1]",
      "projects[0]",
      "suppliers[0]",
      "facts[0]",
      "suppliers[1].mines[0]",
    ]);
  });
});

describe("a pack of one's own", () => {
  it("stays the caller's: a scenario freezes a copy", () => {
    const pack = structuredClone(own({}));
    expect(Object.isFrozen(defineScenario({ id: "a", pack }).pack.mines)).toBe(true);
    expect(Object.isFrozen(pack.mines)).toBe(false);
  });
});

describe("a pack's facts", () => {
  it("may be one number", () => {
    const fact = { fact: "exporter-share", low: 0.1, high: 0.1, source: "a test" } as const;
    expect(checkPack(own({ facts: [fact] }))).toEqual([]);
    expect(checkPack(own({ facts: [{ ...fact, low: null, high: null }] }))).toMatchObject([
      { path: "facts[0]" },
    ]);
  });

  it("are those that can be measured", () => {
    expect(paperFacts.map(({ id }) => id)).toEqual([...factIds]);
    const fact = { fact: "exporters-share", low: 0, high: 1, source: "a test" };
    expect(checkPack({ ...own({}), facts: [fact] })).toMatchObject([
      { path: "facts[0].fact", value: "exporters-share" },
    ]);
  });

  it("have a low bound below the high one", () => {
    const facts = [{ fact: "exporter-share", low: 2, high: 1, source: "a test" }] as const;
    expect(checkPack(own({ facts }))).toMatchObject([
      { path: "facts[0].high", expected: "at least low (2)" },
    ]);
  });
});

describe("a registry", () => {
  it("of more firms than the run would draw keeps every invariant", () => {
    const suppliers = Array.from({ length: 200 }, (_, i) => firm(`Firm ${i}`));
    const pack = own({ suppliers });
    const run = simulate({ id: "a", pack, months: 6, burnInMonths: 0, population: 50 }, { seed: 1 });
    expect(checkInvariants(run)).toEqual([]);
    const last = run.suppliers.find(({ name }) => name === "Firm 199")!;
    expect(last.capacityUsdPerMonth).toBeCloseTo(1000 * (8000 / 50), 6);
  });

  it("gives a firm the same draws wherever it stands in the file", () => {
    const skills = (names: readonly string[]) =>
      Object.fromEntries(
        simulate(
          { id: "a", pack: own({ suppliers: names.map(firm) }), months: 1, burnInMonths: 0, population: 400 },
          { seed: 1 },
        )
          .suppliers.filter(({ name }) => names.includes(name))
          .map(({ name, technical }) => [name, technical]),
      );
    const both = skills(["A", "B"]);
    expect(both["A"]).not.toBe(both["B"]);
    expect(skills(["B", "A"])).toEqual(both);
  });

  it("is refused in a category that is not tendered", () => {
    const utility = { ...firm("A"), category: "utilities" } as const;
    expect(checkPack(own({ suppliers: [utility] }))).toMatchObject([{ path: "suppliers[0].category" }]);
  });
});
