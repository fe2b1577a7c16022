// What the log tells of firms' accounts outside their contracts. Called only when events are on; amounts are whole cents.
import type { Supplier } from "../agents/supplier.ts";
import { centsPerUsd } from "../units.ts";
import type { World } from "./world.ts";

/** Tells of a firm's month: `result` is what its cash grew by. */
export function tellFirmMonth(
  { events, month }: World,
  supplier: number,
  sales: number,
  fixedCost: number,
  interest: number,
  result: number,
): void {
  events?.push({
    type: "firm-month",
    month,
    supplier,
    otherSectorsSalesUsd: sales / centsPerUsd,
    // The rest, so that the parts of a result that was rounded once add up to it.
    otherSectorsProfitUsd: (result + interest + fixedCost) / centsPerUsd,
    fixedCostUsd: fixedCost / centsPerUsd,
    interestUsd: interest / centsPerUsd,
  });
}

/** Tells of a month's exports. */
export function tellExport(
  { events, month }: World,
  supplier: number,
  revenue: number,
  profit: number,
  localValue: number,
): void {
  events?.push({
    type: "export-sale",
    month,
    supplier,
    revenueUsd: revenue / centsPerUsd,
    profitUsd: profit / centsPerUsd,
    localValueUsd: localValue / centsPerUsd,
  });
}

/** Tells of the tax on a year that is not closed yet. */
export function tellTax(
  { events, month }: World,
  { id, yearProfitCents }: Supplier,
  owed: number,
  used: number,
  refunded: number,
): void {
  events?.push({
    type: "tax",
    month,
    supplier: id,
    profitUsd: yearProfitCents / centsPerUsd,
    taxUsd: owed / centsPerUsd,
    creditUsedUsd: used / centsPerUsd,
    creditRefundedUsd: refunded / centsPerUsd,
  });
}

/** Tells of what a firm paid to its owners. */
export function tellDividend({ events, month }: World, supplier: number, paid: number): void {
  events?.push({ type: "dividend", month, supplier, paidUsd: paid / centsPerUsd });
}
