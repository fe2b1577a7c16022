// Phase 7. Fixed costs, other sectors, exports, tax and credit at the year's end, exit and entry.
import { pickCategory } from "../../agents/category.ts";
import { Origin, originNames } from "../../agents/codes.ts";
import { entrantKey, foundSupplier, startupKey, supplierName } from "../../agents/population.ts";
import { appliesForCredit, researchCreditUsd } from "../../agents/research.ts";
import type { ReasonToLeave, Supplier } from "../../agents/supplier.ts";
import { domesticShare } from "../../agents/supplier-costs.ts";
import { exportedUsdPerMonth, exportsUsdPerMonth } from "../../agents/supplier-limits.ts";
import { draw, drawPrefix, poissonFrom, Process, triangularFrom } from "../../random.ts";
import { centsPerUsd, endsYear, monthsPerYear, toCents, yearOfMonth } from "../../units.ts";
import { piecesOf, takeOver, type Book } from "../book.ts";
import { tellEnd, tellTakeOver } from "../contract-events.ts";
import { end } from "../contracts.ts";
import { tieOfFounder } from "../founders.ts";
import { tellDividend, tellExport, tellFirmMonth, tellTax } from "../firm-events.ts";
import { collectTax, Flow, postFlow } from "../ledger.ts";
import { dropFinished } from "../research-projects.ts";
import { stand } from "../standing.ts";
import { payFor } from "../treasury.ts";
import { addSupplier, operatingSpendUsdPerMonth, removeSupplier, schedule, type World } from "../world.ts";

export function finance(world: World): void {
  const { exporting } = world.columns;
  runTheFirms(world);
  for (const id of world.peruvianFirms) if (exporting[id] === 1) sellAbroad(world, world.suppliers[id]);
  if (endsYear(world.month)) for (const id of world.peruvianFirms) payTax(world, world.suppliers[id]);
  payOwners(world);
  const workLeft = leaveTheMarket(world);
  if (workLeft) windUp(world);
  enter(world);
}

/** Fixed costs, what other sectors buy of the capacity that mines and exports leave, and interest on money owed. */
function runTheFirms(world: World): void {
  const { parameters } = world;
  const { otherSectorsSd, otherSectorsMargin, overheadShare, borrowingRate } = parameters;
  const {
    key,
    capacityUsdPerMonth,
    directUsdPerMonth,
    subcontractUsdPerMonth,
    otherSectorsShare,
    exporting,
  } = world.columns;
  const { cashCents, yearProfitCents, yearSalesCents } = world.columns;
  const prefix = drawPrefix(world.root, Process.otherSectors, world.month, 0);
  for (const id of world.peruvianFirms) {
    const capacity = capacityUsdPerMonth[id];
    const idleUsd = Math.max(0, capacity - directUsdPerMonth[id] - subcontractUsdPerMonth[id]);
    const abroadUsd = exporting[id] === 1 ? exportedUsdPerMonth(parameters, capacity, idleUsd) : 0;
    const soldUsd = (idleUsd - abroadUsd) * otherSectorsShare[id];
    const margin = otherSectorsMargin + otherSectorsSd * triangularFrom(prefix, key[id]);
    const interest = cashCents[id] < 0 ? Math.round(-cashCents[id] * borrowingRate) : 0;
    const result = toCents(soldUsd * margin - overheadShare * capacity) - interest;
    cashCents[id] = cashCents[id] + result;
    yearProfitCents[id] = yearProfitCents[id] + result;
    yearSalesCents[id] = yearSalesCents[id] + toCents(soldUsd);
    if (world.events !== null) {
      tellFirmMonth(world, id, toCents(soldUsd), toCents(overheadShare * capacity), interest, result);
    }
  }
}

/** Exports that insertion opened: domestic value in their cost, and the profit, stay in the country. */
function sellAbroad(world: World, supplier: Supplier): void {
  const { parameters, ledger } = world;
  const revenue = toCents(exportsUsdPerMonth(parameters, supplier));
  const profit = Math.round(revenue * parameters.exportMargin);
  const category = world.categories[supplier.categories[0]];
  const local =
    Math.round((revenue - profit) * domesticShare(category, supplier.origin, supplier.technical)) + profit;
  supplier.cashCents += profit;
  supplier.yearProfitCents += profit;
  supplier.yearSalesCents += revenue;
  postFlow(ledger, Flow.exports, revenue);
  postFlow(ledger, Flow.exportLocalValue, local);
  if (world.events !== null) tellExport(world, supplier.id, revenue, profit, local);
}

/** Tax on the year's profit, lowered by the R&D credit for firms that know of it and got through the paperwork. */
function payTax(world: World, supplier: Supplier): void {
  const { parameters, ledger, rules } = world;
  const owed = Math.round(Math.max(0, supplier.yearProfitCents) * parameters.taxRate);
  const credit = creditCents(world, supplier);
  // The credit reduces the tax owed; without profit it is worth nothing, unless the rest is refunded (footnote 18).
  const used = Math.min(owed, credit);
  const refunded = Math.round((credit - used) * rules.rdCredit.refundableShare);
  if (used + refunded > 0) {
    world.counts.creditUsers += 1;
    postFlow(ledger, Flow.researchCredit, used + refunded);
    payFor(world, "rd-credit", "tax-credit", supplier.id, used + refunded);
  }
  collectTax(ledger, owed);
  if (world.events !== null) tellTax(world, supplier, owed, used, refunded);
  supplier.cashCents += used + refunded - owed;
  supplier.lastYearProfitCents = supplier.yearProfitCents;
  supplier.yearProfitCents = 0;
  supplier.yearSalesCents = 0;
  supplier.yearResearchCents = 0;
  supplier.yearResearchAbroadCents = 0;
}

function creditCents(world: World, supplier: Supplier): number {
  if (supplier.yearResearchCents === 0) return 0;
  if (!appliesForCredit(world.rules, world.root, supplier.key)) return 0;
  const review = draw(world.root, Process.creditReview, supplier.key, 0, yearOfMonth(world.month));
  if (review >= world.rules.rdCredit.approvalShare) return 0;
  const sales = supplier.yearSalesCents / centsPerUsd;
  const research = supplier.yearResearchCents / centsPerUsd;
  const abroad = supplier.yearResearchAbroadCents / centsPerUsd;
  return toCents(
    researchCreditUsd(world.rules, world.parameters.taxRate, sales, research, abroad, world.scale),
  );
}

/** What a firm does not need it pays to its owners, who live in Peru. */
function payOwners(world: World): void {
  const { retainedCashMonths } = world.parameters;
  const { cashCents, capacityUsdPerMonth } = world.columns;
  for (const id of world.peruvianFirms) {
    const cash = cashCents[id];
    const kept = toCents(retainedCashMonths * capacityUsdPerMonth[id]);
    if (cash <= kept) continue;
    if (world.events !== null) tellDividend(world, id, cash - kept);
    cashCents[id] = kept;
  }
}

/** Firms that cannot pay, find no work or are taken away by a shock leave; says whether any of them had work. */
function leaveTheMarket(world: World): boolean {
  const { directContracts, subcontracts } = world.columns;
  let workLeft = false;
  for (const id of inDanger(world)) {
    const reason = reasonToLeave(world, id);
    if (reason === null) continue;
    workLeft ||= directContracts[id] + subcontracts[id] > 0;
    leave(world, world.suppliers[id], reason);
  }
  for (const shock of world.scenario.shocks) {
    if (shock.kind !== "supplier-exit" || shock.month !== world.month) continue;
    const supplier = world.suppliers.find(
      ({ name, inMarket: present }) => name === shock.supplier && present,
    );
    if (supplier === undefined) continue;
    workLeft ||= supplier.directContracts + supplier.subcontracts > 0;
    leave(world, supplier, "shock");
  }
  return workLeft;
}

/** Firms that owe more than their credit line, or had no work for long. */
function inDanger({ columns, peruvianFirms, parameters, month }: World): number[] {
  const { cashCents, creditLineCents, lastWorkMonth } = columns;
  const idleSince = month - parameters.leaveAfterIdleMonths;
  const firms: number[] = [];
  for (const id of peruvianFirms) {
    const owes = cashCents[id] < -creditLineCents[id];
    if (owes || lastWorkMonth[id] <= idleSince) firms.push(id);
  }
  return firms;
}

/** Why a firm in danger leaves, if it does: one that does not owe too much has had no work for long. */
function reasonToLeave(world: World, id: number): ReasonToLeave | null {
  const { parameters, month, columns } = world;
  if (columns.cashCents[id] < -columns.creditLineCents[id]) return "bankrupt";
  const busy =
    columns.directContracts[id] + columns.subcontracts[id] > 0 || world.suppliers[id].project !== null;
  if (busy) return null;
  return draw(world.root, Process.firmExit, columns.key[id], 0, month) < parameters.leaveProbability
    ? "left-mining"
    : null;
}

function leave(world: World, supplier: Supplier, reason: ReasonToLeave): void {
  supplier.leave(world.month, reason);
  removeSupplier(world, supplier);
  dropFinished(world);
  if (supplier.origin === Origin.peruvian) world.counts.exits += 1;
  world.events?.push({ type: "exit", month: world.month, supplier: supplier.id, reason });
}

/** Contracts of firms that left end, and their lots are open at once; first-tier firms take their subcontracts over. */
function windUp(world: World): void {
  const { byRow } = world.book;
  const { inMarket } = world.columns;
  const hasLeft = (supplier: number) => inMarket[supplier] === 0;
  for (let row = 0; row < byRow.length; row++) {
    const contract = byRow[row];
    if (contract === null) continue;
    // A consortium falls apart with a partner: its leader could not carry the lot alone.
    const partnerLeft = anyLeft(world.book, row, hasLeft, true);
    if (partnerLeft || (contract.supplier !== null && hasLeft(contract.supplier.id))) {
      end(world, contract);
      if (world.events !== null) tellEnd(world, contract, partnerLeft ? "partner-left" : "holder-left");
      if (contract.lot !== null) schedule(world, contract.lot, world.month + 1);
    } else if (anyLeft(world.book, row, hasLeft, false)) {
      stand(world, row, -1);
      if (world.events !== null) {
        for (const { supplier } of piecesOf(world.book, row)) {
          if (hasLeft(supplier)) tellTakeOver(world, contract, supplier);
        }
      }
      takeOver(world.book, row, hasLeft);
      stand(world, row, 1);
    }
  }
}

/** Whether a firm has left that does a part of a contract, or that is a partner in it. */
function anyLeft(
  { rows, pieces, piecesPerContract }: Book,
  row: number,
  hasLeft: (supplier: number) => boolean,
  partnersOnly: boolean,
): boolean {
  const start = row * piecesPerContract;
  for (let place = start; place < start + rows.pieces[row]; place++) {
    if (partnersOnly && pieces.partner[place] === 0) continue;
    if (hasLeft(pieces.supplier[place])) return true;
  }
  return false;
}

/** New Peruvian firms, as many as demand draws, and the start-ups that grants bring about (Table A2). */
function enter(world: World): void {
  const { parameters, rules, month, root, scale } = world;
  const demand = operatingSpendUsdPerMonth(world) / world.startSpendUsdPerMonth;
  const mean = parameters.entryPerMonth * scale * demand;
  const count = poissonFrom(draw(root, Process.firmEntry, 0, 0, month), mean);
  for (let ordinal = 0; ordinal < count; ordinal++) {
    found(world, entrantKey(month, ordinal), `m${month}-${ordinal + 1}`);
  }
  const { startupsPerYear, startupGrantUsd } = rules.finance;
  if (startupsPerYear === 0) return;
  const startups = poissonFrom(
    draw(root, Process.startupEntry, 0, 0, month),
    (startupsPerYear / monthsPerYear) * scale,
  );
  for (let ordinal = 0; ordinal < startups; ordinal++) {
    const grant = toCents(startupGrantUsd / scale);
    const startup = found(world, startupKey(month, ordinal), `start-up m${month}-${ordinal + 1}`);
    startup.cashCents += grant;
    postFlow(world.ledger, Flow.grants, grant);
    payFor(world, "startup-grants", "startup-grant", startup.id, grant);
  }
}

/** Founds a firm. */
function found(world: World, key: number, label: string): Supplier {
  const { parameters, month, root } = world;
  // Entrants choose categories as the firms of the start are spread.
  const chosen = draw(root, Process.firmOrigin, key, 0);
  const category = pickCategory(world.categories, ({ firmsPeruvian }) => firmsPeruvian, chosen);
  world.columns.grow(world.suppliers.length + 1);
  const supplier = foundSupplier(world.columns, root, parameters, {
    id: world.suppliers.length,
    key,
    name: supplierName(Origin.peruvian, category, label),
    origin: Origin.peruvian,
    category,
    line: Math.floor(draw(root, Process.firmOrigin, key, 1) * world.lines),
    month,
    entrant: true,
    scale: world.scale,
    referenceCapacityUsdPerMonth: world.referenceCapacityUsdPerMonth[category.index],
  });
  addSupplier(world, supplier);
  world.counts.entries += 1;
  const founderTie = tieOfFounder(world, supplier);
  world.events?.push({
    type: "entry",
    month,
    supplier: supplier.id,
    name: supplier.name,
    origin: originNames[Origin.peruvian],
    category: category.id,
    founderTie: founderTie?.id ?? null,
    cashUsd: supplier.cashCents / centsPerUsd,
  });
  return supplier;
}
