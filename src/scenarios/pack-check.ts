// The check of a data pack: its shape by a schema, and that its parts know one another.
import * as z from "zod/mini";
import { unknownName, type Problem } from "../errors.ts";
import { problemsOf } from "./schema-problems.ts";
import type { ParameterNumbers } from "../data/parameter.ts";
import { domainOf } from "../data/parameter-domains.ts";
import { parameterNames, parameterNumbers } from "../data/parameter-values.ts";
import { contestedCategoryTable } from "../data/categories.ts";
import { spendTable, type CategoryId } from "../data/spend.ts";
import { factIds, packRegions, type DataPack } from "../data/packs/pack.ts";

const id = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));
const text = z.string().check(z.minLength(1), z.maxLength(4000));
const miningRegion = z.enum(["north", "centre", "south"]);
/** Mines and projects of one pack at most: the ledger counts places in small tables. */
const mostMines = 200;
const mostProjects = 200;
const mostSuppliers = 20_000;

const contestedIds = Object.keys(contestedCategoryTable) as CategoryId[];

const start = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("committed"),
    startMonth: z.int().check(z.minimum(-240), z.maximum(1200)),
    developmentMonths: z.int().check(z.minimum(1), z.maximum(240)),
  }),
  z.strictObject({
    kind: z.literal("price"),
    triggerUsdPerLb: z.number().check(z.minimum(0.1), z.maximum(100)),
    developmentMonths: z.int().check(z.minimum(1), z.maximum(240)),
  }),
  z.strictObject({ kind: z.literal("listed-only") }),
]);

/** The parts of a pack. */
const packSchemas = {
  mine: z.strictObject({
    id,
    name: text,
    region: miningRegion,
    outputTonnesPerYear: z.number().check(z.positive(), z.maximum(10_000_000)),
    sharesOwnerWith: z.optional(id),
    domesticOwned: z.boolean(),
    source: text,
  }),
  project: z.strictObject({
    id,
    name: text,
    kind: z.enum(["greenfield", "expansion", "smelter"]),
    host: z.optional(id),
    region: miningRegion,
    domesticOwned: z.boolean(),
    capexUsdMillion: z.nullable(z.number().check(z.minimum(0), z.maximum(100_000))),
    addedTonnesPerYear: z.nullable(z.number().check(z.minimum(0), z.maximum(10_000_000))),
    start,
    source: text,
  }),
  supplier: z.strictObject({
    name: text,
    category: z.enum(contestedIds),
    region: z.optional(z.enum(packRegions)),
    capacityUsdPerMonth: z.optional(z.number().check(z.positive(), z.maximum(1e9))),
    certificateLevel: z.optional(z.int().check(z.minimum(0), z.maximum(3))),
    mines: z.optional(z.array(id)),
    experienceMonths: z.optional(z.number().check(z.minimum(0), z.maximum(600))),
    source: text,
  }),
  parameter: z.strictObject({
    value: z.number(),
    low: z.optional(z.number()),
    high: z.optional(z.number()),
    source: z.optional(text),
    assumption: z.optional(text),
  }),
  fact: z.strictObject({
    fact: z.enum(factIds),
    low: z.nullable(z.number()),
    high: z.nullable(z.number()),
    source: text,
  }),
} as const;

const packSchema = z.strictObject({
  id,
  title: text,
  country: text,
  demonym: text,
  mines: z.array(packSchemas.mine).check(z.minLength(1), z.maxLength(mostMines)),
  projects: z.array(packSchemas.project).check(z.maxLength(mostProjects)),
  parameters: z.record(z.string(), packSchemas.parameter),
  suppliers: z.array(packSchemas.supplier).check(z.maxLength(mostSuppliers)),
  facts: z.nullable(z.array(packSchemas.fact)),
  gaps: z.array(text),
});

/** The keys that a place in a pack can have. */
function keysAt(path: string): readonly string[] {
  const list = /^(mines|projects|suppliers|facts)\[/.exec(path)?.[1];
  const parts = {
    mines: packSchemas.mine,
    projects: packSchemas.project,
    suppliers: packSchemas.supplier,
    facts: packSchemas.fact,
  };
  if (list !== undefined) return Object.keys(parts[list as keyof typeof parts].shape);
  return Object.keys((path === "" ? packSchema : packSchemas.parameter).shape);
}

/** Everything that is wrong with a pack, with paths as `mines[0].region`. */
export function checkPack(pack: unknown): Problem[] {
  const parsed = packSchema.safeParse(pack);
  if (!parsed.success) return problemsOf(parsed.error, pack, "", keysAt);
  return [...contentProblems(parsed.data as DataPack)];
}

/** What is wrong between the parts of a pack whose shape is right. */
function* contentProblems(pack: DataPack): Generator<Problem> {
  const mines = pack.mines.map((mine) => mine.id);
  const places = [...mines, ...pack.projects.map((project) => project.id)];
  yield* twice(places, (i) => (i < mines.length ? `mines[${i}].id` : `projects[${i - mines.length}].id`));
  yield* twice(
    pack.suppliers.map(({ name }) => name),
    (i) => `suppliers[${i}].name`,
  );
  for (const [i, { id: own, sharesOwnerWith }] of pack.mines.entries()) {
    if (sharesOwnerWith === undefined) continue;
    if (!mines.includes(sharesOwnerWith) || sharesOwnerWith === own) {
      yield unknownName(`mines[${i}].sharesOwnerWith`, sharesOwnerWith, "the id of another mine", mines);
    }
  }
  for (const [i, { kind, host }] of pack.projects.entries()) {
    if (kind === "greenfield" && host !== undefined) {
      yield {
        path: `projects[${i}].host`,
        value: host,
        expected: "none: a greenfield project is its own mine",
      };
    }
    if (kind !== "greenfield" && (host === undefined || !places.includes(host))) {
      yield unknownName(
        `projects[${i}].host`,
        String(host),
        "the id of the mine or project that it enlarges",
        places,
      );
    }
  }
  for (const [name, { value, low, high, source, assumption }] of Object.entries(pack.parameters)) {
    const path = `parameters.${name}`;
    if (Object.hasOwn(parameterNumbers, name)) {
      const [lowest, highest] = widestRange(name, parameterNumbers[name]);
      if (value < lowest || value > highest) {
        const expected = `a number from ${lowest} to ${highest} (${parameterNumbers[name].unit})`;
        yield { path, value, expected };
      }
    } else {
      yield unknownName(path, name, "the name of a parameter", parameterNames);
    }
    if (source === undefined && assumption === undefined) {
      yield { path, value, expected: "a source, or an assumption with its reason" };
    }
    if ((low !== undefined && value < low) || (high !== undefined && value > high)) {
      yield { path, value, expected: `a value from ${low ?? "any"} to ${high ?? "any"}, its own range` };
    }
  }
  const values = Object.entries(pack.parameters).map(([name, { value }]) => [name, value] as const);
  yield* spendProblems(Object.fromEntries(values));
  for (const [i, { mines: worked = [] }] of pack.suppliers.entries()) {
    for (const [k, mine] of worked.entries()) {
      if (!mines.includes(mine))
        yield unknownName(`suppliers[${i}].mines[${k}]`, mine, "the id of a mine", mines);
    }
  }
  for (const [i, { low, high }] of (pack.facts ?? []).entries()) {
    if (low === null && high === null) {
      yield { path: `facts[${i}]`, value: null, expected: "a low bound, a high bound, or both" };
    } else if (low !== null && high !== null && low > high) {
      yield { path: `facts[${i}].high`, value: high, expected: `at least low (${low})` };
    }
  }
}

/** A problem where nothing is bought in any category: what a mine needs is its share of what the sector buys. */
export function* spendProblems(values: Readonly<Record<string, number>>): Generator<Problem> {
  const spend = spendTable.map(
    ({ id: category, spendUsdMillion2017 }) => values[`${category}.spendUsdMillion`] ?? spendUsdMillion2017,
  );
  if (spend.some((usd) => usd > 0)) return;
  yield { path: "parameters", value: 0, expected: "spend above 0 in at least one category" };
}

/** How far a country may leave a parameter's usual range: tenfold, a share up to 1, a category's number as far as it makes sense. */
function widestRange(name: string, { low, high }: ParameterNumbers): readonly [low: number, high: number] {
  const [, column] = name.split(".");
  if (column !== undefined) {
    const [lowest, highest] = domainOf(name);
    // Where nobody qualifies, buyers fall back on a known foreign firm: there is one at least.
    return [column === "firmsGlobal" ? 1 : lowest, highest];
  }
  const widest = 10;
  return [low < 0 ? low * widest : low / widest, high > 0 && high <= 1 ? 1 : high * widest];
}

function* twice(names: readonly string[], path: (index: number) => string): Generator<Problem> {
  for (const [index, name] of names.entries()) {
    const first = names.indexOf(name);
    if (first !== index)
      yield { path: path(index), value: name, expected: `a name of its own; ${path(first)} has it` };
  }
}
