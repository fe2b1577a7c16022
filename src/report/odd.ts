// The tables of the ODD document, read from the code: the schedule, the state of each entity, parameters, metrics, policies.
import type { ModelSection, ParameterRecord } from "../data/parameter.ts";
import type { ServiceOffer } from "../data/service-offers.ts";
import type { MetricDefinition } from "../engine/observations.ts";
import type { Policy } from "../scenarios/policy.ts";
import { markdownTable } from "./evidence-page.ts";

/** What the tables are made of; sources are the texts of files by path. */
export interface OddMaterial {
  readonly sources: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, ParameterRecord>>;
  readonly metrics: Readonly<Record<string, MetricDefinition>>;
  readonly policies: readonly Policy[];
  readonly serviceOffers: readonly ServiceOffer[];
}

/** Headings of the document's sections that use parameters, in its order. */
export const sectionTitles: Readonly<Record<ModelSection, string>> = {
  "5": "Initialization",
  "6": "Input data",
  "7.1": "Institutions and policies",
  "7.2": "Market and projects",
  "7.3": "Lots and risk",
  "7.4": "Tenders",
  "7.5": "Belief",
  "7.6": "Delivery and the ladder of value",
  "7.7": "Innovation",
  "7.8": "Capabilities and strategy",
  "7.9": "Finance, exit and entry",
};

/** Where the state of each entity is declared: file and the name of its type. */
const entities = [
  ["Market and the whole run", "src/engine/world.ts", "World"],
  ["Category", "src/agents/category.ts", "Category"],
  ["Buyer", "src/agents/buyer.ts", "Buyer"],
  ["Mine", "src/agents/mine.ts", "Mine"],
  ["Mine project", "src/agents/mine.ts", "MineProject"],
  ["Supplier: traits at birth", "src/agents/supplier-traits.ts", "SupplierTraits"],
  ["Supplier: what it becomes", "src/agents/supplier-columns.ts", "SupplierColumns"],
  ["Buyer and supplier", "src/engine/relations.ts", "Relations"],
  ["Lot", "src/agents/contract.ts", "Lot"],
  ["Contract", "src/agents/contract.ts", "Contract"],
  ["Subcontract", "src/agents/contract.ts", "Subcontract"],
  ["Challenge", "src/agents/research.ts", "Challenge"],
  ["R&D project", "src/agents/research.ts", "Project"],
] as const;

/** Files whose texts the tables are read from. */
export const oddSources: readonly string[] = [
  ...new Set<string>(["src/engine/tick.ts", ...entities.map(([, file]) => file)]),
];

/** Every generated table of the ODD document by the name of its marker. */
export function oddTables({
  sources,
  parameters,
  metrics,
  policies,
  serviceOffers,
}: OddMaterial): Record<string, string> {
  const numbers = Object.entries(parameters);
  const ofCategories = numbers.filter(([name]) => name.includes("."));
  const categories = [...new Set(ofCategories.map(([name]) => name.slice(0, name.indexOf("."))))];
  const columns = [...new Set(ofCategories.map(([name]) => name.slice(name.indexOf(".") + 1)))];
  return {
    schedule: schedule(sources["src/engine/tick.ts"] ?? ""),
    entities: markdownTable(
      ["Entity", "File", "State and traits"],
      entities.map(([entity, file, type]) => [
        entity,
        fileLink(file),
        fieldsOf(sources[file] ?? "", type)
          .map((name) => `\`${name}\``)
          .join(", "),
      ]),
    ),
    parameters: markdownTable(
      ["Section", "Parameters"],
      Object.entries(sectionTitles)
        .map(([section, title]) => [
          `${section} ${title}`,
          numbers
            .filter(([name, record]) => record.section === section && !name.includes("."))
            .map(([name, { value, unit }]) => `\`${name}\` ${value} (${unit})`)
            .join("; "),
        ])
        .filter(([, ofSection]) => ofSection !== ""),
    ),
    categories: markdownTable(
      ["Category", ...columns.map((column) => `\`${column}\``)],
      categories.map((category) => [
        category,
        ...columns.map((column) => String(parameters[`${category}.${column}`]?.value ?? "")),
      ]),
    ),
    services: markdownTable(
      ["Firms of", "can add", "Source or assumption"],
      serviceOffers.map((row) => [row.category, row.service, row.source ?? `assumption: ${row.assumption}`]),
    ),
    metrics: markdownTable(
      ["Metric", "Unit", "Kind", "Meaning"],
      Object.entries(metrics).map(([name, { unit, kind, meaning }]) => [`\`${name}\``, unit, kind, meaning]),
    ),
    policies: markdownTable(
      ["Policy", "Mechanism", "Paper"],
      policies.map(({ id, mechanism, source }) => [`\`${id}\``, mechanism, source]),
    ),
  };
}

/** A document with its generated tables written anew between `<!-- table: name -->` and `<!-- end -->`. */
export function withTables(text: string, tables: Readonly<Record<string, string>>): string {
  return text.replace(/<!-- table: ([\w-]+) -->[\s\S]*?<!-- end -->/g, (_, name: string) => {
    const body = tables[name] ?? `no table ${name}`;
    return `<!-- table: ${name} -->\n\n${body}\n\n<!-- end -->`;
  });
}

/** The phases as the tick calls them, each with the sentence above its call. */
function schedule(tick: string): string {
  const calls = [...tick.matchAll(/\/\/ (.+)\n\s+(\w+)\(world/g)];
  return markdownTable(
    ["", "Phase", "What happens", "File"],
    calls.map(([, sentence, phase], i) => [
      String(i + 1),
      `\`${phase}\``,
      sentence,
      fileLink(`src/engine/phases/${phase}.ts`),
    ]),
  );
}

/** Names of the fields that a type declares at its first level. */
function fieldsOf(source: string, type: string): string[] {
  const start = source.search(new RegExp(`export (interface|class) ${type}\\b`));
  const body = start < 0 ? "" : (/\{\n([\s\S]*?)\n\}/.exec(source.slice(start))?.[1] ?? "");
  return [...body.matchAll(/^ {2}(?:readonly )?(\w+)(?:[?!]?:| =)/gm)].map(([, name]) => name);
}

function fileLink(file: string): string {
  return `[${file}](../${file})`;
}
