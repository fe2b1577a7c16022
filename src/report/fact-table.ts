// The facts as rows, for pages and files.
import type { FactRow } from "../analysis/facts.ts";
import { modelCell, outcomeOf } from "./facts.ts";
import type { FigureRows } from "./figures/figure.ts";

/** One row a fact: target, the model's number with its interval, and whether it is met. */
export function factTable(rows: readonly FactRow[]): FigureRows {
  return rows.map((row) => ({
    fact: row.id,
    meaning: row.fact,
    role: row.role,
    target: row.target,
    unit: row.unit,
    model: row.mean,
    low: row.intervalLow,
    high: row.intervalHigh,
    outcome: outcomeOf(row),
    source: row.source,
    explanation: row.explanation ?? null,
  }));
}

/** A space at which no line ends. */
const unbroken = "\u00a0";

/** The same for reading: the model's number and interval in one cell, and no explanations, which are paragraphs. */
export function factSummary(rows: readonly FactRow[]): FigureRows {
  return rows.map((row) => ({
    fact: row.id,
    meaning: row.fact,
    role: row.role,
    target: row.target,
    [`model [95${unbroken}%${unbroken}interval]`]: modelCell(row).replace(", ", `,${unbroken}`),
    unit: row.unit,
    outcome: outcomeOf(row),
    source: row.source,
  }));
}
