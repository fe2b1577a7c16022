// Public money paid in a policy's name, and told of when events are on.
import { centsPerUsd } from "../units.ts";
import type { PublicPurpose } from "./account-events.ts";
import { payFixedCost, payPublic } from "./ledger.ts";
import type { World } from "./world.ts";

/** Pays for something that helps a firm. */
export function payFor(
  world: World,
  policy: string,
  purpose: Exclude<PublicPurpose, "fixed-cost">,
  supplier: number,
  cents: number,
): void {
  payPublic(world.ledger, policy, cents);
  if (world.events !== null) tell(world, policy, purpose, supplier, cents);
}

/** Pays a month of a programme's fixed cost. */
export function payForProgramme(world: World, policy: string, cents: number): void {
  payFixedCost(world.ledger, policy, cents);
  if (world.events !== null) tell(world, policy, "fixed-cost", null, cents);
}

function tell(
  { events, month }: World,
  policy: string,
  purpose: PublicPurpose,
  supplier: number | null,
  cents: number,
): void {
  events?.push({ type: "public-payment", month, policy, purpose, supplier, paidUsd: cents / centsPerUsd });
}
