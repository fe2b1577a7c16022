// What stands for the months to come must be the sum over the contracts in force, to the cent: worked out here anew.
import { RecordField, recordStride } from "../../agents/supplier-columns.ts";
import { PieceAmount, pieceAmount, RowAmount, rowAmount, RowFlag } from "../book.ts";
import { Books, Flow } from "../ledger.ts";
import { EvidenceField, evidenceStride, relationIndex } from "../relations.ts";
import { frontingOf, postMonth } from "../standing.ts";
import type { World } from "../world.ts";
import { dollars, type Finding } from "./violations.ts";

const name = "what-stands-is-the-contracts";
const phase = "delivery";

/** What is wrong with the standing books and with what firms are expected to earn. */
export function standingOf(world: World): Finding[] {
  const { ledger, suppliers, columns, relations } = world;
  const books = new Books(ledger.categories, ledger.sites);
  const sales = new Float64Array(suppliers.length);
  const results = new Float64Array(suppliers.length);
  const pairs = relations.evidence.length / evidenceStride;
  const direct = new Uint16Array(pairs);
  const second = new Uint16Array(pairs);
  const directAtAll = new Uint16Array(suppliers.length);
  const secondAtAll = new Uint16Array(suppliers.length);
  const employ = (buyer: number, supplier: number, directly: boolean) => {
    (directly ? direct : second)[relationIndex(relations, buyer, supplier)] += 1;
    (directly ? directAtAll : secondAtAll)[supplier] += 1;
  };
  const { rows, pieces, byRow, piecesPerContract } = world.book;
  byRow.forEach((contract, row) => {
    if (contract === null) return;
    postMonth(world, books, row, false, 1);
    const holder = rows.supplier[row];
    if (holder >= 0) employ(rows.buyer[row], holder, true);
    let costs = rowAmount(rows, row, RowAmount.costCents);
    for (let i = 0; i < rows.pieces[row]; i++) {
      const place = row * piecesPerContract + i;
      const passedTo = pieces.supplier[place];
      employ(rows.buyer[row], passedTo, pieces.partner[place] === 1);
      sales[passedTo] += pieceAmount(pieces, place, PieceAmount.priceCents);
      results[passedTo] +=
        pieceAmount(pieces, place, PieceAmount.priceCents) -
        pieceAmount(pieces, place, PieceAmount.costCents);
      costs += pieceAmount(pieces, place, PieceAmount.priceCents);
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
  const { evidence } = relations;
  const { record } = columns;
  const counts = {
    "direct work of pairs": [direct, evidence, evidenceStride, EvidenceField.directWork],
    "subcontracts of pairs": [second, evidence, evidenceStride, EvidenceField.subcontractWork],
    "direct work of suppliers": [directAtAll, record, recordStride, RecordField.directWork],
    "subcontracts of suppliers": [secondAtAll, record, recordStride, RecordField.subcontractWork],
  } as const;
  for (const [of, [counted, kept, stride, field]] of Object.entries(counts)) {
    const at = counted.findIndex((count, i) => count !== kept[i * stride + field]);
    if (at < 0) continue;
    const found = `${kept[at * stride + field]} at place ${at} of the ${of}`;
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
