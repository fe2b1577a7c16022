// Mines meet problems; some are disclosed, most are solved abroad or lapse (3.7.1).
import { pickCategory, type Category } from "../agents/category.ts";
import { needsPerCategory, type Mine } from "../agents/mine.ts";
import type { Challenge } from "../agents/research.ts";
import { draw, hashWords, lognormalFrom, poissonFrom, Process } from "../random.ts";
import { monthsPerYear } from "../units.ts";
import { giveUp, isLockedIn, lockIn, tellChallenge } from "./needs.ts";
import { offer } from "./research-projects.ts";
import type { World } from "./world.ts";

/** What is drawn of a challenge; the numbers are part of every run. */
const Trait = { category: 0, need: 1, line: 2, saving: 3, critical: 4, reluctance: 5, intrusion: 6 } as const;

/** New challenges of a mine this month; needs that are locked in raise none. */
export function meetProblems(world: World, mine: Mine): void {
  const { parameters, root, month, scale } = world;
  const largest = world.mines.reduce(
    (most, { stage, outputTonnesPerYear }) =>
      stage === "operation" ? Math.max(most, outputTonnesPerYear) : most,
    0,
  );
  const rate = parameters.challengesPerMonth * Math.sqrt(mine.outputTonnesPerYear / largest) * scale;
  const count = poissonFrom(draw(root, Process.challengeArrival, mine.index, 0, month), rate);
  for (let ordinal = 0; ordinal < count; ordinal++) {
    const key = hashWords([mine.index, month, ordinal]);
    const trait = (which: number) => draw(root, Process.challengeTraits, key, which);
    const category = pickCategory(world.categories, contestedSpend, trait(Trait.category));
    const need = Math.floor(trait(Trait.need) * needsPerCategory(parameters, scale));
    if (isLockedIn(world, { mine: mine.index, category: category.index, need })) continue;
    const median = (parameters.challengeSavingShare * mine.spendUsdPerMonth * monthsPerYear) / scale;
    const challenge: Challenge = {
      id: world.nextChallengeId++,
      key,
      mine: mine.index,
      category: category.index,
      line: Math.floor(trait(Trait.line) * world.lines),
      need,
      savingUsdPerYear: lognormalFrom(trait(Trait.saving), median, parameters.challengeSavingSd),
      missionCritical: trait(Trait.critical) < parameters.missionCriticalShare,
      reluctance: trait(Trait.reluctance),
      nonIntrusive: trait(Trait.intrusion) < parameters.nonIntrusiveShare,
      arisenMonth: month,
      disclosedMonth: null,
      closedBy: null,
    };
    world.challenges.push(challenge);
    world.counts.challengesArisen += 1;
    tellChallenge(world, challenge, "arisen");
  }
}

/** Challenges fall on categories by their contested spend. */
function contestedSpend({ oligopolistic, spendShare }: Category): number {
  return oligopolistic ? 0 : spendShare;
}

/** An open challenge lapses, is solved abroad, is disclosed, or is offered to those who can hear of it. */
export function followUp(world: World, challenge: Challenge): void {
  const { parameters, root, month } = world;
  if (challenge.closedBy !== null) return;
  if (challenge.missionCritical) {
    // Operating mines seek new solutions only for what is not mission-critical: large foreign firms handle such an event, and no
    // technology is adopted for it (3.7.1).
    if (month > challenge.arisenMonth) solveAbroad(world, challenge);
    return;
  }
  if (month - challenge.arisenMonth >= parameters.challengeLifeMonths) {
    giveUp(world, challenge);
    return;
  }
  if (
    month > challenge.arisenMonth &&
    draw(root, Process.challengeSolved, challenge.key, 0, month) < parameters.foreignSolutionProbability
  ) {
    solveAbroad(world, challenge);
    lockIn(world, challenge);
    return;
  }
  const disclosed = challenge.reluctance < world.rules.challenges.disclosure;
  if (disclosed && challenge.disclosedMonth === null) {
    challenge.disclosedMonth = month;
    world.counts.challengesDisclosed += 1;
    tellChallenge(world, challenge, "disclosed");
  }
  const since = month - (challenge.disclosedMonth ?? challenge.arisenMonth);
  if (since % Math.round(parameters.callMonths) === 0) offer(world, challenge, disclosed);
}

function solveAbroad(world: World, challenge: Challenge): void {
  challenge.closedBy = "foreign";
  tellChallenge(world, challenge, "solved-abroad");
}

/** Takes solved and lapsed challenges off the list. */
export function dropClosed(world: World): void {
  const { challenges } = world;
  let kept = 0;
  for (const challenge of challenges) if (challenge.closedBy === null) challenges[kept++] = challenge;
  challenges.length = kept;
}
