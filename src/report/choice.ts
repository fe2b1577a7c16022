// A choice under a budget, for people.
import type { PolicyChoice } from "../analysis/portfolio/choose.ts";
import type { Finalist, ShadowValue } from "../analysis/portfolio/choice.ts";
import { digitsFor, fixed, listed, millions, monthInWords, percent, signedInterval } from "./numbers.ts";
import { table, wrap, type TableStyle } from "./table.ts";

/** Portfolios shown; the others are counted. */
const mostRows = 12;

/** The finalists as a table, and what they mean. */
export function choiceReport(choice: PolicyChoice, style: TableStyle = {}): string {
  const width = Math.min(style.width ?? 100, 100);
  const shown = choice.finalists.slice(0, mostRows);
  const { text } = table(
    choiceHeadings(choice).map((heading, i) => ({
      heading,
      ...(i === 0 ? {} : { align: "right" as const }),
      rank: i < 3 ? 0 : i,
    })),
    shown.map((finalist, i) => [`${i + 1}`, ...choiceCells(choice, finalist)]),
    style,
  );
  const names = shown.map((finalist, i) =>
    wrap(`${i + 1}: ${listed(namesOf(choice, finalist.portfolio))}`, width, "   "),
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
  const { scenario, budget, policies, seeds, runs, window, exhaustive, screened, raced, leftByRace } = choice;
  const how = exhaustive
    ? `all ${raced} portfolios`
    : `${raced} portfolios that a surrogate of ${screened} runs found best`;
  return `Portfolios of ${policies.length} policies in "${scenario}" within US$ ${money(budget)} million a year, ${monthInWords(window.fromMonth)} to ${monthInWords(window.toMonth - 1)}: ${how} raced over ${seeds} seeds, which left ${leftByRace}; those and neighbours ran again on ${seeds} fresh seeds. ${runs} runs. US$ million a year, against no policy.`;
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
  const plain = (usd: number | null) => (usd === null ? "-" : fixed(millions(usd), digits));
  return [
    scaled(value, digits),
    scaled(cost, costDigits),
    finalist.mayBeBest ? "yes" : "no",
    finalist.affordable,
    percent(finalist.overBudget),
    plain(finalist.selectedValue),
    finalist.cost.mean <= choice.budget ? plain(finalist.regret) : "-",
    ...(choice.worlds === 0 ? [] : [plain(finalist.worstValue), plain(finalist.worstRegret)]),
  ];
}

/** What the choice says. */
export function choiceSentences(choice: PolicyChoice): string[] {
  const { finalists, shadow, confidence, worlds } = choice;
  const [best] = finalists;
  const ties = finalists.filter((each) => each.mayBeBest).length;
  const inAll = choice.policies.filter((_, i) =>
    finalists.every((each) => !each.mayBeBest || (each.portfolio & (1 << i)) !== 0),
  );
  return [
    ties === 1
      ? "One portfolio is told apart from all others that the budget covers: 1."
      : `${ties} portfolios may be the best: these runs do not decide between them.`,
    ...(ties > 1 && inAll.length > 0 ? [`All of these hold ${listed(inAll)}.`] : []),
    ...(best.affordable === "yes"
      ? []
      : [
          `The realised cost of portfolio 1 is within the budget on average, but not surely: ${percent(best.overBudget)} of its seeds cost more.`,
        ]),
    `As selected, portfolio 1 promised US$ ${money(best.selectedValue)} million; on fresh seeds it brings ${money(best.value.mean)}. The first number is of the race that chose it, so it is too high on average.`,
    ...shadow.map((each) => shadowSentence(choice, each)),
    ...(worlds === 0
      ? ["Regret is what is lost against portfolio 1 with the default parameters."]
      : [
          `"Worst accepted" and "worst regret" are over ${worlds} accepted points of a calibration: the lowest value there, and the most that is lost against the best of these portfolios that the budget covers there.`,
        ]),
    `Intervals are of ${percent(confidence)}; "may be best" holds for all portfolios together.`,
  ];
}

/** Policies of a portfolio. */
export function namesOf({ policies }: PolicyChoice, portfolio: number): string[] {
  const members = policies.filter((_, i) => (portfolio & (1 << i)) !== 0);
  return members.length === 0 ? ["no policy"] : members;
}

function shadowSentence(
  choice: PolicyChoice,
  { otherBudget, otherPortfolio, perDollar }: ShadowValue,
): string {
  const more = otherBudget > choice.budget;
  const same = otherPortfolio === choice.finalists[0].portfolio;
  const budget = `US$ ${money(otherBudget)} million`;
  if (same) {
    return `With ${budget} the choice would be the same: ${more ? "one more dollar brings nothing" : "the last dollars bring nothing"}.`;
  }
  const value = signedInterval(perDollar.mean, perDollar.low, perDollar.high, 2);
  return `With ${budget} the choice would be ${listed(namesOf(choice, otherPortfolio))}: ${more ? "each dollar more brings" : "each dollar less costs"} US$ ${value} of net local value.`;
}

function money(usd: number): string {
  return fixed(millions(usd), Math.max(1, digitsFor(millions(usd))));
}
