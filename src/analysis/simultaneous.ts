// Intervals and tests that hold together: where many are shown, some would stand out by chance alone.

/**
 * Confidence at which each of several intervals is formed so that all hold together with the given confidence
 * (Bonferroni): it asks nothing of how they depend on each other.
 */
export function simultaneousConfidence(confidence: number, intervals: number): number {
  return 1 - (1 - confidence) / Math.max(1, intervals);
}

/**
 * p-values adjusted for being several (Holm 1979): with those below α taken as found, the chance of any false one is at most α,
 * however the tests depend on each other, where each p-value by itself is right. Null stands for no test, as of two runs that are
 * the same; it stays null.
 */
export function holm(pValues: readonly number[]): number[];
export function holm(pValues: readonly (number | null)[]): (number | null)[];
export function holm(pValues: readonly (number | null)[]): (number | null)[] {
  const order = pValues
    .map((p, index) => ({ p, index }))
    .filter((each): each is { p: number; index: number } => each.p !== null)
    .sort((a, b) => a.p - b.p);
  const adjusted = pValues.map(() => null as number | null);
  let highest = 0;
  order.forEach(({ p, index }, rank) => {
    highest = Math.max(highest, Math.min(1, p * (order.length - rank)));
    adjusted[index] = highest;
  });
  return adjusted;
}

/** Effects with their p-values adjusted by Holm's method, each for being one of those whose family has the same name. */
export function adjustedWithin<Tested extends { readonly pValue: number | null }>(
  effects: readonly Tested[],
  familyOf: (effect: Tested) => string,
): (Tested & { readonly adjustedPValue: number | null })[] {
  const families = new Map<string, Tested[]>();
  for (const effect of effects) {
    const name = familyOf(effect);
    const family = families.get(name);
    if (family === undefined) families.set(name, [effect]);
    else family.push(effect);
  }
  const adjusted = new Map<Tested, number | null>();
  for (const family of families.values()) {
    const pValues = holm(family.map(({ pValue }) => pValue));
    family.forEach((effect, i) => adjusted.set(effect, pValues[i]));
  }
  return effects.map((effect) => ({ ...effect, adjustedPValue: adjusted.get(effect) ?? null }));
}
