// How few suppliers a mine's spending goes to (footnote 11, ODD 9): each contract is placed with its supplier, and the
// largest suppliers of each mine are summed.
import { fullScale } from "../agents/population.ts";
import type { World } from "./world.ts";

/** Footnote 11 tells of a mine's fifty largest suppliers; a run has fewer when each of its firms stands for several. */
const largestAtFullScale = 50;

/** Suppliers that stand for the fifty largest in a run of this scale: five at the default population. */
export function largestSuppliers(scale: number): number {
  return (largestAtFullScale * scale) / fullScale;
}

/** What the suppliers of the mine at hand are paid, and which; the lists serve all mines, so that none is allocated. */
let paid = new Float64Array(0);
let sorted = new Float64Array(0);
const byMine: number[][] = [];

/**
 * Share of the contested spending of a mine that its largest suppliers receive; mean over the mines in operation, since the
 * footnote is about one mine. An import counts as a supplier of its own. Engineering firms' packages are no mine's spending.
 */
export function largestSuppliersShare(world: World): number {
  const { contracts } = world.book;
  while (byMine.length < world.mines.length) byMine.push([]);
  if (paid.length < world.suppliers.length) {
    paid = new Float64Array(2 * world.suppliers.length);
  }
  for (const list of byMine) list.length = 0;
  for (let i = 0; i < contracts.length; i++) {
    const { buyer } = contracts[i];
    if (buyer < world.mines.length) byMine[buyer].push(i);
  }
  const most = largestSuppliers(world.scale);
  let shares = 0;
  let mines = 0;
  for (let mine = 0; mine < world.mines.length; mine++) {
    const list = byMine[mine];
    if (list.length === 0) continue;
    if (sorted.length < list.length) sorted = new Float64Array(2 * list.length);
    let count = 0;
    let total = 0;
    for (const i of list) {
      const { supplier, priceCents } = contracts[i];
      total += priceCents;
      if (supplier === null) sorted[count++] = priceCents;
      else paid[supplier.id] += priceCents;
    }
    for (const i of list) {
      const { supplier } = contracts[i];
      if (supplier === null || paid[supplier.id] === 0) continue;
      sorted[count++] = paid[supplier.id];
      paid[supplier.id] = 0;
    }
    const ranked = sorted.subarray(0, count).sort();
    let largest = 0;
    // The last of them counts in part when their number is not whole.
    for (let rank = 0; rank < Math.min(most, count); rank++) {
      largest += ranked[count - 1 - rank] * Math.min(1, most - rank);
    }
    shares += largest / total;
    mines += 1;
  }
  return mines === 0 ? 0 : shares / mines;
}
