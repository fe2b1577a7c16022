// A choice under a budget as a page of the docs.
import type { PolicyChoice } from "../analysis/portfolio/choose.ts";
import type { Scenario } from "../scenarios/scenario.ts";
import { choiceCells, choiceHead, choiceHeadings, choiceSentences, namesOf } from "./choice.ts";
import { evidencePage, markdownTable } from "./evidence-page.ts";

/** The page, written by a command. */
export function choicePage(
  choice: PolicyChoice,
  { population, months }: Pick<Scenario, "population" | "months">,
  command: string,
): string {
  const [, ...headings] = choiceHeadings(choice);
  return evidencePage("Which policies to choose under a budget", { command, ...choice, population, months }, [
    choiceHead(choice),
    "A portfolio's public cost is what the run pays, not what a programme plans: grants and credits cost more where more firms use them. Portfolios race on common seeds; one drops out when it surely costs too much, or one that is surely within the budget surely beats it.",
    ...choiceSentences(choice),
    markdownTable(
      ["", "Policies", ...headings],
      choice.finalists.map((finalist, i) => [
        `${i + 1}`,
        namesOf(finalist.portfolio).join(", "),
        ...choiceCells(choice, finalist),
      ]),
    ),
  ]);
}
