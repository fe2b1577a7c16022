// Choice under a budget: candidates race, and the race alone chooses. The winners run again on fresh seeds, which choose nothing,
// so that none is praised for the luck that chose it, and over accepted parameters. The game is an argument, so that it can be
// tried where the best is known.
import type { PolicyId } from "../../scenarios/policies.ts";
import { estimate, type Estimate } from "../effects.ts";
import { simultaneousConfidence } from "../simultaneous.ts";
import { candidatesOf, mostExhaustive, type ScreeningSize } from "./candidates.ts";
import {
  betterFirst,
  bestWithin,
  costOf,
  mayBeBest,
  meanOf,
  race,
  testsAmong,
  type Evaluate,
  type Racer,
} from "./race.ts";

/** How a choice is made. */
export interface ChoiceSize {
  /** US$ a year. */
  readonly budget: number;
  /** Seeds 1 to this for the race, as many fresh ones for the winners, and those after them for the screening. */
  readonly seeds: number;
  readonly confidence: number;
  readonly screening: ScreeningSize;
  /** Accepted points over which the winners are run. */
  readonly worlds: number;
}

/** A portfolio that ran on fresh seeds. */
export interface Finalist<Portfolio = readonly PolicyId[]> {
  /** Ids of its policies; none is to do nothing. */
  readonly portfolio: Portfolio;
  /** Mean net local value beyond doing nothing as the race saw it, US$ a year: too high for who was chosen because of it. */
  readonly selectedValue: number;
  /** Net local value beyond doing nothing on fresh seeds, US$ a year. */
  readonly value: Estimate;
  /** Public cost beyond doing nothing on fresh seeds, US$ a year. */
  readonly cost: Estimate;
  /** Share of the fresh seeds in which it costs more than the budget, 0 to 1. */
  readonly overBudget: number;
  /**
   * By its mean cost: surely within the budget, surely beyond, or not told apart; for all finalists together. A cost that is the same
   * under every seed is taken for certain.
   */
  readonly affordable: "yes" | "no" | "not told apart";
  /** Whether it may be the best: it is neither surely beyond the budget, nor surely beaten by one that is surely within. */
  readonly mayBeBest: boolean;
  /** What is lost by taking it instead of the choice, on fresh seeds, US$ a year; below 0 where it did better there. */
  readonly regret: number;
  /** Lowest net local value over the accepted points, means over fresh seeds, US$ a year; null without any points. */
  readonly worstValue: number | null;
  /** Most that is lost at an accepted point against the best there within the budget, US$ a year; null without any points. */
  readonly worstRegret: number | null;
}

/** What one more dollar of budget brings, from the best portfolio of another budget. */
export interface ShadowValue<Portfolio = readonly PolicyId[]> {
  /** The other budget, US$ a year: four fifths of the one asked about, or five quarters. */
  readonly otherBudget: number;
  /** Its best portfolio, as those of the finalists. */
  readonly otherPortfolio: Portfolio;
  /** Net local value per dollar between the two budgets, over fresh seeds. */
  readonly perDollar: Estimate;
}

/** A choice among portfolios. */
export interface PortfolioChoice<Portfolio = readonly PolicyId[]> {
  /** The budget asked about, US$ a year. */
  readonly budget: number;
  /** Whether all portfolios raced: up to eight policies. */
  readonly exhaustive: boolean;
  /** Portfolios that the surrogate was fitted to; 0 where all race. */
  readonly screened: number;
  /**
   * Root mean square error of the surrogate's net local value, US$ a year, at a portfolio that it was not fitted to; null where
   * all race.
   */
  readonly surrogateError: number | null;
  /** Portfolios that raced. */
  readonly raced: number;
  /** Portfolios that the race did not tell apart. */
  readonly leftByRace: number;
  /** Those of them that did not run again, for they are too many: they may be the best as well. */
  readonly leftAside: number;
  /** The choice first, which is the race's best within the budget; then by mean value on fresh seeds, and by cost. */
  readonly finalists: readonly Finalist<Portfolio>[];
  /** What more or less money would bring: for a smaller budget, then a larger one. */
  readonly shadow: readonly ShadowValue<Portfolio>[];
}

/** Neighbouring budgets, as shares of the one that is asked about. */
const neighbours = [0.8, 1.25] as const;
/** Portfolios that run on fresh seeds, at most, beside those of the neighbouring budgets. */
const mostFinalists = 12;

/**
 * Chooses among the portfolios of n policies, each a number of which bit i says whether the i-th policy is in it. With the
 * confidence asked for, the best within the budget of those that raced is a finalist that may be the best, or one of those that
 * were left aside.
 */
export async function chooseWithin(
  n: number,
  size: ChoiceSize,
  evaluate: Evaluate,
): Promise<PortfolioChoice<number>> {
  const { budget, seeds, confidence, screening, worlds } = size;
  const budgets = [budget * neighbours[0], budget, budget * neighbours[1]];
  const { portfolios, screened, surrogateError } = await candidatesOf(
    n,
    budgets,
    screening,
    seedsAfter(2 * seeds, screening.seeds),
    evaluate,
  );
  // The best is lost in the race or among the finalists: each has half of the error.
  const half = simultaneousConfidence(confidence, 2);
  const { left, all } = await race(portfolios, budgets, { seeds, confidence: half }, evaluate);

  const [cheaper, rivals, dearer] = left;
  // Doing nothing is always open, and never too dear.
  const winner = bestWithin(rivals, budget)?.portfolio ?? 0;
  const fits = ({ outcomes }: Racer) => Number(meanOf(outcomes, "cost") <= budget);
  const byValue = rivals.toSorted((a, b) => fits(b) - fits(a) || betterFirst(a, b));
  const others = [cheaper, dearer].map((ofBudget, i) => ({
    otherBudget: budgets[2 * i],
    portfolio: bestWithin(ofBudget, budgets[2 * i])?.portfolio ?? 0,
  }));
  const chosen = [
    ...new Set([
      ...[winner, 0],
      ...byValue.slice(0, mostFinalists).map(({ portfolio }) => portfolio),
      ...others.map(({ portfolio }) => portfolio),
    ]),
  ];
  const freshSeeds = seedsAfter(seeds, seeds);
  const rerun = async (world: number): Promise<Racer[]> => {
    const outcomes = await evaluate(chosen, freshSeeds, world);
    return chosen.map((portfolio, i) => ({ portfolio, outcomes: outcomes[i] }));
  };
  const fresh = await rerun(0);
  const inWorlds: Racer[][] = [];
  for (let world = 1; world <= worlds; world++) inWorlds.push(await rerun(world));

  const [choice] = fresh;
  const together = simultaneousConfidence(half, testsAmong(chosen.length));
  const perhapsBest = new Set(mayBeBest(fresh, budget, together));
  const finalists = fresh.map((racer, i): Finalist<number> => {
    const surely = costOf(racer, together);
    const values = inWorlds.map((ofWorld) => meanOf(ofWorld[i].outcomes, "value"));
    const regrets = inWorlds.map((ofWorld, world) => {
      const bestThere = bestWithin(ofWorld, budget);
      return (bestThere === undefined ? 0 : meanOf(bestThere.outcomes, "value")) - values[world];
    });
    return {
      portfolio: racer.portfolio,
      selectedValue: meanOf(
        (all.find((each) => each.portfolio === racer.portfolio) as Racer).outcomes,
        "value",
      ),
      value: estimate(
        racer.outcomes.map(({ value }) => value),
        confidence,
      ),
      cost: costOf(racer, confidence),
      overBudget: racer.outcomes.filter((outcome) => outcome.cost > budget).length / racer.outcomes.length,
      affordable: surely.high <= budget ? "yes" : surely.low > budget ? "no" : "not told apart",
      mayBeBest: perhapsBest.has(racer),
      regret: meanOf(choice.outcomes, "value") - meanOf(racer.outcomes, "value"),
      worstValue: values.length === 0 ? null : Math.min(...values),
      worstRegret: regrets.length === 0 ? null : Math.max(...regrets),
    };
  });
  return {
    budget,
    exhaustive: n <= mostExhaustive,
    screened,
    surrogateError,
    raced: portfolios.length,
    leftByRace: rivals.length,
    leftAside: rivals.filter(({ portfolio }) => !chosen.includes(portfolio)).length,
    finalists: finalists.toSorted(
      (a, b) =>
        Number(b.portfolio === winner) - Number(a.portfolio === winner) ||
        b.value.mean - a.value.mean ||
        a.cost.mean - b.cost.mean,
    ),
    shadow: others.map(({ otherBudget, portfolio }) => {
      const there = fresh[chosen.indexOf(portfolio)];
      const perDollar = estimate(
        there.outcomes.map(({ value }, i) => (value - choice.outcomes[i].value) / (otherBudget - budget)),
        confidence,
      );
      return { otherBudget, otherPortfolio: portfolio, perDollar };
    }),
  };
}

function seedsAfter(last: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => last + i + 1);
}
