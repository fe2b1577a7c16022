// A study for people: what its runs say so far, and at the end.
import type { ComparedScenario } from "../analysis/compared-scenarios.ts";
import { mainMetric } from "../analysis/main-metric.ts";
import type { Verdict } from "../analysis/mean-test.ts";
import { familyOf, type Study, type StudyWindow } from "../analysis/study/study.ts";
import type { FailedRun, StudyEffect, StudyEstimate } from "../analysis/study/tally.ts";
import { spreadSentences } from "./chance.ts";
import { effectInterval, higherInText } from "./effect-text.ts";
import { idleSentences } from "./idle-policies.ts";
import { mixedSentences } from "./mixed-effects.ts";
import { digitsFor, fixed, millions, percent, pValueText, signedThatTells } from "./numbers.ts";
import { plain, table, type TableStyle } from "./table.ts";
import { wrap } from "./wrap.ts";

/** What a study's summary says, as far as it is printed. */
export interface StudySummary {
  readonly study: { readonly id: string; readonly question: string };
  readonly baseline: string;
  readonly scenarios: readonly Pick<
    ComparedScenario,
    "id" | "policies" | "besidesPolicies" | "policiesFromMonth"
  >[];
  /** Null where no parameters are drawn: then what intervals are over are seeds. */
  readonly draws: Study["draws"];
  readonly windows: readonly StudyWindow[];
  readonly runs: number;
  readonly failed: number;
  readonly failures: readonly FailedRun[];
  readonly confidence: number;
  readonly rowsSha256: string;
  readonly effects: readonly StudyEffect[];
}

/**
 * The best scenario so far in a few words, on net local value or, where a study does not ask for it, on its first metric, of which more
 * need not be better; of several windows in the first. Failed runs are told.
 */
export function estimateLine(effects: readonly StudyEstimate[], failed: number): string {
  const [shown = effects.at(0)] = effects.filter(isMain);
  const known = effects.filter(
    ({ metric, window, difference, low }) =>
      metric === shown?.metric && window === shown.window && difference !== null && low !== null,
  );
  const warning = failed === 0 ? "" : `; ${failed} failed`;
  if (known.length === 0) return `no estimate yet${warning}`;
  const best = known.reduce((first, each) =>
    Number(each.difference) > Number(first.difference) ? each : first,
  );
  const word = isMain(best) ? "best" : "highest";
  const where = effects.some(({ window }) => window !== best.window) ? ` in ${best.window}` : "";
  return `${word} ${best.scenario} ${cell(best)} ${shownUnit(best)} on ${best.metric}${where}${warning}`;
}

function isMain({ metric }: StudyEstimate): boolean {
  return metric === mainMetric;
}

/** A finished study as text. */
export function studyReport(summary: StudySummary, folder: string, style: TableStyle = {}): string {
  const { study, scenarios, runs, failed, failures, effects, baseline, confidence } = summary;
  const width = Math.min(style.width ?? 100, 100);
  const asked = tablesAsked(effects);
  const tables = asked.slice(0, mostTables).map((rows) => effectTable(rows, unitsOf(summary), style));
  const left = asked.length - mostTables;
  const more = left > 0 ? [`${left} more ${left === 1 ? "table is" : "tables are"} in effects.csv.`] : [];
  const cautions = [
    ...summary.windows.flatMap((window) =>
      idleSentences(scenarios, window, undefined, `the months of ${window.id}`),
    ),
    ...mixedSentences(scenarios),
  ];
  const wrong = failures.slice(0, 3).map(({ run, scenario, error }) => `run ${run} (${scenario}): ${error}`);
  return [
    [
      study.question,
      `${runs} runs of study "${study.id}" against "${baseline}", ${percent(confidence)} intervals.`,
      adjustment(effects),
    ]
      .filter((text) => text !== "")
      .map((text) => wrap(text, width))
      .join("\n"),
    ...tables,
    ...more,
    ...cautions.map((sentence) => wrap(sentence, width)),
    ...(failed === 0 ? [] : [wrap(failureSentence(failed, wrong), width)]),
    wrap(
      `Rows, summary and effects are in ${folder}. Fingerprint of all rows ${summary.rowsSha256.slice(0, 16)}.`,
      width,
    ),
  ].join("\n\n");
}

/** What effects are independent over, in the plural. */
export function unitsOf({ draws }: Pick<Study, "draws">): string {
  return draws === null ? "seeds" : "parameter draws";
}

/** Why some of what effects are independent over is in none of them; no sentence where all are in. */
export function leftOutSentences(leftOut: number, units: string): string[] {
  if (leftOut === 0) return [];
  return leftOut === 1
    ? [`1 ${units.replace(/s$/, "")} is left out because a run of it failed.`]
    : [`${leftOut} ${units} are left out because a run of each failed.`];
}

function failureSentence(failed: number, wrong: readonly string[]): string {
  const words = failed === 1 ? "1 run failed and counts" : `${failed} runs failed and count`;
  return `${words} in no effect${failed > wrong.length ? "; the first" : ""}: ${wrong.join("; ")}`;
}

const mostTables = 4;

/** Effects by window and metric, as they were asked for; where no metric was named, those on net local value come first. */
function tablesAsked(effects: readonly StudyEffect[]): StudyEffect[][] {
  const tables = new Map<string, StudyEffect[]>();
  for (const effect of effects) {
    const key = `${effect.window} ${effect.metric}`;
    const table = tables.get(key);
    if (table === undefined) tables.set(key, [effect]);
    else table.push(effect);
  }
  const all = [...tables.values()];
  if (familyOf({ metrics: metricsOf(effects) }) !== "metric") return all;
  return [...all.filter(([first]) => isMain(first)), ...all.filter(([first]) => !isMain(first))];
}

function metricsOf(effects: readonly StudyEffect[]): string[] {
  return [...new Set(effects.map(({ metric }) => metric))];
}

/** For how many effects each p-value is adjusted; nothing where it stands alone. */
function adjustment(effects: readonly StudyEffect[]): string {
  const names = (key: "scenario" | "metric" | "window") => [...new Set(effects.map((each) => each[key]))];
  const [scenarios, metrics, windows] = [names("scenario"), names("metric"), names("window")];
  const apart = familyOf({ metrics }) === "metric" || metrics.length === 1;
  const members = scenarios.length * (apart ? 1 : metrics.length);
  if (members === 1) return "";
  const family = `${members} effects ${apart ? "on each metric" : `on ${metrics.length} metrics asked together`}`;
  const each = windows.length === 1 ? "" : ", window by window";
  const method = effects.some(({ tie }) => tie) ? "Holm, ties left out" : "Holm";
  return `p-values are adjusted for the ${family} (${method})${each}; each interval is for itself.`;
}

function effectTable(effects: readonly StudyEffect[], units: string, style: TableStyle): string {
  const { strong = plain } = style;
  const [first] = effects;
  const text = table(
    [
      { heading: "Scenario" },
      { heading: "difference", align: "right" },
      { heading: "adjusted p", align: "right", rank: 1 },
      { heading: "relative", align: "right", rank: 1 },
      { heading: "higher in", align: "right", rank: 2 },
      { heading: "variance reduced", align: "right", rank: 4 },
      { heading: "pairs", align: "right", rank: 3 },
    ],
    effects.map((effect) => [
      effect.scenario,
      cell(effect),
      effect.adjustedPValue === null ? "-" : pValueText(effect.adjustedPValue),
      effect.relative === null ? "-" : `${signedThatTells(effect.relative * 100, 1)} %`,
      higherInText(effect),
      effect.varianceReduction === null ? "-" : `${fixed(effect.varianceReduction, 1)}x`,
      String(effect.pairs),
    ]),
    style,
  );
  const notes = spreadSentences(
    effects.map((effect) => ({ ...effect, n: effect.units })),
    ({ scenario }) => scenario,
    units,
  );
  return [
    `${strong(`${first.metric}, ${shownUnit(first)}, ${first.window}`)}\n${text}`,
    ...notes.map((note) => wrap(note, Math.min(style.width ?? 100, 100))),
  ].join("\n\n");
}

function shownUnit({ metric, unit }: StudyEstimate): string {
  return metric.endsWith("Usd") ? unit.replace("US$", "US$ million") : unit;
}

function cell({
  metric,
  difference,
  low,
  high,
  tie,
  verdict = null,
}: StudyEstimate & { readonly verdict?: Verdict | null }): string {
  if (tie) return "none";
  if (difference === null) return "-";
  const scaled = (value: number) => (metric.endsWith("Usd") ? millions(value) : value);
  const digits = digitsFor(scaled(difference), scaled(low ?? difference), scaled(high ?? difference));
  if (low === null || high === null) return signedThatTells(scaled(difference), digits);
  return effectInterval({ difference, low, high, verdict }, scaled, digits);
}
