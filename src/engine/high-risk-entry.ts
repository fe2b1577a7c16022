// How Peruvian firms come to their first high-risk, high-cost work (3.7.1): by a challenge, or by an open tender.
import { Origin, Quadrant, RiskClass, type QuadrantCode, type RiskClassCode } from "../agents/codes.ts";
import type { Supplier } from "../agents/supplier.ts";
import type { World } from "./world.ts";

/** What a contract is for. */
interface ContractedWork {
  readonly category: number;
  /** Class of its risk as the run began. */
  readonly riskClass: RiskClassCode;
  readonly quadrant: QuadrantCode;
}

/**
 * Counts a Peruvian firm's first contract for high-risk, high-cost inputs: by a challenge if a solution of its own is or was adopted
 * in the category, which holds for the solution's own contract too, else by open tender. High-risk is what was so at the start, too.
 */
export function noteHighRiskEntry(world: World, supplier: Supplier, work: ContractedWork): void {
  const { category, riskClass, quadrant } = work;
  if (supplier.origin !== Origin.peruvian || supplier.enteredHighRisk) return;
  if (quadrant !== Quadrant.highRiskHighCost || riskClass !== RiskClass.high) return;
  supplier.enteredHighRisk = true;
  const { counts, solutions } = world;
  if (solutions.some((each) => each.supplier === supplier && each.challenge.category === category))
    counts.highRiskEntriesByChallenge += 1;
  else counts.highRiskEntriesByTender += 1;
}
