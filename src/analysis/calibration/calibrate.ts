// Calibration: which values of the model's assumptions the fitted facts leave possible. It gives a set of points and not one,
// for a handful of facts cannot settle many parameters, and whatever a policy is said to do should hold over the set.
import type { ParameterName, ParameterPoint } from "../../data/parameter-values.ts";
import { unknownName, type Problem } from "../../errors.ts";
import { parameterIn } from "../../scenarios/pack-choice.ts";
import type { Scenario } from "../../scenarios/scenario.ts";
import { version } from "../../version.ts";
import { countProblems, refuseStudy, studyProblems, type OwnProblems } from "../asked.ts";
import { executeHere, inStages, type Executor } from "../executor.ts";
import type { FollowOptions } from "../follow-options.ts";
import { horizonProblems, type FactDefinition } from "../fact-definition.ts";
import { factDefinitionsOfPack, heldTo } from "../fact-table.ts";
import { isInside } from "../facts.ts";
import { mostDimensions } from "../sensitivity/sobol-sequence.ts";
import { parameterProblems, parametersAt } from "../sensitivity/parameter-space.ts";
import { calibrationSchema, type Calibration, type CalibratedFact } from "./calibration.ts";
import { isAccepted, matchHistory, type TriedPoint } from "./history-matching.ts";
import { identify } from "./identification.ts";
import { worstOf, type FittedFact, type FactMoment } from "./implausibility.ts";
import { screen } from "./screen.ts";
import { simulatedMoments } from "./simulated-moments.ts";

/** What is asked of a calibration. */
export interface CalibrationOptions {
  /** Seeds 1 to this, at every point; at least two, because the noise of a fact is measured over them. */
  readonly seeds: number;
  /** Points of a wave, at least 2. Default 64. */
  readonly samples?: number;
  /** Waves, each of points that the runs before it leave possible; at least 1. Default 3. */
  readonly waves?: number;
  /** Names of the parameters that vary over the ranges of their records. Default: a screening chooses among all assumptions. */
  readonly parameters?: readonly ParameterName[];
  /** How many parameters a screening keeps, at least 1. Default 8. */
  readonly keep?: number;
  /** Trajectories of the screening, at least 2. Default 4. */
  readonly trajectories?: number;
  /** Facts to fit instead of those of the role "fitted", within these bounds, which lie inside: for tests with a known truth. */
  readonly targets?: readonly FittedFact[];
  /** Decides which points are tried. Default 1. */
  readonly seed?: string | number;
}

/** Seeds of a screening: it only ranks, and all its points share them. */
const screeningSeeds = 2;

/**
 * The parameter values that the fitted facts leave possible.
 *
 * @param execute Makes the runs. Default: here, one after the other; `executorOn` of `eslabon/node` makes them on worker threads.
 * @throws InputError naming every problem of the options, and for a scenario whose country has no fact to fit.
 */
export async function calibrate(
  scenario: Scenario,
  options: CalibrationOptions & FollowOptions,
  execute: Executor = executeHere,
): Promise<Calibration> {
  refuseStudy("a calibration", { scenario, options, needed, execute }, own);
  const { seeds, samples, waves, keep, trajectories } = sizesOf(options);
  const definitions = factDefinitionsOfPack(scenario.pack.facts);
  // A bound that is left out is open.
  const targets = options.targets?.map(({ id, low, high }) => ({ id, low: low ?? null, high: high ?? null }));
  const fitted = targets ?? fittedOf(definitions);
  const key = `${options.seed ?? 1}`;
  let runs = 0;
  const following = inStages(execute, options);
  const counting: Executor = (plan) => {
    runs += plan.tasks.length;
    return following(plan);
  };

  const screened =
    options.parameters === undefined
      ? await screen(scenario, fitted, { trajectories, seeds: screeningSeeds, key }, counting)
      : null;
  const names =
    options.parameters ??
    (screened ?? [])
      .filter(({ strength }) => strength > 0)
      .slice(0, keep)
      .map(({ parameter }) => parameter);
  // Fitted facts stand first, as the matching reads them; the others are held out.
  const isFitted = new Set(fitted.map(({ id }) => id));
  const facts = [
    ...fitted.flatMap(({ id, low, high }) =>
      definitions
        .filter((each) => each.id === id)
        .map((each) => (targets === undefined ? each : heldTo(each, low, high))),
    ),
    ...definitions.filter(({ id }) => !isFitted.has(id)),
  ];
  const momentsAt = (values: readonly ParameterPoint[]) =>
    simulatedMoments(scenario, values, facts, seeds, counting);
  const valuesAt = ({ point }: Pick<TriedPoint, "point">) => parametersAt(scenario.pack, names, point);

  const [atDefault] = await momentsAt([{}]);
  const { waves: told, tried } = await matchHistory(names.length, fitted, { samples, waves, key }, (points) =>
    momentsAt(points.map((point) => valuesAt({ point }))),
  );
  const accepted = tried.filter(isAccepted);
  const closest = tried.reduce<TriedPoint | null>(
    (a, b) =>
      Number.isFinite(b.implausibility) && (a === null || b.implausibility < a.implausibility) ? b : a,
    null,
  );
  const identification = identify(
    accepted.map(({ point }) => point),
    names.length,
  );
  const plain = (each: TriedPoint) => ({
    values: valuesAt(each),
    implausibility: each.implausibility,
    wave: each.wave,
  });
  const ofDefault = worstOf(fitted, atDefault);
  const { id, canonical, hash, population, months } = scenario;
  return {
    schema: calibrationSchema,
    manifest: {
      version,
      scenario: id,
      content: canonical,
      hash,
      population,
      months,
      seeds,
      samples,
      waves,
      seed: key,
      runs,
    },
    screened,
    parameters: names.map((name, i) => {
      const { unit, low, high, value } = parameterIn(scenario.pack, name);
      const usual = scenario.parameters[name] ?? value;
      return { name, unit, low, high, default: usual, identification: identification?.[i] ?? null };
    }),
    facts: facts.map((definition, i) =>
      calibratedFact(
        definition,
        isFitted.has(definition.id),
        { atDefault: atDefault[i], atClosest: closest === null ? undefined : closest.moments[i] },
        accepted.map(({ moments }) => moments[i]),
      ),
    ),
    waves: told,
    default: {
      implausibility: Number.isFinite(ofDefault) ? ofDefault : null,
      accepted: isAccepted({ implausibility: ofDefault }),
    },
    closest: closest === null ? null : plain(closest),
    accepted: accepted.map(plain),
  };
}

function calibratedFact(
  definition: FactDefinition,
  fitted: boolean,
  { atDefault, atClosest }: { atDefault: FactMoment | null; atClosest: FactMoment | null | undefined },
  accepted: readonly (FactMoment | null)[],
): CalibratedFact {
  const { id, fact, role, target, unit } = definition;
  const at = (moment: FactMoment | null) => ({
    moment,
    inside: moment !== null && isInside(definition, moment.value),
  });
  const values = accepted.flatMap((moment) => (moment === null ? [] : [moment.value]));
  return {
    ...{ id, fact, role, target, unit, fitted },
    default: at(atDefault),
    closest: atClosest === undefined ? null : at(atClosest),
    acceptedLow: values.length === 0 ? null : Math.min(...values),
    acceptedHigh: values.length === 0 ? null : Math.max(...values),
    acceptedInside:
      values.length === 0
        ? null
        : values.filter((value) => isInside(definition, value)).length / values.length,
  };
}

function sizesOf({ seeds, samples = 64, waves = 3, keep = 8, trajectories = 4 }: CalibrationOptions) {
  return { seeds, samples, waves, keep, trajectories };
}

/** The facts that the model is fitted to unless others are asked for. */
function fittedOf(definitions: readonly FactDefinition[]): readonly FittedFact[] {
  return definitions.filter(({ role }) => role === "fitted").map(({ id, low, high }) => ({ id, low, high }));
}

const leastSizes = { seeds: 2, samples: 2, waves: 1, keep: 1, trajectories: 2 };

const needed = "the seeds";
const own: OwnProblems<CalibrationOptions> = {
  optionNames: {
    seeds: true,
    samples: true,
    waves: true,
    parameters: true,
    keep: true,
    trajectories: true,
    targets: true,
    seed: true,
  },
  ofScenario: ({ months }) => horizonProblems(months),
  ofOptions: optionProblems,
};

/** All that is wrong with what is asked of a calibration, before any run. */
export function calibrationProblems(scenario: Scenario, options: CalibrationOptions): Problem[] {
  return studyProblems({ scenario, options, needed }, own);
}

function optionProblems(options: CalibrationOptions, scenario: Scenario | undefined): Problem[] {
  const { parameters, targets } = options;
  const sizes = sizesOf(options);
  const problems = Object.entries(leastSizes).flatMap(([name, least]) =>
    countProblems(sizes[name as keyof typeof leastSizes], least, name),
  );
  const count = parameters?.length ?? sizes.keep;
  if (count > mostDimensions) {
    problems.push({ path: "parameters", value: count, expected: `at most ${mostDimensions} parameters` });
  }
  if (parameters !== undefined) problems.push(...parameterProblems(parameters, scenario?.pack));
  const definitions = scenario === undefined ? undefined : factDefinitionsOfPack(scenario.pack.facts);
  if (targets !== undefined) problems.push(...targetProblems(targets, definitions));
  else if (definitions !== undefined && fittedOf(definitions).length === 0) {
    const expected = "a pack with a fact to fit; its facts are checks";
    problems.push({ path: "pack", value: scenario?.pack.id, expected });
  }
  return problems;
}

/** Problems of facts to fit, if any; which facts there are is known where the scenario's pack is. */
function targetProblems(targets: unknown, definitions: readonly FactDefinition[] | undefined): Problem[] {
  if (!Array.isArray(targets) || targets.length === 0) {
    return [{ path: "targets", value: targets, expected: "a list of at least one fact with its bounds" }];
  }
  const known = definitions?.map(({ id }) => id);
  const ids = targets.map((target: Partial<FittedFact> | null) => target?.id);
  return targets.flatMap((target: Partial<FittedFact> | null, i): Problem[] => {
    const path = `targets[${i}]`;
    const { id, low, high } = target ?? {};
    const problems: Problem[] = [];
    if (id === undefined || known?.includes(id) === false) {
      problems.push(unknownName(`${path}.id`, id, "the id of a fact", known ?? []));
    } else if (ids.indexOf(id) !== i) {
      problems.push({ path: `${path}.id`, value: id, expected: "each fact once" });
    }
    const bounds = [low ?? -Infinity, high ?? Infinity];
    const isNone = (low ?? null) === null && (high ?? null) === null;
    if (!bounds.every((bound) => typeof bound === "number") || !(bounds[0] <= bounds[1]) || isNone) {
      const expected = "a low and a high bound in this order, one of which may be null";
      problems.push({ path, value: { low, high }, expected });
    }
    return problems;
  });
}
