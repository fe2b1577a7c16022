// Phase 3. Active contracts deliver a month, well or badly, and are paid; so are their subcontractors. What buyers see of it
// becomes evidence. Every dollar is placed on the ladder of value here.
import { failureProbability } from "../../agents/belief.ts";
import { dailyRevenueUsd } from "../../agents/buyer.ts";
import { Origin, Quadrant } from "../../agents/codes.ts";
import { drawWith } from "../../random.ts";
import { centsPerUsd, toCents } from "../../units.ts";
import { RowFlag } from "../book.ts";
import { recordDelivery } from "../evidence.ts";
import { collectTax, Flow, ladderPlace, postFlow, postSpend } from "../ledger.ts";
import type { World } from "../world.ts";

export function delivery(world: World): void {
  const { byRow, rows } = world.book;
  for (let row = 0; row < byRow.length; row++) {
    if (rows.startMonth[row] > world.month) continue;
    if ((rows.flags[row] & RowFlag.imported) !== 0) deliverImport(world, row);
    else deliver(world, row);
  }
  buyFromOligopolies(world);
}

function deliverImport(world: World, row: number): void {
  const { rows } = world.book;
  const paid = rows.priceCents[row];
  const { importPerceivedFailure } = world.parameters;
  const failed = drawWith(rows.failureKey[row], world.month) < importPerceivedFailure;
  postSpend(world.ledger, rows.place[row], paid, 0, 0, 0, 0, 0, paid, 0);
  postFlow(world.ledger, Flow.paidForImports, paid);
  if ((rows.flags[row] & RowFlag.capital) !== 0) postFlow(world.ledger, Flow.capitalSpend, paid);
  if (failed) loseByFailure(world, row, 0);
}

function deliver(world: World, row: number): void {
  const { parameters, ledger, columns, month } = world;
  const { rows } = world.book;
  const supplier = rows.supplier[row];
  const probability = failureProbability(parameters, columns.technical[supplier]);
  const failed = drawWith(rows.failureKey[row], month) < probability;
  const price = rows.priceCents[row];
  const paid = failed ? price - Math.round(price * parameters.failurePenaltyShare) : price;
  // A failure stops the pay of everyone on the lot.
  const passedOn = rows.pieces[row] > 0 ? deliverPieces(world, row, failed) : 0;
  const fronting = Math.min(rows.frontingCents[row], paid - passedOn);
  const costs = passedOn + fronting + rows.costCents[row];
  const passedOnImported = rows.passedOnImportedCents[row];
  const imported = rows.importedCents[row] + passedOnImported;
  const flags = rows.flags[row];
  const knowledge = (flags & RowFlag.knowledgeIntensive) !== 0 ? 1 : 0;
  const place = rows.place[row];
  if ((flags & RowFlag.peruvian) !== 0) {
    const local = paid - imported;
    postSpend(ledger, place, paid, paid, paid, paid, local, knowledge * local, imported, 0);
    earn(world, supplier, paid, costs);
  } else {
    const profit = paid - costs;
    const remitted = profit > 0 ? Math.round(profit * (1 - parameters.taxRate)) : profit;
    const local = passedOn - passedOnImported + fronting;
    postSpend(
      ledger,
      place,
      paid,
      paid,
      0,
      passedOn + fronting,
      local,
      knowledge * local,
      imported,
      remitted,
    );
    if (profit > 0) collectTax(ledger, profit - remitted);
  }
  const { flows } = ledger;
  flows[Flow.receivedBySuppliers] = flows[Flow.receivedBySuppliers] + paid;
  flows[Flow.subcontracts] = flows[Flow.subcontracts] + passedOn;
  flows[Flow.fronting] = flows[Flow.fronting] + fronting;
  flows[Flow.preference] = flows[Flow.preference] + rows.preferenceCents[row];
  flows[Flow.savings] = flows[Flow.savings] + rows.savingCents[row];
  if ((flags & RowFlag.capital) !== 0) {
    postFlow(ledger, Flow.capitalSpend, paid);
    if ((flags & RowFlag.peruvian) !== 0) postFlow(ledger, Flow.capitalPeruvian, paid);
  }
  recordDelivery(world, rows.buyer[row], supplier, 1, failed);
  if (failed) loseByFailure(world, row, price - paid);
}

/** Second-tier firms and partners deliver their part, are paid with the contract, and are seen at a discount; cents paid. */
function deliverPieces(world: World, row: number, stopped: boolean): number {
  const { parameters, month, columns } = world;
  const { pieces, rows, piecesPerContract } = world.book;
  const buyer = rows.buyer[row];
  const start = row * piecesPerContract;
  const end = start + rows.pieces[row];
  let passedOn = 0;
  for (let place = start; place < end; place++) {
    const supplier = pieces.supplier[place];
    const probability = failureProbability(parameters, columns.technical[supplier]);
    const failed = drawWith(pieces.failureKey[place], month) < probability;
    const price = pieces.priceCents[place];
    const paid = stopped ? Math.floor(price * (1 - parameters.failurePenaltyShare)) : price;
    passedOn += paid;
    earn(world, supplier, paid, pieces.costCents[place]);
    const weight = pieces.partner[place] === 1 ? 1 : parameters.subcontractEvidenceWeight;
    recordDelivery(world, buyer, supplier, weight, failed);
  }
  return passedOn;
}

/** A Peruvian firm is paid and pays its costs; the difference is cash and taxable profit. */
function earn(world: World, id: number, paid: number, costs: number): void {
  const { cashCents, yearProfitCents, yearSalesCents, lastWorkMonth } = world.columns;
  cashCents[id] = cashCents[id] + paid - costs;
  yearProfitCents[id] = yearProfitCents[id] + paid - costs;
  yearSalesCents[id] = yearSalesCents[id] + paid;
  lastWorkMonth[id] = world.month;
}

function loseByFailure(world: World, row: number, withheldCents: number): void {
  const contract = world.book.byRow[row];
  if (contract === null) return;
  const mine = world.mines[contract.site];
  const lossUsd =
    contract.lossPerDailyRevenue * dailyRevenueUsd(mine.outputTonnesPerYear, world.priceUsdPerLb);
  postFlow(world.ledger, Flow.failureLoss, toCents(lossUsd));
  world.counts.failures += 1;
  world.events?.push({
    type: "failure",
    month: world.month,
    contract: contract.id,
    supplier: contract.supplier?.id ?? null,
    buyer: world.buyers[contract.buyer].id,
    lossUsd,
    withheldUsd: withheldCents / centsPerUsd,
  });
}

/** Fuel and utilities are bought from their few suppliers, at list price and without tenders (3.3). */
function buyFromOligopolies(world: World): void {
  const { ledger, parameters } = world;
  for (const category of world.categories) {
    if (!category.oligopolistic) continue;
    for (const mine of world.mines) {
      if (mine.stage !== "operation") continue;
      const paid = toCents(mine.spendUsd * category.spendShare);
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
      collectTax(ledger, foreignProfit - remitted + Math.round(peruvian * margin * parameters.taxRate));
    }
  }
}
