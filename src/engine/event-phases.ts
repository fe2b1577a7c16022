// Which events tell of decisions, and in which phase of the month these are taken.
import { accountEventTypes, type AccountEvent } from "./account-events.ts";
import type { SimulationEvent } from "./events.ts";

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
