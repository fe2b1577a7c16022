// The first page of an event log: the firms of the start with their cash, and the contracts of the first round.
import { originNames } from "../agents/codes.ts";
import { centsPerUsd } from "../units.ts";
import { tellContract } from "./contract-events.ts";
import type { World } from "./world.ts";

/** Tells how a world stands before its first month. */
export function tellOpening(world: World): void {
  const { month, parameters, suppliers, categories } = world;
  world.events?.push({ type: "opening", month, taxRate: parameters.taxRate });
  for (const { id, name, origin, categories: offered, cashCents, exporting } of suppliers) {
    world.events?.push({
      type: "incumbent",
      month,
      supplier: id,
      name,
      origin: originNames[origin],
      category: categories[offered[0]].id,
      cashUsd: cashCents / centsPerUsd,
      exporting,
    });
  }
  for (const contract of world.book.contracts) tellContract(world, contract);
}
