// A study: scenarios × parameter draws × seeds, what is kept of each run, and how it is read. Plain, checked, frozen.
import { optionsProblems } from "../asked.ts";
import { metricNames, type MetricName } from "../../engine/observations.ts";
import { InputError, unknownName, unknownNames, refuseIfAny, type Problem } from "../../errors.ts";
import { canonicalJson, contentHash } from "../../scenarios/canonical.ts";
import { calendarOf } from "../../scenarios/files/dates.ts";
import { isText, textInWords } from "../../scenarios/plain-text.ts";
import { kebabCase, kebabCaseInWords } from "../../scenarios/kebab-case.ts";
import type { Scenario, ScenarioInput } from "../../scenarios/scenario.ts";
import { checkMetrics, checkScenarios, checkSeeds, defaultWindow } from "../compare.ts";
import type { ComparisonPlan } from "../comparison.ts";
import { defaultConfidence } from "../effects.ts";
import { confidenceProblems } from "../sample-problems.ts";
import { mainMetric } from "../main-metric.ts";
import { windowProblems, type Window } from "../window.ts";
import { checkDraws, type DrawsInput, type StudyDraws } from "./draws.ts";

/** A study as a user writes it in code; a file says the same. */
export interface StudyInput {
  /** Kebab-case name. */
  readonly id: string;
  /** What the study is to answer. Default: empty. */
  readonly question?: string;
  /** The first is the baseline. All have one horizon, burn-in and population. */
  readonly scenarios: readonly (Scenario | ScenarioInput)[];
  /** A count n for the seeds 1 to n, or the seeds themselves. One suffices where parameters are drawn. */
  readonly seeds: number | readonly (string | number)[];
  /** Parameters drawn over their ranges. Default: none, each scenario with its own values. */
  readonly draws?: DrawsInput;
  /**
   * Months that count, at least one window. Default: one, from the first policy, or from the first month where there is none, to
   * the end.
   */
  readonly windows?: readonly (Window & {
    /** Kebab-case name, each once. Default: its months, as `2019-01-to-2031-12`. */
    readonly id?: string;
  })[];
  /** The first is the one that progress shows. Default: all, and progress shows net local value. */
  readonly metrics?: readonly MetricName[];
  /** Confidence of the intervals, above 0 and below 1. Default 0.95. */
  readonly confidence?: number;
  /** What is kept of each run beside its values in the windows: "monthly", the metrics of every month. Default: nothing. */
  readonly keep?: readonly "monthly"[];
}

/** A window with its name. */
export interface StudyWindow extends Window {
  /** Kebab-case name, by which rows and effects call it. */
  readonly id: string;
}

/** A valid, frozen study; see {@link defineStudy}. */
export interface Study {
  /** Kebab-case name. */
  readonly id: string;
  /** What the study is to answer; empty when that was not said. */
  readonly question: string;
  /** The first is the baseline. */
  readonly scenarios: readonly Scenario[];
  /** A count n for the seeds 1 to n, or the seeds as texts. */
  readonly seeds: number | readonly string[];
  /** Parameters that are drawn over their ranges; null when each scenario has its own values. */
  readonly draws: StudyDraws | null;
  /** Months that count; progress shows the first. */
  readonly windows: readonly StudyWindow[];
  /** Metrics that are kept, in the order of a row's values. */
  readonly metrics: readonly MetricName[];
  /** Confidence of the intervals, 0 to 1. */
  readonly confidence: number;
  /** What is kept of each run beside its values in the windows. */
  readonly keep: readonly "monthly"[];
  /** Hash of all that the study is, scenarios included; 16 hexadecimal digits. */
  readonly hash: string;
}

/** The keys of a study. */
export const studyKeys = [
  "id",
  "question",
  "scenarios",
  "seeds",
  "draws",
  "windows",
  "metrics",
  "confidence",
  "keep",
] as const;

/**
 * Checks a study and fills in its defaults. One that is defined already is taken as it is, and with some of it changed, as
 * `{ ...study, seeds: 20 }`.
 *
 * @throws InputError naming every problem.
 */
export function defineStudy(input: StudyInput | Study): Study {
  refuseIfAny("a study", optionsProblems(input, "an id, scenarios and seeds"));
  const problems: Problem[] = [];
  // What a study says beyond its input follows from that, and from what was changed in it since.
  const { hash: _, draws, ...given } = input as Study;
  const study = checkStudy({ ...given, ...(draws === null ? {} : { draws }) }, problems);
  if (study === undefined) throw new InputError("a study", problems);
  return study;
}

/** The study of an input, or undefined when something is wrong with it, which goes to `problems`. */
export function checkStudy(input: StudyInput, problems: Problem[]): Study | undefined {
  const before = problems.length;
  const { id, question = "", confidence = defaultConfidence } = input;
  problems.push(...unknownNames(input, studyKeys));
  if (typeof id !== "string" || !kebabCase.test(id)) {
    problems.push({ path: "id", value: id, expected: kebabCaseInWords });
  }
  if (typeof question !== "string" || !isText(question)) {
    problems.push({ path: "question", value: question, expected: textInWords });
  }
  const scenarios = checkScenarios(input.scenarios, problems);
  scenarios.forEach((scenario, i) => {
    if (scenario.reproducible) return;
    const expected = "policies of the catalogue: a study cannot hold code";
    problems.push({ path: `scenarios[${i}]`, value: scenario.id, expected });
  });
  const draws = checkDraws(input.draws, scenarios, problems);
  const seeds = seedsOf(input.seeds, draws !== null, problems);
  const windows = windowsOf(input.windows, scenarios, problems);
  const metrics = checkMetrics(input.metrics, problems);
  problems.push(...confidenceProblems(confidence));
  const keep = keepOf(input.keep, problems);
  if (problems.length > before) return undefined;
  const study = { id, question, scenarios, seeds, draws, windows, metrics, confidence, keep };
  return Object.freeze({ ...study, hash: contentHash(canonicalJson(contentOf(study))) });
}

/**
 * Which effects in a window of a study are adjusted together: those on one metric, or those on all metrics that were asked for by
 * name. A study of every metric names none: with and without their list it is the same study.
 */
export function familyOf({ metrics }: { readonly metrics: readonly string[] }): ComparisonPlan["family"] {
  return metrics.length === metricNames.length ? "metric" : "all";
}

/** The metric that a study is first about, as its progress shows: the first that it names, or net local value where it names none. */
export function firstMetricOf(study: Pick<Study, "metrics">): MetricName {
  return familyOf(study) === "metric" ? mainMetric : study.metrics[0];
}

/** All that a study is, with its scenarios by content. */
function contentOf({ scenarios, ...rest }: Omit<Study, "hash">): object {
  return { ...rest, scenarios: scenarios.map(({ id, title, canonical }) => ({ id, title, canonical })) };
}

function seedsOf(given: unknown, drawn: boolean, problems: Problem[]): number | readonly string[] {
  const single = given === 1 || (Array.isArray(given) && given.length === 1);
  if (single && drawn) return given === 1 ? 1 : given.map(String);
  const seeds = checkSeeds(given, problems);
  return typeof given === "number" ? given : seeds.map(String);
}

function windowsOf(given: unknown, scenarios: readonly Scenario[], problems: Problem[]): StudyWindow[] {
  if (scenarios.length === 0) return [];
  if (given === undefined) return [named(defaultWindow(scenarios))];
  if (!Array.isArray(given) || given.length === 0) {
    problems.push({ path: "windows", value: given, expected: "a list of at least one window" });
    return [];
  }
  const windows = given.flatMap((each: Partial<StudyWindow>, i) => {
    const path = `windows[${i}]`;
    const wrong = windowProblems(each, scenarios[0].months, path);
    const known = ["id", "fromMonth", "toMonth"];
    for (const name of Object.keys(Object(each) as object)) {
      if (!known.includes(name))
        wrong.push(unknownName(`${path}.${name}`, name, `one of: ${known.join(", ")}`, known));
    }
    if (each?.id !== undefined && (typeof each.id !== "string" || !kebabCase.test(each.id))) {
      wrong.push({ path: `${path}.id`, value: each.id, expected: kebabCaseInWords });
    }
    problems.push(...wrong);
    return wrong.length > 0 ? [] : [named(each as Window)];
  });
  windows.forEach(({ id }, i) => {
    const first = windows.findIndex((each) => each.id === id);
    if (first === i) return;
    problems.push({
      path: `windows[${i}].id`,
      value: id,
      expected: `a name of its own; windows[${first}] has it`,
    });
  });
  return windows;
}

function named(window: Window & { readonly id?: string }): StudyWindow {
  const { fromMonth, toMonth } = window;
  return { id: window.id ?? `${calendarOf(fromMonth)}-to-${calendarOf(toMonth - 1)}`, fromMonth, toMonth };
}

function keepOf(given: unknown, problems: Problem[]): readonly "monthly"[] {
  if (given === undefined) return [];
  if (!Array.isArray(given)) {
    problems.push({ path: "keep", value: given, expected: 'a list, as ["monthly"]' });
    return [];
  }
  given.forEach((name: unknown, i) => {
    if (name !== "monthly") problems.push(unknownName(`keep[${i}]`, String(name), "monthly", ["monthly"]));
  });
  return given.includes("monthly") ? ["monthly"] : [];
}
