// A choice under a budget, for people.
import type { PolicyChoice } from "../analysis/portfolio/choose.ts";
import type { Finalist, ShadowValue } from "../analysis/portfolio/choice.ts";
import {
  digitsFor,
  fixedThatTells,
  listed,
  millions,
  monthInWords,
  percent,
  signedInterval,
} from "./numbers.ts";
import { table, type TableStyle } from "./table.ts";
import { wrap } from "./wrap.ts";

/** The finalists as a table, and what they mean. */
export function choiceReport(choice: PolicyChoice, style: TableStyle = {}): string {
  const width = Math.min(style.width ?? 100, 100);
  const shown = choice.finalists;
  const text = table(
    choiceHeadings(choice).map((heading, i) => ({
      heading,
      ...(i === 0 ? {} : { align: "right" as const }),
      rank: i < 3 ? 0 : i,
    })),
    shown.map((finalist, i) => [`${i + 1}`, ...choiceCells(choice, finalist)]),
    style,
  );
  const names = shown.map((finalist, i) =>
    wrap(`${i + 1}: ${listed(namesOf(finalist.portfolio))}`, width, "   "),
  );
  return [
    wrap(choiceHead(choice), width),
    text,
    names.join("\n"),
    ...choiceSentences(choice).map((sentence) => wrap(sentence, width)),
  ].join("\n\n");
}

/** How the choice was made, in a sentence or two. */
export function choiceHead(choice: PolicyChoice): string {
  const { scenario, budget, policies, seeds, runs, window } = choice;
  const { exhaustive, screened, raced, leftByRace, finalists } = choice;
  const how = exhaustive
    ? `all ${raced} portfolios`
    : `${raced} portfolios that a surrogate fitted to ${screened} found best`;
  return `Portfolios of ${policies.length} ${policies.length === 1 ? "policy" : "policies"} in "${scenario}" within US$ ${money(budget)} million a year, ${monthInWords(window.fromMonth)} to ${monthInWords(window.toMonth - 1)}: ${how} raced over ${seeds} seeds, which left ${leftByRace} and chose 1; ${finalists.length} ran again on ${seeds} fresh seeds, which the table shows. ${runs} runs. US$ million a year, against no policy.`;
}

/** Headings of the table, a number first. */
export function choiceHeadings({ worlds }: PolicyChoice): string[] {
  return [
    "",
    "Net local value",
    "Public cost",
    "May be best",
    "Within budget",
    "Seeds over budget",
    "As selected",
    "Regret",
    ...(worlds === 0 ? [] : ["Worst accepted", "Worst regret"]),
  ];
}

/** Cells of a finalist after the first. */
export function choiceCells(choice: PolicyChoice, finalist: Finalist): string[] {
  const { value, cost } = finalist;
  const digits = digitsFor(...choice.finalists.map((each) => millions(each.value.mean)));
  const costDigits = Math.max(2, digitsFor(millions(choice.budget)));
  const scaled = (each: typeof value, places: number) =>
    signedInterval(millions(each.mean), millions(each.low), millions(each.high), places);
  const plain = (usd: number | null) => (usd === null ? "-" : fixedThatTells(millions(usd), digits));
  return [
    scaled(value, digits),
    scaled(cost, costDigits),
    finalist.mayBeBest ? "yes" : "no",
    finalist.affordable,
    percent(finalist.overBudget),
    plain(finalist.selectedValue),
    plain(finalist.regret),
    ...(choice.worlds === 0 ? [] : [plain(finalist.worstValue), plain(finalist.worstRegret)]),
  ];
}

/** What the choice says. */
export function choiceSentences(choice: PolicyChoice): string[] {
  const { finalists, shadow, confidence, worlds, surrogateError } = choice;
  const [first] = finalists;
  return [
    ...budgetCautions(choice),
    ...setSentences(choice),
    ...(surrogateError === null ? [] : [screeningSentence(surrogateError)]),
    ...(first.affordable === "yes" ? [] : [costSentence(choice, first)]),
    ...sureCostSentences(choice),
    ...(first.portfolio.length === 0
      ? []
      : [
          `As selected, portfolio 1 promised US$ ${money(first.selectedValue)} million; on fresh seeds it brings ${money(first.value.mean)}. The first number is of the race that chose it, so it is too high on average.`,
        ]),
    ...shadow.map((each) => shadowSentence(choice, each)),
    `Regret is what is lost against portfolio 1 with the default parameters; below 0 where a portfolio did better on the fresh seeds.`,
    ...(worlds === 0
      ? []
      : [
          `"Worst accepted" and "worst regret" are over ${worlds} accepted points of a calibration: the lowest value there, and the most that is lost against the best of these portfolios that the budget covers there. Both are extremes of means over the fresh seeds, so luck makes them look worse than they are.`,
        ]),
    `Intervals are of ${percent(confidence)}, each for itself; "may be best" and "within budget" hold for all portfolios together.`,
  ];
}

/** Which portfolios may be the best, and what they have in common. */
function setSentences({ finalists, policies, leftAside, exhaustive }: PolicyChoice): string[] {
  const places = finalists.flatMap(({ mayBeBest }, i) => (mayBeBest ? [i] : []));
  const inAll = policies.filter((policy) =>
    places.every((place) => finalists[place].portfolio.includes(policy)),
  );
  const alone = places.length === 1 && leftAside === 0;
  const others = exhaustive ? "all others that the budget covers" : "the others that raced";
  return [
    alone
      ? `One portfolio is told apart from ${others}: ${places[0] + 1}.`
      : places.length === 1
        ? `Of the ${finalists.length} portfolios that ran again one may be the best: ${places[0] + 1}.`
        : `${places.length} of the ${finalists.length} portfolios may be the best: these runs do not decide between them.`,
    ...(places.includes(0) ? [] : ["Portfolio 1 is not among these: luck chose it in the race."]),
    ...(leftAside > 0
      ? [
          `The race left ${leftAside} more that did not run again: ${leftAside === 1 ? "it" : "they"} may be the best as well.`,
        ]
      : []),
    ...(places.length > 1 && inAll.length > 0 ? [`All of the ${places.length} hold ${listed(inAll)}.`] : []),
  ];
}

function screeningSentence(surrogateError: number): string {
  return `Not all portfolios raced: the surrogate misses the net local value of one that it has not seen by US$ ${money(surrogateError)} million (root mean square, each left out in turn), and a better one may have been screened out. Among eight policies or fewer all of them race.`;
}

function costSentence({ budget }: PolicyChoice, { cost, affordable, overBudget }: Finalist): string {
  const place =
    affordable === "no"
      ? "surely beyond the budget"
      : cost.mean <= budget
        ? "within the budget on average, but not surely"
        : "beyond the budget on average, but not surely";
  return `The realised cost of portfolio 1 is ${place}: ${percent(overBudget)} of its seeds cost more.`;
}

/** A budget that no policy fits into, but such as cost nothing, may have been meant in another unit. */
function budgetCautions({ budget, policies, costsAlone }: PolicyChoice): string[] {
  const dear = costsAlone.filter((cost) => cost > 0);
  const cheapest = Math.min(...dear);
  if (dear.length === 0 || cheapest <= budget) return [];
  const free = policies.filter((_, i) => costsAlone[i] <= 0);
  const fits =
    free.length === 0 ? "no policy" : `nothing but what costs the public nothing (${listed(free)})`;
  const usd = (value: number) => `US$ ${fixedThatTells(value, 0)}`;
  return [
    `Caution: ${fits} fits into ${usd(budget)} a year. The cheapest by itself, ${policies[costsAlone.indexOf(cheapest)]}, costs ${usd(cheapest)} a year. A budget is in US$ a year, not in thousands or millions: 5e6 is five million.`,
  ];
}

/** Which costs were taken for certain because they never varied. */
function sureCostSentences({ finalists, seeds }: PolicyChoice): string[] {
  // Sums over months and firms leave a last digit that is no variance.
  const isSure = ({ cost: { mean, low, high } }: Finalist) =>
    mean !== 0 && high - low <= Math.abs(mean) * roundingShare;
  const places = finalists.flatMap((finalist, i) => (isSure(finalist) ? [`${i + 1}`] : []));
  if (places.length === 0) return [];
  const [costs, are, portfolios] =
    places.length === 1 ? ["cost", "is", "portfolio"] : ["costs", "are", "portfolios"];
  return [
    `The ${costs} of ${portfolios} ${listed(places)} ${are} the same in all ${seeds} fresh seeds and taken for certain: right where costs are fixed, too sure where few firms use what the public pays by use.`,
  ];
}

/** Policies of a portfolio. */
export function namesOf(portfolio: Finalist["portfolio"]): readonly string[] {
  return portfolio.length === 0 ? ["no policy"] : portfolio;
}

function shadowSentence(
  choice: PolicyChoice,
  { otherBudget, otherPortfolio, perDollar }: ShadowValue,
): string {
  const more = otherBudget > choice.budget;
  const same = otherPortfolio.join() === choice.finalists[0].portfolio.join();
  const budget = `US$ ${money(otherBudget)} million`;
  if (same) {
    return `With ${budget} the choice would be the same: ${more ? "one more dollar brings nothing" : "the last dollars bring nothing"}.`;
  }
  const value = signedInterval(perDollar.mean, perDollar.low, perDollar.high, 2);
  return `With ${budget} the choice would be ${listed(namesOf(otherPortfolio))}: ${more ? "each dollar more brings" : "each dollar less costs"} US$ ${value} of net local value.`;
}

/** Share of a cost up to which the width of its interval is what sums leave in rounding. */
const roundingShare = 1e-9;

function money(usd: number): string {
  return fixedThatTells(millions(usd), Math.max(1, digitsFor(millions(usd))));
}
