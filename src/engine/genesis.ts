// The world before its first month: mines and projects, firms with a record, and every lot in somebody's hands.
import { failureProbability } from "../agents/belief.ts";
import type { Category } from "../agents/category.ts";
import { Origin, type OriginCode } from "../agents/codes.ts";
import { foundSupplier, registeredKey, startKey, supplierName } from "../agents/population.ts";
import type { Supplier } from "../agents/supplier.ts";
import type { PackSupplier } from "../data/packs/pack.ts";
import { draw, Process } from "../random.ts";
import { defineScenario, type Scenario } from "../scenarios/scenario.ts";
import type { SimulationEvent } from "./events.ts";
import { recordMonths, strengthenTie } from "./evidence.ts";
import { tieOfFounder } from "./founders.ts";
import { addMineLots } from "./lots.ts";
import { tellOpening } from "./opening.ts";
import { register } from "./relations.ts";
import { tender } from "./tender.ts";
import { addSupplier, openCounts, operatingMines, World } from "./world.ts";

/** What a run is asked to keep besides its metrics. */
export interface Recording {
  readonly events: boolean;
  readonly everyGate: boolean;
}

/**
 * A small world that is kept. Of what kinds of objects there are, engines forget those of which none is left when they collect garbage
 * between two runs, and with them all code that they compiled for them.
 */
let kept: World | null = null;

/** The world of a scenario and seed, one month before its first. */
export function createWorld(scenario: Scenario, seed: string | number, recording: Recording): World {
  kept ??= settled(defineScenario({ id: "kept", population: 50, months: 1, burnInMonths: 0 }), 1, recording);
  return settled(scenario, seed, recording);
}

function settled(scenario: Scenario, seed: string | number, recording: Recording): World {
  const world = new World(scenario, seed, recording.everyGate);
  populate(world);
  for (const mine of world.mines) if (mine.stage === "operation") addMineLots(world, mine, 0);
  // The first round fills every lot, with contracts that end at different times; its tenders are no part of the record.
  for (const lot of world.lots) tender(world, lot, true);
  openCounts(world);
  if (recording.events) {
    (world as { events: SimulationEvent[] | null }).events = [];
    tellOpening(world);
  }
  return world;
}

function populate(world: World): void {
  for (const category of world.categories) {
    foundAll(world, category, Origin.peruvian, category.firmsPeruvian);
    foundAll(world, category, Origin.chilean, category.firmsChilean);
    foundAll(world, category, Origin.global, category.firmsGlobal);
  }
}

function foundAll(world: World, category: Category, origin: OriginCode, firmsAtDefault: number): void {
  const registry =
    origin === Origin.peruvian
      ? world.scenario.pack.suppliers.filter((firm) => firm.category === category.id)
      : [];
  if (firmsAtDefault === 0 && registry.length === 0) return;
  // Real firms take the places of drawn ones, so that all others keep their identities.
  const count = Math.max(1, registry.length, Math.round(firmsAtDefault * world.scale));
  for (let ordinal = 0; ordinal < count; ordinal++) {
    const known = registry[ordinal] as PackSupplier | undefined;
    const supplier = foundSupplier(world.columns, world.root, world.parameters, {
      id: world.suppliers.length,
      key: known === undefined ? startKey(category.index, origin, ordinal) : registeredKey(known.name),
      name: known?.name ?? supplierName(origin, category, String(ordinal + 1)),
      origin,
      category,
      line: ordinal % world.lines,
      month: world.month,
      entrant: false,
      scale: world.scale,
      referenceCapacityUsdPerMonth: world.referenceCapacityUsdPerMonth[category.index],
      ...(known === undefined ? {} : { known }),
    });
    addSupplier(world, supplier);
    if (origin === Origin.peruvian) giveHistory(world, supplier, known);
    else registerEverywhere(world, supplier);
  }
}

/** Subsidiaries stand on every register of the start. */
function registerEverywhere(world: World, supplier: Supplier): void {
  const { relations } = world;
  for (const buyer of world.buyers) {
    const opened = world.mines[buyer.index]?.stage !== "planned";
    if (opened) register(relations, buyer.index, supplier.id, world.month);
  }
  supplier.registeredSince = world.month;
}

/**
 * A Peruvian firm of the start has worked for some mines: registration, a tie, and a record at its true failure rate. Some of
 * those that are certified besides have taken that work abroad already, and some have the tie of their founder on top.
 */
function giveHistory(world: World, supplier: Supplier, known: PackSupplier | undefined): void {
  const { root, parameters, relations } = world;
  const operating = operatingMines(world);
  // Evenly spread between none and twice the mean, so that the mean is met.
  const uniform = draw(root, Process.firmRelations, supplier.key, 0);
  const count = Math.min(operating.length, Math.floor(uniform * (2 * parameters.initialRelationsMean + 1)));
  const ranked = operating
    .map((mine) => ({
      mine,
      at: draw(root, Process.firmRelations, supplier.key, 1 + mine.index) / mine.outputTonnesPerYear,
    }))
    .sort((a, b) => a.at - b.at);
  const worked =
    known?.mines === undefined
      ? ranked.slice(0, count)
      : ranked.filter(({ mine }) => known.mines?.includes(mine.id));
  const failureRate = failureProbability(parameters, supplier.technical);
  for (const { mine } of worked) {
    const months =
      known?.experienceMonths ??
      draw(root, Process.firmRecord, supplier.key, mine.index) * parameters.initialRecordMonths;
    register(relations, mine.index, supplier.id, world.month);
    recordMonths(world, mine.index, supplier.id, months * (1 - failureRate), months * failureRate);
    supplier.registeredSince = world.month;
    strengthenTie(world, mine.index, supplier.id, 1);
  }
  const fitForExport = worked.length > 0 && supplier.certificateLevel >= parameters.exportCertificateLevel;
  supplier.exporting =
    fitForExport && draw(root, Process.exportingAtStart, supplier.key) < parameters.exportersAtStart;
  tieOfFounder(world, supplier);
}
