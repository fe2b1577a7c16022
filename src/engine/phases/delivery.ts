// Phase 3. Active contracts deliver a month, well or badly, and are paid; so are their subcontractors. What buyers see of it
// becomes evidence. Every dollar is placed on the ladder of value here.
import { failureProbability } from "../../agents/belief.ts";
import { dailyRevenueUsd } from "../../agents/buyer.ts";
import { Origin, Quadrant } from "../../agents/codes.ts";
import { RecordField, recordStride } from "../../agents/supplier-columns.ts";
import { drawWith } from "../../random.ts";
import { centsPerUsd, toCents } from "../../units.ts";
import { RowFlag } from "../book.ts";
import { tellFailure } from "../contract-events.ts";
import { recordMonths } from "../evidence.ts";
import { collectTax, Flow, ladderPlace, postFlow, postSpend, postStanding } from "../ledger.ts";
import { frontingOf, paidOf, piecePaidOf, postMonth } from "../standing.ts";
import type { World } from "../world.ts";

export function delivery(world: World): void {
  const worstFirm = payForWork(world);
  postStanding(world.ledger);
  const { rows, byRow, pieces, piecesPerContract } = world.book;
  const { failureProbability: chance } = world.columns;
  const { importPerceivedFailure } = world.parameters;
  const { flags, failureKey, supplier, pieces: piecesOfRow } = rows;
  const { failureKey: keyOfPiece } = pieces;
  const { month } = world;
  // Most draws lie above everybody's chance: then nobody need be looked up.
  const worst = Math.max(worstFirm, importPerceivedFailure);
  for (let row = 0; row < byRow.length; row++) {
    if ((flags[row] & RowFlag.free) !== 0) continue;
    const uniform = drawWith(failureKey[row], month);
    if (uniform < worst) {
      const holder = supplier[row];
      const failed = holder < 0 ? uniform < importPerceivedFailure : uniform < chance[holder];
      if (failed) failToDeliver(world, row);
    }
    const start = row * piecesPerContract;
    const end = start + piecesOfRow[row];
    for (let place = start; place < end; place++) {
      const second = drawWith(keyOfPiece[place], month);
      if (second < worst && second < chance[pieces.supplier[place]]) failAsSecond(world, row, place);
    }
  }
  buyFromOligopolies(world);
}

/**
 * Firms with work are paid and pay their costs as if nothing failed; the difference is cash and taxable profit. Returns the
 * highest probability of failing among them.
 */
function payForWork({ columns, suppliers, parameters, month }: World): number {
  const { record, technical, failureProbability: chance, deliveries, lastWorkMonth } = columns;
  const { cashCents, yearProfitCents, yearSalesCents, monthResultCents, monthSalesCents } = columns;
  let worst = 0;
  for (let id = 0; id < suppliers.length; id++) {
    const at = id * recordStride;
    const contracts = record[at + RecordField.directWork] + record[at + RecordField.subcontractWork];
    if (contracts === 0) continue;
    chance[id] = failureProbability(parameters, technical[id]);
    worst = Math.max(worst, chance[id]);
    deliveries[id] = deliveries[id] + contracts;
    lastWorkMonth[id] = month;
    cashCents[id] = cashCents[id] + monthResultCents[id];
    yearProfitCents[id] = yearProfitCents[id] + monthResultCents[id];
    yearSalesCents[id] = yearSalesCents[id] + monthSalesCents[id];
  }
  return worst;
}

/** A bad month instead of the good one that was posted: less is paid, to all on the lot, and the buyer has seen it. */
function failToDeliver(world: World, row: number): void {
  const { book, ledger } = world;
  const { rows, pieces, piecesPerContract } = book;
  loseByFailure(world, row);
  const holder = rows.supplier[row];
  if (holder < 0) return;
  const withheld = paidOf(world, row, true) - paidOf(world, row, false);
  postMonth(world, ledger, row, false, -1);
  postMonth(world, ledger, row, true, 1);
  const start = row * piecesPerContract;
  let lost = withheld + frontingOf(world, row, false) - frontingOf(world, row, true);
  for (let place = start; place < start + rows.pieces[row]; place++) {
    const less = piecePaidOf(world, place, true) - piecePaidOf(world, place, false);
    lose(world, pieces.supplier[place], less, less);
    lost -= less;
  }
  if ((rows.flags[row] & RowFlag.peruvian) !== 0) lose(world, holder, withheld, lost);
  noteFailure(world, rows.buyer[row], holder, 1);
}

/** A second-tier firm or partner fails: the holder answers for the lot, and its buyer sees who it was. */
function failAsSecond(world: World, row: number, place: number): void {
  const { rows, pieces } = world.book;
  const weight = pieces.partner[place] === 1 ? 1 : world.parameters.subcontractEvidenceWeight;
  noteFailure(world, rows.buyer[row], pieces.supplier[place], weight);
  const { events, month, book, buyers } = world;
  const contract = book.byRow[row];
  if (events === null || contract === null) return;
  events.push({
    type: "subcontract-failure",
    month,
    contract: contract.id,
    supplier: pieces.supplier[place],
    buyer: buyers[contract.buyer].id,
    partner: pieces.partner[place] === 1,
  });
}

function lose({ columns }: World, id: number, sales: number, result: number): void {
  const { cashCents, yearProfitCents, yearSalesCents } = columns;
  cashCents[id] = cashCents[id] + result;
  yearProfitCents[id] = yearProfitCents[id] + result;
  yearSalesCents[id] = yearSalesCents[id] + sales;
}

/** Evidence counts the month as good until it is known to have failed. */
function noteFailure(world: World, buyer: number, supplier: number, weight: number): void {
  recordMonths(world, buyer, supplier, -weight, weight);
  const { failures } = world.columns;
  failures[supplier] = failures[supplier] + 1;
}

function loseByFailure(world: World, row: number): void {
  const contract = world.book.byRow[row];
  if (contract === null) return;
  const mine = world.mines[contract.site];
  const lossUsd =
    contract.lossPerDailyRevenue * dailyRevenueUsd(mine.outputTonnesPerYear, world.priceUsdPerLb);
  const lossCents = toCents(lossUsd);
  postFlow(world.ledger, Flow.failureLoss, lossCents);
  world.counts.failures += 1;
  if (world.events !== null) tellFailure(world, contract, lossCents);
}

/** Fuel and utilities are bought from their few suppliers, at list price and without tenders (3.3). */
function buyFromOligopolies(world: World): void {
  const { ledger, parameters, events, month } = world;
  for (const category of world.categories) {
    if (!category.oligopolistic) continue;
    for (const mine of world.mines) {
      if (mine.stage !== "operation") continue;
      const paid = toCents(mine.spendUsdPerMonth * category.spendShare);
      const peruvian = Math.round(paid * category.peruvianShare);
      const foreign = paid - peruvian;
      const margin = parameters.markupFloor / (1 + parameters.markupFloor);
      const peruvianImported = Math.round(peruvian * (1 - margin) * (1 - category.domesticSharePeruvian));
      const foreignImported = Math.round(foreign * (1 - margin) * (1 - category.domesticShareForeign));
      const foreignProfit = Math.round(foreign * margin);
      const remitted = Math.round(foreignProfit * (1 - parameters.taxRate));
      const at = (origin: number) =>
        ladderPlace(ledger, origin, category.index, Quadrant.uncontested, mine.index);
      const local = peruvian - peruvianImported;
      postSpend(
        ledger,
        at(Origin.peruvian),
        peruvian,
        peruvian,
        peruvian,
        peruvian,
        local,
        0,
        peruvianImported,
        0,
      );
      postSpend(ledger, at(Origin.global), foreign, foreign, 0, 0, 0, 0, foreignImported, remitted);
      postFlow(ledger, Flow.receivedByOligopolies, paid);
      const tax = foreignProfit - remitted + Math.round(peruvian * margin * parameters.taxRate);
      collectTax(ledger, tax);
      events?.push({
        type: "oligopoly-purchase",
        month,
        mine: mine.id,
        category: category.id,
        peruvianUsd: peruvian / centsPerUsd,
        peruvianImportedUsd: peruvianImported / centsPerUsd,
        foreignUsd: foreign / centsPerUsd,
        foreignImportedUsd: foreignImported / centsPerUsd,
        remittedUsd: remitted / centsPerUsd,
        taxUsd: tax / centsPerUsd,
      });
    }
  }
}
