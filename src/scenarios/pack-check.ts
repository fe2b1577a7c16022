// The check of a data pack: its shape by a schema, and that its parts know one another.
import * as z from "zod/mini";
import { unknownName, type Problem } from "../errors.ts";
import type { ParameterNumbers } from "../data/parameter.ts";
import { domainOf } from "../data/parameter-domains.ts";
import { parameterNames, parameterNumbers } from "../data/parameter-values.ts";
import { contestedCategoryTable } from "../data/category-tables.ts";
import { mostMonths } from "../data/limits.ts";
import { spendTable, type CategoryId } from "../data/spend.ts";
import { factIds, packRegions, type DataPack, type PackParameter } from "../data/packs/pack.ts";
import { kebabCase, kebabCaseInWords } from "./kebab-case.ts";
import { isText, textInWords } from "./plain-text.ts";
import { problemsOf } from "./schema-problems.ts";

const id = z.string().check(z.regex(kebabCase, kebabCaseInWords));
const text = z.string().check(z.minLength(1), z.maxLength(4000), z.refine(isText, textInWords));
const miningRegion = z.enum(["north", "centre", "south"]);
/** Mines and projects of one pack at most: the ledger counts places in small tables. */
const mostMines = 200;
const mostProjects = 200;
const mostSuppliers = 20_000;

const contestedIds = Object.keys(contestedCategoryTable) as CategoryId[];

/** How projects start, by kind. */
const starts = {
  committed: z.strictObject({
    kind: z.literal("committed"),
    startMonth: z.int().check(z.minimum(-240), z.maximum(mostMonths)),
    developmentMonths: z.int().check(z.minimum(1), z.maximum(240)),
  }),
  price: z.strictObject({
    kind: z.literal("price"),
    triggerUsdPerLb: z.number().check(z.minimum(0.1), z.maximum(100)),
    developmentMonths: z.int().check(z.minimum(1), z.maximum(240)),
  }),
  "listed-only": z.strictObject({ kind: z.literal("listed-only") }),
} as const;
const start = z.discriminatedUnion("kind", [starts.committed, starts.price, starts["listed-only"]]);

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
function keysAt(path: string, pack: unknown): readonly string[] {
  const [, list, index, isStart] = /^(mines|projects|suppliers|facts)\[(\d+)\](\.start)?/.exec(path) ?? [];
  if (isStart !== undefined) {
    const { kind } = (pack as DataPack).projects[Number(index)].start;
    return Object.keys(starts[kind].shape);
  }
  const parts = {
    mines: packSchemas.mine,
    projects: packSchemas.project,
    suppliers: packSchemas.supplier,
    facts: packSchemas.fact,
  };
  if (list !== undefined) return Object.keys(parts[list as keyof typeof parts].shape);
  return Object.keys((path === "" ? packSchema : packSchemas.parameter).shape);
}

/**
 * Everything that is wrong with a pack, with paths as `mines[0].region`.
 *
 * @param unread Names of parts, and of tables of its folder, of which nothing is known: they are passed over, and what refers to
 * them is not held against them. Default: none.
 */
export function checkPack(pack: unknown, unread: ReadonlySet<string> = new Set()): Problem[] {
  return allProblems(pack, unread).filter(({ path }) => !unread.has(path.replace(/[.[].*/, "")));
}

function allProblems(pack: unknown, unread: ReadonlySet<string>): Problem[] {
  const parsed = packSchema.safeParse(pack);
  if (parsed.success) return [...contentProblems(parsed.data as DataPack, new Set(), unread)];
  // What is wrong with the shape of one entry hides nothing of the others.
  const places = parsed.error.issues.flatMap(({ path: [list, entry] }) =>
    list === undefined ? [""] : [String(list), ...(entry === undefined ? [] : [placeOf(list, entry)])],
  );
  const outlines = parsed.error.issues.filter(({ path }) => path.length < 2 && !unread.has(String(path[0])));
  const whole = outlines.every(({ path: [list] }) => !lists.some((name) => name === list)) && isTable(pack);
  const content = whole ? contentProblems(pack as DataPack, new Set(places), unread) : [];
  return [...problemsOf(parsed.error, pack, "", (path) => keysAt(path, pack)), ...content];
}

/** The parts of a pack whose entries know one another. */
const lists = ["mines", "projects", "suppliers", "facts", "parameters"] as const;

function isTable(pack: unknown): boolean {
  return typeof pack === "object" && pack !== null && lists.every((name) => name in pack);
}

function placeOf(list: PropertyKey, entry: PropertyKey): string {
  return typeof entry === "number" ? `${String(list)}[${entry}]` : `${String(list)}.${String(entry)}`;
}

/** What is wrong between the parts of a pack, but for entries whose own shape is wrong: of those only the names are taken. */
function* contentProblems(
  pack: DataPack,
  misshapen: ReadonlySet<string>,
  unread: ReadonlySet<string>,
): Generator<Problem> {
  const sound = <Entry>(list: (typeof lists)[number], entries: readonly Entry[]) =>
    [...entries.entries()].filter(([i]) => !misshapen.has(placeOf(list, i)));
  const nameOf = (entry: unknown, key: string) =>
    textOf((entry as Readonly<Record<string, unknown>> | null)?.[key]);
  const mineIds = pack.mines.map((mine) => nameOf(mine, "id"));
  const placeIds = [...mineIds, ...pack.projects.map((project) => nameOf(project, "id"))];
  yield* twice(placeIds, (i) =>
    i < mineIds.length ? `mines[${i}].id` : `projects[${i - mineIds.length}].id`,
  );
  const mines = mineIds.filter((each) => each !== undefined);
  yield* twice(
    pack.suppliers.map((supplier) => nameOf(supplier, "name")),
    (i) => `suppliers[${i}].name`,
  );
  for (const [i, { id: own, sharesOwnerWith }] of sound("mines", pack.mines)) {
    if (sharesOwnerWith === undefined) continue;
    if (!mines.includes(sharesOwnerWith) || sharesOwnerWith === own) {
      yield unknownName(`mines[${i}].sharesOwnerWith`, sharesOwnerWith, "the id of another mine", mines);
    }
  }
  // Of a project whose own shape is wrong it is not held against others that it may be no mine.
  const expanding: readonly unknown[] = ["expansion", "smelter"];
  const newMines = pack.projects.filter((project) => !expanding.includes(nameOf(project, "kind")));
  const hosts = [...mineIds, ...newMines.map((project) => nameOf(project, "id"))].filter(
    (each) => each !== undefined,
  );
  for (const [i, { kind, host, addedTonnesPerYear }] of sound("projects", pack.projects)) {
    if (kind === "greenfield" && addedTonnesPerYear === 0) {
      yield {
        path: `projects[${i}].addedTonnesPerYear`,
        value: addedTonnesPerYear,
        expected: "more than 0 for a new mine, or null where it is not known",
      };
    }
    if (kind === "greenfield" && host !== undefined) {
      yield {
        path: `projects[${i}].host`,
        value: host,
        expected: "none: a greenfield project is its own mine",
      };
    }
    const isKnown =
      host !== undefined && (unread.has("mines") || unread.has("projects") || hosts.includes(host));
    if (kind !== "greenfield" && !isKnown) {
      yield unknownName(
        `projects[${i}].host`,
        String(host),
        "the id of the mine that it enlarges, or of the greenfield project that builds it",
        hosts,
      );
    }
  }
  const parameters = Object.entries(pack.parameters).filter(
    ([name]) => !misshapen.has(placeOf("parameters", name)),
  );
  for (const [name, record] of parameters) yield* parameterProblems(name, record);
  yield* spendProblems(Object.fromEntries(parameters.map(([name, { value }]) => [name, value])));
  for (const [i, { mines: worked = [] }] of sound("suppliers", pack.suppliers)) {
    for (const [k, mine] of worked.entries()) {
      if (!unread.has("mines") && !mines.includes(mine))
        yield unknownName(`suppliers[${i}].mines[${k}]`, mine, "the id of a mine", mines);
    }
  }
  yield* twice(
    (pack.facts ?? []).map((fact) => nameOf(fact, "fact")),
    (i) => `facts[${i}].fact`,
  );
  for (const [i, { low, high }] of sound("facts", pack.facts ?? [])) {
    if (low === null && high === null) {
      yield { path: `facts[${i}]`, value: null, expected: "a low bound, a high bound, or both" };
    } else if (low !== null && high !== null && low > high) {
      yield { path: `facts[${i}].high`, value: high, expected: `at least low (${low})` };
    }
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function* parameterProblems(
  name: string,
  { value, low, high, source, assumption }: PackParameter,
): Generator<Problem> {
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

function* twice(names: readonly (string | undefined)[], path: (index: number) => string): Generator<Problem> {
  const firsts = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    if (typeof name !== "string") continue;
    const first = firsts.get(name);
    if (first === undefined) firsts.set(name, index);
    else yield { path: path(index), value: name, expected: `a name of its own; ${path(first)} has it` };
  }
}
