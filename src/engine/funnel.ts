// The insertion funnel (ODD 7.4, a main output): at which gate firms fall, by category, origin, risk class and buyer, and,
// on request, every gate that they fail and who is one gate away.
import type { CategoryId } from "../data/spend.ts";
import {
  Gate,
  gateCount,
  gateNames,
  originNames,
  riskClassNames,
  type GateName,
  type OriginName,
  type RiskClassName,
} from "../agents/codes.ts";

/** Origins that bid: imports have no gates. */
const bidderOrigins = 3;
/** Gates that can be failed: all but `won`. */
const failable = Gate.won;

/** Counters of a run. */
export class FunnelCounters {
  readonly categories: number;
  readonly everyGate: boolean;
  /** First gate failed, or won: year × category × origin × risk class × gate. */
  readonly firstByYear: Uint32Array;
  /** The same by buyer instead of year. */
  readonly firstByBuyer: Uint32Array;
  /** Every gate failed, by year; and, of those that fail one only, which. Empty unless asked for. */
  readonly everyByYear: Uint32Array;
  readonly oneAwayByYear: Uint32Array;

  constructor(years: number, categories: number, buyers: number, everyGate: boolean) {
    const cells = categories * bidderOrigins * riskClassNames.length * gateCount;
    this.categories = categories;
    this.everyGate = everyGate;
    this.firstByYear = new Uint32Array(years * cells);
    this.firstByBuyer = new Uint32Array(buyers * cells);
    this.everyByYear = new Uint32Array(everyGate ? years * cells : 0);
    this.oneAwayByYear = new Uint32Array(everyGate ? years * cells : 0);
  }
}

/** Place of (row, category, origin, risk class) in the counters; gates follow one another from there. */
export function funnelCell(
  funnel: FunnelCounters,
  row: number,
  category: number,
  origin: number,
  riskClass: number,
): number {
  return (
    (((row * funnel.categories + category) * bidderOrigins + origin) * riskClassNames.length + riskClass) *
    gateCount
  );
}

/** Distance between the cells of two origins that differ in nothing else. */
export const originStride = riskClassNames.length * gateCount;

/** A row of the funnel. */
export interface FunnelRow {
  /** What was tendered. */
  readonly category: CategoryId;
  /** Where the owners of the firms are; never "imported", for imports meet no gates. */
  readonly origin: OriginName;
  /** Risk class of the lot, fixed when it arose. */
  readonly risk: RiskClassName;
  /** Gate at which the firms fell; "outbid" and "won" for those that passed all others. */
  readonly gate: GateName;
  /**
   * Firms, once per tender: at `won` those that got it. In the tables of every gate, all that failed this one, or this one only.
   */
  readonly count: number;
}

/** A row of a year. */
interface OfYear {
  /** Calendar year of the tenders, observed ones only. */
  readonly year: number;
}

/**
 * The funnel as a run hands it over. Counts are firms looked at in tenders of the observed months: one firm counts once per tender.
 * Rows of which nothing was counted are left out.
 */
export interface Funnel {
  /** First gate failed, or won, by calendar year. */
  readonly byYear: readonly (FunnelRow & OfYear)[];
  /** The same by buyer, over the observed months. */
  readonly byBuyer: readonly (FunnelRow & {
    /** Id of a mine or an engineering firm. */
    readonly buyer: string;
  })[];
  /** Every gate failed, by year: a firm counts at each; there when the run was made with `funnel: "every"`. */
  readonly everyGate?: readonly (FunnelRow & OfYear)[];
  /** Firms that failed one gate only, and which, by year; there when the run was made with `funnel: "every"`. */
  readonly oneGateAway?: readonly (FunnelRow & OfYear)[];
}

/** The counters as tables; rows of zero are left out. */
export function funnelTables(
  funnel: FunnelCounters,
  firstYear: number,
  categoryIds: readonly CategoryId[],
  buyerIds: readonly string[],
): Funnel {
  const table = <Label extends string, Value>(
    counts: Uint32Array,
    key: Label,
    label: (row: number) => Value,
  ) => {
    const rows: (FunnelRow & Record<Label, Value>)[] = [];
    for (let at = 0; at < counts.length; at++) {
      const count = counts[at];
      if (count === 0) continue;
      const gate = at % gateCount;
      const risk = Math.floor(at / gateCount) % riskClassNames.length;
      const originAt = Math.floor(at / (gateCount * riskClassNames.length));
      const origin = originAt % bidderOrigins;
      const categoryAt = Math.floor(originAt / bidderOrigins);
      const category = categoryAt % funnel.categories;
      const row = Math.floor(categoryAt / funnel.categories);
      rows.push({
        [key]: label(row),
        category: categoryIds[category],
        origin: originNames[origin],
        risk: riskClassNames[risk],
        gate: gateNames[gate],
        count,
      } as FunnelRow & Record<Label, Value>);
    }
    return rows;
  };
  const year = (row: number) => firstYear + row;
  const first = {
    byYear: table(funnel.firstByYear, "year", year),
    byBuyer: table(funnel.firstByBuyer, "buyer", (row) => buyerIds[row]),
  };
  if (!funnel.everyGate) return first;
  return {
    ...first,
    everyGate: table(funnel.everyByYear, "year", year),
    oneGateAway: table(funnel.oneAwayByYear, "year", year),
  };
}

/** Counts the gates in a mask of failed ones. */
export function countEveryGate(funnel: FunnelCounters, cell: number, failed: number): void {
  for (let gate = 0; gate < failable; gate++) {
    if ((failed & (1 << gate)) !== 0) funnel.everyByYear[cell + gate] = funnel.everyByYear[cell + gate] + 1;
  }
  const oneOnly = failed !== 0 && (failed & (failed - 1)) === 0;
  if (oneOnly) {
    const gate = 31 - Math.clz32(failed);
    funnel.oneAwayByYear[cell + gate] = funnel.oneAwayByYear[cell + gate] + 1;
  }
}
