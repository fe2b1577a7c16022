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
 * Rows of each mine's contracts, as many as it has in force; what suppliers are paid, and the most that some are. These serve all
 * months, so that none is allocated.
 */
const rowsOfMine: Int32Array[] = [];
let inForce = new Int32Array(0);
let paid = new Float64Array(0);
const largest: number[] = [];

/**
 * Share of the contested spending of a mine that its largest suppliers receive; mean over the mines in operation, since the
 * footnote is about one mine. An import counts as a supplier of its own. Engineering firms' packages are no mine's spending.
 */
export function largestSuppliersShare(world: World): number {
  const { supplier, priceCents } = world.book.rows;
  if (paid.length < world.suppliers.length) paid = new Float64Array(2 * world.suppliers.length);
  listRows(world);
  const most = largestSuppliers(world.scale);
  let shares = 0;
  let mines = 0;
  for (let mine = 0; mine < world.mines.length; mine++) {
    const list = rowsOfMine[mine];
    const contracts = inForce[mine];
    if (contracts === 0) continue;
    let total = 0;
    largest.length = 0;
    for (let i = 0; i < contracts; i++) {
      const row = list[i];
      const cents = priceCents[row];
      const holder = supplier[row];
      total += cents;
      if (holder < 0) keepLargest(cents, most);
      else paid[holder] = paid[holder] + cents;
    }
    for (let i = 0; i < contracts; i++) {
      const holder = supplier[list[i]];
      if (holder < 0 || paid[holder] === 0) continue;
      keepLargest(paid[holder], most);
      paid[holder] = 0;
    }
    let received = 0;
    // The last of them counts in part when their number is not whole.
    for (let rank = 0; rank < largest.length; rank++) received += largest[rank] * Math.min(1, most - rank);
    shares += received / total;
    mines += 1;
  }
  return mines === 0 ? 0 : shares / mines;
}

/** Lists the rows of the contracts that each mine has in force. */
function listRows({ book, mines }: World): void {
  const { byRow, rows } = book;
  const { buyer, flags } = rows;
  if (inForce.length < mines.length) inForce = new Int32Array(mines.length);
  while (rowsOfMine.length < mines.length) rowsOfMine.push(new Int32Array(0));
  inForce.fill(0);
  for (let row = 0; row < byRow.length; row++) {
    const mine = buyer[row];
    if ((flags[row] & RowFlag.free) !== 0 || mine >= mines.length) continue;
    const place = inForce[mine];
    if (place === rowsOfMine[mine].length) {
      const longer = new Int32Array(2 * place + 64);
      longer.set(rowsOfMine[mine]);
      rowsOfMine[mine] = longer;
    }
    rowsOfMine[mine][place] = row;
    inForce[mine] = place + 1;
  }
}

/** Puts an amount among the largest, the first of them the largest, if it is one. Insertion into a few beats sorting all. */
function keepLargest(cents: number, most: number): void {
  if (largest.length >= most && cents <= largest[largest.length - 1]) return;
  let place = largest.length < most ? largest.push(cents) - 1 : largest.length - 1;
  while (place > 0 && largest[place - 1] < cents) {
    largest[place] = largest[place - 1];
    place -= 1;
  }
  largest[place] = cents;
}
