// Choice under a budget: candidates race, the winners run again on fresh seeds, so that none is praised for the luck that chose
// it, and over accepted parameters. The game is an argument, so that it can be tried where the best is known.
import { estimate, type Estimate } from "../effects.ts";
import { simultaneousConfidence } from "../simultaneous.ts";
import { candidatesOf, mostExhaustive, type ScreeningSize } from "./candidates.ts";
import { bestWithin, leadOf, meanOf, race, type Evaluate, type Racer } from "./race.ts";

/** How a choice is made. */
export interface ChoiceSize {
  /** US$ a year. */
  readonly budget: number;
  /** Seeds 1 to this for the race, and as many fresh ones for the winners. */
  readonly seeds: number;
  readonly confidence: number;
  readonly screening: ScreeningSize;
  /** Accepted points over which the winners are run. */
  readonly worlds: number;
}

/** A portfolio that ran on fresh seeds. */
export interface Finalist {
  readonly portfolio: number;
  /** Mean value as the race saw it: too high for who was chosen because of it. */
  readonly selectedValue: number;
  /** On fresh seeds. */
  readonly value: Estimate;
  readonly cost: Estimate;
  /** Share of the fresh seeds in which it costs more than the budget. */
  readonly overBudget: number;
  /** By the interval of its mean cost: surely within the budget, surely beyond, or not told apart. */
  readonly affordable: "yes" | "no" | "not told apart";
  /** Whether it may be the best: its mean cost is within the budget, and the best is not surely better. */
  readonly mayBeBest: boolean;
  /** What is lost by taking it instead of the best within the budget, on fresh seeds. */
  readonly regret: number;
  /** Over the accepted points, as means over fresh seeds; null without any. */
  readonly worstValue: number | null;
  readonly worstRegret: number | null;
}

/** What one more dollar of budget brings, from the best portfolio of another budget. */
export interface ShadowValue {
  readonly otherBudget: number;
  readonly otherPortfolio: number;
  /** Local value per dollar between the two budgets, over fresh seeds. */
  readonly perDollar: Estimate;
}

/** A choice, by number of portfolio. */
export interface Choice {
  readonly budget: number;
  readonly exhaustive: boolean;
  readonly screened: number;
  readonly raced: number;
  /** Portfolios that the race did not tell apart. */
  readonly leftByRace: number;
  /** The best within the budget on fresh seeds first, then by mean value. */
  readonly finalists: readonly Finalist[];
  readonly shadow: readonly ShadowValue[];
}

/** Neighbouring budgets, as shares of the one that is asked about. */
const neighbours = [0.8, 1.25] as const;
/** Portfolios that run on fresh seeds, at most, beside those of the neighbouring budgets. */
const mostFinalists = 12;

/** Chooses among the portfolios of n policies. */
export async function chooseWithin(n: number, size: ChoiceSize, evaluate: Evaluate): Promise<Choice> {
  const { budget, seeds, confidence, screening, worlds } = size;
  const budgets = [budget * neighbours[0], budget, budget * neighbours[1]];
  const { portfolios, screened } = await candidatesOf(n, budgets, screening, evaluate);
  const { left, all } = await race(portfolios, size, evaluate);

  const byValue = left.toSorted((a, b) => meanOf(b.outcomes, "value") - meanOf(a.outcomes, "value"));
  const others = [budgets[0], budgets[2]].map((other) => ({
    otherBudget: other,
    racer: bestWithin(all, other),
  }));
  const chosen = [
    ...new Set([
      // Doing nothing is always open, and never too dear.
      0,
      ...[
        bestWithin(left, budget),
        ...byValue.slice(0, mostFinalists),
        ...others.map(({ racer }) => racer),
      ].flatMap((racer) => (racer === undefined ? [] : [racer.portfolio])),
    ]),
  ];
  const freshSeeds = Array.from({ length: seeds }, (_, i) => seeds + i + 1);
  const rerun = async (world: number): Promise<Racer[]> => {
    const outcomes = await evaluate(chosen, freshSeeds, world);
    return chosen.map((portfolio, i) => ({ portfolio, outcomes: outcomes[i] }));
  };
  const fresh = await rerun(0);
  const inWorlds: Racer[][] = [];
  for (let world = 1; world <= worlds; world++) inWorlds.push(await rerun(world));

  const best = bestWithin(fresh, budget) as Racer;
  const together = simultaneousConfidence(confidence, chosen.length);
  const finalists = fresh.map((racer, i): Finalist => {
    const cost = estimate(
      racer.outcomes.map((outcome) => outcome.cost),
      confidence,
    );
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
      cost,
      overBudget: racer.outcomes.filter((outcome) => outcome.cost > budget).length / racer.outcomes.length,
      affordable: cost.high <= budget ? "yes" : cost.low > budget ? "no" : "not told apart",
      mayBeBest: cost.mean <= budget && (racer === best || leadOf(best, racer, together).low <= 0),
      regret: meanOf(best.outcomes, "value") - meanOf(racer.outcomes, "value"),
      worstValue: values.length === 0 ? null : Math.min(...values),
      worstRegret: regrets.length === 0 ? null : Math.max(...regrets),
    };
  });
  return {
    budget,
    exhaustive: n <= mostExhaustive,
    screened,
    raced: portfolios.length,
    leftByRace: left.length,
    finalists: finalists.toSorted(
      (a, b) =>
        Number(b.portfolio === best.portfolio) - Number(a.portfolio === best.portfolio) ||
        b.value.mean - a.value.mean,
    ),
    shadow: others.flatMap(({ otherBudget, racer }) => {
      const there = fresh.find(({ portfolio }) => portfolio === racer?.portfolio);
      if (there === undefined) return [];
      const perDollar = estimate(
        there.outcomes.map(({ value }, i) => (value - best.outcomes[i].value) / (otherBudget - budget)),
        confidence,
      );
      return [{ otherBudget, otherPortfolio: there.portfolio, perDollar }];
    }),
  };
}
