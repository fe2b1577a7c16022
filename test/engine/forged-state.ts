// What somebody may make of a saved state who knows how its hash is made.
import type { SavedState } from "../../src/engine/saved-state.ts";
import { contentHash } from "../../src/scenarios/canonical.ts";

/** The state with its hash made to fit, as a forger would. */
export function forged(state: SavedState): SavedState {
  const { format, version, scenario, policies, seed, month, shapes, nodes } = state;
  const { id, title, beyondRanges, canonical, hash } = scenario;
  const head = [format, version, id, title, beyondRanges, canonical, hash, policies, seed, month];
  const body = [head, shapes.map(({ kind, frozen, keys }) => [kind, frozen, keys]), nodes];
  return { ...state, hash: contentHash(JSON.stringify(body)) };
}
