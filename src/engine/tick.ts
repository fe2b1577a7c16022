// One month, in eight phases (ODD 3).
import { openMonth } from "./ledger.ts";
import type { Observations } from "./observations.ts";
import { capabilities } from "./phases/capabilities.ts";
import { delivery } from "./phases/delivery.ts";
import { finance } from "./phases/finance.ts";
import { innovation } from "./phases/innovation.ts";
import { institutions } from "./phases/institutions.ts";
import { market } from "./phases/market.ts";
import { observe } from "./phases/observe.ts";
import { procurement } from "./phases/procurement.ts";
import { openCounts, type World } from "./world.ts";

/** Goes on to the next month: nothing has been paid or counted in it. */
export function beginMonth(world: World): void {
  world.month += 1;
  openMonth(world.ledger);
  openCounts(world);
}

/** Advances the world by one month. */
export function tick(world: World, observations: Observations): void {
  beginMonth(world);

  // The policies in force set the rules of the month.
  institutions(world);
  // The copper price moves, and projects start or finish.
  market(world);
  // Contracts deliver a month, well or badly, and are paid.
  delivery(world);
  // What is due is tendered: gates, bids, awards.
  procurement(world);
  // Mines meet problems; suppliers research, prove and sell solutions.
  innovation(world);
  // Firms learn, forget, and once a year decide what to invest in.
  capabilities(world);
  // Fixed costs, tax and credit; firms leave, firms enter.
  finance(world);
  // What the month was like is written down.
  observe(world, observations);
}
