// Phase 2. The copper price moves, and with it the mines: committed projects start at their dates, others once the price
// has held above their trigger (3.3). A finished project is a new mine, or a larger one.
import { exp, ln } from "../../arithmetic.ts";
import { draw, normalFrom, Process } from "../../random.ts";
import type { MineProject } from "../../agents/mine.ts";
import { monthsPerYear } from "../../units.ts";
import { addCapitalLots, addMineLots } from "../lots.ts";
import { register, relationIndex } from "../relations.ts";
import { Origin } from "../../agents/codes.ts";
import { spendPerTonneUsd, type World } from "../world.ts";

export function market(world: World): void {
  movePrice(world);
  for (const project of world.projects) {
    if (project.startedMonth === null) considerStart(world, project);
    else if (
      project.completedMonth === null &&
      world.month >= project.startedMonth + project.developmentMonths
    ) {
      complete(world, project);
    }
  }
}

/** Mean-reverting log price with momentum, but where a shock lays down its path. */
function movePrice(world: World): void {
  const given = priceOnPath(world);
  if (given !== null) {
    world.logPrice = ln(given);
    world.priceUsdPerLb = given;
    return;
  }
  const { priceLongRunMeanUsdPerLb, pricePersistence, priceMomentum, priceShockSd } = world.parameters;
  const mean = ln(priceLongRunMeanUsdPerLb);
  const shock = priceShock(world, world.month) + priceMomentum * priceShock(world, world.month - 1);
  world.logPrice = mean + pricePersistence * (world.logPrice - mean) + priceShockSd * shock;
  world.priceUsdPerLb = exp(world.logPrice);
}

/** A month's news on the price, in standard deviations; it can be asked again, for draws have no memory. */
function priceShock(world: World, month: number): number {
  return normalFrom(draw(world.root, Process.copperPrice, 0, 0, month));
}

/** The price that a shock lays down for the month, linear between its points; null before, after and without one. */
function priceOnPath({ scenario, month }: World): number | null {
  const shock = scenario.shocks.find(({ kind }) => kind === "copper-price");
  if (shock?.kind !== "copper-price") return null;
  const next = shock.path.findIndex((point) => point.month >= month);
  if (next < 0) return null;
  const to = shock.path[next];
  if (to.month === month) return to.usdPerLb;
  if (next === 0) return null;
  const from = shock.path[next - 1];
  return from.usdPerLb + ((to.usdPerLb - from.usdPerLb) * (month - from.month)) / (to.month - from.month);
}

function considerStart(world: World, project: MineProject): void {
  // Expansions wait until there is a mine to expand, also those with a date.
  const hasSite = project.kind === "greenfield" || world.mines[project.mine].stage === "operation";
  if (project.committedMonth !== null) {
    if (hasSite && world.month >= project.committedMonth) start(world, project);
    return;
  }
  const holds = world.priceUsdPerLb >= project.triggerUsdPerLb;
  project.monthsAboveTrigger = holds ? project.monthsAboveTrigger + 1 : 0;
  // The portfolio of 2017 waits until month 0.
  const ready = hasSite && world.month >= 0;
  const { priceTriggerMonths, projectsAtOnce } = world.parameters;
  if (
    !ready ||
    project.monthsAboveTrigger < priceTriggerMonths ||
    underConstruction(world) >= projectsAtOnce
  ) {
    return;
  }
  project.postponedUntil ??= world.month + project.delayMonths;
  if (world.month >= project.postponedUntil) start(world, project);
}

function underConstruction(world: World): number {
  let count = 0;
  for (const { startedMonth, completedMonth } of world.projects) {
    if (startedMonth !== null && completedMonth === null) count += 1;
  }
  return count;
}

function start(world: World, project: MineProject): void {
  const mine = world.mines[project.mine];
  project.startedMonth = world.month;
  if (project.kind === "greenfield") mine.stage = "development";
  addCapitalLots(world, project);
  announce(world, project, project.kind === "greenfield" ? "development" : "expansion-started");
}

function complete(world: World, project: MineProject): void {
  const mine = world.mines[project.mine];
  project.completedMonth = world.month;
  if (project.kind === "greenfield") {
    mine.stage = "operation";
    mine.openedMonth = world.month;
    mine.outputTonnesPerYear = project.addedTonnesPerYear;
    mine.spendUsdPerMonth = (project.addedTonnesPerYear * spendPerTonneUsd(world)) / monthsPerYear;
    openRegister(world, project);
    addMineLots(world, mine, world.parameters.newMineRampUpMonths);
    announce(world, project, "operation");
    return;
  }
  const growth = 1 + project.addedTonnesPerYear / mine.outputTonnesPerYear;
  mine.outputTonnesPerYear += project.addedTonnesPerYear;
  mine.spendUsdPerMonth *= growth;
  for (const lot of world.lots) if (lot.buyer === mine.index) lot.valueUsdPerMonth *= growth;
  announce(world, project, "expansion-finished");
}

/** A new mine takes over the register of the firm that built it; foreign subsidiaries register at once. */
function openRegister(world: World, project: MineProject): void {
  const { relations, month } = world;
  for (const supplier of world.suppliers) {
    const there = relationIndex(relations, project.mine, supplier.id);
    const before = relationIndex(relations, project.engineeringFirm, supplier.id);
    const known = relations.registeredFrom[before] <= month || supplier.origin !== Origin.peruvian;
    if (known && relations.registeredFrom[there] > month)
      register(relations, project.mine, supplier.id, month);
  }
}

function announce(
  world: World,
  project: MineProject,
  stage: "development" | "operation" | "expansion-started" | "expansion-finished",
): void {
  const mine = world.mines[project.mine].id;
  world.events?.push({ type: "mine-stage", month: world.month, mine, stage, project: project.id });
}
