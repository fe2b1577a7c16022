// Making and ending contracts: who does what part of the work, at what price, and where the money will stand in the ledger.
import {
  ContractKind,
  Origin,
  type ContractKindCode,
  type OriginCode,
  type QuadrantCode,
} from "../agents/codes.ts";
import type { Contract, Lot } from "../agents/contract.ts";
import type { Supplier } from "../agents/supplier.ts";
import { domesticShare } from "../agents/supplier-costs.ts";
import { draw, drawPrefix, hashPair, Process, triangularFrom } from "../random.ts";
import { toCents } from "../units.ts";
import { ownEvidenceMonths, strengthenTie } from "./evidence.ts";
import {
  addPiece,
  enter,
  PieceAmount,
  pieceAmount,
  remove,
  setPieceAmount,
  sumOfPieces,
  takeRow,
} from "./book.ts";
import { lendersOf, lendersTo } from "./consortium.ts";
import { tellContract } from "./contract-events.ts";
import { ladderPlace } from "./ledger.ts";
import { stand } from "./standing.ts";
import { biddersOf, schedule, type World } from "./world.ts";

/** What a tender decided. Money is US$ a month. */
export interface Award {
  readonly kind: ContractKindCode;
  readonly supplier: Supplier | null;
  readonly priceUsdPerMonth: number;
  readonly costUsdPerMonth: number;
  readonly quadrant: QuadrantCode;
  readonly startMonth: number;
  readonly endMonth: number;
  /** Part of the lot that partners of a consortium must do, at list price. */
  readonly pooledUsdPerMonth: number;
  readonly frontingUsdPerMonth: number;
  readonly preferenceUsdPerMonth: number;
}

/** Turns an award into a contract that delivers from its first month, and plans the lot's next tender. */
export function awardLot(world: World, lot: Lot, award: Award): Contract {
  const { supplier, priceUsdPerMonth, costUsdPerMonth } = award;
  const category = world.categories[lot.category];
  const priceCents = toCents(priceUsdPerMonth);
  const { book } = world;
  const row = takeRow(book);
  if (supplier !== null) shareOut(world, lot, supplier, award, priceCents, row);
  const ownUsdPerMonth = Math.max(
    0,
    lot.valueUsdPerMonth - sumOfPieces(book, row, PieceAmount.capacityUsdPerMonth),
  );
  const costCents =
    supplier === null ? 0 : toCents((costUsdPerMonth * ownUsdPerMonth) / lot.valueUsdPerMonth);
  const domestic = supplier === null ? 0 : domesticShare(category, supplier.origin, supplier.technical);
  const origin = supplier === null ? Origin.imported : supplier.origin;
  const contract: Contract = {
    id: world.nextContractId++,
    kind: award.kind,
    lot,
    key: lot.key,
    supplier,
    buyer: lot.buyer,
    site: lot.site,
    category: lot.category,
    quadrant: award.quadrant,
    startMonth: award.startMonth,
    endMonth: award.endMonth,
    ownUsdPerMonth,
    priceCents,
    costCents,
    importedCents: Math.round(costCents * (1 - domestic)),
    subcontractCents: sumOfPieces(book, row, PieceAmount.priceCents),
    subcontractImportedCents: sumOfPieces(book, row, PieceAmount.importedCents),
    frontingCents: toCents(award.frontingUsdPerMonth),
    preferenceCents: toCents(award.preferenceUsdPerMonth),
    savingCents: 0,
    lossPerDailyRevenue:
      category.criticality * world.parameters.stoppedDaysPerFailure * lot.weightedShareOfCategory,
    place: ladderPlace(world.ledger, origin, lot.category, award.quadrant, lot.site),
    row,
    listed: -1,
  };
  lot.contract = contract;
  start(world, contract);
  schedule(world, lot, Math.min(contract.endMonth, lot.closesMonth ?? contract.endMonth) - 1);
  return contract;
}

/** Books the work and records the relation; every contract begins here, in a row that has its subcontracts already. */
export function start(world: World, contract: Contract): void {
  const { supplier, buyer, row } = contract;
  const { rows, pieces, piecesPerContract } = world.book;
  const { subcontracts, subcontractUsdPerMonth } = world.columns;
  enter(world.book, contract);
  stand(world, row, 1);
  const lastPlace = contract.endMonth - 1 - world.firstMonth;
  // Engines give up on code that asks a list for a place beyond its end, as for a contract that outlasts the run.
  if (lastPlace < world.lastMonths.length) world.lastMonths[lastPlace].push(contract);
  if (supplier !== null) {
    countNewRelation(world, contract, supplier);
    supplier.directUsdPerMonth += contract.ownUsdPerMonth;
    supplier.directContracts += 1;
    strengthenTie(world, buyer, supplier.id, 1);
  }
  const first = row * piecesPerContract;
  for (let place = first; place < first + rows.pieces[row]; place++) {
    const second = pieces.supplier[place];
    subcontractUsdPerMonth[second] =
      subcontractUsdPerMonth[second] + pieceAmount(pieces, place, PieceAmount.capacityUsdPerMonth);
    subcontracts[second] = subcontracts[second] + 1;
  }
  if (world.events !== null) tellContract(world, contract);
}

/** Ends a contract: what it booked is free again, and it leaves the book. */
export function end(world: World, contract: Contract): void {
  const { lot, row, buyer } = contract;
  const { rows, pieces, piecesPerContract } = world.book;
  const { directContracts, directUsdPerMonth, subcontracts, subcontractUsdPerMonth } = world.columns;
  if (lot !== null && lot.contract === contract) lot.contract = null;
  const supplier = rows.supplier[row];
  if (supplier >= 0) {
    directContracts[supplier] = directContracts[supplier] - 1;
    // Sums of many additions and subtractions drift in the last bits; with no contract left the truth is known.
    directUsdPerMonth[supplier] =
      directContracts[supplier] === 0 ? 0 : directUsdPerMonth[supplier] - contract.ownUsdPerMonth;
    strengthenTie(world, buyer, supplier, 1);
  }
  const first = row * piecesPerContract;
  for (let place = first; place < first + rows.pieces[row]; place++) {
    const second = pieces.supplier[place];
    subcontracts[second] = subcontracts[second] - 1;
    subcontractUsdPerMonth[second] =
      subcontracts[second] === 0
        ? 0
        : subcontractUsdPerMonth[second] - pieceAmount(pieces, place, PieceAmount.capacityUsdPerMonth);
  }
  stand(world, row, -1);
  remove(world.book, contract);
}

/** A first contract between a buyer and a firm that it has no own evidence of; counted for the check on new mines (5). */
function countNewRelation(world: World, contract: Contract, supplier: Supplier): void {
  if (contract.kind === ContractKind.emergency) return;
  if (ownEvidenceMonths(world, contract.buyer, supplier.id) > 0) return;
  world.counts.newRelations += 1;
  if (world.mines[contract.site].openedMonth !== null) world.counts.newRelationsAtNewMines += 1;
}

/** What a winner passes on, written to the row: to partners of its consortium, or to second-tier firms (3.4). */
function shareOut(
  world: World,
  lot: Lot,
  supplier: Supplier,
  award: Award,
  priceCents: number,
  row: number,
): void {
  // Free capacity is the rest of many sums: what rounding left of it is no work for a partner.
  if (toCents(award.pooledUsdPerMonth) > 0) consortium(world, lot, supplier, award, priceCents, row);
  else secondTier(world, lot, supplier, priceCents, row);
}

function consortium(
  world: World,
  lot: Lot,
  leader: Supplier,
  award: Award,
  priceCents: number,
  row: number,
): void {
  let needed = award.pooledUsdPerMonth;
  for (const { supplier, usd } of lendersTo(world, lendersOf(world, lot.category, lot.line), leader.id)) {
    if (toCents(needed) <= 0) break;
    const booked = Math.min(needed, usd);
    needed -= booked;
    const paid = Math.floor((priceCents * booked) / lot.valueUsdPerMonth);
    passOn(world, lot, row, supplier.id, booked, paid, true);
  }
}

/** Small firms work for larger ones, of whatever origin: a Peruvian winner passes on less, and only to firms below its size. */
function secondTier(world: World, lot: Lot, winner: Supplier, priceCents: number, row: number): void {
  const { parameters } = world;
  const category = world.categories[lot.category];
  const peruvian = winner.origin === Origin.peruvian;
  const multiplier =
    parameters.subcontractMultiplier *
    (lot.capital ? parameters.engineeringSubcontractMultiplier : 1) *
    (peruvian ? parameters.peruvianSubcontractFactor : 1);
  const share = Math.min(parameters.subcontractedShareMax, category.subcontractShare * multiplier);
  const count = Math.round(parameters.subcontractPieces);
  const usd = (lot.valueUsdPerMonth * share) / count;
  if (usd <= 0) return;
  const priceOfPieceCents = Math.floor((priceCents * share) / count);
  const below = peruvian ? winner.capacityUsdPerMonth : Number.POSITIVE_INFINITY;
  const found = findAblest(world, lot, usd, count, below);
  for (let i = 0; i < found; i++) {
    passOn(world, lot, row, ablest.firms[i], usd, priceOfPieceCents, false);
  }
}

/** The firms found last by {@link findAblest}, the best first; one list serves all contracts, so that none is allocated. */
const ablest = { firms: [] as number[], scores: [] as number[] };

/**
 * Lists the firms below a size that a first-tier firm prefers and says how many there are: skill decides, with a chance part,
 * for it knows those that it has worked with.
 */
function findAblest(
  world: World,
  lot: Lot,
  pieceUsd: number,
  count: number,
  belowCapacityUsdPerMonth: number,
): number {
  const { subcontractorSkillMinimum, subcontractChoiceSd } = world.parameters;
  const prefix = drawPrefix(world.root, Process.subcontractChoice, lot.key, world.month);
  const { origin, technical, capacityUsdPerMonth, directUsdPerMonth, subcontractUsdPerMonth, key } =
    world.columns;
  const { firms, scores } = ablest;
  let found = 0;
  for (const id of biddersOf(world, lot.category, lot.line)) {
    if (origin[id] !== Origin.peruvian || technical[id] < subcontractorSkillMinimum) continue;
    if (capacityUsdPerMonth[id] >= belowCapacityUsdPerMonth) continue;
    if (capacityUsdPerMonth[id] - directUsdPerMonth[id] - subcontractUsdPerMonth[id] < pieceUsd) continue;
    const score = technical[id] + subcontractChoiceSd * triangularFrom(prefix, key[id]);
    if (found === count && score <= scores[count - 1]) continue;
    // Insertion into a list of a few beats sorting all.
    let place = found === count ? count - 1 : found++;
    while (place > 0 && scores[place - 1] < score) {
      firms[place] = firms[place - 1];
      scores[place] = scores[place - 1];
      place -= 1;
    }
    firms[place] = id;
    scores[place] = score;
  }
  return found;
}

/** A part of a contract done by another firm, written to the contract's row. */
function passOn(
  world: World,
  lot: Lot,
  row: number,
  supplier: number,
  capacityUsdPerMonth: number,
  priceCents: number,
  partner: boolean,
): void {
  const { book, columns, parameters } = world;
  const costCents = Math.round(priceCents * (1 - parameters.subcontractMargin));
  const origin = columns.origin[supplier] as OriginCode;
  const domestic = domesticShare(world.categories[lot.category], origin, columns.technical[supplier]);
  const place = addPiece(book, row, supplier, hashPair(lot.key, book.rows.pieces[row]), partner);
  setPieceAmount(book.pieces, place, PieceAmount.capacityUsdPerMonth, capacityUsdPerMonth);
  setPieceAmount(book.pieces, place, PieceAmount.priceCents, priceCents);
  setPieceAmount(book.pieces, place, PieceAmount.costCents, costCents);
  setPieceAmount(book.pieces, place, PieceAmount.importedCents, Math.round(costCents * (1 - domestic)));
}

/** Months of a contract in the first round, spread so that tenders do not all fall together. */
export function firstTerm(world: World, lot: Lot, months: number): number {
  return 1 + Math.floor(draw(world.root, Process.lotFirstTerm, lot.key) * months);
}
