// The facts beside the model's numbers, for people.
import type { FactRow } from "../analysis/facts.ts";
import { digitsFor, fixed, listed } from "./numbers.ts";
import { plain, table, type TableStyle } from "./table.ts";
import { wrap } from "./wrap.ts";

/** The table of facts as text, with the reasons of those that are not met. */
export function factsReport(rows: readonly FactRow[], style: TableStyle = {}): string {
  const { strong = plain } = style;
  const text = table(
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
      meanCell(row),
      intervalCell(row),
      row.unit,
      row.role,
      row.inside ? "inside" : strong(outcomeOf(row).toUpperCase()),
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

/** The model's number and its interval, as `0.91 [0.90, 0.92]`. */
export function modelCell(row: FactRow): string {
  return row.mean === null
    ? "-"
    : `${meanCell(row)} ${row.intervalLow === null ? "" : intervalCell(row)}`.trim();
}

/** Inside its target, outside of it, or not measured. */
export function outcomeOf({ inside, runs, mean }: FactRow): "inside" | "outside" | "not measured" {
  if (inside) return "inside";
  return runs === 0 || mean === null ? "not measured" : "outside";
}

function meanCell(row: FactRow): string {
  return row.mean === null ? "-" : fixed(row.mean, digits(row));
}

function intervalCell(row: FactRow): string {
  if (row.intervalLow === null || row.intervalHigh === null) return "-";
  return `[${fixed(row.intervalLow, digits(row))}, ${fixed(row.intervalHigh, digits(row))}]`;
}

/** How many facts are met, and which are not. */
export function factsSentence(rows: readonly FactRow[]): string {
  const of = (outcome: string) => rows.filter((row) => outcomeOf(row) === outcome).map(({ id }) => id);
  const [outside, unmeasured] = [of("outside"), of("not measured")];
  const rest = outside.length === 0 ? "" : `; not met: ${listed(outside)}`;
  const silent = unmeasured.length === 0 ? "" : `; not measured: ${listed(unmeasured)}`;
  return `The baseline meets ${of("inside").length} of ${rows.length} facts${rest}${silent}.`;
}

function digits({ mean, low, high }: FactRow): number {
  return Math.max(2, digitsFor(mean ?? 1, low ?? 0, high ?? 0));
}
