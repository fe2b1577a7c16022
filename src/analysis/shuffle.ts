// Random orders by key, for the designs of analyses. They are no part of a run, so they have draws of their own.
import { draw, rootKey } from "../random.ts";

/** Numbers below `count` in an order that depends on the key and the place in a series alone; every order is as likely. */
export function shuffled(count: number, key: string, place: number): number[] {
  const root = rootKey(key);
  const order = Array.from({ length: count }, (_, i) => i);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(draw(root, 0, place, last) * (last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}
