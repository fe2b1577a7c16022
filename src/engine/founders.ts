// Some firms are founded by people from mines, with a tie that opens a door (footnote 12).
import type { Mine } from "../agents/mine.ts";
import type { Supplier } from "../agents/supplier.ts";
import { draw, Process } from "../random.ts";
import { strengthenTie } from "./evidence.ts";
import { operatingMineAt, type World } from "./world.ts";

/** Gives a firm the tie of its founder with a mine in operation, and says which; null for most firms, whose founders bring none. */
export function tieOfFounder(world: World, { key, id }: Supplier): Mine | null {
  const { root, parameters } = world;
  if (draw(root, Process.founderTie, key, 0) >= parameters.founderTieShare) return null;
  const mine = operatingMineAt(world, draw(root, Process.founderTie, key, 1));
  strengthenTie(world, mine.index, id, 1);
  return mine;
}
