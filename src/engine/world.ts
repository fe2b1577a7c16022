// All state of one run. Everything here is plain data, so that a run can be saved and continued; agents are objects of one
// shape, and what each buyer knows of each supplier lies in flat tables.
import type { Buyer } from "../agents/buyer.ts";
import type { Category } from "../agents/category.ts";
import { gateCount, Origin } from "../agents/codes.ts";
import type { Contract, Lot } from "../agents/contract.ts";
import type { Mine, MineProject } from "../agents/mine.ts";
import type { Challenge } from "../agents/research.ts";
import type { Supplier } from "../agents/supplier.ts";
import { scaleFactor } from "../agents/supplier-costs.ts";
import type { SupplierColumns } from "../agents/supplier-columns.ts";
import type { ParameterValues } from "../data/parameters.ts";
import type { Institutions } from "../scenarios/institutions.ts";
import type { PolicyPatch } from "../scenarios/policy.ts";
import type { Scenario } from "../scenarios/scenario.ts";
import { monthsPerYear, toCents } from "../units.ts";
import type { SimulationEvent } from "./events.ts";
import type { Book } from "./book.ts";
import type { FunnelCounters } from "./funnel.ts";
import type { Ledger } from "./ledger.ts";
import { growRelations, type Relations } from "./relations.ts";

/** Counts of the current month. */
export interface MonthCounts {
  tenders: number;
  bids: number;
  peruvianBids: number;
  firmsLookedAt: number;
  awardsPeruvian: number;
  awardsForeign: number;
  awardsImport: number;
  emergencies: number;
  openLots: number;
  failures: number;
  newRelations: number;
  newRelationsAtNewMines: number;
  highRiskEntriesByChallenge: number;
  highRiskEntriesByTender: number;
  entries: number;
  exits: number;
  registrations: number;
  registrationsRefused: number;
  certificates: number;
  challengesArisen: number;
  challengesDisclosed: number;
  projectsStarted: number;
  projectsWithForeignPartner: number;
  projectsWithLocalUniversity: number;
  projectsWithResearchCentre: number;
  trials: number;
  adoptions: number;
  upgrades: number;
  firstExports: number;
  creditUsers: number;
}

/** Contract value put out to tender in the current month, and the part of it at mines opened during the run. */
export const Tendered = { everywhere: 0, atNewMines: 1 } as const;

/** A solution in use, which can spread to other mines. */
export interface AdoptedSolution {
  readonly challenge: Challenge;
  readonly supplier: Supplier;
  /** Whether each mine has adopted it. */
  readonly adoptedBy: boolean[];
}

/** A whole run in one value. */
export interface World {
  readonly scenario: Scenario;
  readonly root: number;
  readonly parameters: ParameterValues;
  /** Firms relative to the default population. Lumps (lots, firms, challenges) are as many times more, and smaller. */
  readonly scale: number;
  /** Lines of business per category: more with more firms, so that a tender always looks at about as many. */
  readonly lines: number;
  readonly firstMonth: number;
  month: number;

  readonly categories: readonly Category[];
  readonly buyers: readonly Buyer[];
  readonly mines: readonly Mine[];
  readonly projects: readonly MineProject[];
  /** Operating procurement of the start, at list price. */
  readonly startSpendUsdPerMonth: number;
  readonly startOutputTonnes: number;
  /** Capacity at which list prices are made, by category, US$ a month. */
  readonly referenceCapacityUsdPerMonth: readonly number[];

  logPrice: number;
  priceUsdPerLb: number;

  readonly baseline: Institutions;
  rules: Institutions;
  /** Strength in force of each policy of the scenario, and whether it has ended at a change of government. */
  readonly strengths: number[];
  readonly ended: boolean[];
  readonly patches: PolicyPatch[];

  readonly suppliers: Supplier[];
  /** What months and tenders touch of them; suppliers read and write it as properties of their own. */
  readonly columns: SupplierColumns;
  /** Ids of the Peruvian firms in the market, in order: what most of a month is about. */
  readonly peruvianFirms: number[];
  /** Ids of the firms in the market that offer a line of a category: index category × lines + line. */
  readonly bidders: number[][];
  readonly relations: Relations;
  /** Value of known tenders lost at each gate since the last review, by supplier; US$ of contract value. */
  lostUsd: Float64Array;

  readonly lots: Lot[];
  /** Lots to be tendered, by month from the first. */
  readonly dueLots: Lot[][];
  /** Contracts by their last month, from the first; some have ended before. */
  readonly lastMonths: Contract[][];
  /** Contracts in force. */
  readonly book: Book;
  nextContractId: number;
  /** Running count of firms that pass every gate, by buyer and category. */
  readonly approved: Float64Array;

  readonly challenges: Challenge[];
  nextChallengeId: number;
  /** Month until which a mine's need is locked in: mine × category × need. */
  readonly lockedUntil: Float64Array;
  /** Firms with an R&D project under way. */
  readonly researchers: Supplier[];
  readonly solutions: AdoptedSolution[];
  /** Trials at scale that the testing centre could have run and did not. */
  trialSlots: number;
  /** Mining canon that applied research has not used yet, US$. */
  canonUsd: number;

  readonly ledger: Ledger;
  readonly funnel: FunnelCounters;
  readonly counts: MonthCounts;
  /** See {@link Tendered}; US$. */
  readonly tenderedUsd: Float64Array;
  /** Null when events are off. */
  readonly events: SimulationEvent[] | null;
  /** Share of evidence and of ties left after so many months. */
  readonly evidenceLeft: Float64Array;
  /** Months of evidence that a contract in force has added after so many months. */
  readonly evidenceGained: Float64Array;
  readonly tieLeft: Float64Array;
}

/** Begins the counts of a month at zero. */
export function openCounts(world: World): void {
  Object.assign(world.counts, emptyCounts());
  world.tenderedUsd.fill(0);
}

/** Counts at zero. */
export function emptyCounts(): MonthCounts {
  return {
    tenders: 0,
    bids: 0,
    peruvianBids: 0,
    firmsLookedAt: 0,
    awardsPeruvian: 0,
    awardsForeign: 0,
    awardsImport: 0,
    emergencies: 0,
    openLots: 0,
    failures: 0,
    newRelations: 0,
    newRelationsAtNewMines: 0,
    highRiskEntriesByChallenge: 0,
    highRiskEntriesByTender: 0,
    entries: 0,
    exits: 0,
    registrations: 0,
    registrationsRefused: 0,
    certificates: 0,
    challengesArisen: 0,
    challengesDisclosed: 0,
    projectsStarted: 0,
    projectsWithForeignPartner: 0,
    projectsWithLocalUniversity: 0,
    projectsWithResearchCentre: 0,
    trials: 0,
    adoptions: 0,
    upgrades: 0,
    firstExports: 0,
    creditUsers: 0,
  };
}

/** Puts a firm into the market: the list, the tables, and the lines of business that it offers. */
export function addSupplier(world: World, supplier: Supplier): void {
  world.suppliers.push(supplier);
  growRelations(world.relations, world.suppliers.length, world.month);
  const needed = world.suppliers.length * gateCount;
  if (needed > world.lostUsd.length) {
    const wider = new Float64Array(Math.ceil(needed * 1.25));
    wider.set(world.lostUsd);
    world.lostUsd = wider;
  }
  if (supplier.origin === Origin.peruvian) world.peruvianFirms.push(supplier.id);
  for (const category of supplier.categories) biddersOf(world, category, supplier.line).push(supplier.id);
}

/** Adds a service to what a firm offers. */
export function addService(world: World, supplier: Supplier, category: number): void {
  supplier.categories.push(category);
  biddersOf(world, category, supplier.line).push(supplier.id);
}

/** Takes a firm out of the market. Its place in the list stays, so that ids never shift. */
export function removeSupplier(world: World, supplier: Supplier): void {
  if (supplier.origin === Origin.peruvian) takeOut(world.peruvianFirms, supplier.id);
  for (const category of supplier.categories) takeOut(biddersOf(world, category, supplier.line), supplier.id);
}

/** Takes an id out of a list and keeps the others in order. */
function takeOut(ids: number[], id: number): void {
  ids.splice(ids.indexOf(id), 1);
}

/** Ids of the firms that offer a line of a category. */
export function biddersOf(world: World, category: number, line: number): number[] {
  return world.bidders[category * world.lines + line];
}

/** Plans the next tender of a lot; before the first month and beyond the horizon it is not kept. */
export function schedule(world: World, lot: Lot, month: number): void {
  lot.dueMonth = month;
  const place = month - world.firstMonth;
  // A list asked for its place -1 looks for a property of that name, and so it does ever after.
  if (place >= 0 && place < world.dueLots.length) world.dueLots[place].push(lot);
}

/** Changes a firm's capacity and what follows from it. */
export function resize(world: World, supplier: Supplier, capacityUsdPerMonth: number): void {
  const category = supplier.categories[0];
  supplier.capacityUsdPerMonth = capacityUsdPerMonth;
  supplier.creditLineCents = toCents(world.parameters.creditLineMonths * capacityUsdPerMonth);
  supplier.scaleFactor = scaleFactor(
    world.categories[category],
    capacityUsdPerMonth,
    world.referenceCapacityUsdPerMonth[category],
  );
}

/** Mines in operation. */
export function operatingMines({ mines }: World): Mine[] {
  return mines.filter(({ stage }) => stage === "operation");
}

/** The mine in operation on which a uniform draw falls; each is as likely. */
export function operatingMineAt(world: World, uniform: number): Mine {
  const there = operatingMines(world);
  return there[Math.floor(uniform * there.length)];
}

/** Operating procurement of all mines now, at list price. */
export function operatingSpendUsdPerMonth(world: World): number {
  let sum = 0;
  for (const mine of world.mines) if (mine.stage === "operation") sum += mine.spendUsdPerMonth;
  return sum;
}

/** Procurement per tonne of yearly output at the start, US$ a year at list price. */
export function spendPerTonneUsd(world: World): number {
  return (world.startSpendUsdPerMonth * monthsPerYear) / world.startOutputTonnes;
}
