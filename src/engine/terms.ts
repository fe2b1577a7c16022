// What is asked in one tender: how risky the lot is for its buyer, and what follows for terms, gates and losses (3.7.1, ODD 7.3).
import { tolerance } from "../agents/belief.ts";
import {
  certificateAsked,
  dailyRevenueUsd,
  lossPerFailureUsd,
  lotRisk,
  quadrant,
  riskClass,
  termRange,
  type Buyer,
  type TermRange,
} from "../agents/buyer.ts";
import type { Category } from "../agents/category.ts";
import type { QuadrantCode } from "../agents/codes.ts";
import type { Lot } from "../agents/contract.ts";
import type { Mine } from "../agents/mine.ts";
import { draw, drawPrefix, Process } from "../random.ts";
import { monthsPerYear } from "../units.ts";
import { lendersOf, type Lender } from "./consortium.ts";
import { funnelCell } from "./funnel.ts";
import type { World } from "./world.ts";

/** What is asked in one tender, worked out once. */
export interface Terms {
  readonly lot: Lot;
  readonly buyer: Buyer;
  readonly mine: Mine;
  readonly category: Category;
  readonly risk: number;
  readonly quadrant: QuadrantCode;
  readonly certificateLevel: number;
  readonly toleratedFailure: number;
  readonly lossUsd: number;
  /** Kept for Peruvian-owned (or in-country) bidders by a local-content rule. */
  readonly reservedByRule: boolean;
  /** Shortest and longest contract. */
  readonly months: TermRange;
  /** Value over the middle of the contract's range, US$: what a firm that falls at a gate loses. */
  readonly contractValueUsd: number;
  /** Members of the association with most capacity to lend. */
  readonly lenders: readonly Lender[];
  /** Whether some firms are not admitted at all. */
  readonly restricted: boolean;
  readonly publicity: number;
  readonly hearPrefix: number;
  readonly bidPrefix: number;
  readonly feedbackPrefix: number;
  /** Places in the funnel's counters, for the first origin. */
  readonly yearCell: number;
  readonly buyerCell: number;
  /** Whether gates after the first failed one are looked at too. */
  readonly everyGate: boolean;
}

/** Works out what a tender asks. */
export function termsOf(world: World, lot: Lot): Terms {
  const { parameters, root, month, rules } = world;
  const buyer = world.buyers[lot.buyer];
  const mine = world.mines[lot.site];
  const category = world.categories[lot.category];
  const risk = lotRisk(
    parameters,
    category,
    world.approved[lot.buyer * world.categories.length + lot.category],
  );
  const code = quadrant(parameters, risk, lot.highCost);
  const months = termRange(parameters, code);
  const { reservedShare, enforcement } = rules.localContent;
  const reservedByRule =
    reservedShare > 0 && draw(root, Process.reservedByRule, lot.key) < reservedShare * enforcement;
  const revenue = dailyRevenueUsd(mine.outputTonnesPerYear, world.priceUsdPerLb);
  return {
    lot,
    buyer,
    mine,
    category,
    risk,
    quadrant: code,
    certificateLevel: certificateAsked(category, riskClass(parameters, risk)),
    toleratedFailure: tolerance(parameters, risk) * (lot.localArea ? parameters.localAreaTolerance : 1),
    lossUsd: lossPerFailureUsd(parameters, category, revenue, lot.weightedShareOfCategory),
    reservedByRule,
    restricted: lot.localArea || reservedByRule,
    publicity: rules.information.tenderPublicity,
    months,
    contractValueUsd: (lot.valueUsdPerMonth * (months[0] + months[1])) / 2,
    lenders: lendersOf(world, lot.category, lot.line),
    hearPrefix: drawPrefix(root, Process.hearTender, lot.key, month),
    bidPrefix: drawPrefix(root, Process.bidNoise, lot.key, month),
    feedbackPrefix: drawPrefix(root, Process.loserFeedback, lot.key, month),
    yearCell: funnelCell(world.funnel, Math.floor(month / monthsPerYear), lot.category, 0, lot.riskClass),
    buyerCell: funnelCell(world.funnel, lot.buyer, lot.category, 0, lot.riskClass),
    everyGate: world.funnel.everyGate,
  };
}
