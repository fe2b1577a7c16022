// A comparison on disk, as `eslabon compare --json` prints it: checked when it is read, because it may have been edited.
import * as z from "zod";
import type { Comparison } from "../analysis/comparison.ts";
import { isAlike } from "../analysis/effects.ts";
import { verdictOf } from "../analysis/mean-test.ts";
import { windowProblems } from "../analysis/window.ts";
import type { DataPack } from "../data/packs/pack.ts";
import { metricNames } from "../engine/observations.ts";
import { InputError, type Problem } from "../errors.ts";
import { kebabCase, kebabCaseInWords } from "../scenarios/kebab-case.ts";
import { problemsOf } from "../scenarios/schema-problems.ts";
import { jsonObjectIn } from "./reading.ts";

/** What it takes to make a comparison's runs again. */
export interface ComparisonOrigin {
  readonly version: string;
  readonly command: string;
  readonly scenarioFiles: readonly { readonly name: string; readonly text: string }[];
  /** Whose mines and firms they are of. */
  readonly nation: Pick<DataPack, "country" | "demonym">;
}

/** A comparison that was read, and where it came from, which what the library gives for one does not say. */
export interface KeptComparison {
  readonly comparison: Comparison;
  readonly origin: ComparisonOrigin | null;
}

/** Ids name files: nothing else may stand in them. */
const id = z.string().regex(kebabCase, kebabCaseInWords);
const number = z.number();
const metric = z.enum(metricNames as readonly [string, ...string[]]);
const interval = { low: number, high: number };
const effectSchema = z.looseObject({
  scenario: z.string(),
  metric,
  unit: z.string(),
  baselineMean: number,
  scenarioMean: number,
  difference: number,
  ...interval,
  n: number,
  tie: z.boolean(),
  pValue: number.nullable(),
  adjustedPValue: number.nullable(),
  varianceReduction: number.nullable(),
});
const ratioSchema = z.looseObject({
  scenario: z.string(),
  name: z.literal("localValuePerPublicUsd"),
  value: number.nullable(),
  low: number.nullable(),
  high: number.nullable(),
  reason: z.string().nullable(),
});
const comparisonSchema = z.looseObject({
  baseline: z.string(),
  scenarios: z
    .array(
      z.looseObject({
        id,
        title: z.string(),
        hash: z.string(),
        policies: z.array(z.string()),
        besidesPolicies: z.array(z.string()),
        policiesFromMonth: number.int().nullable(),
      }),
    )
    .min(2),
  seeds: z.array(z.union([z.string(), number])).min(2),
  window: z.object({ fromMonth: z.number().int(), toMonth: z.number().int() }),
  confidence: number.gt(0).lt(1),
  interval: z.enum(["t", "bootstrap"]),
  metrics: z.array(metric).min(1),
  fingerprints: z.array(z.array(z.string())),
  effects: z.array(effectSchema),
  derived: z.array(z.union([ratioSchema, z.looseObject({ name: z.string(), scenario: z.string() })])),
  levels: z.array(
    z.looseObject({ scenario: z.string(), metric, mean: number, ...interval, values: z.array(number) }),
  ),
});
const fileName = z.string().regex(/^[a-z0-9-]+\.(yaml|txt)$/, 'the name of a file, as "testing-centre.yaml"');
const originSchema = z.object({
  version: z.string(),
  command: z.string(),
  scenarioFiles: z.array(z.object({ name: fileName, text: z.string() })),
  nation: z.object({ country: z.string().min(1), demonym: z.string().min(1) }),
});

const source = "what eslabon compare --json printed, as a file";
const asJson = { what: "a comparison", expected: source };

/**
 * The comparison of a file.
 *
 * @throws InputError when it cannot be read, or naming everything in it that no comparison has.
 */
export function readComparisonFile(file: string): KeptComparison {
  const content = jsonObjectIn(file, asJson);
  // With a stopping rule the comparison stands inside what was printed.
  const { comparison: inside } = content as { readonly comparison?: unknown };
  const inner = typeof inside === "object" && inside !== null ? inside : content;
  const parsed = comparisonSchema.safeParse(inner);
  const says = Object.keys(originSchema.shape).some((key) => Object.hasOwn(content, key));
  const origin = says ? originSchema.safeParse(content) : null;
  const problems = [
    ...(parsed.success ? [] : problemsOf(parsed.error, inner, "", () => [])),
    ...(origin === null || origin.success ? [] : problemsOf(origin.error, content, "", () => [])),
  ];
  if (!parsed.success || problems.length > 0) throw new InputError(file, clipped(problems));
  const comparison = withWhatFollows(parsed.data as unknown as Comparison);
  const gaps = gapsIn(comparison);
  if (gaps.length > 0) throw new InputError(file, clipped(gaps));
  return { comparison, origin: origin?.data ?? null };
}

/** A comparison with what its effects come to and in how many seeds they are none worked out anew: it follows from numbers that may have been edited. */
function withWhatFollows(comparison: Comparison): Comparison {
  const { effects, levels, baseline, confidence } = comparison;
  const valuesOf = (id: string, name: string) =>
    levels.find(({ scenario, metric: of }) => scenario === id && of === name)?.values ?? [];
  return {
    ...comparison,
    effects: effects.map((effect) => {
      const withoutSpread = effect.tie || isAlike(effect);
      const without = valuesOf(baseline, effect.metric);
      const same = valuesOf(effect.scenario, effect.metric).filter((value, i) => value === without[i]);
      return {
        ...effect,
        probabilitySame: same.length / effect.n,
        verdict: verdictOf({ ...effect, withoutSpread }, confidence),
      };
    }),
  };
}

/** Effects that a comparison of these scenarios and metrics must have and this one lacks, and lists that do not fit. */
function gapsIn({
  scenarios,
  metrics,
  effects,
  levels,
  seeds,
  fingerprints,
  derived,
  baseline,
  window,
}: Comparison): Problem[] {
  const problems = windowProblems(window);
  const ids = scenarios.map(({ id }) => id);
  if (ids[0] !== baseline) {
    problems.push({ path: "baseline", value: baseline, expected: `"${ids[0]}", the first of the scenarios` });
  }
  for (const [i, id] of ids.entries()) {
    for (const name of metrics) {
      const has = (list: readonly { readonly scenario: string; readonly metric: string }[]) =>
        list.some(({ scenario, metric: of }) => scenario === id && of === name);
      if (i > 0 && !has(effects)) {
        problems.push({ path: "effects", value: "none", expected: `one of ${id} on ${name}` });
      }
      const level = levels.find(({ scenario, metric: of }) => scenario === id && of === name);
      if (level?.values.length !== seeds.length) {
        const expected = `values of ${id} on ${name}, one a seed`;
        problems.push({ path: "levels", value: level?.values.length ?? "none", expected });
      }
    }
    const hasRatio = derived.some(
      ({ scenario, name }) => scenario === id && name === "localValuePerPublicUsd",
    );
    if (i > 0 && !hasRatio) {
      problems.push({ path: "derived", value: "none", expected: `localValuePerPublicUsd of ${id}` });
    }
    if (fingerprints[i]?.length !== seeds.length) {
      const expected = `fingerprints of ${id}, one a seed`;
      problems.push({ path: `fingerprints[${i}]`, value: fingerprints[i]?.length, expected });
    }
  }
  return problems;
}

const mostProblems = 20;

/** A file of another kind has hundreds of problems, of which the first say it. */
function clipped(problems: readonly Problem[]): Problem[] {
  const more = problems.length - mostProblems;
  if (more <= 0) return [...problems];
  return [...problems.slice(0, mostProblems), { path: "", value: `${more} problems more`, expected: source }];
}
