// What stands for the months to come must be the sum over the contracts in force, to the cent: worked out here anew.
import { workStride } from "../../agents/supplier-columns.ts";
import { RowFlag } from "../book.ts";
import { emptyBooks, Flow, type Books } from "../ledger.ts";
import { relationIndex } from "../relations.ts";
import { frontingOf, postMonth } from "../standing.ts";
import type { World } from "../world.ts";
import { dollars, type Finding } from "./violations.ts";

const name = "what-stands-is-the-contracts";
const phase = "delivery";

/** What is wrong with the standing books and with what firms are expected to earn. */
export function standingOf(world: World): Finding[] {
  const { ledger, suppliers, columns, relations } = world;
  const books = emptyBooks(ledger.categories, ledger.sites);
  const sales = new Float64Array(suppliers.length);
  const results = new Float64Array(suppliers.length);
  const work = new Uint16Array(relations.work.length);
  const workAtAll = new Uint16Array(suppliers.length * workStride);
  const employ = (buyer: number, supplier: number, kind: number) => {
    work[relationIndex(relations, buyer, supplier) * workStride + kind] += 1;
    workAtAll[supplier * workStride + kind] += 1;
  };
  const { rows, pieces, byRow, piecesPerContract } = world.book;
  byRow.forEach((contract, row) => {
    if (contract === null) return;
    postMonth(world, books, row, false, 1);
    const holder = rows.supplier[row];
    if (holder >= 0) employ(rows.buyer[row], holder, 0);
    let costs = rows.costCents[row];
    for (let i = 0; i < rows.pieces[row]; i++) {
      const place = row * piecesPerContract + i;
      const second = pieces.supplier[place];
      employ(rows.buyer[row], second, pieces.partner[place] === 1 ? 0 : 1);
      sales[second] += pieces.priceCents[place];
      results[second] += pieces.priceCents[place] - pieces.costCents[place];
      costs += pieces.priceCents[place];
    }
    if ((rows.flags[row] & RowFlag.peruvian) === 0) return;
    sales[holder] += rows.priceCents[row];
    results[holder] += rows.priceCents[row] - costs - frontingOf(world, row, false);
  });
  const findings = booksThatDiffer(ledger.standing, books);
  for (let id = 0; id < suppliers.length; id++) {
    const expected = `${dollars(sales[id])} of sales and ${dollars(results[id])} left of them`;
    const found = `${dollars(columns.monthSalesCents[id])} and ${dollars(columns.monthResultCents[id])}`;
    if (columns.monthSalesCents[id] !== sales[id] || columns.monthResultCents[id] !== results[id]) {
      findings.push({ name, phase, ids: [`supplier ${id}`], found, expected });
    }
  }
  const counts = { relations: [relations.work, work], suppliers: [columns.work, workAtAll] } as const;
  for (const [of, [kept, counted]] of Object.entries(counts)) {
    const at = counted.findIndex((count, i) => count !== kept[i]);
    if (at < 0) continue;
    const found = `${kept[at]} at place ${at} of the work of ${of}`;
    findings.push({ name, phase, ids: [], found, expected: `${counted[at]} contracts in force` });
  }
  return findings;
}

function booksThatDiffer(kept: Books, counted: Books): Finding[] {
  const sides = ["byKind", "bySite", "flows"] as const;
  return sides.flatMap((side) => {
    const at = counted[side].findIndex((cents, i) => cents !== kept[side][i]);
    if (at < 0) return [];
    const where = side === "flows" ? (Object.keys(Flow)[at] ?? at) : `place ${at} of ${side}`;
    const found = `${dollars(kept[side][at])} at ${where}`;
    const expected = `${dollars(counted[side][at])}, the sum over contracts`;
    return [{ name, phase, ids: [], found, expected }] as const;
  });
}
