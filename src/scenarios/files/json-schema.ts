// JSON Schema (2020-12) of scenario files, for editors and other programs, made from the definitions that check them.
import * as z from "zod/mini";
import { packs } from "../../data/packs/packs.ts";
import { parameterNames } from "../../data/parameter-values.ts";
import { parameters } from "../../data/parameters.ts";
import { scenarios } from "../catalogue.ts";
import { policies } from "../policies.ts";
import { requestSchema } from "../policy-request.ts";
import { scenarioSchema } from "../scenario.ts";
import { shockSchemas } from "../shocks.ts";
import { scenarioFileVersion } from "./parse.ts";

type Schema = Record<string, unknown>;

const calendarMonth = { type: "string", pattern: "^20[0-9]{2}-(0[1-9]|1[0-2])$" };

/** The schema of a scenario file of this version. */
export function scenarioFileSchema(): Readonly<Schema> {
  const own = plain(scenarioSchema)["properties"] as Record<string, Schema>;
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Scenario of eslabon",
    description:
      "What is asked of the model: a horizon, a population, parameter values, policies and shocks.",
    type: "object",
    required: ["id"],
    additionalProperties: false,
    properties: {
      schema: { const: scenarioFileVersion, description: "version of the format" },
      id: { ...own["id"], description: "name in kebab-case" },
      title: { ...own["title"], description: "a line for tables and charts; default: the id" },
      extends: {
        type: "string",
        minLength: 1,
        description: "scenario to start from: an id of the catalogue, or a file beside this one",
        examples: Object.keys(scenarios),
      },
      months: { ...own["months"], description: "months observed from January 2017" },
      burnInMonths: { ...own["burnInMonths"], description: "months run before that, not observed" },
      population: { ...own["population"], description: "firms at the start, about; 8,000 is full scale" },
      pack: {
        type: "string",
        minLength: 1,
        description: "data pack: the id of one that comes with the library, or a folder beside this file",
        examples: Object.keys(packs),
      },
      parameters: parametersSchema(),
      beyondRanges: { ...own["beyondRanges"], description: "whether parameters may leave their ranges" },
      policies: {
        type: "array",
        description:
          "policies in force: ids, or requests with settings and dates; over those of the extended scenario",
        items: { anyOf: [{ enum: Object.keys(policies) }, ...Object.keys(policies).map(policySchema)] },
      },
      without: {
        type: "array",
        description: "policies of the extended scenario that are taken out",
        items: { enum: Object.keys(policies) },
      },
      shocks: {
        type: "array",
        description: "what happens from outside; added to those of the extended scenario",
        items: { anyOf: Object.values(shockSchemas).map((schema) => withDates(plain(schema))) },
      },
    },
    // Ranges hold unless the file says otherwise.
    if: { not: { required: ["beyondRanges"], properties: { beyondRanges: { const: true } } } },
    then: { properties: { parameters: { properties: rangesSchema() } } },
  };
}

function parametersSchema(): Schema {
  return {
    type: "object",
    description: "parameter values that differ from the default",
    additionalProperties: false,
    properties: Object.fromEntries(
      parameterNames.map((name) => {
        const { value, unit, meaning } = parameters[name];
        return [name, { type: "number", default: value, description: `${meaning} (${unit})` }];
      }),
    ),
  };
}

function rangesSchema(): Schema {
  return Object.fromEntries(
    parameterNames.map((name) => [name, { minimum: parameters[name].low, maximum: parameters[name].high }]),
  );
}

function policySchema(id: string): Schema {
  const policy = policies[id as keyof typeof policies];
  const request = withDates(plain(z.omit(requestSchema, { policy: true, settings: true })));
  return {
    ...request,
    title: policy.title,
    description: policy.mechanism,
    required: ["policy"],
    properties: {
      policy: { const: id, description: "id of the policy" },
      settings: {
        ...plain(policy.settings),
        description: "settings that differ from the policy's defaults",
        additionalProperties: false,
      },
      ...(request["properties"] as Schema),
    },
  };
}

/** Months may be written as calendar months. */
function withDates(schema: Schema): Schema {
  const properties = Object.entries((schema["properties"] ?? {}) as Record<string, Schema>).map(
    ([name, each]) => {
      if (["startMonth", "endMonth", "month"].includes(name)) {
        const { description, ...month } = each;
        return [
          name,
          { ...(description === undefined ? {} : { description }), anyOf: [month, calendarMonth] },
        ];
      }
      if (name === "path") return [name, { ...each, items: withDates(each["items"] as Schema) }];
      return [name, each];
    },
  );
  return { ...schema, properties: Object.fromEntries(properties) as Schema };
}

/** A zod schema as JSON Schema, without what only stands at the top. */
function plain(schema: z.core.$ZodType): Schema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return rest;
}
