// Reading the insertion funnel (ODD 7.4): sums over chosen dimensions, and how many are left after each gate.
import { gateNames, type GateName } from "../agents/codes.ts";
import type { Funnel, FunnelRow } from "../engine/observations.ts";
import { InputError, unknownNames } from "../errors.ts";

/** Which rows of a funnel count; what is left out counts all. */
export interface FunnelFilter {
  readonly category?: FunnelRow["category"];
  readonly origin?: FunnelRow["origin"];
  readonly risk?: FunnelRow["risk"];
  readonly gate?: GateName;
  readonly buyer?: string;
  /** Calendar years, both included. */
  readonly fromYear?: number;
  readonly toYear?: number;
}

/** A dimension of the funnel. Years and buyers are counted apart: a sum has one of them or neither. */
export type FunnelKey = "category" | "origin" | "risk" | "gate" | "year" | "buyer";

type Labels = FunnelRow & { readonly year?: number; readonly buyer?: string };

/** A sum of the funnel: a value per chosen dimension, the count, and its share of all counted. */
export type FunnelSum<Key extends FunnelKey> = { readonly [Name in Key]: NonNullable<Labels[Name]> } & {
  readonly count: number;
  /** Null when nothing was counted. */
  readonly share: number | null;
};

/** A gate as a step: how many came to it, and how many fell there. */
export interface FunnelStep {
  readonly gate: GateName;
  /** Firms that passed every gate before, counted once per tender. At `won`, those that got the contract. */
  readonly reached: number;
  readonly fell: number;
  /** Part of those that reached it that fell; null when nobody did. */
  readonly fellShare: number | null;
  /** Part of all that were looked at that reached it; null when nobody was looked at. */
  readonly reachedShare: number | null;
}

const filterNames = ["category", "origin", "risk", "gate", "buyer", "fromYear", "toYear"] as const;

/**
 * Sums a funnel's counts over all but the chosen dimensions, in the order in which their values come first.
 *
 * @throws InputError for unknown dimensions and for years together with buyers, which are counted apart.
 */
export function sumFunnel<Key extends FunnelKey>(
  funnel: Funnel,
  keys: readonly Key[],
  filter: FunnelFilter = {},
): FunnelSum<Key>[] {
  const sums = new Map<string, { labels: Labels; count: number }>();
  let all = 0;
  for (const row of rowsOf(funnel, keys, filter)) {
    const name = keys.map((key) => String(row[key])).join("|");
    const known = sums.get(name);
    if (known === undefined) sums.set(name, { labels: row, count: row.count });
    else known.count += row.count;
    all += row.count;
  }
  return [...sums.values()].map(
    ({ labels, count }) =>
      ({
        ...Object.fromEntries(keys.map((key) => [key, labels[key]])),
        count,
        share: all === 0 ? null : count / all,
      }) as FunnelSum<Key>,
  );
}

/** The gates in their order: how many firms reach each, and how many fall there. The last step is `won`. */
export function funnelSteps(funnel: Funnel, filter: Omit<FunnelFilter, "gate"> = {}): FunnelStep[] {
  const counts = new Map<GateName, number>(
    sumFunnel(funnel, ["gate"], filter).map((row) => [row.gate, row.count]),
  );
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  let left = all;
  return gateNames.map((gate) => {
    const reached = left;
    const fell = gate === "won" ? 0 : (counts.get(gate) ?? 0);
    left -= fell;
    return {
      gate,
      reached,
      fell,
      fellShare: reached === 0 ? null : fell / reached,
      reachedShare: all === 0 ? null : reached / all,
    };
  });
}

function rowsOf(funnel: Funnel, keys: readonly FunnelKey[], filter: FunnelFilter): Labels[] {
  const problems = unknownNames(filter, filterNames);
  const byYear = keys.includes("year") || filter.fromYear !== undefined || filter.toYear !== undefined;
  const byBuyer = keys.includes("buyer") || filter.buyer !== undefined;
  if (byYear && byBuyer) {
    const expected = "years or buyers: the funnel counts them apart";
    problems.push({ path: "", value: "years and buyers", expected });
  }
  if (problems.length > 0) throw new InputError("funnel", problems);
  const { fromYear = -Infinity, toYear = Infinity } = filter;
  const rows: readonly Labels[] = byBuyer ? funnel.byBuyer : funnel.byYear;
  return rows.filter(
    (row) =>
      (filter.category === undefined || row.category === filter.category) &&
      (filter.origin === undefined || row.origin === filter.origin) &&
      (filter.risk === undefined || row.risk === filter.risk) &&
      (filter.gate === undefined || row.gate === filter.gate) &&
      (filter.buyer === undefined || row.buyer === filter.buyer) &&
      (row.year === undefined || (row.year >= fromYear && row.year <= toYear)),
  );
}
