// The generated pages of the docs: what there is, in Markdown, read from the definitions themselves.
import type { ParameterRecord } from "../data/parameter.ts";
import { metrics, type MetricDefinition, type MetricName } from "../engine/observations.ts";
import { describeSettings, rangeInWords } from "../scenarios/describe.ts";
import type { Pillar, Policy } from "../scenarios/policy.ts";
import type { Scenario } from "../scenarios/scenario.ts";
import { costInWords, formInWords, originInWords, pillarInWords, timingInWords } from "./catalogue.ts";
import { sectionTitles } from "./odd.ts";
import type { ColumnDefinition, TableDefinition } from "./tables/table-definition.ts";

const pillars: readonly Pillar[] = ["institutionalisation", "participation", "innovation", "existing"];

/** Every policy with its mechanism, settings, timing, cost and source, by pillar. */
export function policiesPage(policies: readonly Policy[], scenarios: readonly Scenario[]): string {
  const sections = pillars.flatMap((pillar) => {
    const members = policies.filter((policy) => policy.pillar === pillar);
    return [`## ${pillarInWords({ pillar })}`, ...members.flatMap(policySection)];
  });
  const packages = rows(
    ["Scenario", "Title", "Policies"],
    scenarios
      .filter((scenario) => scenario.policies.length > 1)
      .map(({ id, title, policies: members }) => [
        `\`${id}\``,
        title,
        members.map(({ policy }) => policy.id).join(", "),
      ]),
  );
  return page("Policies", [
    "A policy is a recipe on the rules of the game, with a start, a ramp, an end, a public cost and settings. What it delivers",
    "depends on the government: a part of every public programme but those that govern the others is lost in delivery and by",
    "duplicate efforts, and it may end when the government changes (July 2021, 2026 and 2031), unless governance policies change",
    "that. Private initiatives do not.",
    "",
    "The fixed cost is that of the default settings, paid in full while a policy is in force, on its ramp too. It is in proportion to",
    "the strength that is asked for, but no setting changes it: who asks for more trials, places or firms says in the request what",
    "they cost (`fixedCostUsdPerYear`). Costs per use follow the use. Defaults and fixed costs are assumptions but for the numbers",
    "that a policy's line of sources gives; at less than full strength every setting goes only so far from the baseline, so that where",
    "two of them multiply, as how many are trained and what they gain, their product falls by more than either.",
    "",
    "Several policies on one value: raised values take the highest and lowered ones the lowest of what each alone would give,",
    "additions add up, and two policies that would set one value are refused. The order in a scenario never matters.",
    "",
    ...sections,
    "## Packages",
    "",
    ...packages,
  ]);
}

function policySection(policy: Policy): readonly string[] {
  return [
    "",
    `### ${policy.title}`,
    "",
    `\`${policy.id}\` · ${policy.source}`,
    "",
    policy.mechanism,
    "",
    `- Form: ${formInWords(policy)}.`,
    `- Comes into force: ${timingInWords(policy)}.`,
    `- Public cost: ${costInWords(policy)}.`,
    `- Afterwards: ${policy.afterwards}`,
    "",
    ...rows(
      ["Setting", "Default", "Range", "Unit", "Meaning"],
      describeSettings(policy).map((setting) => [
        `\`${setting.name}\``,
        String(setting.default),
        rangeInWords(setting),
        setting.unit,
        setting.meaning,
      ]),
    ),
    "",
  ];
}

/** Every parameter with value, unit, range and origin, by section of the model. */
export function parametersPage(records: readonly (readonly [string, ParameterRecord])[]): string {
  return page("Parameters", [
    "Every number of the model with its unit, its range, and where it comes from. A value without a source is an assumption, and",
    "says why. Sections are those of [the model's description](../odd.md).",
    ...Object.entries(sectionTitles).flatMap(([section, title]) => [
      "",
      `## ${section} ${title}`,
      "",
      ...rows(
        ["Parameter", "Value", "Range", "Unit", "Meaning", "Source or assumption"],
        records
          .filter(([, record]) => record.section === section)
          .map(([name, record]) => [
            `\`${name}\``,
            String(record.value),
            `${record.low} to ${record.high}`,
            record.unit,
            record.meaning,
            originInWords(record),
          ]),
      ),
    ]),
  ]);
}

/** Every metric with its unit and meaning. */
export function metricsPage(definitions: Readonly<Record<string, MetricDefinition>>): string {
  return page("Metrics", [
    "One number a month each. In windows, flows are given a year and stocks on average. Money is in US dollars of 2017.",
    "",
    ...rows(
      ["Metric", "Unit", "Kind", "Meaning"],
      Object.entries(definitions).map(([name, { unit, kind, meaning }]) => [
        `\`${name}\``,
        unit,
        kind,
        meaning,
      ]),
    ),
  ]);
}

interface KeySchema {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly unknown[];
  readonly const?: string | number;
  readonly anyOf?: readonly KeySchema[];
  readonly items?: KeySchema;
  readonly properties?: Readonly<Record<string, KeySchema>>;
}

/** Every key of a scenario file, of an entry of its policies and of its shocks, from the schema of such files. */
export function scenarioKeysPage(schema: Readonly<Record<string, unknown>>): string {
  const { properties = {} } = schema as KeySchema;
  const [, policy] = properties["policies"]?.items?.anyOf ?? [];
  const shocks = properties["shocks"]?.items?.anyOf ?? [];
  const keys = (of: KeySchema | undefined) =>
    rows(
      ["Key", "Value", "Default", "Meaning"],
      Object.entries(of?.properties ?? {}).map(([name, key]) => [
        `\`${name}\``,
        name === "policy" ? "name" : kindInWords(key),
        key.default === undefined ? "" : JSON.stringify(key.default),
        key.description ?? "",
      ]),
    );
  return page("Keys of a scenario file", [
    "A month is a calendar month as `2019-01`, or a count from January 2017. [How to write one](../scenario-files.md).",
    "",
    ...keys(schema),
    "",
    "## An entry of `policies`",
    "",
    "The id of a policy alone, or these keys. [Settings](policies.md) are each policy's own.",
    "",
    ...keys(policy),
    ...shocks.flatMap((shock) => [
      "",
      `## A shock of kind \`${shock.properties?.["kind"]?.const ?? "unknown"}\``,
      "",
      ...keys(shock),
    ]),
  ]);
}

function kindInWords({ type, anyOf, minimum, maximum, enum: options, const: only }: KeySchema): string {
  if (only !== undefined) return `\`${only}\``;
  if (options !== undefined) return `one of ${options.length} names`;
  if (anyOf !== undefined) return "month";
  if (minimum === undefined && maximum === undefined) return type ?? "text";
  const most = maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? "" : ` to ${maximum}`;
  return `${type ?? "number"}, ${minimum === undefined ? "up" : `from ${minimum}`}${most}`;
}

/** Every table of an export with its columns, of runs and of a study. */
export function tablesPage(
  ofRuns: readonly TableDefinition[],
  ofStudies: readonly TableDefinition[],
): string {
  const section = (tables: readonly TableDefinition[]) => tables.flatMap(tableSection);
  return page("Tables of an export", [
    "Every export has this dictionary of its own tables, as `dictionary.csv` and `dictionary.json`. Types: text, integer (64 bits),",
    "number (double precision), boolean. A column that may be empty says when. Rows of different tables find each other by",
    "`scenario` and `seed`, those of a study by `run` too.",
    "",
    "## Of scenarios",
    ...section(ofRuns),
    "",
    "## Of a study",
    ...section(ofStudies),
  ]);
}

function tableSection({ name, meaning, columns }: TableDefinition): readonly string[] {
  // A table has metrics with their own meaning, all of them, or columns of its own that may be called as one.
  const isMetric = (column: ColumnDefinition) =>
    column.name in metrics && column.meaning === metrics[column.name as MetricName].meaning;
  const first = columns.find(isMetric);
  const cells = columns
    .filter((column) => column === first || !isMetric(column))
    .map((column) =>
      column === first
        ? [
            `\`${column.name}\` and on`,
            "number",
            "of the metric",
            "one column per metric: [metrics](metrics.md)",
          ]
        : [`\`${column.name}\``, column.type, column.unit, column.meaning],
    );
  return ["", `### \`${name}\``, "", meaning, "", ...rows(["Column", "Type", "Unit", "Meaning"], cells)];
}

function page(title: string, lines: readonly string[]): string {
  const note = "<!-- Generated by `npm run docs` from the code; a test compares. -->";
  const text = [`# ${title}`, "", note, "", ...lines].join("\n");
  return `${text.replace(/\n{3,}/g, "\n\n").trimEnd()}\n`;
}

function rows(headings: readonly string[], cells: readonly (readonly string[])[]): readonly string[] {
  const line = (each: readonly string[]) =>
    `| ${each.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(headings), line(headings.map(() => "---")), ...cells.map(line)];
}
