// Where firms fall in tenders, for people.
import type { FunnelStep } from "../analysis/funnel.ts";
import { fixed, percent } from "./numbers.ts";
import { table, type TableStyle } from "./table.ts";
import { wrap } from "./wrap.ts";

/** The gates as a table, and a sentence that says where most fall. */
export function funnelReport(steps: readonly FunnelStep[], whom: string, style: TableStyle = {}): string {
  const text = table(
    [
      { heading: "Gate" },
      { heading: "come to it", align: "right" },
      { heading: "of all", align: "right" },
      { heading: "fall there", align: "right" },
      { heading: "of those", align: "right" },
    ],
    steps.map(({ gate, reached, fell, fellShare, reachedShare }) => [
      gate,
      fixed(reached, 0),
      share(reachedShare),
      gate === "won" ? "" : fixed(fell, 0),
      gate === "won" ? "" : share(fellShare),
    ]),
    style,
  );
  return [text, wrap(funnelSentence(steps, whom), Math.min(style.width ?? 100, 100))].join("\n\n");
}

/** What the steps say: how many are looked at, where most fall, and how many win. */
export function funnelSentence(steps: readonly FunnelStep[], whom: string): string {
  const all = steps[0]?.reached ?? 0;
  if (all === 0) return `No ${whom} were looked at in a tender.`;
  const worst = steps.reduce((most, step) => (step.fell > most.fell ? step : most));
  const won = steps.at(-1)?.reached ?? 0;
  const times = `Of ${fixed(all, 0)} times that ${whom} were looked at in a tender`;
  const winning = percent(won / all, 1);
  return worst.fell === 0
    ? `${times}, ${winning} ended in a contract.`
    : `${times}, ${percent(worst.fell / all)} ended at the gate "${worst.gate}", where most fall, and ${winning} in a contract.`;
}

function share(value: number | null): string {
  return value === null ? "-" : percent(value, 1);
}
