// JSON Schema (2020-12) of study files, for editors and other programs. A scenario in place is one of scenario files' schema,
// which lies beside it.
import { fewestFirms, mostBurnInMonths, mostFirms, mostMonths } from "../../data/limits.ts";
import { parameterNames } from "../../data/parameter-values.ts";
import { metricNames } from "../../engine/observations.ts";
import { scenarios } from "../../scenarios/catalogue.ts";
import { calendarMonth } from "../../scenarios/files/json-schema.ts";
import { kebabCase } from "../../scenarios/kebab-case.ts";
import { drawDesigns } from "./draws.ts";
import { studyFileVersion } from "./parse.ts";

/** A JSON Schema as plain data. */
type Schema = Record<string, unknown>;

const seed = { anyOf: [{ type: "string", minLength: 1 }, { type: "integer" }] };
const month = { anyOf: [{ type: "integer", minimum: 0, maximum: mostMonths }, calendarMonth] };
const range = {
  type: "object",
  required: ["low", "high"],
  additionalProperties: false,
  properties: { low: { type: "number" }, high: { type: "number" } },
};

/** The schema of a study file of this version. */
export function studyFileSchema(): Readonly<Schema> {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Study of eslabon",
    description: "Scenarios × parameter draws × seeds, what is kept of each run, and how it is read.",
    type: "object",
    required: ["id", "scenarios", "seeds"],
    additionalProperties: false,
    properties: {
      schema: { const: studyFileVersion, description: "version of the format" },
      id: { type: "string", pattern: kebabCase.source, description: "name in kebab-case" },
      question: { type: "string", description: "what the study is to answer" },
      scenarios: {
        type: "array",
        minItems: 2,
        description:
          "the baseline, then what is compared with it: ids, files beside this one, or scenarios in place",
        items: { anyOf: [{ type: "string", examples: Object.keys(scenarios) }, { $ref: "scenario-1.json" }] },
      },
      seeds: {
        description:
          "a count n for the seeds 1 to n, or the seeds; two at least, one where parameters are drawn",
        anyOf: [
          { type: "integer", minimum: 1, maximum: 1_000_000 },
          { type: "array", minItems: 1, items: seed },
        ],
      },
      draws: drawsSchema(),
      windows: {
        type: "array",
        minItems: 1,
        description: "months that count; default: one window, from the first policy to the end",
        items: {
          type: "object",
          required: ["fromMonth", "toMonth"],
          additionalProperties: false,
          properties: {
            id: {
              type: "string",
              pattern: kebabCase.source,
              description: "name in kebab-case; default: its months",
            },
            fromMonth: { ...month, description: "first month that counts" },
            toMonth: { ...month, description: "first month that no longer counts" },
          },
        },
      },
      metrics: {
        type: "array",
        minItems: 1,
        uniqueItems: true,
        description: "what is kept of each run; the first is the one that progress shows; default: all",
        items: { enum: metricNames },
      },
      confidence: {
        type: "number",
        exclusiveMinimum: 0,
        exclusiveMaximum: 1,
        default: 0.95,
        description: "confidence of the intervals",
      },
      keep: {
        type: "array",
        description: "what is kept beside the windows: monthly, the metrics of every month",
        items: { enum: ["monthly"] },
      },
      population: {
        type: "integer",
        minimum: fewestFirms,
        maximum: mostFirms,
        description: "firms at the start, for all scenarios",
      },
      months: {
        type: "integer",
        minimum: 1,
        maximum: mostMonths,
        description: "months observed, for all scenarios",
      },
      burnInMonths: {
        type: "integer",
        minimum: 0,
        maximum: mostBurnInMonths,
        description: "months run before that, for all scenarios",
      },
    },
  };
}

function drawsSchema(): Schema {
  return {
    type: "object",
    required: ["count", "parameters"],
    additionalProperties: false,
    description: "parameters drawn over their ranges; default: none",
    properties: {
      count: { type: "integer", minimum: 1, maximum: 100_000, description: "number of draws" },
      design: { enum: drawDesigns, default: "sobol", description: "how draws are spread" },
      seed: { ...seed, default: 1, description: "decides the draws" },
      parameters: {
        description: "names of parameters, over the ranges of their records, or names with narrower ranges",
        anyOf: [
          { type: "array", minItems: 1, uniqueItems: true, items: { enum: parameterNames } },
          {
            type: "object",
            minProperties: 1,
            propertyNames: { enum: parameterNames },
            additionalProperties: range,
          },
        ],
      },
    },
  };
}
