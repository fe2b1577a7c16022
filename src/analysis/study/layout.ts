// Which run of a study is which: a pure function of the run's index. All scenarios of one draw and seed are neighbours, so that
// they are paired and share the months before their policies; a shard is a range of such groups.
import { refuseIfAny, type Problem } from "../../errors.ts";
import { isPlainObject } from "../../plain-object.ts";
import type { Scenario } from "../../scenarios/scenario.ts";
import { resultProblems } from "../asked.ts";
import { withParameters } from "../sensitivity/parameter-space.ts";
import { drawsOf } from "./draws.ts";
import type { Study } from "./study.ts";

/** Runs from one index to another, the last not counted. */
export interface RunRange {
  /** Index of the first run, from 0. */
  readonly from: number;
  /** Index of the first run no longer in it. */
  readonly to: number;
}

/** One part of a study that is split: the i-th of n, counted from 1. */
export interface Shard {
  /** Which part, 1 to `count`. */
  readonly index: number;
  /** How many parts there are. */
  readonly count: number;
}

/** Where a run stands in its study. */
export interface RunPlace {
  /** Index of the run in its study, from 0. */
  readonly run: number;
  /** Place in the study's list of scenarios; 0 is the baseline. */
  readonly scenario: number;
  /** Draw from 1 on; 0 where no parameters are drawn. */
  readonly draw: number;
  /**
   * The seed that the run gets: the study's own, and within a draw that seed and the draw's number, as "3/12". Draws thus have
   * luck of their own and are independent, while all scenarios of a draw and seed share theirs.
   */
  readonly seed: string;
}

/** The order of a study's runs. */
export interface StudyLayout {
  /** How many runs the study has. */
  readonly runs: number;
  /** Runs of one draw and seed: as many as there are scenarios. */
  readonly groupSize: number;
  /** How many groups of runs there are that have a draw and a seed in common. */
  readonly groups: number;
  /** Groups of one draw: as many as there are seeds. */
  readonly seeds: number;
  /**
   * Where a run stands.
   *
   * @param run Its index, from 0 to one less than there are.
   */
  place(run: number): RunPlace;
  /**
   * The study's scenarios as a draw has them: with the values that it drew.
   *
   * @param draw Number of the draw from 1, or 0 where no parameters are drawn.
   */
  scenariosOf(draw: number): readonly Scenario[];
}

/**
 * The order of a study's runs: draw by draw, seed by seed, scenario by scenario.
 *
 * @throws InputError for what is no study.
 */
export function layoutOf(study: Study): StudyLayout {
  refuseIfAny("a layout", resultProblems("study", study, "study"));
  const { scenarios, seeds, draws } = study;
  const seedCount = typeof seeds === "number" ? seeds : seeds.length;
  const groups = (draws?.count ?? 1) * seedCount;
  const groupSize = scenarios.length;
  const valuesOf = draws === null ? undefined : drawsOf(draws);
  return {
    runs: groups * groupSize,
    groupSize,
    groups,
    seeds: seedCount,
    place(run) {
      const group = Math.floor(run / groupSize);
      const seedIndex = group % seedCount;
      const draw = draws === null ? 0 : Math.floor(group / seedCount) + 1;
      const seed = typeof seeds === "number" ? String(seedIndex + 1) : seeds[seedIndex];
      return { run, scenario: run % groupSize, draw, seed: draw === 0 ? seed : `${seed}/${draw}` };
    },
    scenariosOf(draw) {
      if (valuesOf === undefined) return scenarios;
      const values = valuesOf(draw);
      return scenarios.map((scenario) => withParameters(scenario, values));
    },
  };
}

/**
 * The runs of a shard: as even a share of the groups as there is, in their order; all of them without a shard.
 *
 * @throws InputError for what is no layout, and for what is no part of a study.
 */
export function rangeOfShard(layout: StudyLayout, shard: Shard | null): RunRange {
  refuseIfAny("a shard", resultProblems("layout", layout, "layout"), shardProblems(shard));
  const { groups, groupSize } = layout;
  const { index, count } = shard ?? { index: 1, count: 1 };
  return {
    from: Math.floor((groups * (index - 1)) / count) * groupSize,
    to: Math.floor((groups * index) / count) * groupSize,
  };
}

/** A problem where a value is no part of a study, nor nothing. */
export function shardProblems(shard: unknown): Problem[] {
  if (shard === undefined || shard === null) return [];
  const { index, count } = (isPlainObject(shard) ? shard : {}) as Readonly<Record<keyof Shard, unknown>>;
  if (isWhole(index) && isWhole(count) && index <= count) return [];
  const expected = "a part of a study, as { index: 3, count: 8 } for the third of eight";
  return [{ path: "shard", value: shard, expected }];
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 1;
}

/** The runs of a range that are in none of some others, in pieces of at most `size` runs but of whole groups. */
export function* missingPieces(
  { groupSize }: StudyLayout,
  { from, to }: RunRange,
  done: readonly RunRange[],
  size: number,
): Generator<RunRange> {
  const step = Math.max(1, Math.floor(size / groupSize)) * groupSize;
  let at = from;
  for (const gap of [...done].sort((a, b) => a.from - b.from).concat({ from: to, to })) {
    for (; at < gap.from; at = Math.min(gap.from, at + step)) {
      yield { from: at, to: Math.min(gap.from, at + step) };
    }
    at = Math.max(at, gap.to);
  }
}
