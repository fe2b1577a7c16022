// What a month of a contract brings when all goes well is known when the contract is made. The sums over all contracts in
// force stand ready: a month posts them at once, and only what failed is posted apart. Amounts are whole cents and work is
// counted, so the sums are exact whatever their order.
import { PieceAmount, pieceAmount, RowAmount, rowAmount, RowFlag } from "./book.ts";
import { changeWork } from "./evidence.ts";
import { collectTax, Flow, postFlow, postSpend, type Books } from "./ledger.ts";
import type { World } from "./world.ts";

/** Adds the months of a contract that enters the book to what stands, or takes them out (a sign of -1). */
export function stand(world: World, row: number, sign: 1 | -1): void {
  const { book, columns, ledger } = world;
  const { rows, pieces, piecesPerContract } = book;
  postMonth(world, ledger.standing, row, false, sign);
  const buyer = rows.buyer[row];
  const holder = rows.supplier[row];
  if (holder >= 0) changeWork(world, buyer, holder, true, sign);
  if ((rows.flags[row] & RowFlag.peruvian) !== 0) {
    const costs =
      rowAmount(rows, row, RowAmount.passedOnCents) +
      frontingOf(world, row, false) +
      rowAmount(rows, row, RowAmount.costCents);
    changeMonthly(columns, holder, sign * rows.priceCents[row], sign * costs);
  }
  const start = row * piecesPerContract;
  for (let place = start; place < start + rows.pieces[row]; place++) {
    const supplier = pieces.supplier[place];
    changeWork(world, buyer, supplier, pieces.partner[place] === 1, sign);
    changeMonthly(
      columns,
      supplier,
      sign * pieceAmount(pieces, place, PieceAmount.priceCents),
      sign * pieceAmount(pieces, place, PieceAmount.costCents),
    );
  }
}

/** Changes what a firm sells and keeps in a month without failures. */
function changeMonthly(columns: World["columns"], supplier: number, sales: number, costs: number): void {
  const { monthSalesCents, monthResultCents } = columns;
  monthSalesCents[supplier] = monthSalesCents[supplier] + sales;
  monthResultCents[supplier] = monthResultCents[supplier] + sales - costs;
}

/** What the buyer pays in a month; part of it is withheld after a failure. */
export function paidOf({ book, parameters }: World, row: number, failed: boolean): number {
  const price = book.rows.priceCents[row];
  return failed ? price - Math.round(price * parameters.failurePenaltyShare) : price;
}

/** What a piece of it is paid: of a failure everyone on the lot bears the same share. */
export function piecePaidOf({ book, parameters }: World, place: number, failed: boolean): number {
  const price = pieceAmount(book.pieces, place, PieceAmount.priceCents);
  return failed ? Math.floor(price * (1 - parameters.failurePenaltyShare)) : price;
}

/** What is passed on to second-tier firms and partners. */
function passedOnOf(world: World, row: number, failed: boolean): number {
  const { rows, piecesPerContract } = world.book;
  if (!failed) return rowAmount(rows, row, RowAmount.passedOnCents);
  const start = row * piecesPerContract;
  let passedOn = 0;
  for (let place = start; place < start + rows.pieces[row]; place++)
    passedOn += piecePaidOf(world, place, true);
  return passedOn;
}

/** The fee of a local partner that fronts for the holder, as far as the pay covers it. */
export function frontingOf(world: World, row: number, failed: boolean): number {
  const left = paidOf(world, row, failed) - passedOnOf(world, row, failed);
  return Math.min(rowAmount(world.book.rows, row, RowAmount.frontingCents), left);
}

/** Posts a month of a contract, well or badly delivered, to the month's books or to the standing ones. */
export function postMonth(world: World, books: Books, row: number, failed: boolean, sign: 1 | -1): void {
  const { rows } = world.book;
  const flags = rows.flags[row];
  const paid = sign * paidOf(world, row, failed);
  const place = rows.place[row];
  if ((flags & RowFlag.capital) !== 0) postFlow(books, Flow.capitalSpend, paid);
  postFlow(books, Flow.preference, sign * rowAmount(rows, row, RowAmount.preferenceCents));
  if ((flags & RowFlag.imported) !== 0) {
    postSpend(books, place, paid, 0, 0, 0, 0, 0, paid, 0);
    postFlow(books, Flow.paidForImports, paid);
    return;
  }
  const passedOn = sign * passedOnOf(world, row, failed);
  const fronting = sign * frontingOf(world, row, failed);
  const passedOnImported = sign * rowAmount(rows, row, RowAmount.passedOnImportedCents);
  const imported = sign * rowAmount(rows, row, RowAmount.importedCents) + passedOnImported;
  const knowledge = (flags & RowFlag.knowledgeIntensive) !== 0 ? 1 : 0;
  if ((flags & RowFlag.peruvian) !== 0) {
    const local = paid - imported;
    postSpend(books, place, paid, paid, paid, paid, local, knowledge * local, imported, 0);
    if ((flags & RowFlag.capital) !== 0) postFlow(books, Flow.capitalPeruvian, paid);
  } else {
    const profit = sign * (paid - passedOn - fronting) - rowAmount(rows, row, RowAmount.costCents);
    const tax = profit > 0 ? profit - Math.round(profit * (1 - world.parameters.taxRate)) : 0;
    const remitted = sign * (profit - tax);
    const local = passedOn - passedOnImported + fronting;
    const second = passedOn + fronting;
    postSpend(books, place, paid, paid, 0, second, local, knowledge * local, imported, remitted);
    collectTax(books, sign * tax);
  }
  postFlow(books, Flow.receivedBySuppliers, paid);
  postFlow(books, Flow.subcontracts, passedOn);
  postFlow(books, Flow.fronting, fronting);
  postFlow(books, Flow.savings, sign * rowAmount(rows, row, RowAmount.savingCents));
}
