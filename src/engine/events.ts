// What happened, with reasons. Recording is off by default; a phase asks `world.events` once and does nothing when it is null.
import type { ContractKindName, GateName, OriginName, QuadrantName } from "../agents/codes.ts";
import type { ReasonToLeave } from "../agents/supplier.ts";
import type { CategoryId } from "../data/spend.ts";

interface Base {
  readonly month: number;
}

/** A bid that passed every gate, with the numbers on which the buyer decided. US$ a month. */
export interface RankedBid {
  /** Supplier id, or null for a direct import. */
  readonly supplier: number | null;
  readonly priceUsd: number;
  readonly perceivedFailure: number;
  /** Price plus perceived failure times the loss per failure, less what the buyer gives for local sourcing. */
  readonly expectedCostUsd: number;
}

export type SimulationEvent =
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
  | (Base & {
      readonly type: "contract";
      readonly contract: number;
      readonly kind: ContractKindName;
      readonly lot: number | null;
      readonly buyer: string;
      readonly category: CategoryId;
      readonly quadrant: QuadrantName;
      readonly supplier: number | null;
      readonly priceUsd: number;
      readonly startMonth: number;
      readonly endMonth: number;
      readonly subcontractors: readonly {
        readonly supplier: number;
        readonly priceUsd: number;
        readonly partner: boolean;
      }[];
    })
  | (Base & {
      readonly type: "failure";
      readonly contract: number;
      readonly supplier: number | null;
      readonly buyer: string;
      readonly lossUsd: number;
      readonly withheldUsd: number;
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
  | (Base & {
      readonly type: "adoption";
      readonly supplier: number;
      readonly challenge: number;
      readonly mine: string;
      readonly savingUsdPerYear: number;
      readonly premiumUsd: number;
    })
  | (Base & { readonly type: "export"; readonly supplier: number })
  | (Base & {
      readonly type: "entry";
      readonly supplier: number;
      readonly name: string;
      readonly origin: OriginName;
      readonly category: CategoryId;
      readonly founderTie: string | null;
    })
  | (Base & {
      readonly type: "exit";
      readonly supplier: number;
      readonly reason: ReasonToLeave;
    });

/** Name of a kind of event. */
export type EventType = SimulationEvent["type"];

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

const phases: Readonly<Record<EventType, PhaseName>> = {
  "policy-changed": "institutions",
  "government-changed": "institutions",
  "mine-stage": "market",
  failure: "delivery",
  tender: "procurement",
  contract: "procurement",
  challenge: "innovation",
  project: "innovation",
  adoption: "innovation",
  export: "innovation",
  registration: "capabilities",
  certificate: "capabilities",
  investment: "capabilities",
  entry: "finance",
  exit: "finance",
};

/** The phase of the month in which an event happens. */
export function phaseOf(event: SimulationEvent): PhaseName {
  // Who adopts a solution buys it there and then, without a tender.
  return event.type === "contract" && event.kind === "innovation" ? "innovation" : phases[event.type];
}
