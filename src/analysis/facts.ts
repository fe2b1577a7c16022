// What the baseline must reproduce (ODD 1): each fact beside its computed counterpart, inside its bounds or not. A fact that
// is not met stays in the table with its reason.
import type { DataPack } from "../data/packs/pack.ts";
import { isRun, type Run } from "../engine/observations.ts";
import { InputError, refuseIfAny, type Problem } from "../errors.ts";
import { defaultConfidence, ratioOfMeans } from "./effects.ts";
import { horizonProblems, type FactDefinition, type FactRole, type Measure } from "./fact-definition.ts";
import { addressesOf, allFacts, factDefinitionsOfPack } from "./fact-table.ts";

/** A fact, its target, and what the runs give. */
export interface FactRow {
  /** Kebab-case name, as `exporter-share`. */
  readonly id: string;
  /** What is measured, in words. */
  readonly fact: string;
  /** Whether the model was fitted to it, takes it in as data, or is only compared with it. */
  readonly role: FactRole;
  /** The target in words. */
  readonly target: string;
  /** Lower bound of the target, in the unit; null where it is open. */
  readonly low: number | null;
  /** Upper bound of the target; null where it is open. */
  readonly high: number | null;
  /** Unit of the mean, its interval and the bounds. */
  readonly unit: string;
  /**
   * Mean over the runs; of a share or ratio the ratio of two means, since single runs may have nothing to divide by. Null when they hold
   * nothing to measure it by.
   */
  readonly mean: number | null;
  /**
   * Lower bound of its 95 % interval over seeds, Fieller's for a ratio; null for a single run, and where there are too few cases.
   */
  readonly intervalLow: number | null;
  /** Upper bound of that interval; null where the lower is. */
  readonly intervalHigh: number | null;
  /** Runs that it was measured on. */
  readonly runs: number;
  /** Whether the mean lies in the target; its interval is not asked. */
  readonly inside: boolean;
  /** Where the target comes from: section, table or note of the paper, or the outside figure. */
  readonly source: string;
  /** Addresses of the outside figures behind the target; none for the paper's facts. */
  readonly addresses: readonly string[];
  /** Why the bounds of an outside figure lie where they lie. */
  readonly tolerance?: string;
  /** Why a fact is not met or could not be measured. */
  readonly explanation?: string;
}

/** What the facts need of one run: plain data, by fact. */
export interface FactMeasures {
  readonly seed: string;
  readonly scenarioHash: string;
  /** The targets of the country's pack; null for the paper's. */
  readonly targets: DataPack["facts"];
  readonly measures: Readonly<Record<string, Measure>>;
}

/**
 * The facts that the baseline must reproduce, measured on its runs.
 *
 * @param runs Of one scenario, one per seed, of at least 36 months.
 * @throws InputError for no runs, runs of several scenarios, a seed twice, or runs that are too short.
 */
export function facts(runs: readonly Run[]): FactRow[] {
  const problems = notRuns(runs);
  if (problems.length > 0) throw new InputError("facts", problems);
  return factRows(runs.map(measureFacts));
}

function notRuns(runs: unknown): Problem[] {
  if (!Array.isArray(runs)) return [{ path: "runs", value: runs, expected: "a list of runs" }];
  return runs.flatMap((run: unknown, i) =>
    isRun(run) ? [] : [{ path: `runs[${i}]`, value: run, expected: "a run, as simulate returns it" }],
  );
}

/** What the facts need of a run, so that the run itself need not be kept. */
export function measureFacts(run: Run): FactMeasures {
  refuseIfAny("facts", horizonProblems(run.manifest.months));
  return {
    seed: run.manifest.seed,
    scenarioHash: run.manifest.scenarioHash,
    targets: run.scenario.pack.facts,
    measures: Object.fromEntries(allFacts.map(({ id, measure }) => [id, measure(run)])),
  };
}

/** The table of facts from what was measured on each run; see {@link facts}. */
export function factRows(runs: readonly FactMeasures[]): FactRow[] {
  const problems = runProblems(runs);
  if (problems.length > 0) throw new InputError("facts", problems);
  return factDefinitionsOfPack(runs[0].targets).map((definition) => factRow(definition, runs));
}

function factRow(definition: FactDefinition, runs: readonly FactMeasures[]): FactRow {
  const { id, fact, role, target, low, high, unit, source, tolerance, figures = [] } = definition;
  const measured = runs.map(({ measures }) => measures[id]).filter((each) => each !== null);
  const { value, unbounded, bounds, reason } = pooled(measured, definition.nothing);
  const inside = unbounded ? high === null : value !== null && isInside(definition, value);
  const explanation = [
    ...(value !== null && !inside ? [`Outside: ${definition.reason}.`] : []),
    ...(reason === null ? [] : [`${capital(reason)}.`]),
    ...(measured.length > 0 && measured.length < runs.length
      ? [`Measured on ${measured.length} of ${runs.length} runs: in the others ${definition.nothing}.`]
      : []),
  ].join(" ");
  return {
    id,
    fact,
    role,
    target,
    low,
    high,
    unit,
    mean: value,
    intervalLow: bounds?.[0] ?? null,
    intervalHigh: bounds?.[1] ?? null,
    runs: measured.length,
    inside,
    source,
    addresses: addressesOf(figures),
    ...(tolerance === undefined ? {} : { tolerance }),
    ...(explanation === "" ? {} : { explanation }),
  };
}

/** Ratio of the sums over runs: with few cases a run, a mean of ratios would divide by zero in some. */
function pooled(measured: readonly (readonly [number, number])[], nothing: string) {
  const above = measured.map(([numerator]) => numerator);
  const below = measured.map(([, denominator]) => denominator);
  const sums = [above, below].map((each) => each.reduce((total, value) => total + value, 0));
  const [numerator, denominator] = sums as [number, number];
  if (denominator === 0) {
    const unbounded = numerator > 0;
    const reason = unbounded ? "the ratio has no bound: nothing was counted to divide by" : nothing;
    return { value: null, unbounded, bounds: null, reason };
  }
  if (measured.length < 2) {
    return { value: numerator / denominator, unbounded: false, bounds: null, reason: null };
  }
  const ratio = ratioOfMeans(above, below, defaultConfidence);
  const bounds = ratio.low === null || ratio.high === null ? null : ([ratio.low, ratio.high] as const);
  return {
    value: ratio.value,
    unbounded: false,
    bounds,
    reason: bounds === null ? "too few cases for an interval" : null,
  };
}

/** Whether a value lies in a fact's target. */
export function isInside(
  { low, high, strict = false }: Pick<FactDefinition, "low" | "high" | "strict">,
  value: number,
): boolean {
  const aboveLow = low === null || (strict ? value > low : value >= low);
  const belowHigh = high === null || (strict ? value < high : value <= high);
  return aboveLow && belowHigh;
}

function runProblems(runs: readonly FactMeasures[]): Problem[] {
  if (runs.length === 0) return [{ path: "runs", value: 0, expected: "at least one run" }];
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  runs.forEach(({ seed, scenarioHash }, index) => {
    const first = seen.get(seed);
    if (first !== undefined) {
      problems.push({
        path: `runs[${index}].seed`,
        value: seed,
        expected: `each seed once; runs[${first}] has the same`,
      });
    }
    seen.set(seed, first ?? index);
    if (scenarioHash !== runs[0].scenarioHash) {
      const expected = `runs of one scenario, of hash ${runs[0].scenarioHash}`;
      problems.push({ path: `runs[${index}].scenario`, value: scenarioHash, expected });
    }
  });
  return problems;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
