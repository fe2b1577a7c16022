// A caution beside effects: where the months that count end before the policies of a scenario begin.
import type { ComparedScenario } from "../analysis/compared-scenarios.ts";
import type { Window } from "../analysis/window.ts";
import { listed, monthInWords } from "./numbers.ts";

/**
 * Whose policies are not in force yet in some months; no sentence where all have begun.
 *
 * @param months What the months are called in the sentence. Default: these months.
 */
export function idleSentences(
  scenarios: readonly Pick<ComparedScenario, "id" | "policiesFromMonth">[],
  { toMonth }: Window,
  nameOf: (scenario: string) => string = (scenario) => scenario,
  months = "these months",
): string[] {
  const idle = scenarios.flatMap(({ id, policiesFromMonth: from }) =>
    from !== null && from >= toMonth ? [`${nameOf(id)} (${monthInWords(from)})`] : [],
  );
  if (idle.length === 0) return [];
  return [
    `Not in force yet in ${months}: the policies that set ${listed(idle)} apart from the baseline begin in the month in brackets. ` +
      "Later months tell what they do.",
  ];
}
