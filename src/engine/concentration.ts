// How few suppliers a mine's spending goes to (footnote 11, ODD 9): each contract is placed with its supplier, and the
// largest suppliers of each mine are summed.
import { fullScale } from "../agents/population.ts";
import { RowAmount, rowAmount, RowFlag } from "./book.ts";
import type { World } from "./world.ts";

/** Footnote 11 tells of a mine's fifty largest suppliers; a run has fewer when each of its firms stands for several. */
const largestAtFullScale = 50;

/** Suppliers that stand for the fifty largest in a run of this scale: five at the default population. */
export function largestSuppliers(scale: number): number {
  return (largestAtFullScale * scale) / fullScale;
}

/** Rows of each mine's contracts, what its suppliers are paid, and the most that some are; these serve all mines and months. */
const rowsOfMine: number[][] = [];
let paid = new Float64Array(0);
const largest: number[] = [];

/**
 * Share of the contested spending of a mine that its largest suppliers receive; mean over the mines in operation, since the
 * footnote is about one mine. An import counts as a supplier of its own. Engineering firms' packages are no mine's spending.
 */
export function largestSuppliersShare(world: World): number {
  const { rows, byRow } = world.book;
  const { buyer, supplier, flags } = rows;
  while (rowsOfMine.length < world.mines.length) rowsOfMine.push([]);
  if (paid.length < world.suppliers.length) paid = new Float64Array(2 * world.suppliers.length);
  for (const list of rowsOfMine) list.length = 0;
  for (let row = 0; row < byRow.length; row++) {
    if ((flags[row] & RowFlag.free) === 0 && buyer[row] < world.mines.length)
      rowsOfMine[buyer[row]].push(row);
  }
  const most = largestSuppliers(world.scale);
  let shares = 0;
  let mines = 0;
  for (let mine = 0; mine < world.mines.length; mine++) {
    const list = rowsOfMine[mine];
    if (list.length === 0) continue;
    let total = 0;
    largest.length = 0;
    for (const row of list) {
      const cents = rowAmount(rows, row, RowAmount.priceCents);
      const holder = supplier[row];
      total += cents;
      if (holder < 0) keepLargest(cents, most);
      else paid[holder] = paid[holder] + cents;
    }
    for (const row of list) {
      const holder = supplier[row];
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
