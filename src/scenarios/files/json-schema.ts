// JSON Schema (2020-12) of scenario files, for editors and other programs, made from the definitions that check them.
import * as z from "zod/mini";
import type { DataPack } from "../../data/packs/pack.ts";
import { defaultPack, packs } from "../../data/packs/packs.ts";
import { domainOf } from "../../data/parameter-domains.ts";
import { parameterNames } from "../../data/parameter-values.ts";
import { parameters } from "../../data/parameters.ts";
import { scenarios } from "../catalogue.ts";
import { parameterIn } from "../pack-choice.ts";
import { policies } from "../policies.ts";
import { requestSchema } from "../policy-request.ts";
import { scenarioSchema } from "../scenario.ts";
import { shockSchemas } from "../shocks.ts";
import { scenarioFileVersion } from "./parse.ts";

/** A JSON Schema as plain data. */
type Schema = Record<string, unknown>;

/** Months 0 to 1200, the longest horizon: January 2017 to January 2117. */
export const calendarMonth = {
  type: "string",
  pattern: "^((201[7-9]|20[2-9][0-9]|210[0-9]|211[0-6])-(0[1-9]|1[0-2])|2117-01)$",
};

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
    allOf: [
      {
        if: { required: ["without"], properties: { without: { minItems: 1 } } },
        then: { required: ["extends"] },
      },
      ...rangesSchemas(),
    ],
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
        const [minimum, maximum] = domainOf(name);
        const description = `${meaning} (${unit})`;
        return [name, { type: "number", default: value, minimum, maximum, description }];
      }),
    ),
  };
}

/**
 * The ranges of parameters, as far as they can be told from the file alone: they hold unless it says otherwise, and are those of
 * its pack. What a file that it extends, or a pack of the user's own, says of either is not known here.
 */
function rangesSchemas(): Schema[] {
  const shipped = Object.values(packs);
  const differ = (name: string) => shipped.some((pack) => Object.hasOwn(pack.parameters, name));
  const within = (pack: DataPack, names: readonly string[], packIs: Schema): Schema => ({
    if: {
      properties: {
        beyondRanges: { const: false },
        extends: { enum: Object.keys(scenarios) },
        pack: packIs,
      },
      ...(pack === defaultPack ? {} : { required: ["pack"] }),
    },
    then: { properties: { parameters: { properties: rangesOf(pack, names) } } },
  });
  return [
    within(
      defaultPack,
      parameterNames.filter((name) => !differ(name)),
      { enum: shipped.map(({ id }) => id) },
    ),
    ...shipped.map((pack) => within(pack, parameterNames.filter(differ), { const: pack.id })),
  ];
}

function rangesOf(pack: DataPack, names: readonly string[]): Schema {
  return Object.fromEntries(
    names.map((name) => {
      const { low, high } = parameterIn(pack, name);
      return [name, { minimum: low, maximum: high }];
    }),
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
