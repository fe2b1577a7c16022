// How few suppliers a mine's spending goes to (footnote 11, ODD 7.10): each contract is placed with its supplier, and the
// largest suppliers of each mine are summed.
import { fullScale } from "../agents/population.ts";
import { RowFlag } from "./book.ts";
import type { World } from "./world.ts";

/** Footnote 11 tells of a mine's fifty largest suppliers; a run has fewer when each of its firms stands for several. */
const largestAtFullScale = 50;

/** Suppliers that stand for the fifty largest in a run of this scale: five at the default population. */
export function largestSuppliers(scale: number): number {
  return (largestAtFullScale * scale) / fullScale;
}

/**
 * What the months use to sum, so that none is allocated: the rows of each mine's contracts as a chain (the mine's first row, and
 * after each row the next, -1 at the end), what suppliers are paid, whom the mine at hand pays, and the most that some are paid.
 */
const sheet = {
  firstRow: new Int32Array(0),
  nextRow: new Int32Array(0),
  paidCents: new Float64Array(0),
  payees: new Int32Array(0),
  largestCents: new Float64Array(0),
  ranks: 0,
};

/**
 * Share of the contested spending of a mine that its largest suppliers receive; mean over the mines in operation, since the
 * footnote is about one mine. An import counts as a supplier of its own. Engineering firms' packages are no mine's spending.
 */
export function largestSuppliersShare(world: World): number {
  const { supplier, priceCents } = world.book.rows;
  const most = largestSuppliers(world.scale);
  makeRoom(world, most);
  chainRows(world);
  const { firstRow, nextRow, paidCents, payees, largestCents } = sheet;
  let shares = 0;
  let mines = 0;
  for (let mine = 0; mine < world.mines.length; mine++) {
    if (firstRow[mine] < 0) continue;
    let total = 0;
    let paid = 0;
    sheet.ranks = 0;
    for (let row = firstRow[mine]; row >= 0; row = nextRow[row]) {
      const cents = priceCents[row];
      const holder = supplier[row];
      total += cents;
      if (holder < 0) {
        keepLargest(cents, most);
        continue;
      }
      if (paidCents[holder] === 0) payees[paid++] = holder;
      paidCents[holder] = paidCents[holder] + cents;
    }
    for (let i = 0; i < paid; i++) {
      keepLargest(paidCents[payees[i]], most);
      paidCents[payees[i]] = 0;
    }
    // Of prices that all round to no cent, nobody receives a part.
    if (total === 0) continue;
    let received = 0;
    // The last of them counts in part when their number is not whole.
    for (let rank = 0; rank < sheet.ranks; rank++) received += largestCents[rank] * Math.min(1, most - rank);
    shares += received / total;
    mines += 1;
  }
  return mines === 0 ? 0 : shares / mines;
}

/** Makes the tables as long as the run needs. */
function makeRoom({ mines, suppliers, book }: World, most: number): void {
  if (sheet.firstRow.length < mines.length) sheet.firstRow = new Int32Array(mines.length);
  if (sheet.nextRow.length < book.byRow.length) sheet.nextRow = new Int32Array(2 * book.byRow.length);
  if (sheet.largestCents.length < most) sheet.largestCents = new Float64Array(Math.ceil(most));
  if (sheet.paidCents.length >= suppliers.length) return;
  sheet.paidCents = new Float64Array(2 * suppliers.length);
  sheet.payees = new Int32Array(2 * suppliers.length);
}

/** Chains the rows of the contracts that each mine has in force. */
function chainRows({ book, mines }: World): void {
  const { byRow, rows } = book;
  const { buyer, flags } = rows;
  const { firstRow, nextRow } = sheet;
  firstRow.fill(-1);
  for (let row = 0; row < byRow.length; row++) {
    const mine = buyer[row];
    if ((flags[row] & RowFlag.free) !== 0 || mine >= mines.length) continue;
    nextRow[row] = firstRow[mine];
    firstRow[mine] = row;
  }
}

/** Puts an amount among the largest, the first of them the largest, if it is one. Insertion into a few beats sorting all. */
function keepLargest(cents: number, most: number): void {
  const { largestCents, ranks } = sheet;
  if (ranks >= most && cents <= largestCents[ranks - 1]) return;
  let place = ranks < most ? ranks : ranks - 1;
  if (ranks < most) sheet.ranks = ranks + 1;
  while (place > 0 && largestCents[place - 1] < cents) {
    largestCents[place] = largestCents[place - 1];
    place -= 1;
  }
  largestCents[place] = cents;
}
