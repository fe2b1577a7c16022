// What the paper says in numbers, one row a statement with its place in the paper: tests hold the model's tables to it. Which of
// them a run is held to, and how, stands in src/analysis/paper-facts.ts.
import { innovationFacts } from "./facts/innovation.ts";
import { miningFacts } from "./facts/mining.ts";
import { procurementFacts } from "./facts/procurement.ts";
import type { FactRecord } from "./facts/record.ts";

export type { FactRecord } from "./facts/record.ts";

/** The paper's facts F01 to F40, in the order of their ids. */
export const facts: readonly FactRecord[] = [...procurementFacts, ...innovationFacts, ...miningFacts].sort(
  (a, b) => (a.id < b.id ? -1 : 1),
);
