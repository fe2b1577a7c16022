// Calibration: which values of the model's assumptions the fitted facts leave possible. It gives a set of points and not one,
// for a handful of facts cannot settle many parameters, and whatever a policy is said to do should hold over the set.
import { InputError, unknownName, type Problem } from "../../errors.ts";
import { parameterIn } from "../../scenarios/pack-choice.ts";
import type { Scenario } from "../../scenarios/scenario.ts";
import { version } from "../../version.ts";
import { refuseUnlessAsked } from "../asked.ts";
import { executeHere, type Executor } from "../executor.ts";
import { horizonProblems, type FactDefinition } from "../fact-definition.ts";
import { factDefinitionsOfPack } from "../fact-table.ts";
import { isInside } from "../facts.ts";
import { mostDimensions } from "../sensitivity/sobol-sequence.ts";
import { parameterProblems, parametersAt } from "../sensitivity/parameter-space.ts";
import { calibrationSchema, type Calibration, type CalibratedFact, type Values } from "./calibration.ts";
import { isAccepted, matchHistory, type TriedPoint } from "./history-matching.ts";
import { identify } from "./identification.ts";
import { worstOf, type FittedFact, type Moment } from "./implausibility.ts";
import { screen } from "./screen.ts";
import { simulatedMoments } from "./simulated-moments.ts";

/** What is asked of a calibration. */
export interface CalibrationOptions {
  /** Seeds 1 to this, at every point; at least two, because the noise of a fact is measured over them. */
  readonly seeds: number;
  /** Points of a wave. Default 64. */
  readonly samples?: number;
  /** Default 3. */
  readonly waves?: number;
  /** Parameters that vary. Default: a screening chooses among all assumptions. */
  readonly parameters?: readonly string[];
  /** How many parameters a screening keeps. Default 8. */
  readonly keep?: number;
  /** Trajectories of the screening. Default 4. */
  readonly trajectories?: number;
  /** Bounds of other facts to fit instead of those of the role "fitted": for tests with a known truth. */
  readonly targets?: readonly FittedFact[];
  /** Decides the designs. Default 1. */
  readonly seed?: string | number;
}

/** Seeds of a screening: it only ranks, and all its points share them. */
const screeningSeeds = 2;

/**
 * The parameter values that the fitted facts leave possible.
 *
 * @throws InputError naming every problem of the options, and for a scenario whose country has no fact to fit.
 */
export async function calibrate(
  scenario: Scenario,
  options: CalibrationOptions,
  execute: Executor = executeHere,
): Promise<Calibration> {
  refuseUnlessAsked("a calibration", scenario, options, "the seeds", execute);
  const { seeds, samples = 64, waves = 3, keep = 8, trajectories = 4 } = options;
  const definitions = factDefinitionsOfPack(scenario.pack.facts);
  const fitted =
    options.targets ??
    definitions.filter(({ role }) => role === "fitted").map(({ id, low, high }) => ({ id, low, high }));
  check(scenario, { ...options, samples, waves, keep, trajectories }, fitted, definitions);
  const key = `${options.seed ?? 1}`;
  let runs = 0;
  const counting: Executor = (plan, following) => {
    runs += plan.tasks.length;
    return execute(plan, following);
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
    ...fitted.flatMap(({ id }) => definitions.filter((each) => each.id === id)),
    ...definitions.filter(({ id }) => !isFitted.has(id)),
  ];
  const momentsAt = (values: readonly Values[]) => simulatedMoments(scenario, values, facts, seeds, counting);
  const valuesAt = ({ point }: Pick<TriedPoint, "point">) => parametersAt(scenario.pack, names, point);

  const [atDefault] = await momentsAt([{}]);
  const { waves: told, tried } = await matchHistory(names.length, fitted, { samples, waves, key }, (points) =>
    momentsAt(points.map((point) => valuesAt({ point }))),
  );
  const accepted = tried.filter(isAccepted);
  const best = tried.reduce<TriedPoint | null>(
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
        { ...definition, ...(options.targets?.find((each) => each.id === definition.id) ?? {}) },
        isFitted.has(definition.id),
        { atDefault: atDefault[i], atBest: best === null ? undefined : best.moments[i] },
        accepted.map(({ moments }) => moments[i]),
      ),
    ),
    waves: told,
    default: {
      implausibility: Number.isFinite(ofDefault) ? ofDefault : null,
      accepted: isAccepted({ implausibility: ofDefault }),
    },
    best: best === null ? null : plain(best),
    accepted: accepted.map(plain),
  };
}

function calibratedFact(
  definition: FactDefinition,
  fitted: boolean,
  { atDefault, atBest }: { atDefault: Moment | null; atBest: Moment | null | undefined },
  accepted: readonly (Moment | null)[],
): CalibratedFact {
  const { id, fact, role, target, unit } = definition;
  const at = (moment: Moment | null) => ({
    moment,
    inside: moment !== null && isInside(definition, moment.value),
  });
  const values = accepted.flatMap((moment) => (moment === null ? [] : [moment.value]));
  return {
    ...{ id, fact, role, target, unit, fitted },
    default: at(atDefault),
    best: atBest === undefined ? null : at(atBest),
    acceptedLow: values.length === 0 ? null : Math.min(...values),
    acceptedHigh: values.length === 0 ? null : Math.max(...values),
    acceptedInside:
      values.length === 0
        ? null
        : values.filter((value) => isInside(definition, value)).length / values.length,
  };
}

type Sizes = "seeds" | "samples" | "waves" | "keep" | "trajectories";

function check(
  { months, pack }: Scenario,
  options: CalibrationOptions & Required<Pick<CalibrationOptions, Sizes>>,
  fitted: readonly FittedFact[],
  definitions: readonly FactDefinition[],
): void {
  const problems: Problem[] = [];
  const least: Record<Sizes, number> = { seeds: 2, samples: 2, waves: 1, keep: 1, trajectories: 2 };
  for (const name of Object.keys(least) as Sizes[]) {
    const value = options[name];
    if (Number.isInteger(value) && value >= least[name]) continue;
    problems.push({ path: name, value, expected: `a whole number of at least ${least[name]}` });
  }
  const count = options.parameters?.length ?? options.keep;
  if (count > mostDimensions) {
    problems.push({ path: "parameters", value: count, expected: `at most ${mostDimensions} parameters` });
  }
  if (options.parameters !== undefined) problems.push(...parameterProblems(options.parameters, pack));
  problems.push(...horizonProblems(months));
  if (fitted.length === 0) {
    problems.push({
      path: "pack",
      value: pack.id,
      expected: "a pack with a fact to fit; its facts are checks",
    });
  }
  const known = definitions.map(({ id }) => id);
  fitted.forEach(({ id, low, high }, i) => {
    const path = `targets[${i}]`;
    if (!known.includes(id)) problems.push(unknownName(`${path}.id`, id, "the id of a fact", known));
    else if (fitted.findIndex((each) => each.id === id) !== i) {
      problems.push({ path: `${path}.id`, value: id, expected: "each fact once" });
    }
    const bounds = [low ?? -Infinity, high ?? Infinity];
    if (bounds.some(Number.isNaN) || bounds[0] > bounds[1] || (low === null && high === null)) {
      const expected = "a low and a high bound in this order, one of which may be null";
      problems.push({ path, value: { low, high }, expected });
    }
  });
  if (problems.length > 0) throw new InputError("a calibration", problems);
}
