// What comes from outside and is no policy: the copper price, projects, the exit of a supplier, a change of government.
// Before a shock's first month a run is the same as without it.
import * as z from "zod/mini";
import type { CategoryColumn } from "../data/category-columns.ts";
import { categoryNumbers } from "../data/category-numbers.ts";
import { defaultPopulation } from "../data/category-tables.ts";
import type { DataPack } from "../data/packs/pack.ts";
import { categoryIds } from "../data/spend.ts";
import { unknownName, type Problem } from "../errors.ts";
import { problemsOf } from "./schema-problems.ts";
import { wholeMonths } from "./policy-definition.ts";
import { isPlainObject } from "../plain-object.ts";

/** The price follows a path, linear between its points; after the last, the model's price goes on from there. */
export interface CopperPriceShock {
  readonly kind: "copper-price";
  /** At least one point, months in order; before the first the price is the model's. */
  readonly path: readonly {
    /** Month, 0 being January 2017. */
    readonly month: number;
    /** Price in that month, US$ of 2017 a pound, 0.1 to 100. */
    readonly usdPerLb: number;
  }[];
}

/** A project of the portfolio starts so many months later than it would, or never. */
export interface ProjectShock {
  /** Whether it starts later or never. */
  readonly kind: "project-delayed" | "project-cancelled";
  /** Id of a project of the data pack. */
  readonly project: string;
  /** How much later it starts, 1 to 600 months; for a delay, and only there. */
  readonly months?: number;
}

/** A firm of the start leaves, whatever it has in hand. */
export interface SupplierExitShock {
  readonly kind: "supplier-exit";
  /** Its name in runs: origin, category and number, as `peruvian metal-structures 3`. */
  readonly supplier: string;
  /** Month in which it leaves, 0 being January 2017. */
  readonly month: number;
}

/** The government changes once more, outside the political cycle. */
export interface GovernmentShock {
  readonly kind: "change-of-government";
  /** Month of the change, 0 being January 2017. */
  readonly month: number;
}

/** An event from outside. */
export type Shock = CopperPriceShock | ProjectShock | SupplierExitShock | GovernmentShock;

function kindOf<const Kind extends string>(kind: Kind) {
  return z.literal(kind).check(z.meta({ description: "what happens" }));
}

/** Shocks by kind: their keys. */
export const shockSchemas = {
  "copper-price": z.strictObject({
    kind: kindOf("copper-price"),
    path: z
      .array(
        z.strictObject({ month: wholeMonths, usdPerLb: z.number().check(z.minimum(0.1), z.maximum(100)) }),
      )
      .check(
        z.minLength(1),
        z.meta({
          description: "months in order, and prices in US$ of 2017 per pound, linear between them",
        }),
      ),
  }),
  "project-delayed": z.strictObject({
    kind: kindOf("project-delayed"),
    project: z.string().check(z.meta({ description: "id of a project of the data pack" })),
    months: z
      .int()
      .check(z.minimum(1), z.maximum(600), z.meta({ description: "how much later it starts, months" })),
  }),
  "project-cancelled": z.strictObject({
    kind: kindOf("project-cancelled"),
    project: z.string().check(z.meta({ description: "id of a project of the data pack" })),
  }),
  "supplier-exit": z.strictObject({
    kind: kindOf("supplier-exit"),
    supplier: z
      .string()
      .check(z.meta({ description: "name of a firm of the start, as peruvian metal-structures 3" })),
    month: wholeMonths.check(z.meta({ description: "month in which it leaves" })),
  }),
  "change-of-government": z.strictObject({
    kind: kindOf("change-of-government"),
    month: wholeMonths.check(z.meta({ description: "month of the change" })),
  }),
} as const;

type ShockKind = keyof typeof shockSchemas;
const kinds = Object.keys(shockSchemas) as ShockKind[];

/** Projects of a pack that can start at all. */
export function startableProjects({ projects }: DataPack): readonly string[] {
  return projects.filter(({ start }) => start.kind !== "listed-only").map(({ id }) => id);
}

interface Setting {
  readonly months: number | undefined;
  readonly population: number;
  readonly pack: DataPack;
  readonly parameters: Readonly<Record<string, number>>;
}

/** The shocks in a fixed order; what is wrong with them goes to `problems`. */
export function checkShocks(given: readonly unknown[], setting: Setting, problems: Problem[]): Shock[] {
  const seen = new Map<string, number>();
  const shocks = given.flatMap((entry, index): Shock[] => {
    const path = `shocks[${index}]`;
    const kind = (entry as { kind?: unknown } | null)?.kind;
    if (!isPlainObject(entry)) {
      problems.push({ path, value: entry, expected: `a shock with its kind: ${kinds.join(", ")}` });
      return [];
    }
    if (typeof kind !== "string" || !(kinds as readonly string[]).includes(kind)) {
      problems.push(unknownName(`${path}.kind`, kind, `one of: ${kinds.join(", ")}`, kinds));
      return [];
    }
    const schema = shockSchemas[kind as ShockKind];
    const parsed = schema.safeParse(entry);
    if (!parsed.success) {
      problems.push(
        ...problemsOf(parsed.error, entry, path, (at) =>
          at === path ? Object.keys(schema.shape) : ["month", "usdPerLb"],
        ),
        ...nameProblems(entry, path, setting),
      );
      return [];
    }
    const shock: Shock = parsed.data;
    const found = [...nameProblems(shock, path, setting), ...monthProblems(shock, path, setting)];
    const once = subjectOf(shock);
    const first = seen.get(once);
    if (first !== undefined) {
      found.push({ path, value: once, expected: `each once; shocks[${first}] is about the same` });
    }
    seen.set(once, first ?? index);
    problems.push(...found);
    return found.length > 0 ? [] : [shock];
  });
  return shocks.sort((a, b) => (subjectOf(a) < subjectOf(b) ? -1 : 1));
}

/** What a shock is about: no two may be about the same. */
function subjectOf(shock: Shock): string {
  switch (shock.kind) {
    case "copper-price":
      return "the copper price";
    case "project-delayed":
    case "project-cancelled":
      return `project ${shock.project}`;
    case "supplier-exit":
      return `supplier ${shock.supplier}`;
    case "change-of-government":
      return `a change of government in month ${shock.month}`;
  }
}

/** What is wrong with the names in a shock; in input that is wrong elsewhere they may be anything. */
function* nameProblems(shock: object, path: string, setting: Setting): Generator<Problem> {
  const { project, supplier } = shock as { project?: unknown; supplier?: unknown };
  if (typeof supplier === "string") yield* unknownFirm(supplier, `${path}.supplier`, setting);
  if (typeof project !== "string") return;
  const known = startableProjects(setting.pack);
  if (!known.includes(project))
    yield unknownName(`${path}.project`, project, "the id of a project that can start", known);
}

function* monthProblems(shock: Shock, path: string, setting: Setting): Generator<Problem> {
  if ("month" in shock) yield* beyondHorizon(shock.month, `${path}.month`, setting);
  if (shock.kind !== "copper-price") return;
  for (const [i, { month }] of shock.path.entries()) {
    const at = `${path}.path[${i}].month`;
    yield* beyondHorizon(month, at, setting);
    const before = shock.path[i - 1]?.month ?? -1;
    if (month <= before)
      yield { path: at, value: month, expected: `a month after ${before}, the one before it` };
  }
}

function* beyondHorizon(month: number, path: string, { months }: Setting): Generator<Problem> {
  if (months !== undefined && month >= months) {
    yield { path, value: month, expected: `a month before the horizon of ${months} months` };
  }
}

const firmColumns = { peruvian: "firmsPeruvian", chilean: "firmsChilean", global: "firmsGlobal" } as const;

/** Firms of the start bear numbers from 1 within their origin and category. */
function* unknownFirm(name: string, path: string, setting: Setting): Generator<Problem> {
  if (setting.pack.suppliers.some((supplier) => supplier.name === name)) return;
  const [origin, category, number, ...rest] = name.split(" ");
  const column = Object.hasOwn(firmColumns, origin)
    ? firmColumns[origin as keyof typeof firmColumns]
    : undefined;
  if (column === undefined || !(categoryIds as readonly string[]).includes(category) || rest.length > 0) {
    const expected = `origin, category and number, as "peruvian metal-structures 3"; origins: ${Object.keys(firmColumns).join(", ")}; categories: ${categoryIds.join(", ")}`;
    yield { path, value: name, expected };
    return;
  }
  const key = `${category}.${column satisfies CategoryColumn}`;
  const firms = setting.parameters[key] ?? categoryNumbers[key]?.value ?? 0;
  // How many start cannot be told of a population that is wrong itself.
  const population = Number.isFinite(setting.population) ? setting.population : Infinity;
  const count = firms === 0 ? 0 : Math.max(1, Math.round((firms * population) / defaultPopulation));
  if (!/^[1-9]\d*$/.test(number) || Number(number) > count) {
    const numbers = count === Infinity ? "a number of at least 1" : `a number from 1 to ${count}`;
    yield { path, value: name, expected: `${numbers}: so many ${origin} firms of ${category} start` };
  }
}
