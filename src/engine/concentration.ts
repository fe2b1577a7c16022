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

/**
 * Rows of contracts, mine by mine, and where each mine's end; what suppliers are paid, and the most that some are. These serve all
 * months, so that none is allocated.
 */
let rowsByMine = new Int32Array(0);
let ends = new Int32Array(0);
let paid = new Float64Array(0);
const largest: number[] = [];

/**
 * Share of the contested spending of a mine that its largest suppliers receive; mean over the mines in operation, since the
 * footnote is about one mine. An import counts as a supplier of its own. Engineering firms' packages are no mine's spending.
 */
export function largestSuppliersShare(world: World): number {
  const { rows } = world.book;
  const { supplier } = rows;
  if (paid.length < world.suppliers.length) paid = new Float64Array(2 * world.suppliers.length);
  sortRows(world);
  const most = largestSuppliers(world.scale);
  let shares = 0;
  let mines = 0;
  for (let mine = 0; mine < world.mines.length; mine++) {
    const from = mine === 0 ? 0 : ends[mine - 1];
    if (from === ends[mine]) continue;
    let total = 0;
    largest.length = 0;
    for (let i = from; i < ends[mine]; i++) {
      const row = rowsByMine[i];
      const cents = rowAmount(rows, row, RowAmount.priceCents);
      const holder = supplier[row];
      total += cents;
      if (holder < 0) keepLargest(cents, most);
      else paid[holder] = paid[holder] + cents;
    }
    for (let i = from; i < ends[mine]; i++) {
      const holder = supplier[rowsByMine[i]];
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

/** Sorts the rows of the contracts that mines have in force by mine, each mine's in their order. */
function sortRows({ book, mines }: World): void {
  const { byRow, rows } = book;
  const { buyer, flags } = rows;
  if (ends.length < mines.length + 1) ends = new Int32Array(mines.length + 1);
  if (rowsByMine.length < byRow.length) rowsByMine = new Int32Array(2 * byRow.length);
  const isMines = (row: number) => (flags[row] & RowFlag.free) === 0 && buyer[row] < mines.length;
  ends.fill(0);
  for (let row = 0; row < byRow.length; row++) if (isMines(row)) ends[buyer[row] + 1] += 1;
  for (let mine = 0; mine < mines.length; mine++) ends[mine + 1] += ends[mine];
  // What began as each mine's start is its end when all its rows are placed.
  for (let row = 0; row < byRow.length; row++) if (isMines(row)) rowsByMine[ends[buyer[row]]++] = row;
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
