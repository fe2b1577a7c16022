// How needs are cut into lots (ODD 7.3): their number grows with the root of the spend, their sizes are lognormal.
import { pow } from "../arithmetic.ts";
import { riskClassAtStart } from "../agents/buyer.ts";
import type { Category } from "../agents/category.ts";
import { RiskClass } from "../agents/codes.ts";
import type { Lot } from "../agents/contract.ts";
import type { Mine, MineProject } from "../agents/mine.ts";
import { draw, hashWords, lognormalFrom, Process } from "../random.ts";
import { monthsPerYear, usdPerMillion } from "../units.ts";
import { schedule, type World } from "./world.ts";

/** Needs whose lots are asked for together: one buyer, site and category. */
interface LotNeed {
  readonly buyer: number;
  readonly site: Mine;
  readonly category: Category;
  readonly spendUsdPerMonth: number;
  readonly count: number;
  /** Distinguishes needs of the same buyer, site and category in draws: the project, or -1. */
  readonly project: number;
  readonly closesMonth: number | null;
  /** Months over which first tenders are spread. */
  readonly spreadMonths: number;
}

/** Operating lots of a mine; first tenders fall due now, or spread over a ramp-up. */
export function addMineLots(world: World, mine: Mine, spreadMonths: number): void {
  for (const category of world.categories) {
    if (category.oligopolistic) continue;
    const spendUsdPerMonth = mine.spendUsdPerMonth * category.spendShare;
    const count = lotCount(world, spendUsdPerMonth, 1);
    const need = {
      buyer: mine.index,
      site: mine,
      category,
      spendUsdPerMonth,
      count,
      project: -1,
      closesMonth: null,
      spreadMonths,
    };
    addLots(world, need);
  }
}

/** Capital packages of a project, tendered by its engineering firm until the work is done. */
export function addCapitalLots(world: World, project: MineProject): void {
  const { capitalPackageShare, engineeringLotsFactor } = world.parameters;
  const site = world.mines[project.mine];
  const monthlyUsd = (project.capexUsd * capitalPackageShare) / project.developmentMonths;
  for (const category of world.categories) {
    if (category.capitalShare === 0) continue;
    const spendUsdPerMonth = monthlyUsd * category.capitalShare;
    addLots(world, {
      buyer: project.engineeringFirm,
      site,
      category,
      spendUsdPerMonth,
      count: lotCount(world, spendUsdPerMonth, engineeringLotsFactor),
      project: project.index,
      closesMonth: world.month + project.developmentMonths,
      spreadMonths: 0,
    });
  }
}

function lotCount(world: World, spendUsdPerMonth: number, factor: number): number {
  const millionsPerYear = (spendUsdPerMonth * monthsPerYear) / usdPerMillion;
  const lots = 1 + world.parameters.lotsPerRootSpend * Math.sqrt(millionsPerYear);
  return Math.max(1, Math.round(lots * factor * world.scale));
}

function addLots(world: World, need: LotNeed): void {
  const { root, parameters } = world;
  const { buyer, site, category, spendUsdPerMonth, count, project, closesMonth, spreadMonths } = need;
  // A lot worth nothing would have parts that are no share of it.
  if (spendUsdPerMonth === 0) return;
  const keys = Array.from({ length: count }, (_, i) =>
    hashWords([buyer, site.index, category.index, project, i]),
  );
  const sizes = keys.map((key) => lognormalFrom(draw(root, Process.lotSize, key), 1, parameters.lotSizeSd));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const risk = riskClassAtStart(parameters, category);
  keys.forEach((key, i) => {
    const share = sizes[i] / total;
    const valueUsdPerMonth = spendUsdPerMonth * share;
    const highCost =
      valueUsdPerMonth * world.scale >=
      parameters.highCostShare * Math.max(site.spendUsdPerMonth, plannedSpendUsdPerMonth(world, site));
    const lot: Lot = {
      id: world.lots.length,
      key,
      buyer,
      site: site.index,
      category: category.index,
      line: i % world.lines,
      valueUsdPerMonth,
      weightedShareOfCategory: pow(share, parameters.lossShareExponent),
      highCost,
      riskClass: risk,
      localArea:
        project < 0 &&
        risk !== RiskClass.high &&
        isLocalService(category) &&
        draw(root, Process.lotReserved, key) < parameters.localAreaReservedShare,
      importFactor: category.importable
        ? lognormalFrom(
            draw(root, Process.lotImportFactor, key),
            1 + category.importPremium,
            parameters.importFactorSd,
          )
        : 0,
      capital: project >= 0,
      closesMonth,
      contract: null,
      dueMonth: world.month,
    };
    world.lots.push(lot);
    const delay = spreadMonths === 0 ? 0 : Math.floor(draw(root, Process.lotFirstTerm, key) * spreadMonths);
    schedule(world, lot, world.month + delay);
  });
}

/** A mine in development has no procurement yet; its lots are judged by what it will buy. */
function plannedSpendUsdPerMonth(world: World, site: Mine): number {
  const outputShare = site.outputTonnesPerYear / world.startOutputTonnes;
  return world.startSpendUsdPerMonth * outputShare;
}

/** Local-area programmes cover labour, maintenance, catering and transport (3.7.1). */
function isLocalService({ id }: Category): boolean {
  return (
    id === "labour-contracting" ||
    id === "repair-maintenance" ||
    id === "transport-logistics" ||
    id === "other-services"
  );
}
