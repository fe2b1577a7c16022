// What becomes of a proven solution (3.7.1, 3.4.1): it is bought if its maker is trusted, spreads slowly, and opens exports.
import { lotRisk, quadrant, riskClass } from "../agents/buyer.ts";
import type { Category } from "../agents/category.ts";
import { ContractKind, Origin, RiskClass } from "../agents/codes.ts";
import { isTrainedToSell, type Challenge } from "../agents/research.ts";
import { domesticShare, type Supplier } from "../agents/supplier.ts";
import { draw, hashWords, Process } from "../random.ts";
import { monthsPerYear, toCents } from "../units.ts";
import { start } from "./contracts.ts";
import { isMember, perceived, tieNow } from "./evidence.ts";
import { ladderPlace } from "./ledger.ts";
import { lockIn, tell } from "./needs.ts";
import { relationIndex } from "./relations.ts";
import type { AdoptedSolution, World } from "./world.ts";

/** A proven solution is bought if the mine trusts its maker enough; the need is then locked in. Whether it was bought. */
export function adopt(world: World, supplier: Supplier, challenge: Challenge): boolean {
  if (!trusted(world, supplier, challenge.mine)) return false;
  challenge.closedBy = "local";
  lockIn(world, challenge);
  tell(world, challenge, "solved-locally");
  const adoptedBy = world.mines.map((_, mine) => mine === challenge.mine);
  world.solutions.push({ challenge, supplier, adoptedBy });
  sell(world, supplier, challenge, challenge.mine);
  return true;
}

function trusted(world: World, supplier: Supplier, mine: number): boolean {
  const at = relationIndex(world.relations, mine, supplier.id);
  return (
    perceived(world, world.buyers[mine], supplier.id, tieNow(world, at)) <=
    world.parameters.innovationTolerance
  );
}

/** Part of the saving that a firm is paid: more for one trained to protect and to sell what it has made (4.3). */
function premiumShareOf({ rules, root, parameters }: World, { key }: Supplier): number {
  return (
    parameters.premiumShare + (isTrainedToSell(rules, root, key) ? rules.commercialisation.premiumGain : 0)
  );
}

/** An innovation contract: know-how and service for part of the saving; it books no production capacity. */
function sell(world: World, supplier: Supplier, challenge: Challenge, mineIndex: number): void {
  const { parameters, month } = world;
  const mine = world.mines[mineIndex];
  const origin = world.mines[challenge.mine];
  const savingUsdPerYear = challenge.savingUsdPerYear * (mine.spendUsd / origin.spendUsd);
  const category = world.categories[challenge.category];
  const premiumUsd = (savingUsdPerYear * premiumShareOf(world, supplier)) / monthsPerYear;
  const priceCents = toCents(premiumUsd);
  const costCents = Math.round(priceCents * parameters.premiumCostShare);
  const risk = lotRisk(
    parameters,
    category,
    world.approved[mineIndex * world.categories.length + category.index],
  );
  const code = quadrant(parameters, risk, premiumUsd >= parameters.highCostShare * mine.spendUsd);
  const domestic = domesticShare(category, supplier.origin, supplier.technical);
  noteHighRiskEntry(world, supplier, category);
  supplier.adoptions += 1;
  supplier.lastUpgradeMonth = month;
  world.counts.adoptions += 1;
  start(world, {
    id: world.nextContractId++,
    kind: ContractKind.innovation,
    lot: null,
    key: hashWords([challenge.key, mineIndex]),
    supplier,
    buyer: mineIndex,
    site: mineIndex,
    category: category.index,
    quadrant: code,
    startMonth: month + 1,
    endMonth: month + 1 + Math.round(parameters.innovationContractMonths),
    valueUsd: premiumUsd,
    ownUsd: 0,
    priceCents,
    costCents,
    importedCents: Math.round(costCents * (1 - domestic)),
    subcontracts: [],
    subcontractCents: 0,
    subcontractImportedCents: 0,
    frontingCents: 0,
    preferenceCents: 0,
    savingCents: toCents(savingUsdPerYear / monthsPerYear),
    lossPerDailyRevenue: 0,
    place: ladderPlace(world.ledger, Origin.peruvian, category.index, code, mineIndex),
    row: -1,
    listed: -1,
  });
  world.events?.push({
    type: "adoption",
    month,
    supplier: supplier.id,
    challenge: challenge.id,
    mine: mine.id,
    savingUsdPerYear,
    premiumUsd,
  });
}

/** A Peruvian firm's first contract for high-risk inputs, opened by a challenge (3.7.1). */
function noteHighRiskEntry(world: World, supplier: Supplier, category: Category): void {
  if (supplier.enteredHighRisk) return;
  const risk = lotRisk(world.parameters, category, world.parameters.difficultyHalvingSuppliers);
  if (riskClass(world.parameters, risk) !== RiskClass.high) return;
  supplier.enteredHighRisk = true;
  world.counts.highRiskEntriesByChallenge += 1;
}

/** A proven solution spreads to other mines that trust its maker, slowly. */
export function spread(world: World, solution: AdoptedSolution): void {
  const { challenge, supplier, adoptedBy } = solution;
  if (!supplier.inMarket) return;
  for (const mine of world.mines) {
    if (adoptedBy[mine.index] || mine.stage !== "operation") continue;
    const chance = draw(world.root, Process.technologySpread, challenge.key, mine.index, world.month);
    if (chance >= world.parameters.spreadProbability || !trusted(world, supplier, mine.index)) continue;
    adoptedBy[mine.index] = true;
    sell(world, supplier, challenge, mine.index);
  }
}

/** First exports: of innovators, and of a few certified, capable firms (3.4.1). */
export function startExporting(world: World, id: number): void {
  const { parameters, rules, month, columns } = world;
  if (columns.exporting[id] === 1 || columns.inMarket[id] === 0 || columns.origin[id] !== Origin.peruvian)
    return;
  const capable =
    columns.certificateLevel[id] >= parameters.exportCertificateLevel &&
    columns.technical[id] >= parameters.exportSkillMinimum;
  const base =
    columns.adoptions[id] > 0 ? parameters.exportAfterInnovation : capable ? parameters.exportOfCapable : 0;
  if (base === 0) return;
  const joint = isMember(world, id) ? rules.association.exportFactor : 1;
  const chance = base * joint * rules.exportPromotion.firstExportFactor;
  if (draw(world.root, Process.firstExport, columns.key[id], 0, month) >= chance) return;
  columns.exporting[id] = 1;
  columns.lastUpgradeMonth[id] = month;
  world.counts.firstExports += 1;
  world.events?.push({ type: "export", month, supplier: id });
}
