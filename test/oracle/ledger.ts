// The rungs of the ladder in a month, worked out the slow and obvious way: contract by contract, from what was agreed and from
// the log of failures.
import { ContractKind, Origin, Quadrant } from "../../src/agents/codes.ts";
import type { Contract } from "../../src/agents/contract.ts";
import type { SimulationEvent } from "../../src/engine/events.ts";
import type { World } from "../../src/engine/world.ts";

/** Whole cents of a month. */
export interface MonthOfMoney {
  spend: number;
  inCountry: number;
  peruvianDirect: number;
  peruvianWithSubcontracts: number;
  localValue: number;
  localValuePeruvianOwned: number;
  knowledgeIntensive: number;
  importedContent: number;
  remittedProfit: number;
  subcontracts: number;
  capitalSpend: number;
}

type Agreed = Extract<SimulationEvent, { readonly type: "contract" }>;

/** A contract in force, and whom it pays for parts of the work. */
export interface StandingContract extends Contract {
  readonly subcontracts: readonly { readonly priceCents: number }[];
}

/**
 * A contract in force as it stands when a month begins, from what the log told when it was agreed: second-tier firms that left have
 * been replaced by the holder's own work.
 */
export function asItStands(world: World, contract: Contract, { subcontractors }: Agreed): StandingContract {
  const agreed = subcontractors.map(({ supplier, partner, ...usd }) => ({
    left: !partner && !world.suppliers[supplier].inMarket,
    priceCents: Math.round(usd.priceUsdPerMonth * 100),
    costCents: Math.round(usd.costUsdPerMonth * 100),
    importedCents: Math.round(usd.importedUsdPerMonth * 100),
  }));
  const left = agreed.filter((piece) => piece.left);
  const sum = (amount: (piece: (typeof left)[number]) => number) =>
    left.reduce((all, piece) => all + amount(piece), 0);
  return {
    ...contract,
    subcontracts: agreed.filter((piece) => !piece.left),
    costCents: contract.costCents + sum(({ costCents }) => costCents),
    importedCents: contract.importedCents + sum(({ importedCents }) => importedCents),
    subcontractCents: contract.subcontractCents - sum(({ priceCents }) => priceCents),
    subcontractImportedCents: contract.subcontractImportedCents - sum(({ importedCents }) => importedCents),
  };
}

/** The money of a month in which these contracts stood and those of `failed` went badly. */
export function moneyOf(
  world: World,
  contracts: readonly StandingContract[],
  failed: ReadonlySet<number>,
): MonthOfMoney {
  const { failurePenaltyShare, taxRate, markupFloor } = world.parameters;
  const money: MonthOfMoney = {
    spend: 0,
    inCountry: 0,
    peruvianDirect: 0,
    peruvianWithSubcontracts: 0,
    localValue: 0,
    localValuePeruvianOwned: 0,
    knowledgeIntensive: 0,
    importedContent: 0,
    remittedProfit: 0,
    subcontracts: 0,
    capitalSpend: 0,
  };
  for (const contract of contracts) {
    // Imports are paid in full: there is nobody in the country to withhold from.
    const bad = failed.has(contract.id) && contract.supplier !== null;
    const price = contract.priceCents;
    const paid = bad ? price - Math.round(price * failurePenaltyShare) : price;
    money.spend += paid;
    if (contract.lot?.capital === true) money.capitalSpend += paid;
    if (contract.supplier === null) {
      money.importedContent += paid;
      continue;
    }
    let passedOn = 0;
    for (const { priceCents } of contract.subcontracts) {
      passedOn += bad ? Math.floor(priceCents * (1 - failurePenaltyShare)) : priceCents;
    }
    const fee = Math.min(contract.frontingCents, paid - passedOn);
    const imported = contract.importedCents + contract.subcontractImportedCents;
    money.inCountry += paid;
    money.subcontracts += passedOn;
    money.importedContent += imported;
    const peruvian = contract.supplier.origin === Origin.peruvian;
    let owned: number;
    if (peruvian) {
      owned = paid - imported;
      money.peruvianDirect += paid;
      money.peruvianWithSubcontracts += paid;
      money.localValue += owned;
    } else {
      const profit = paid - passedOn - fee - contract.costCents;
      const remitted = profit > 0 ? Math.round(profit * (1 - taxRate)) : profit;
      owned = passedOn - contract.subcontractImportedCents + fee;
      money.peruvianWithSubcontracts += passedOn + fee;
      money.remittedProfit += remitted;
      money.localValue += paid - imported - remitted;
    }
    money.localValuePeruvianOwned += owned;
    const skilled =
      contract.kind === ContractKind.innovation || contract.quadrant === Quadrant.highRiskHighCost;
    if (skilled) money.knowledgeIntensive += owned;
  }
  const margin = markupFloor / (1 + markupFloor);
  for (const category of world.categories.filter(({ oligopolistic }) => oligopolistic)) {
    for (const mine of world.mines.filter(({ stage }) => stage === "operation")) {
      const paid = Math.round(mine.spendUsdPerMonth * category.spendShare * 100);
      const peruvian = Math.round(paid * category.peruvianShare);
      const foreign = paid - peruvian;
      const importedBy = (part: number, domestic: number) => Math.round(part * (1 - margin) * (1 - domestic));
      const own = importedBy(peruvian, category.domesticSharePeruvian);
      const theirs = importedBy(foreign, category.domesticShareForeign);
      const remitted = Math.round(Math.round(foreign * margin) * (1 - taxRate));
      money.spend += paid;
      money.inCountry += paid;
      money.peruvianDirect += peruvian;
      money.peruvianWithSubcontracts += peruvian;
      money.importedContent += own + theirs;
      money.remittedProfit += remitted;
      money.localValue += paid - own - theirs - remitted;
      money.localValuePeruvianOwned += peruvian - own;
    }
  }
  return money;
}
