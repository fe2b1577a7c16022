import { z } from "zod";
import { definePolicy, type Recipe } from "../../src/scenarios/policy.ts";

/** A policy of one's own that has no settings and does what its recipe says. */
export function ownPolicy(recipe: Recipe<Record<string, never>> = () => undefined) {
  return definePolicy({
    id: "own",
    title: "Own",
    pillar: "existing",
    form: "law",
    mechanism: "none",
    source: "none",
    settings: z.strictObject({}),
    recipe,
  });
}
