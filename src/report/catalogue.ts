// Policies and parameters in words, with their sources: for the terminal and for the generated pages of the docs.
import type { ParameterRecord } from "../data/parameter.ts";
import { describeSettings, rangeInWords } from "../scenarios/describe.ts";
import type { Policy } from "../scenarios/policy.ts";
import { counted, fixed, millions } from "./numbers.ts";
import { table, type TableStyle } from "./table.ts";
import { wrap } from "./wrap.ts";

const pillars = {
  institutionalisation: "Institutionalisation",
  participation: "Participation",
  innovation: "Innovation",
  existing: "Existing programmes",
} as const;

/** Pillar of Table 4, or the programmes of Table A2, as a heading. */
export function pillarInWords({ pillar }: Pick<Policy, "pillar">): string {
  return pillars[pillar];
}

/** Timing of a policy in a few words. */
export function timingInWords({
  delayMonths,
  rampMonths,
}: Pick<Policy, "delayMonths" | "rampMonths">): string {
  const ramp = rampMonths === 0 ? "at once" : `over ${counted(rampMonths, "month")}`;
  return delayMonths === 0 ? ramp : `after ${counted(delayMonths, "month")}, ${ramp}`;
}

/** The list of policies. */
export function policiesReport(policies: readonly Policy[], style: TableStyle): string {
  const text = table(
    [
      { heading: "Policy" },
      { heading: "Title", words: "below" },
      { heading: "Pillar", rank: 1 },
      { heading: "Form", rank: 2 },
      { heading: "Fixed cost, US$ million a year", align: "right" },
      { heading: "Source", rank: 3 },
    ],
    policies.map((policy) => [
      policy.id,
      policy.title,
      pillarInWords(policy),
      policy.form,
      fixed(millions(policy.fixedCostUsdPerYear), 1),
      policy.source,
    ]),
    style,
  );
  return text;
}

/** One policy in full. */
export function policyReport(policy: Policy, style: TableStyle): string {
  const width = style.width ?? 100;
  const settings = table(
    [
      { heading: "Setting" },
      { heading: "Default", align: "right" },
      { heading: "Range" },
      { heading: "Unit" },
      { heading: "Meaning", words: "below" },
    ],
    describeSettings(policy).map((setting) => [
      setting.name,
      String(setting.default),
      rangeInWords(setting),
      setting.unit,
      setting.meaning,
    ]),
    style,
  );
  const lines = [
    `${policy.title} (${policy.id})`,
    wrap(policy.mechanism, width),
    ...[
      ["Pillar", pillarInWords(policy)],
      ["Form", formInWords(policy)],
      ["Comes into force", timingInWords(policy)],
      ["Public cost", costInWords(policy)],
      ["Afterwards", policy.afterwards],
      ["Source", policy.source],
    ].map(([name, text]) => wrap(`${name}: ${text}`, width, "  ")),
    settings,
  ];
  return [lines.slice(0, 2).join("\n\n"), lines.slice(2, -1).join("\n"), lines.at(-1)].join("\n\n");
}

/** What decides whether a policy outlives a change of government, in words. */
export function formInWords({ form }: Pick<Policy, "form">): string {
  if (form === "private") return "private initiative, which no government ends";
  return form === "law"
    ? "law, which mostly survives a change of government"
    : "programme, which often ends with a government";
}

/** Fixed and per-use cost in words. */
export function costInWords({
  fixedCostUsdPerYear,
  perUseCost,
}: Pick<Policy, "fixedCostUsdPerYear" | "perUseCost">): string {
  return `US$ ${fixed(fixedCostUsdPerYear, 0)} a year, and per use: ${perUseCost}`;
}

/** The list of parameters. */
export function parametersReport(
  records: readonly (readonly [string, ParameterRecord])[],
  style: TableStyle,
): string {
  const text = table(
    [
      { heading: "Parameter" },
      { heading: "Value", align: "right" },
      { heading: "Range" },
      { heading: "Unit" },
      { heading: "Meaning", words: "below" },
      { heading: "Source or assumption", rank: 1 },
    ],
    records.map(([name, record]) => [
      name,
      String(record.value),
      `${record.low} to ${record.high}`,
      record.unit,
      record.meaning,
      originInWords(record),
    ]),
    style,
  );
  return text;
}

/** Where a value comes from: a source, an admitted assumption, or both. */
export function originInWords({ source, assumption }: ParameterRecord): string {
  if (source === undefined) return `assumption: ${assumption ?? ""}`;
  return assumption === undefined ? source : `${source}; assumption: ${assumption}`;
}
