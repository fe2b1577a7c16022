// Phase 6. Suppliers learn by doing and forget without work (3.5.2); certificates fall due; programmes reach their firms; and
// a twelfth of the firms review the year: which gate cost them most, and what to do about it.
import { clampShare } from "../../arithmetic.ts";
import { certificateAsked, riskClassAtStart } from "../../agents/buyer.ts";
import { gateCount } from "../../agents/codes.ts";
import { chooseInvestments, investmentOptions } from "../../agents/strategy.ts";
import { never } from "../../agents/supplier-columns.ts";
import type { Mine } from "../../agents/mine.ts";
import type { Supplier } from "../../agents/supplier.ts";
import { draw, Process } from "../../random.ts";
import { centsPerUsd, monthsPerYear, toCents } from "../../units.ts";
import { isMember, strengthenTie, tieNow } from "../evidence.ts";
import { invest } from "../investments.ts";
import { relationIndex } from "../relations.ts";
import { payFor } from "../treasury.ts";
import { operatingMineAt, type World } from "../world.ts";

export function capabilities(world: World): void {
  learnByDoing(world);
  const { certificateDueMonth, key } = world.columns;
  const { placesShare, standardsPlacesShare } = world.rules.training;
  const monthOfYear = (world.month - world.firstMonth) % monthsPerYear;
  for (const id of world.peruvianFirms) {
    if (certificateDueMonth[id] === world.month) grantCertificate(world, world.suppliers[id]);
    if (placesShare > 0) train(world, id);
    if (standardsPlacesShare > 0) teachStandards(world, id);
    // Each firm has its month for looking back on the year.
    if ((key[id] >>> 0) % monthsPerYear === monthOfYear) {
      gatherTies(world, world.suppliers[id]);
      review(world, world.suppliers[id]);
    }
  }
  selectForProgrammes(world);
}

/**
 * Learning by doing, less in subcontracts; the frontier moves away from all, and idle capacity forgets on top. How to run a firm
 * and to work to standards is forgotten too, but not where other sectors keep it busy.
 */
function learnByDoing(world: World): void {
  const { parameters, rules, peruvianFirms } = world;
  const { technical, organisational, capacityUsdPerMonth, directUsdPerMonth, subcontractUsdPerMonth } =
    world.columns;
  const { standards, otherSectorsShare } = world.columns;
  const {
    learningRate,
    subcontractLearning,
    forgettingRate,
    frontierRate,
    organisationLearning,
    organisationForgetting,
    peopleLearning,
  } = parameters;
  const people = 1 + peopleLearning * (rules.humanCapital.skilledPeople - parameters.skilledPeople);
  for (const id of peruvianFirms) {
    const direct = Math.min(1, directUsdPerMonth[id] / capacityUsdPerMonth[id]);
    const second = Math.min(1 - direct, subcontractUsdPerMonth[id] / capacityUsdPerMonth[id]);
    const skill = technical[id];
    const gained = learningRate * people * (direct + subcontractLearning * second) * (1 - skill);
    const idle = 1 - direct - second;
    const lost = (frontierRate + forgettingRate * idle) * skill;
    technical[id] = clampShare(skill + gained - lost);
    const kept = 1 - organisationForgetting * idle * (1 - otherSectorsShare[id]);
    organisational[id] = organisational[id] * kept + organisationLearning * direct * (1 - organisational[id]);
    standards[id] = standards[id] * kept;
  }
}

function grantCertificate(world: World, supplier: Supplier): void {
  supplier.certificateDueMonth = null;
  supplier.certificateLevel += 1;
  supplier.standards += world.parameters.standardsGainPerCertificate * (1 - supplier.standards);
  world.counts.certificates += 1;
  const level = supplier.certificateLevel;
  world.events?.push({ type: "certificate", month: world.month, supplier: supplier.id, level });
}

/** A place in a public course, by lot among the firms that it is for. */
function train(world: World, id: number): void {
  const { placesShare, organisationGain } = world.rules.training;
  const { key, organisational } = world.columns;
  if (draw(world.root, Process.trainingPlace, key[id], 0, world.month) >= placesShare / monthsPerYear) return;
  if (!isForFirm(world, id)) return;
  organisational[id] = organisational[id] + organisationGain * (1 - organisational[id]);
  payFor(world, "business-training", "course", id, toCents(world.parameters.trainingPlaceUsd / world.scale));
}

function isForFirm({ rules, columns, categories, suppliers, scale }: World, id: number): boolean {
  const { placesForServicesOnly, placesUpToCapacityUsdPerMonth } = rules.training;
  if (
    placesUpToCapacityUsdPerMonth > 0 &&
    columns.capacityUsdPerMonth[id] * scale > placesUpToCapacityUsdPerMonth
  )
    return false;
  return !placesForServicesOnly || categories[suppliers[id].categories[0]].kind === "service";
}

/** A place in a public course on standards, by lot: the next certificate costs such a firm less. */
function teachStandards(world: World, id: number): void {
  const { standardsPlacesShare, standardsGain } = world.rules.training;
  const place = draw(world.root, Process.standardsPlace, world.columns.key[id], 0, world.month);
  if (place >= standardsPlacesShare / monthsPerYear) return;
  const supplier = world.suppliers[id];
  supplier.standards += standardsGain * (1 - supplier.standards);
  payFor(
    world,
    "standards-compliance",
    "course",
    id,
    toCents(world.parameters.standardsPlaceUsd / world.scale),
  );
}

/** Ties that an association or matchmaking bring, with one buyer each. */
function gatherTies(world: World, supplier: Supplier): void {
  const { association, information } = world.rules;
  if (association.tieGain > 0 && isMember(world, supplier.id)) {
    strengthenTie(world, randomBuyer(world, supplier, Process.tieTarget), supplier.id, association.tieGain);
  }
  if (information.matchmakingTiesPerYear > 0) {
    const met =
      draw(world.root, Process.matchmaking, supplier.key, 1, world.month) <
      information.matchmakingTiesPerYear;
    if (met)
      strengthenTie(
        world,
        randomBuyer(world, supplier, Process.matchmaking),
        supplier.id,
        world.parameters.tieBuilt,
      );
  }
}

function randomBuyer(world: World, supplier: Supplier, process: number): number {
  const uniform = draw(world.root, process, supplier.key, 0, world.month);
  return operatingMineAt(world, uniform).index;
}

/** The largest operating mine where a firm has no tie, or -1; its own region counts more. */
function mineWithoutTie(world: World, supplier: Supplier): number {
  const { ownRegionPull, tieBuilt } = world.parameters;
  const { region, id } = supplier;
  let found = -1;
  let largest = 0;
  for (const mine of world.mines) {
    if (mine.stage !== "operation") continue;
    const pull = mine.spendUsdPerMonth * (mine.region === region ? ownRegionPull : 1);
    if (pull <= largest || tieNow(world, relationIndex(world.relations, mine.index, id)) >= tieBuilt)
      continue;
    largest = pull;
    found = mine.index;
  }
  return found;
}

/** Values of the tenders that the firm under review lost at each gate; one list serves all reviews. */
const losses = new Float64Array(gateCount);

/** The yearly decision. */
function review(world: World, supplier: Supplier): void {
  const { parameters, rules, relations, lostUsd, month } = world;
  const lostAt = supplier.id * gateCount;
  for (let gate = 0; gate < gateCount; gate++) losses[gate] = lostUsd[lostAt + gate];
  const { registrationLossUsd, barredUntil, registeredFrom, buyers } = relations;
  let registerWith = -1;
  let registerValueUsd = 0;
  const own = supplier.id * buyers;
  for (let buyer = 0; buyer < buyers; buyer++) {
    const lost = registrationLossUsd[own + buyer];
    if (lost <= registerValueUsd) continue;
    const barred = barredUntil[own + buyer] > month;
    const applied = registeredFrom[relationIndex(relations, buyer, supplier.id)] !== never;
    if (barred || applied) continue;
    registerWith = buyer;
    registerValueUsd = lost;
  }
  for (let buyer = 0; buyer < buyers; buyer++) registrationLossUsd[own + buyer] = 0;
  const options = investmentOptions(
    parameters,
    rules,
    world.categories,
    supplier,
    {
      lostUsd: losses,
      registerWith,
      registerValueUsd,
      tieWith: mineWithoutTie(world, supplier),
      certificateAsked: certificateLevelSought(world, supplier),
      month,
    },
    world.scale,
  );
  const budgetUsd = (parameters.spendShare * Math.max(0, supplier.cashCents)) / centsPerUsd;
  for (const investment of chooseInvestments(options, budgetUsd)) invest(world, supplier, investment);
  for (let gate = 0; gate < gateCount; gate++) lostUsd[lostAt + gate] = 0;
  supplier.heardValueUsd = 0;
}

function certificateLevelSought(world: World, supplier: Supplier): number {
  let level = 0;
  for (const index of supplier.categories) {
    const category = world.categories[index];
    level = Math.max(level, certificateAsked(category, riskClassAtStart(world.parameters, category)));
  }
  return level;
}

/** Once a year each large mine takes the ablest firms into its development programme (Table A2, 3.5.2). */
function selectForProgrammes(world: World): void {
  const { firmsPerLargeMine } = world.rules.supplierDevelopment;
  if (firmsPerLargeMine === 0 || (world.month - world.firstMonth) % monthsPerYear !== 0) return;
  for (const mine of world.mines) {
    if (mine.stage !== "operation" || mine.outputTonnesPerYear < largeMineTonnesPerYear) continue;
    const ranked = world.peruvianFirms
      .map((id) => world.suppliers[id])
      .filter((firm) => firm.programmeUntilMonth <= world.month)
      .map((firm) => ({
        firm,
        score:
          firm.technical +
          world.parameters.programmeChoiceSpread *
            draw(world.root, Process.programmePlace, firm.key, mine.index, world.month),
      }))
      .sort((a, b) => b.score - a.score);
    for (const { firm } of ranked.slice(0, programmePlaces(world, mine))) {
      firm.programmeMine = mine.index;
      firm.programmeUntilMonth = world.month + world.parameters.programmeMonths;
      strengthenTie(world, mine.index, firm.id, world.parameters.tieBuilt);
    }
  }
}

/** Places of a mine's programme this year: where few firms stand for all, a part of a place is a whole one in some years. */
function programmePlaces({ root, month, scale, rules }: World, { index }: Mine): number {
  const places = rules.supplierDevelopment.firmsPerLargeMine * scale;
  const whole = Math.floor(places);
  return draw(root, Process.programmeSize, index, 0, month) < places - whole ? whole + 1 : whole;
}

/** The paper calls a mine large above 200,000 tonnes a year (3.2). */
const largeMineTonnesPerYear = 200_000;
