// What happened, with reasons. Recording is off by default; a phase asks `world.events` once and does nothing when it is null.
// A log is complete: from it alone follow the ladder of value, all flows, public money and each firm's cash, to the cent.
import type { ContractKindName, GateName, OriginName, QuadrantName } from "../agents/codes.ts";
import type { ReasonToLeave } from "../agents/supplier.ts";
import type { CategoryId } from "../data/spend.ts";
import { accountEventTypes, type AccountEvent } from "./account-events.ts";

interface Base {
  readonly month: number;
}

/** A part of a contract that is passed on. US$ a month in whole cents. */
export interface SubcontractTerms {
  /** Supplier id. */
  readonly supplier: number;
  /** What it is paid, and what the work costs it. */
  readonly priceUsd: number;
  readonly costUsd: number;
  /** Imported part of the cost. */
  readonly importedUsd: number;
  /** Whether it is a partner of a consortium. */
  readonly partner: boolean;
}

/** A bid that passed every gate, with the numbers on which the buyer decided. US$ a month. */
export interface RankedBid {
  /** Supplier id, or null for a direct import. */
  readonly supplier: number | null;
  readonly priceUsd: number;
  /** Chance of a failure in a month as the buyer sees it, 0..1. */
  readonly perceivedFailure: number;
  /** Price plus perceived failure times the loss per failure, less what the buyer gives for local sourcing. */
  readonly expectedCostUsd: number;
}

/** What happened in a month. Money that moves is in whole cents; what firms and buyers only estimate is not. */
export type SimulationEvent =
  | AccountEvent
  | (Base & { readonly type: "policy-changed"; readonly policy: string; readonly strength: number })
  | (Base & {
      readonly type: "government-changed";
      readonly ended: readonly string[];
      readonly survived: readonly string[];
    })
  | (Base & {
      readonly type: "mine-stage";
      readonly mine: string;
      readonly stage: "development" | "operation" | "expansion-started" | "expansion-finished";
      readonly project: string;
    })
  | (Base & {
      readonly type: "tender";
      readonly lot: number;
      readonly buyer: string;
      readonly site: string;
      readonly category: CategoryId;
      readonly valueUsd: number;
      readonly risk: number;
      readonly quadrant: QuadrantName;
      readonly toleratedFailure: number;
      readonly lossPerFailureUsd: number;
      /** Every firm looked at that did not qualify, and the first gate at which it fell. */
      readonly rejected: readonly { readonly supplier: number; readonly gate: GateName }[];
      readonly bids: readonly RankedBid[];
      /** Supplier id of the winner, null for an import or when the lot stayed open. */
      readonly winner: number | null;
      readonly outcome: ContractKindName | "open";
    })
  /** A contract, which delivers from its first month on. US$ a month in whole cents. */
  | (Base & {
      readonly type: "contract";
      readonly contract: number;
      readonly kind: ContractKindName;
      readonly lot: number | null;
      readonly buyer: string;
      /** Mine where the work is done. */
      readonly site: string;
      readonly category: CategoryId;
      readonly quadrant: QuadrantName;
      /** Whether it is a capital package of a project. */
      readonly capital: boolean;
      /** Null for a direct import. */
      readonly supplier: number | null;
      readonly priceUsd: number;
      /** Cost of what the holder does itself, and the imported part of it. */
      readonly costUsd: number;
      readonly importedUsd: number;
      /** Fee of a local partner that fronts for the holder, paid out of the price as far as the price less subcontracts goes. */
      readonly frontingUsd: number;
      /** What the buyer pays above the cheapest offer because a rule or a preference asks for it. */
      readonly preferenceUsd: number;
      /** What the buyer saves by an adopted innovation. */
      readonly savingUsd: number;
      readonly startMonth: number;
      /** First month no longer delivered, as agreed. */
      readonly endMonth: number;
      readonly subcontractors: readonly SubcontractTerms[];
    })
  /** A month that went badly. Costs are spent all the same; an import is paid in full. */
  | (Base & {
      readonly type: "failure";
      readonly contract: number;
      readonly supplier: number | null;
      readonly buyer: string;
      readonly lossUsd: number;
      /** What the buyer does not pay of the price. */
      readonly withheldUsd: number;
      /** Of that, what the local partner and those to whom work was passed on do not get; the holder bears the rest. */
      readonly frontingWithheldUsd: number;
      readonly subcontractors: readonly { readonly supplier: number; readonly withheldUsd: number }[];
    })
  /** A second-tier firm or partner failed; the lot is delivered all the same, and its buyer sees who it was. */
  | (Base & {
      readonly type: "subcontract-failure";
      readonly contract: number;
      readonly supplier: number;
      readonly buyer: string;
      readonly partner: boolean;
    })
  | (Base & {
      readonly type: "registration";
      readonly supplier: number;
      readonly buyer: string;
      readonly result: "granted" | "refused";
      readonly fromMonth: number;
    })
  | (Base & { readonly type: "certificate"; readonly supplier: number; readonly level: number })
  | (Base & {
      readonly type: "investment";
      readonly supplier: number;
      readonly kind: string;
      /** What the firm pays. */
      readonly costUsd: number;
    })
  | (Base & {
      readonly type: "challenge";
      readonly challenge: number;
      readonly mine: string;
      readonly category: CategoryId;
      readonly change: "arisen" | "disclosed" | "solved-locally" | "solved-abroad" | "lapsed";
    })
  | (Base & {
      readonly type: "project";
      readonly supplier: number;
      readonly challenge: number;
      readonly mine: string;
      readonly step:
        "started" | "research-done" | "prototype-done" | "trial-passed" | "adopted" | "abandoned";
      readonly reason: string;
      readonly partner: string;
    })
  /** A trial at scale begins; a slot at the testing centre costs. */
  | (Base & {
      readonly type: "trial";
      readonly supplier: number;
      readonly challenge: number;
      readonly mine: string;
      readonly at: "mine" | "testing-centre";
      readonly costUsd: number;
    })
  | (Base & {
      readonly type: "adoption";
      readonly supplier: number;
      readonly challenge: number;
      readonly mine: string;
      readonly savingUsdPerYear: number;
      readonly premiumUsd: number;
    })
  /** A firm's first exports; what it sells follows month by month. */
  | (Base & { readonly type: "export"; readonly supplier: number })
  | (Base & {
      readonly type: "entry";
      readonly supplier: number;
      readonly name: string;
      readonly origin: OriginName;
      readonly category: CategoryId;
      readonly founderTie: string | null;
      /** Its capital; a start-up grant comes on top. */
      readonly cashUsd: number;
    })
  | (Base & {
      readonly type: "exit";
      readonly supplier: number;
      readonly reason: ReasonToLeave;
    });

/** Name of a kind of event. */
export type EventType = SimulationEvent["type"];

/** The events of a kind. */
export type EventOf<Type extends EventType> = Extract<SimulationEvent, { readonly type: Type }>;

/** Phases of a month in which something happens, in their order. */
export const phaseNames = [
  "institutions",
  "market",
  "delivery",
  "procurement",
  "innovation",
  "capabilities",
  "finance",
] as const;

/** A phase of a month. */
export type PhaseName = (typeof phaseNames)[number];

/** An event that tells of a decision or of what came of one, and not only of an entry in the books. */
export type DecisionEvent = Exclude<SimulationEvent, AccountEvent>;

/** Whether an event tells of a decision. */
export function isDecision(event: SimulationEvent): event is DecisionEvent {
  return !accountEventTypes.has(event.type);
}

const phases: Readonly<Record<DecisionEvent["type"], PhaseName>> = {
  "policy-changed": "institutions",
  "government-changed": "institutions",
  "mine-stage": "market",
  failure: "delivery",
  "subcontract-failure": "delivery",
  tender: "procurement",
  contract: "procurement",
  challenge: "innovation",
  project: "innovation",
  trial: "innovation",
  adoption: "innovation",
  export: "innovation",
  registration: "capabilities",
  certificate: "capabilities",
  investment: "capabilities",
  entry: "finance",
  exit: "finance",
};

/** The phase of the month in which an event happens. */
export function phaseOf(event: DecisionEvent): PhaseName {
  // Who adopts a solution buys it there and then, without a tender.
  return event.type === "contract" && event.kind === "innovation" ? "innovation" : phases[event.type];
}
