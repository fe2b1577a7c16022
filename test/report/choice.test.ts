import { describe, expect, it } from "vitest";
import type { Finalist } from "../../src/analysis/portfolio/choice.ts";
import type { PolicyChoice } from "../../src/analysis/portfolio/choose.ts";
import { choicePage } from "../../src/report/choice-page.ts";
import { choiceHead, choiceReport, choiceSentences } from "../../src/report/choice.ts";

const around = (mean: number) => ({ n: 8, mean, low: mean - 1e6, high: mean + 1e6 });
const finalist = (portfolio: Finalist["portfolio"], changes: Partial<Finalist> = {}): Finalist => ({
  portfolio,
  selectedValue: 3e6,
  value: around(2e6),
  cost: around(4e6),
  overBudget: 0,
  affordable: "yes",
  mayBeBest: true,
  regret: 0,
  worstValue: null,
  worstRegret: null,
  ...changes,
});
const choice = (changes: Partial<PolicyChoice> = {}): PolicyChoice => ({
  scenario: "baseline",
  policies: ["testing-centre", "matchmaking"],
  costsAlone: [3e6, 6e5],
  seeds: 8,
  worlds: 0,
  runs: 80,
  window: { fromMonth: 24, toMonth: 180 },
  confidence: 0.95,
  budget: 5e6,
  exhaustive: true,
  screened: 0,
  surrogateError: null,
  raced: 4,
  leftByRace: 2,
  leftAside: 0,
  finalists: [
    finalist(["testing-centre"]),
    finalist(["testing-centre", "matchmaking"]),
    finalist([], { mayBeBest: false }),
  ],
  shadow: [],
  ...changes,
});
const said = (changes: Partial<PolicyChoice>) => choiceSentences(choice(changes)).join(" ");

describe("what a choice says", () => {
  it("says which may be the best, and what they have in common", () => {
    expect(said({})).toContain("2 of the 3 portfolios may be the best");
    expect(said({})).toContain("All of the 2 hold testing-centre.");
  });

  it("calls one told apart only where none was left aside, and from those only that raced", () => {
    const finalists = [
      finalist(["testing-centre"], { mayBeBest: false }),
      finalist(["testing-centre", "matchmaking"]),
    ];
    const alone = said({ finalists });
    expect(alone).toContain("One portfolio is told apart from all others that the budget covers: 2.");
    expect(alone).toContain("Portfolio 1 is not among these: luck chose it in the race.");
    expect(said({ finalists, exhaustive: false })).toContain("told apart from the others that raced: 2.");
    const aside = said({ finalists, leftAside: 7 });
    expect(aside).not.toContain("told apart from");
    expect(aside).toContain("Of the 2 portfolios that ran again one may be the best: 2.");
    expect(aside).not.toContain("decide between them");
    expect(said({ finalists, leftAside: 1 })).toContain(
      "The race left 1 more that did not run again: it may be the best as well.",
    );
    expect(aside).toContain("The race left 7 more that did not run again: they may be the best as well.");
  });

  it("cautions against a budget in another unit, where no policy fits into it or only free ones do", () => {
    expect(said({ budget: 30 })).toContain(
      "Caution: no policy fits into US$ 30 a year. The cheapest by itself, matchmaking, costs US$ 600,000 a year. A budget is in US$ a year, not in thousands or millions: 5e6 is five million.",
    );
    expect(said({ budget: 30, costsAlone: [3e6, 0] })).toContain(
      "Caution: nothing but what costs the public nothing (matchmaking) fits into US$ 30 a year. The cheapest by itself, testing-centre, costs",
    );
    for (const changes of [{ budget: 6e5 }, { budget: 30, costsAlone: [0, -10] }])
      expect(said(changes)).not.toContain("Caution");
  });

  it("says on which side of the budget the choice's cost lies, and how surely", () => {
    const first = (changes: Partial<Finalist>) =>
      said({ finalists: [finalist(["testing-centre"], changes)] });
    expect(first({})).not.toContain("realised cost");
    expect(first({ affordable: "not told apart" })).toContain("within the budget on average, but not surely");
    expect(first({ affordable: "not told apart", cost: around(5.1e6) })).toContain(
      "beyond the budget on average",
    );
    expect(first({ affordable: "no", cost: around(9e6), overBudget: 1 })).toContain(
      "surely beyond the budget: 100 % of its seeds cost more",
    );
  });

  it("says which costs it took for certain because no seed moved them", () => {
    const sure = { n: 8, mean: 4e6, low: 4e6 - 1e-6, high: 4e6 + 1e-6 };
    const nothing = { n: 8, mean: 0, low: 0, high: 0 };
    expect(
      said({
        finalists: [
          finalist(["testing-centre"], { cost: sure }),
          finalist(["matchmaking"]),
          finalist([], { cost: nothing }),
        ],
      }),
    ).toContain(
      "The cost of portfolio 1 is the same in all 8 fresh seeds and taken for certain: right where costs are fixed, too sure where few firms use what the public pays by use.",
    );
    expect(
      said({
        finalists: [
          finalist([], { cost: sure }),
          finalist(["matchmaking"], { cost: sure }),
          finalist(["testing-centre"], { cost: sure }),
        ],
      }),
    ).toContain("The costs of portfolios 1, 2 and 3 are the same");
    expect(said({})).not.toContain("taken for certain");
  });

  it("shows of each finalist its value, cost and doubts under their headings, the worst of an accepted set too", () => {
    const finalists = [
      finalist(["testing-centre"], {
        ...{ value: around(20e6), selectedValue: 30e6, affordable: "not told apart", overBudget: 0.25 },
        ...{ worstValue: -2e6, worstRegret: 5e6 },
      }),
      finalist(["testing-centre", "matchmaking"], {
        ...{ value: around(18e6), selectedValue: 25e6, cost: around(9e6), affordable: "no", overBudget: 1 },
        ...{ mayBeBest: false, regret: 2e6, worstValue: 1e6, worstRegret: 4e6 },
      }),
    ];
    const shown = choice({ finalists, worlds: 3 });
    const rows = choiceReport(shown).split("\n\n")[1].split("\n");
    const cellsOf = (line: string) => line.trim().split(/ {2,}/);
    expect(cellsOf(rows[0])).toEqual([
      ...["Net local value", "Public cost", "May be best", "Within budget", "Seeds over budget"],
      ...["As selected", "Regret", "Worst accepted", "Worst regret"],
    ]);
    const expected = [
      [
        "+20.0 [19.0, 21.0]",
        "+4.00 [3.00, 5.00]",
        "yes",
        "not told apart",
        "25 %",
        "30.0",
        "0.0",
        "-2.0",
        "5.0",
      ],
      ["+18.0 [17.0, 19.0]", "+9.00 [8.00, 10.00]", "no", "no", "100 %", "25.0", "2.0", "1.0", "4.0"],
    ];
    expect(rows.slice(2).map(cellsOf)).toEqual(expected.map((cells, i) => [`${i + 1}`, ...cells]));
    expect(choiceReport(shown)).toContain("\n1: testing-centre\n2: testing-centre and matchmaking\n");
    const page = choicePage(shown, { population: 800, months: 180 }, "npx eslabon choose");
    expect(page).toContain(`| 2 | testing-centre, matchmaking | ${expected[1].join(" | ")} |`);
    expect(choiceSentences(shown).join(" ")).toContain(
      "As selected, portfolio 1 promised US$ 30.0 million; on fresh seeds it brings 20.0.",
    );
  });

  it("says what a dollar more would bring, and one less cost", () => {
    const shadow = (otherBudget: number, ...otherPortfolio: Finalist["portfolio"]) => ({
      shadow: [{ otherBudget, otherPortfolio, perDollar: { n: 8, mean: 1.5, low: 1.25, high: 1.75 } }],
    });
    expect(said(shadow(6.25e6, "testing-centre", "matchmaking"))).toContain(
      "With US$ 6.25 million the choice would be testing-centre and matchmaking: each dollar more brings US$ +1.50 [1.25, 1.75] of net local value.",
    );
    expect(said(shadow(4e6, "matchmaking"))).toContain(
      "With US$ 4.00 million the choice would be matchmaking: each dollar less costs US$ +1.50 [1.25, 1.75] of net local value.",
    );
    expect(said(shadow(6.25e6, "testing-centre"))).toContain(
      "With US$ 6.25 million the choice would be the same: one more dollar brings nothing.",
    );
    expect(said(shadow(4e6, "testing-centre"))).toContain("the same: the last dollars bring nothing.");
  });

  it("promises nothing of no policy, and calls screened portfolios what they are", () => {
    expect(said({ finalists: [finalist([], { selectedValue: 0 })] })).not.toContain("As selected");
    expect(choiceHead(choice({ exhaustive: false, screened: 80, raced: 40 }))).toContain(
      "40 portfolios that a surrogate fitted to 80 found best",
    );
    expect(choiceHead(choice())).toMatch(/^Portfolios of 2 policies in "baseline"/);
    expect(choiceHead(choice({ policies: ["matchmaking"] }))).toMatch(
      /^Portfolios of 1 policy in "baseline"/,
    );
    expect(said({})).not.toContain("Not all portfolios raced");
    expect(said({ exhaustive: false, surrogateError: 4e5 })).toContain(
      "the surrogate misses the net local value of one that it has not seen by US$ 0.400 million",
    );
  });
});
