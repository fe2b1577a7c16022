// What becomes of a proven solution (3.7.1, 3.4.1): it is bought if its maker is trusted, spreads slowly, and opens exports.
import { lotRisk, quadrant, riskClassAtStart } from "../agents/buyer.ts";
import { ContractKind, Origin } from "../agents/codes.ts";
import { isTrainedToSell, premiumShareOf, type Challenge } from "../agents/research.ts";
import type { Supplier } from "../agents/supplier.ts";
import { domesticShare } from "../agents/supplier-costs.ts";
import { draw, hashPair, Process } from "../random.ts";
import { monthsPerYear, toCents } from "../units.ts";
import { takeRow } from "./book.ts";
import { start } from "./contracts.ts";
import { isMember, perceived } from "./evidence.ts";
import { noteHighRiskEntry } from "./high-risk-entry.ts";
import { ladderPlace } from "./ledger.ts";
import { isLockedIn, lockIn, tellChallenge } from "./needs.ts";
import { operatingMines, type World } from "./world.ts";

/** A proven solution is bought if the mine trusts its maker enough; the need is then locked in. Whether it was bought. */
export function adopt(world: World, supplier: Supplier, challenge: Challenge): boolean {
  if (!trusted(world, supplier, challenge.mine)) return false;
  challenge.closedBy = "local";
  lockIn(world, challenge);
  tellChallenge(world, challenge, "solved-locally");
  const adoptedBy = world.mines.map((_, mine) => mine === challenge.mine);
  world.solutions.push({ challenge, supplier, adoptedBy });
  sell(world, supplier, challenge, challenge.mine);
  return true;
}

function trusted(world: World, supplier: Supplier, mine: number): boolean {
  return perceived(world, world.buyers[mine], supplier.id) <= world.parameters.innovationTolerance;
}

/** An innovation contract: know-how and service for part of the saving; it books no production capacity. */
function sell(world: World, supplier: Supplier, challenge: Challenge, mineIndex: number): void {
  const { parameters, rules, root, month } = world;
  const mine = world.mines[mineIndex];
  const origin = world.mines[challenge.mine];
  const savingUsdPerYear = challenge.savingUsdPerYear * (mine.spendUsdPerMonth / origin.spendUsdPerMonth);
  const category = world.categories[challenge.category];
  const premiumShare = premiumShareOf(parameters, rules, isTrainedToSell(rules, root, supplier.key));
  const premiumUsd = (savingUsdPerYear * premiumShare) / monthsPerYear;
  const priceCents = toCents(premiumUsd);
  const costCents = Math.round(priceCents * parameters.premiumCostShare);
  const risk = lotRisk(
    parameters,
    category,
    world.approved[mineIndex * world.categories.length + category.index],
  );
  const code = quadrant(
    parameters,
    risk,
    premiumUsd * world.scale >= parameters.highCostShare * mine.spendUsdPerMonth,
  );
  const domestic = domesticShare(category, supplier.origin, supplier.technical);
  const riskClass = riskClassAtStart(parameters, category);
  noteHighRiskEntry(world, supplier, { category: category.index, riskClass, quadrant: code });
  supplier.adoptions += 1;
  supplier.lastUpgradeMonth = month;
  world.counts.adoptions += 1;
  start(world, {
    id: world.nextContractId++,
    kind: ContractKind.innovation,
    lot: null,
    key: hashPair(challenge.key, mineIndex),
    supplier,
    buyer: mineIndex,
    site: mineIndex,
    category: category.index,
    quadrant: code,
    startMonth: month + 1,
    endMonth: month + 1 + Math.round(parameters.innovationContractMonths),
    ownUsdPerMonth: 0,
    priceCents,
    costCents,
    importedCents: Math.round(costCents * (1 - domestic)),
    subcontractCents: 0,
    subcontractImportedCents: 0,
    frontingCents: 0,
    preferenceCents: 0,
    savingCents: toCents(savingUsdPerYear / monthsPerYear),
    lossPerDailyRevenue: 0,
    place: ladderPlace(world.ledger, Origin.peruvian, category.index, code, mineIndex),
    row: takeRow(world.book),
    listed: -1,
  });
  world.events?.push({
    type: "adoption",
    month,
    supplier: supplier.id,
    challenge: challenge.id,
    mine: mine.id,
    savingUsdPerYear,
    premiumUsdPerMonth: premiumUsd,
  });
}

/** Proven solutions spread to other mines that trust their makers, slowly, and lock the same need in there. */
export function spread(world: World): void {
  const { root, month, parameters } = world;
  const operating = operatingMines(world).map(({ index }) => index);
  const { inMarket } = world.columns;
  const { spreadProbability } = parameters;
  for (const { challenge, supplier, adoptedBy } of world.solutions) {
    if (inMarket[supplier.id] === 0) continue;
    for (const mine of operating) {
      if (adoptedBy[mine]) continue;
      const chance = draw(root, Process.technologySpread, challenge.key, mine, month);
      if (chance >= spreadProbability) continue;
      const need = { ...challenge, mine };
      if (isLockedIn(world, need) || !trusted(world, supplier, mine)) continue;
      adoptedBy[mine] = true;
      lockIn(world, need);
      sell(world, supplier, challenge, mine);
    }
  }
}

/** First exports: of innovators, and of a few certified, capable firms (3.4.1). */
export function startExporting(world: World): void {
  const { parameters, rules, month, root, columns } = world;
  const { exportCertificateLevel, exportSkillMinimum, exportAfterInnovation, exportOfCapable } = parameters;
  const { exporting, adoptions, certificateLevel, technical, key } = columns;
  for (const id of world.peruvianFirms) {
    const innovator = adoptions[id] > 0;
    const capable = certificateLevel[id] >= exportCertificateLevel && technical[id] >= exportSkillMinimum;
    if (!innovator && !capable) continue;
    if (exporting[id] === 1) continue;
    const base = innovator ? exportAfterInnovation : exportOfCapable;
    if (base === 0) continue;
    const joint = isMember(world, id) ? rules.association.exportFactor : 1;
    const chance = base * joint * rules.exportPromotion.firstExportFactor;
    if (draw(root, Process.firstExport, key[id], 0, month) >= chance) continue;
    exporting[id] = 1;
    columns.lastUpgradeMonth[id] = month;
    world.counts.firstExports += 1;
    world.events?.push({ type: "export", month, supplier: id });
  }
}
