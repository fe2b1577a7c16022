// What the log tells of contracts. Called only when events are on.
import { contractKindNames, quadrantNames } from "../agents/codes.ts";
import type { Contract } from "../agents/contract.ts";
import { centsPerUsd } from "../units.ts";
import type { EventOf } from "./events.ts";
import { piecesOf } from "./book.ts";
import { frontingOf, paidOf, piecePaidOf } from "./standing.ts";
import type { World } from "./world.ts";

/** Tells of a contract as it was made. */
export function tellContract(world: World, contract: Contract): void {
  world.events?.push({
    type: "contract",
    month: world.month,
    contract: contract.id,
    kind: contractKindNames[contract.kind],
    lot: contract.lot?.id ?? null,
    buyer: world.buyers[contract.buyer].id,
    site: world.mines[contract.site].id,
    category: world.categories[contract.category].id,
    quadrant: quadrantNames[contract.quadrant],
    capital: contract.lot?.capital === true,
    supplier: contract.supplier?.id ?? null,
    priceUsdPerMonth: contract.priceCents / centsPerUsd,
    costUsdPerMonth: contract.costCents / centsPerUsd,
    importedUsdPerMonth: contract.importedCents / centsPerUsd,
    frontingUsdPerMonth: contract.frontingCents / centsPerUsd,
    preferenceUsdPerMonth: contract.preferenceCents / centsPerUsd,
    savingUsdPerMonth: contract.savingCents / centsPerUsd,
    startMonth: contract.startMonth,
    endMonth: contract.endMonth,
    subcontractors: piecesOf(world.book, contract.row).map((piece) => ({
      supplier: piece.supplier,
      priceUsdPerMonth: piece.priceCents / centsPerUsd,
      costUsdPerMonth: piece.costCents / centsPerUsd,
      importedUsdPerMonth: piece.importedCents / centsPerUsd,
      partner: piece.partner,
    })),
  });
}

/** Tells that a contract has ended, and why: most have delivered their last month. */
export function tellEnd(world: World, contract: Contract, reason: EventOf<"contract-ended">["reason"]): void {
  world.events?.push({
    type: "contract-ended",
    month: world.month,
    contract: contract.id,
    supplier: contract.supplier?.id ?? null,
    buyer: world.buyers[contract.buyer].id,
    reason,
  });
}

/** Tells that the holder of a contract does the part of a second-tier firm that left. */
export function tellTakeOver(world: World, contract: Contract, supplier: number): void {
  world.events?.push({
    type: "subcontract-ended",
    month: world.month,
    contract: contract.id,
    supplier,
    buyer: world.buyers[contract.buyer].id,
  });
}

/** Tells of a bad month of a contract in force: what it cost the buyer, and who gets how much less. */
export function tellFailure(world: World, contract: Contract, lossCents: number): void {
  const { rows, pieces, piecesPerContract } = world.book;
  const { row } = contract;
  const imported = contract.supplier === null;
  const subcontractors: EventOf<"failure">["subcontractors"][number][] = [];
  for (let i = 0; i < rows.pieces[row]; i++) {
    const place = row * piecesPerContract + i;
    const withheldCents = piecePaidOf(world, place, false) - piecePaidOf(world, place, true);
    subcontractors.push({ supplier: pieces.supplier[place], withheldUsd: withheldCents / centsPerUsd });
  }
  const withheldCents = imported ? 0 : paidOf(world, row, false) - paidOf(world, row, true);
  const feeCents = imported ? 0 : frontingOf(world, row, false) - frontingOf(world, row, true);
  world.events?.push({
    type: "failure",
    month: world.month,
    contract: contract.id,
    supplier: contract.supplier?.id ?? null,
    buyer: world.buyers[contract.buyer].id,
    lossUsd: lossCents / centsPerUsd,
    withheldUsd: withheldCents / centsPerUsd,
    frontingWithheldUsd: feeCents / centsPerUsd,
    subcontractors,
  });
}
