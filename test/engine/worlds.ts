// Small worlds for tests: made by the engine's own functions, then put into the state that a test is about.
import { Origin, qualifyingGateNames, type QualifyingGateName } from "../../src/agents/codes.ts";
import type { Contract, Lot } from "../../src/agents/contract.ts";
import type { Supplier } from "../../src/agents/supplier.ts";
import { piecesOf } from "../../src/engine/book.ts";
import { end } from "../../src/engine/contracts.ts";
import type { EventOf, EventType, SimulationEvent } from "../../src/engine/events.ts";
import { createWorld, type Recording } from "../../src/engine/genesis.ts";
import type { Observations } from "../../src/engine/observations.ts";
import { register } from "../../src/engine/relations.ts";
import { tender } from "../../src/engine/tender.ts";
import { tick } from "../../src/engine/tick.ts";
import { biddersOf, type World } from "../../src/engine/world.ts";
import type { Institutions } from "../../src/scenarios/institutions.ts";
import { defineScenario, type Scenario, type ScenarioInput } from "../../src/scenarios/scenario.ts";

/** A short scenario of few firms. */
function smallScenario(input: Partial<ScenarioInput> = {}): Scenario {
  return defineScenario({ id: "small", months: 36, burnInMonths: 0, population: 100, ...input });
}

/** Its world before the first month, with events. */
export function smallWorld(
  input: Partial<ScenarioInput> = {},
  seed: string | number = 1,
  recording: Recording = { events: true, everyGate: false },
): World {
  return createWorld(smallScenario(input), seed, recording);
}

/** Runs months of a world and returns the rows of metrics. */
export function advance(world: World, months: number): Observations {
  const observations: Observations = { rows: [] };
  for (let i = 0; i < months; i++) tick(world, observations);
  return observations;
}

/** Peruvian firms in the market. */
export function peruvianFirms(world: World): Supplier[] {
  return world.suppliers.filter(({ origin, inMarket }) => origin === Origin.peruvian && inMarket);
}

/** Events of one kind. */
export function eventsOf<Type extends EventType>(
  events: readonly SimulationEvent[] | null | undefined,
  type: Type,
): Extract<SimulationEvent, { type: Type }>[] {
  return (events ?? []).filter((event) => event.type === type) as Extract<SimulationEvent, { type: Type }>[];
}

/** Who fell in a tender and at which gate, gate by gate. */
export function rejections({
  rejected,
}: EventOf<"tender">): { supplier: number; gate: QualifyingGateName }[] {
  return qualifyingGateNames.flatMap((gate) => rejected[gate].map((supplier) => ({ supplier, gate })));
}

/** Ends a lot's contract, so that it can be tendered. */
export function openLot(world: World, lot: Lot): void {
  if (lot.contract !== null) end(world, lot.contract);
}

/** Makes these firms, and no others, the bidders of a lot's line. */
export function onlyBidders(world: World, lot: Lot, firms: readonly Supplier[]): void {
  const list = biddersOf(world, lot.category, lot.line);
  list.length = 0;
  for (const { id } of firms) list.push(id);
}

/** Opens every gate but trust to a firm: register, certificate, size and money. */
export function prepare(world: World, lot: Lot, firm: Supplier): void {
  const { relations } = world;
  register(relations, lot.buyer, firm.id, world.month);
  firm.registeredSince = world.month;
  firm.certificateLevel = 3;
  firm.capacityUsdPerMonth = 10 * lot.valueUsdPerMonth + firm.directUsdPerMonth + firm.subcontractUsdPerMonth;
  firm.cashCents = Math.round(1e4 * firm.capacityUsdPerMonth);
}

/** Changes rules of one branch of the institutions, as a policy would. */
export function change<Branch extends keyof Institutions>(
  world: World,
  branch: Branch,
  values: Partial<Institutions[Branch]>,
): void {
  world.rules = { ...world.rules, [branch]: { ...world.rules[branch], ...values } };
}

/** Parameters with which everybody hears of tenders, everybody is trusted, and costs have no chance part. */
export const openMarket = {
  tenderPublicity: 1,
  subsidiaryHearingProbability: 1,
  toleranceAtFullRisk: 1,
  bidNoiseSd: 0,
  socialLicencePreference: 0,
} as const;

/** Tenders a lot now, among its bidders, and returns the event that tells of it. */
export function tenderNow(world: World, lot: Lot): Extract<SimulationEvent, { type: "tender" }> {
  openLot(world, lot);
  tender(world, lot, false);
  return eventsOf(world.events, "tender").at(-1)!;
}

/** A lot of an operating mine with at least so many Peruvian bidders, neither kept for a region nor open to imports. */
export function contestedLot(world: World, fits: (lot: Lot) => boolean = () => true): Lot {
  return world.lots.find(
    (lot) => !lot.localArea && !lot.capital && firmsOf(world, lot, Origin.peruvian).length >= 2 && fits(lot),
  )!;
}

/** Bidders of a lot's line of one origin. */
export function firmsOf(world: World, lot: Lot, origin: number): Supplier[] {
  return biddersOf(world, lot.category, lot.line)
    .map((id) => world.suppliers[id])
    .filter((firm) => firm.origin === origin);
}

/** The subcontracts of a contract in force, with the firms that do them. */
export function subcontractsOf({ book, suppliers }: World, { row }: Contract) {
  return piecesOf(book, row).map((piece) => ({ ...piece, supplier: suppliers[piece.supplier] }));
}
