// Amounts of the re-derived accounts, in whole cents, and as US$ under the names of the ladder and the metrics.
import { centsPerUsd } from "../../units.ts";
import type { RungName } from "../ledger.ts";

/** Rungs and parts of the ladder of value, cents. */
export interface LadderCents {
  spend: number;
  inCountry: number;
  peruvianDirect: number;
  peruvianWithSubcontracts: number;
  localValue: number;
  localValuePeruvianOwned: number;
  knowledgeIntensive: number;
  importedContent: number;
  remittedProfit: number;
}

/** All other flows of a month, cents. */
export interface FlowCents {
  /** Paid by buyers to firms with contracts. */
  receivedBySuppliers: number;
  /** Paid by mines for fuels and utilities, without tenders. */
  receivedByOligopolies: number;
  /** Paid for direct imports. */
  imports: number;
  /** Paid by first-tier to second-tier firms, consortium partners included. */
  subcontracts: number;
  /** Fees of local partners that front for foreign bidders. */
  fronting: number;
  /** Revenue that mines lose by failures of suppliers. */
  failureLoss: number;
  /** What buyers pay above the cheapest offer because a rule or a preference asks for it. */
  preferenceCost: number;
  /** What mines save by adopted innovations. */
  savings: number;
  /** Exports of Peruvian suppliers. */
  exports: number;
  /** Local value in those exports: profit and domestic cost. */
  exportLocalValue: number;
  /** Corporate income tax of suppliers, before credits. */
  taxes: number;
  /** R&D credit used or refunded. */
  researchCredit: number;
  /** Grants for R&D projects and to start-ups. */
  grants: number;
  /** R&D of Peruvian suppliers, whoever pays it, trials included. */
  research: number;
  /** All public money: programmes, credits and grants. */
  publicCost: number;
  /** Part of spend for capital packages of projects. */
  capitalSpend: number;
  /** Part of that paid to Peruvian-owned suppliers directly. */
  capitalPeruvian: number;
}

/** Name of a flow with its unit, as `exportsUsd`. */
export type AccountFlowName = `${keyof FlowCents}Usd`;

export function emptyLadder(): LadderCents {
  return {
    spend: 0,
    inCountry: 0,
    peruvianDirect: 0,
    peruvianWithSubcontracts: 0,
    localValue: 0,
    localValuePeruvianOwned: 0,
    knowledgeIntensive: 0,
    importedContent: 0,
    remittedProfit: 0,
  };
}

export function emptyFlows(): FlowCents {
  return {
    receivedBySuppliers: 0,
    receivedByOligopolies: 0,
    imports: 0,
    subcontracts: 0,
    fronting: 0,
    failureLoss: 0,
    preferenceCost: 0,
    savings: 0,
    exports: 0,
    exportLocalValue: 0,
    taxes: 0,
    researchCredit: 0,
    grants: 0,
    research: 0,
    publicCost: 0,
    capitalSpend: 0,
    capitalPeruvian: 0,
  };
}

/** Adds a payment to a ladder. */
export function addLadder(sum: LadderCents, part: LadderCents): void {
  sum.spend += part.spend;
  sum.inCountry += part.inCountry;
  sum.peruvianDirect += part.peruvianDirect;
  sum.peruvianWithSubcontracts += part.peruvianWithSubcontracts;
  sum.localValue += part.localValue;
  sum.localValuePeruvianOwned += part.localValuePeruvianOwned;
  sum.knowledgeIntensive += part.knowledgeIntensive;
  sum.importedContent += part.importedContent;
  sum.remittedProfit += part.remittedProfit;
}

/** A ladder as runs hand it over. */
export function ladderInUsd(cents: LadderCents): Record<RungName, number> {
  return {
    spendUsd: cents.spend / centsPerUsd,
    inCountryUsd: cents.inCountry / centsPerUsd,
    peruvianDirectUsd: cents.peruvianDirect / centsPerUsd,
    peruvianWithSubcontractsUsd: cents.peruvianWithSubcontracts / centsPerUsd,
    spendLocalValueUsd: cents.localValue / centsPerUsd,
    spendLocalValuePeruvianOwnedUsd: cents.localValuePeruvianOwned / centsPerUsd,
    knowledgeIntensiveUsd: cents.knowledgeIntensive / centsPerUsd,
    importedContentUsd: cents.importedContent / centsPerUsd,
    remittedProfitUsd: cents.remittedProfit / centsPerUsd,
  };
}

/** Flows as runs hand them over. */
export function flowsInUsd(cents: FlowCents): Record<AccountFlowName, number> {
  const flows = Object.entries(cents) as [keyof FlowCents, number][];
  return Object.fromEntries(flows.map(([name, amount]) => [`${name}Usd`, amount / centsPerUsd])) as Record<
    AccountFlowName,
    number
  >;
}
