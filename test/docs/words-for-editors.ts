// What editors show of names that are kept in tables: interfaces whose docstrings are the words of the tables.
import type { MetricDefinition } from "../../src/engine/observations.ts";
import { wrap } from "../../src/report/wrap.ts";
import { describeSettings, type SettingDescription } from "../../src/scenarios/describe.ts";
import type { Policy } from "../../src/scenarios/policy.ts";

const longestLine = 130;

/** An interface with the kind of each metric. */
export function metricKindsModule(metrics: Readonly<Record<string, MetricDefinition>>): string {
  const over = { flow: " a month; over a window a year", stock: "; over a window its mean" };
  return moduleOf(
    "The metrics",
    "How months of each metric are summed: flows add up, stocks are averaged.",
    "MetricKinds",
    Object.entries(metrics).flatMap(([name, { unit, meaning, kind }]) => [
      ...docstring(`${sentence(meaning)} ${unit}${over[kind]}.`, "  "),
      `  readonly ${name}: "${kind}";`,
    ]),
  );
}

/** An interface with the settings of each policy. */
export function policySettingsModule(policies: Readonly<Record<string, Policy>>): string {
  return moduleOf(
    "The settings of each policy of the catalogue",
    "Settings of the policies of the catalogue, by the policy's id.",
    "PolicySettings",
    Object.entries(policies).flatMap(([id, policy]) => [
      ...docstring(sentence(policy.title), "  "),
      `  readonly ${id.includes("-") ? `"${id}"` : id}: {`,
      ...describeSettings(policy).flatMap((setting) => [
        ...docstring(settingInWords(setting), "    "),
        `    readonly ${setting.name}: ${typeOf(setting)};`,
      ]),
      "  };",
    ]),
  );
}

function settingInWords(setting: SettingDescription): string {
  const { meaning, unit, low, high, default: usual } = setting;
  const range =
    low === undefined || high === undefined ? "" : `: ${inWords(low)} to ${inWords(high)} (${unit})`;
  return `${sentence(`${meaning}${range}`)} Default ${inWords(usual)}.`;
}

function inWords(value: unknown): string {
  return typeof value === "number" ? value.toLocaleString("en-US") : JSON.stringify(value);
}

function typeOf({ options, default: usual }: SettingDescription): string {
  return options === undefined ? typeof usual : options.map((option) => JSON.stringify(option)).join(" | ");
}

function moduleOf(what: string, docstringOfAll: string, name: string, members: readonly string[]): string {
  return [
    `// ${what}, as editors show them: written by \`npm run docs\` from where these are defined.`,
    "",
    `/** ${docstringOfAll} */`,
    `export interface ${name} {`,
    ...members,
    "}",
    "",
  ].join("\n");
}

function docstring(text: string, indent: string): readonly string[] {
  const line = `${indent}/** ${text} */`;
  if (line.length <= longestLine) return [line];
  const lines = wrap(text, longestLine - indent.length - " * ".length).split("\n");
  return [`${indent}/**`, ...lines.map((each) => `${indent} * ${each}`), `${indent} */`];
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
