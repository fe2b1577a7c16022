// What definePolicy takes: the check of a policy's description, all problems together.
import * as z from "zod/mini";
import { mostFixedCostUsdPerYear, mostMonths } from "../data/limits.ts";
import type { Problem } from "../errors.ts";
import { kebabCaseInWords } from "./kebab-case.ts";
import { problemsOf } from "./schema-problems.ts";

/** Months counted from January 2017, or a duration. */
export const wholeMonths = z.int().check(z.minimum(0), z.maximum(mostMonths));

/** With a letter first: an id of digits alone would stand before all others among the keys of an object. */
const policyId = /^(?!.{101})[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
/** A fixed cost, US$ a year. */
export const fixedCost = z.number().check(z.minimum(0), z.maximum(mostFixedCostUsdPerYear));

const text = z.string().check(z.minLength(1));
const isSchema = (value: unknown) => typeof value === "object" && value !== null && "_zod" in value;

const definitionSchema = z.strictObject({
  id: z.string().check(z.regex(policyId, `${kebabCaseInWords}, with a letter first`)),
  title: text,
  pillar: z.enum(["institutionalisation", "participation", "innovation", "existing"]),
  form: z.enum(["programme", "law", "private"]),
  mechanism: text,
  afterwards: z.optional(text),
  source: text,
  settings: z.custom(isSchema, "a schema made with zod 4 or zod/mini, as z.strictObject({})"),
  recipe: z.custom((value) => typeof value === "function", "a function of (rules, settings, strength, base)"),
  rampMonths: z.optional(wholeMonths),
  delayMonths: z.optional(wholeMonths),
  fixedCostUsdPerYear: z.optional(fixedCost),
  perUseCost: z.optional(text),
});

/** Everything that is wrong with a policy's description, with the names of its keys as paths. */
export function definitionProblems(definition: unknown): Problem[] {
  const parsed = definitionSchema.safeParse(definition);
  return parsed.success
    ? []
    : problemsOf(parsed.error, definition, "", () => Object.keys(definitionSchema.shape));
}
