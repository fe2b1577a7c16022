// The facts beside the model's numbers, for people.
import type { FactRow } from "../analysis/facts.ts";
import { digitsFor, fixed, listed } from "./numbers.ts";
import { table, wrap, type TableStyle } from "./table.ts";

/** The table of facts as text, with the reasons of those that are not met. */
export function factsReport(rows: readonly FactRow[], style: TableStyle = {}): string {
  const { strong = (text: string) => text } = style;
  const { text } = table(
    [
      { heading: "Fact" },
      { heading: "Target", align: "right" },
      { heading: "Model", align: "right" },
      { heading: "95 % interval", align: "right", rank: 2 },
      { heading: "Unit", rank: 3 },
      { heading: "Role", rank: 1 },
      { heading: "" },
    ],
    rows.map((row) => [
      row.id,
      row.target,
      row.mean === null ? "-" : fixed(row.mean, digits(row)),
      row.intervalLow === null || row.intervalHigh === null
        ? "-"
        : `[${fixed(row.intervalLow, digits(row))}, ${fixed(row.intervalHigh, digits(row))}]`,
      row.unit,
      row.role,
      row.inside ? "inside" : strong("OUTSIDE"),
    ]),
    style,
  );
  const width = Math.min(style.width ?? 100, 100);
  const notes = rows.flatMap(({ id, fact, explanation }) =>
    explanation === undefined ? [] : [wrap(`${id} (${fact}): ${explanation}`, width, "  ")],
  );
  return [text, wrap(factsSentence(rows), width), ...(notes.length > 0 ? [notes.join("\n")] : [])].join(
    "\n\n",
  );
}

/** How many facts are met, and which are not. */
export function factsSentence(rows: readonly FactRow[]): string {
  const outside = rows.filter(({ inside }) => !inside).map(({ id }) => id);
  const met = rows.length - outside.length;
  const rest = outside.length === 0 ? "" : `; not met: ${listed(outside)}`;
  return `The baseline meets ${met} of ${rows.length} facts${rest}.`;
}

function digits({ mean, low, high }: FactRow): number {
  return Math.max(2, digitsFor(mean ?? 1, low ?? 0, high ?? 0));
}
