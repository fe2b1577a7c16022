// What the log tells of tenders: who fell at which gate, who bid what, who won. Called only when events are on.
import {
  ContractKind,
  contractKindNames,
  Gate,
  gateNames,
  quadrantNames,
  qualifyingGateNames,
  type GateName,
} from "../agents/codes.ts";
import { refuseIfAny, type Problem } from "../errors.ts";
import type { EventOf, RankedBid } from "./events.ts";
import { field } from "./field.ts";
import { isAdmitted, lowestGate } from "./gates.ts";
import {
  frontingFeeUsd,
  fullCost,
  importCompetes,
  importCostUsd,
  preferenceUsd,
  type Decision,
} from "./offers.ts";
import type { Terms } from "./terms.ts";
import type { World } from "./world.ts";

/** Tells of a tender that was decided, as long as its bidders are in the field; the first `passed` of those qualified bid. */
export function tellTender(
  world: World,
  terms: Terms,
  bidders: readonly number[],
  decision: Decision,
  passed: number,
): void {
  const { lot, buyer, mine, category } = terms;
  world.events?.push({
    type: "tender",
    month: world.month,
    lot: lot.id,
    buyer: buyer.id,
    site: mine.id,
    category: category.id,
    valueUsdPerMonth: lot.valueUsdPerMonth,
    risk: terms.risk,
    quadrant: quadrantNames[terms.quadrant],
    toleratedFailure: terms.toleratedFailure,
    lossPerFailureUsd: terms.lossUsd,
    rejected: rejectedOf(world, terms, bidders),
    bids: bidsOf(world, terms, decision, passed),
    winner: decision.supplier?.id ?? null,
    outcome: decision.outcome === "open" ? "open" : contractKindNames[ContractKind[decision.outcome]],
  });
}

function rejectedOf(world: World, terms: Terms, bidders: readonly number[]): EventOf<"tender">["rejected"] {
  const fallen: number[][] = gateNames.map(() => []);
  const { firms, failed, looked } = field;
  let place = 0;
  for (const supplier of bidders) {
    // The field has the bidders in their order, without those that were not admitted or did not hear: these left no mark.
    if (place < looked && firms[place] === supplier) fallen[lowestGate(failed[place++])].push(supplier);
    else fallen[isAdmitted(world, terms, supplier) ? Gate.notInformed : Gate.reserved].push(supplier);
  }
  return {
    reserved: fallen[Gate.reserved],
    "not-informed": fallen[Gate.notInformed],
    "not-registered": fallen[Gate.notRegistered],
    "not-certified": fallen[Gate.notCertified],
    "too-small": fallen[Gate.tooSmall],
    "no-finance": fallen[Gate.noFinance],
    "not-trusted": fallen[Gate.notTrusted],
  };
}

function bidsOf(world: World, terms: Terms, decision: Decision, passed: number): RankedBid[] {
  const { lot } = terms;
  const bids: RankedBid[] = [];
  for (let i = 0; i < passed; i++) {
    const supplier = field.qualified[i];
    bids.push({
      supplier,
      priceUsdPerMonth:
        field.unitCosts[i] * lot.valueUsdPerMonth * (1 + decision.markup) +
        frontingFeeUsd(world, terms, supplier),
      perceivedFailure: field.perceptions[i],
      expectedCostUsdPerMonth:
        fullCost(world, terms, i, decision.markup) - preferenceUsd(world, terms, supplier),
    });
  }
  // What was kept for some is imported only if nobody passed.
  if (importCompetes(terms) || decision.outcome === "import") {
    bids.push({
      supplier: null,
      priceUsdPerMonth: lot.valueUsdPerMonth * lot.importFactor,
      perceivedFailure: world.parameters.importPerceivedFailure,
      expectedCostUsdPerMonth: importCostUsd(world, terms),
    });
  }
  return bids.sort((a, b) => a.expectedCostUsdPerMonth - b.expectedCostUsdPerMonth);
}

/**
 * Where a firm's way through a tender ended: the first gate at which it fell, "outbid" or "won"; null if it was not looked at.
 * Who fell at a gate and is called in an emergency is still said to have fallen there.
 *
 * @param tender - The event.
 * @param supplier - Number of the firm.
 * @returns The gate's name.
 * @throws InputError for what is no event of a tender and no number of a firm.
 */
export function gateReached(tender: EventOf<"tender">, supplier: number): GateName | null {
  refuseIfAny("a way through a tender", askedProblems(tender, supplier));
  const { rejected, bids, winner } = tender;
  const fell = qualifyingGateNames.find((gate) => rejected[gate].includes(supplier));
  if (fell !== undefined) return fell;
  if (!bids.some((bid) => bid.supplier === supplier)) return null;
  return supplier === winner ? "won" : "outbid";
}

function askedProblems(tender: EventOf<"tender"> | null | undefined, supplier: number): Problem[] {
  const isTender = (tender?.type as unknown) === "tender";
  const isFirm = Number.isInteger(supplier) && supplier >= 0;
  return [
    ...(isTender ? [] : [{ path: "tender", value: tender, expected: 'an event of a run of type "tender"' }]),
    ...(isFirm
      ? []
      : [{ path: "supplier", value: supplier, expected: "the number of a firm of the run, from 0" }]),
  ];
}
