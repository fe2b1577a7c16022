// Intervals that hold together: where many are shown, some would miss by chance alone.

/**
 * Confidence at which each of several intervals is formed so that all hold together with the given confidence
 * (Bonferroni): it asks nothing of how they depend on each other.
 */
export function simultaneousConfidence(confidence: number, intervals: number): number {
  return 1 - (1 - confidence) / Math.max(1, intervals);
}
