// One tender (3.7.1, ODD 7.4): the gates in series, the bids of those that pass, the award to the lowest expected cost, and
// what the losers learn from it.
import { contractTerm } from "../agents/buyer.ts";
import { ContractKind, Gate, gateCount, Origin } from "../agents/codes.ts";
import type { Contract, Lot } from "../agents/contract.ts";
import { freeCapacityUsdPerMonth } from "../agents/supplier-limits.ts";
import { draw, drawWith, Process } from "../random.ts";
import { awardLot, firstTerm } from "./contracts.ts";
import { countEveryGate, originStride } from "./funnel.ts";
import { field } from "./field.ts";
import { count, earnTrust, hearers, lowestGate, meetConditions } from "./gates.ts";
import { decide, lowestCostUsd, workCosts, type Decision } from "./offers.ts";
import { noteHighRiskEntry } from "./high-risk-entry.ts";
import { tellTender } from "./tender-events.ts";
import { termsOf, type Terms } from "./terms.ts";
import { biddersOf, schedule, Tendered, type World } from "./world.ts";

/** Tenders a lot and awards it, buys in an emergency, or leaves it open until next month. */
export function tender(world: World, lot: Lot, firstRound: boolean): Contract | null {
  const terms = termsOf(world, lot);
  const { counts } = world;
  const { origin, heardValueUsd } = world.columns;
  const bidders = biddersOf(world, lot.category, lot.line);
  const observed = world.month >= 0;

  const openCostUsd = terms.reservedByRule ? costWithoutRuleUsd(world, terms, bidders) : Infinity;
  const passed = passGates(world, terms, bidders, observed);
  noteFallen(world, terms, observed);

  const approvedAt = lot.buyer * world.categories.length + lot.category;
  const memory = firstRound ? 0 : world.parameters.approvalMemory;
  world.approved[approvedAt] = memory * world.approved[approvedAt] + (1 - memory) * passed;

  counts.tenders += 1;
  counts.firmsLookedAt += bidders.length;
  counts.bids += passed;
  noteTendered(world, terms);

  const decision = decide(world, terms, passed, openCostUsd);
  for (let i = 0; i < passed; i++) {
    const supplier = field.qualified[i];
    const gate = i === decision.winner ? Gate.won : Gate.outbid;
    if (origin[supplier] === Origin.peruvian) {
      counts.peruvianBids += 1;
      heardValueUsd[supplier] = heardValueUsd[supplier] + terms.contractValueUsd;
      if (gate === Gate.outbid) addLoss(world, supplier, Gate.outbid, terms.contractValueUsd);
    }
    if (observed) count(world, terms, origin[supplier], gate, 1);
  }
  if (world.events !== null) tellTender(world, terms, bidders, decision, passed);
  return conclude(world, terms, decision, firstRound);
}

/** What the lot would cost its buyer if no rule kept it for some: the lowest expected cost of all who pass the other gates. */
function costWithoutRuleUsd(world: World, terms: Terms, bidders: readonly number[]): number {
  const open = { ...terms, reservedByRule: false, restricted: terms.lot.localArea, everyGate: false };
  return lowestCostUsd(world, open, passGates(world, open, bidders, false));
}

/** Leads the bidders through the gates, works out what the work would cost those that pass, and says how many they are. */
function passGates(world: World, terms: Terms, bidders: readonly number[], observed: boolean): number {
  const looked = hearers(world, terms, bidders, observed);
  field.looked = looked;
  meetConditions(world, terms, looked);
  const passed = earnTrust(world, terms, looked);
  workCosts(world, terms, field.qualified, passed, field.unitCosts);
  return passed;
}

function noteTendered({ tenderedUsd }: World, { mine, contractValueUsd }: Terms): void {
  tenderedUsd[Tendered.everywhere] = tenderedUsd[Tendered.everywhere] + contractValueUsd;
  if (mine.openedMonth === null) return;
  tenderedUsd[Tendered.atNewMines] = tenderedUsd[Tendered.atNewMines] + contractValueUsd;
}

/** Firms that fell at a gate are counted there, and learn from it if they heard of the tender. */
function noteFallen(world: World, terms: Terms, observed: boolean): void {
  const { firms, failed, looked } = field;
  const { origin } = world.columns;
  for (let i = 0; i < looked; i++) {
    if (failed[i] === 0) continue;
    const supplier = firms[i];
    const from = origin[supplier];
    const gate = lowestGate(failed[i]);
    if (observed) count(world, terms, from, gate, 1);
    if (observed && terms.everyGate)
      countEveryGate(world.funnel, terms.yearCell + originStride * from, failed[i]);
    if (gate > Gate.notInformed && from === Origin.peruvian) rememberLoss(world, terms, supplier, gate);
  }
}

/** A loser learns which gate stopped it; that it was not trusted only where buyers say so, else it thinks it was too dear. */
function rememberLoss(world: World, terms: Terms, supplier: number, gate: number): void {
  const { heardValueUsd, key } = world.columns;
  const value = terms.contractValueUsd;
  heardValueUsd[supplier] = heardValueUsd[supplier] + value;
  if (gate === Gate.notRegistered) {
    const { registrationLossUsd } = world.relations;
    const at = supplier * world.relations.buyers + terms.lot.buyer;
    registrationLossUsd[at] = registrationLossUsd[at] + value;
  }
  const { loserFeedback } = world.rules.information;
  const told = gate !== Gate.notTrusted || drawWith(terms.feedbackPrefix, key[supplier]) < loserFeedback;
  addLoss(world, supplier, told ? gate : Gate.outbid, value);
}

function addLoss(world: World, supplier: number, gate: number, valueUsd: number): void {
  const at = supplier * gateCount + gate;
  world.lostUsd[at] = world.lostUsd[at] + valueUsd;
}

function conclude(world: World, terms: Terms, decision: Decision, firstRound: boolean): Contract | null {
  const { lot } = terms;
  const { counts, month, parameters } = world;
  const { outcome, supplier } = decision;
  if (outcome === "open") {
    counts.openLots += 1;
    schedule(world, lot, month + 1);
    return null;
  }
  if (outcome === "emergency") counts.emergencies += 1;
  if (outcome === "import") counts.awardsImport += 1;
  else if (supplier?.origin === Origin.peruvian) counts.awardsPeruvian += 1;
  else counts.awardsForeign += 1;

  const drawn = contractTerm(terms.months, draw(world.root, Process.contractTerm, lot.key, month));
  const usual = outcome === "emergency" ? Math.round(parameters.emergencyMonths) : drawn;
  const term = firstRound ? firstTerm(world, lot, usual) : usual;
  const startMonth = month + 1;
  const endMonth = Math.min(startMonth + term, lot.closesMonth ?? Number.POSITIVE_INFINITY);
  if (supplier !== null) {
    const { category, riskClass } = lot;
    noteHighRiskEntry(world, supplier, { category, riskClass, quadrant: terms.quadrant });
  }
  return awardLot(world, lot, {
    kind: ContractKind[outcome],
    supplier,
    priceUsdPerMonth: decision.priceUsdPerMonth,
    costUsdPerMonth: decision.costUsdPerMonth,
    quadrant: terms.quadrant,
    startMonth,
    endMonth,
    pooledUsdPerMonth:
      supplier === null || outcome === "emergency"
        ? 0
        : Math.max(0, lot.valueUsdPerMonth - freeCapacityUsdPerMonth(supplier)),
    frontingUsdPerMonth: decision.frontingUsdPerMonth,
    preferenceUsdPerMonth: decision.preferenceUsdPerMonth,
  });
}
