import { z } from "zod";
import { definePolicy, type PolicyDefinition, type Recipe } from "../../src/scenarios/policy.ts";

/** Settings of a policy that has none. */
export type NoSettings = Record<string, never>;

type Described = Omit<PolicyDefinition<z.ZodType>, "settings" | "recipe">;

/** How a test describes a policy of one's own where nothing hangs on it. */
export const described = {
  id: "own",
  title: "Own",
  pillar: "existing",
  form: "law",
  mechanism: "A test's.",
  source: "a test",
} as const satisfies Described;

/** A policy of one's own that has no settings and does what its recipe says. */
export function ownPolicy(
  recipe: Recipe<NoSettings> = () => undefined,
  description: Partial<Described> = {},
) {
  return definePolicy({ ...described, settings: z.strictObject({}), recipe, ...description });
}
