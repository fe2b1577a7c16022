// All state of one run. Everything here is plain data, so that a run can be saved and continued; agents are objects of one
// shape, and what each buyer knows of each supplier lies in flat tables.
import { gainedTable, retentionTable } from "../agents/belief.ts";
import type { Buyer } from "../agents/buyer.ts";
import { categoriesOf, type Category } from "../agents/category.ts";
import { gateCount, Origin } from "../agents/codes.ts";
import type { Contract, Lot } from "../agents/contract.ts";
import { needsPerCategory, type Mine, type MineProject } from "../agents/mine.ts";
import { referenceCapacityUsdPerMonth } from "../agents/population.ts";
import type { Challenge } from "../agents/research.ts";
import type { Supplier } from "../agents/supplier.ts";
import { scaleFactor } from "../agents/supplier-costs.ts";
import { SupplierColumns } from "../agents/supplier-columns.ts";
import { ln } from "../arithmetic.ts";
import { defaultPopulation } from "../data/category-tables.ts";
import type { ParameterValues } from "../data/parameters.ts";
import { rootKey } from "../random.ts";
import { baselineInstitutions, type Institutions } from "../scenarios/institutions.ts";
import { parametersOf, valuesOver } from "../scenarios/pack-choice.ts";
import type { PolicyPatch } from "../scenarios/policy.ts";
import type { Scenario } from "../scenarios/scenario.ts";
import { monthsPerYear, toCents } from "../units.ts";
import { Book } from "./book.ts";
import type { SimulationEvent } from "./events.ts";
import { FunnelCounters } from "./funnel.ts";
import { Ledger } from "./ledger.ts";
import { emptyListOf } from "./empty-list.ts";
import { emptyCounts } from "./month-counts.ts";
import { createEngineeringFirms, createMines, createProjects, outputOf } from "./portfolio.ts";
import { growRelations, Relations } from "./relations.ts";

/** Contract value put out to tender in the current month, and the part of it at mines opened during the run. */
export const Tendered = { everywhere: 0, atNewMines: 1 } as const;

/** A solution in use, which can spread to other mines. */
export interface AdoptedSolution {
  readonly challenge: Challenge;
  readonly supplier: Supplier;
  /** Whether each mine has adopted it. */
  readonly adoptedBy: boolean[];
}

/** Rules before there are any. */
const nothing = {} as Institutions;

/**
 * A whole run in one value. It is a class, as are its tables, for what engines know of an object's fields: of what a literal makes they
 * forget it when the literal is evaluated again, and with it all code that they compiled during the first run. What changes in a run
 * has a value before its first one: a field that is set once is taken for constant, and one that held whole numbers for one that
 * always will, until something else comes and that code goes as well.
 */
export class World {
  readonly scenario: Scenario;
  readonly root: number;
  readonly parameters: ParameterValues;
  /** Firms relative to the default population. Lumps (lots, firms, challenges) are as many times more, and smaller. */
  readonly scale: number;
  /** Lines of business per category: more with more firms, so that a tender always looks at about as many. */
  readonly lines: number;
  readonly firstMonth: number;
  /** The month last run. */
  month = 0;

  readonly categories: readonly Category[];
  readonly buyers: readonly Buyer[];
  readonly mines: readonly Mine[];
  readonly projects: readonly MineProject[];
  /** Operating procurement of the start, at list price. */
  readonly startSpendUsdPerMonth: number;
  readonly startOutputTonnes: number;
  /** Capacity at which list prices are made, by category, US$ a month. */
  readonly referenceCapacityUsdPerMonth: readonly number[];

  logPrice = Number.NaN;
  priceUsdPerLb = Number.NaN;

  readonly baseline: Institutions;
  rules: Institutions = nothing;
  /** Strength in force of each policy of the scenario, and whether it has ended at a change of government. */
  readonly strengths: number[];
  readonly ended: boolean[];
  readonly patches = emptyListOf<PolicyPatch>();

  readonly suppliers = emptyListOf<Supplier>();
  /** What months and tenders touch of them; suppliers read and write it as properties of their own. */
  readonly columns: SupplierColumns;
  /** Ids of the Peruvian firms in the market, in order: what most of a month is about. */
  readonly peruvianFirms: number[] = [];
  /** Ids of the firms in the market that offer a line of a category: index category × lines + line. */
  readonly bidders: number[][];
  readonly relations: Relations;
  /** Value of known tenders lost at each gate since the last review, by supplier; US$ of contract value. */
  lostUsd: Float64Array;

  readonly lots = emptyListOf<Lot>();
  /** Lots to be tendered, by month from the first. */
  readonly dueLots: Lot[][];
  /** Contracts by their last month, from the first; some have ended before. */
  readonly lastMonths: Contract[][];
  /** Contracts in force. */
  readonly book: Book;
  nextContractId = 0;
  /** Running count of firms that pass every gate, by buyer and category. */
  readonly approved: Float64Array;

  readonly challenges = emptyListOf<Challenge>();
  nextChallengeId = 0;
  /** Month until which a mine's need is locked in: mine × category × need. */
  readonly lockedUntil: Float64Array;
  /** Firms with an R&D project under way. */
  readonly researchers = emptyListOf<Supplier>();
  readonly solutions = emptyListOf<AdoptedSolution>();
  /** Trials at scale that the testing centre could have run and did not. */
  trialSlots = Number.NaN;
  /** Mining canon that applied research has not used yet, US$. */
  canonUsd = Number.NaN;

  readonly ledger: Ledger;
  readonly funnel: FunnelCounters;
  readonly counts = emptyCounts();
  /** See {@link Tendered}; US$. */
  readonly tenderedUsd = new Float64Array(Object.keys(Tendered).length);
  /** Null when events are off. */
  readonly events: SimulationEvent[] | null = null;
  /** Share of evidence and of ties left after so many months. */
  readonly evidenceLeft: Float64Array;
  /** Months of evidence that a contract in force has added after so many months. */
  readonly evidenceGained: Float64Array;
  readonly tieLeft: Float64Array;

  /** A country without firms and lots, one month before the first. */
  constructor(scenario: Scenario, seed: string | number, everyGate: boolean) {
    const { pack, policies } = scenario;
    const root = rootKey(seed);
    const parameters = parametersOf(scenario);
    const scale = scenario.population / defaultPopulation;
    const firstMonth = -scenario.burnInMonths;
    const months = scenario.burnInMonths + scenario.months;
    const categories = categoriesOf(valuesOver(pack, scenario.parameters));
    const lines = Math.max(1, Math.round(scale * parameters.linesPerCategory));
    const mines = createMines(parameters, pack);
    const engineeringFirms = createEngineeringFirms(parameters, mines.length);
    const buyers = mines.length + engineeringFirms.length;
    const firms = Math.ceil(
      expectedFirms(categories, scale) +
        pack.suppliers.length +
        parameters.entryPerMonth * scale * months * 1.5,
    );
    const pieces = Math.max(parameters.subcontractPieces, parameters.consortiumPartners);

    this.scenario = scenario;
    this.root = root;
    this.parameters = parameters;
    this.scale = scale;
    this.lines = lines;
    this.firstMonth = firstMonth;
    this.month = firstMonth - 1;
    this.categories = categories;
    this.buyers = [...mines, ...engineeringFirms];
    this.mines = mines;
    this.projects = createProjects(root, scenario, mines, engineeringFirms);
    this.startSpendUsdPerMonth = mines.reduce((sum, { spendUsdPerMonth }) => sum + spendUsdPerMonth, 0);
    this.startOutputTonnes = outputOf(pack);
    this.referenceCapacityUsdPerMonth = categories.map((category) =>
      referenceCapacityUsdPerMonth(parameters, category, scale),
    );
    this.logPrice = ln(parameters.priceLongRunMeanUsdPerLb);
    this.priceUsdPerLb = parameters.priceLongRunMeanUsdPerLb;
    this.baseline = baselineInstitutions(parameters);
    this.rules = this.baseline;
    this.strengths = policies.map(() => 0);
    this.ended = policies.map(() => false);
    this.columns = new SupplierColumns(firms);
    this.bidders = Array.from({ length: categories.length * lines }, () => []);
    this.relations = new Relations(buyers, firms, this.month);
    this.lostUsd = new Float64Array(firms * gateCount);
    this.dueLots = Array.from({ length: months }, () => emptyListOf<Lot>());
    this.lastMonths = Array.from({ length: months }, () => emptyListOf<Contract>());
    this.book = new Book(root, Math.round(pieces));
    this.approved = new Float64Array(buyers * categories.length).fill(parameters.difficultyHalvingSuppliers);
    this.lockedUntil = new Float64Array(
      mines.length * categories.length * needsPerCategory(parameters, scale),
    ).fill(firstMonth);
    this.trialSlots = 0;
    this.canonUsd = 0;
    this.ledger = new Ledger(categories.length, mines.length);
    const years = Math.ceil(scenario.months / monthsPerYear);
    this.funnel = new FunnelCounters(years, categories.length, buyers, everyGate);
    this.evidenceLeft = retentionTable(parameters.evidenceRetention, months + 1);
    this.evidenceGained = gainedTable(parameters.evidenceRetention, months + 1);
    this.tieLeft = retentionTable(parameters.tieRetention, months + 1);
  }
}

function expectedFirms(categories: readonly Category[], scale: number): number {
  const sum = categories.reduce(
    (total, { firmsPeruvian, firmsChilean, firmsGlobal }) =>
      total + firmsPeruvian + firmsChilean + firmsGlobal,
    0,
  );
  return sum * scale + categories.length * 3;
}

/** Begins the counts of a month at zero. */
export function openCounts(world: World): void {
  Object.assign(world.counts, emptyCounts());
  world.tenderedUsd.fill(0);
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
