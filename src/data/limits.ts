// How long, how large and how costly a run can be asked for: the numbers that scenarios, packs, studies and parameters are checked against.

/** Months observed at most: a century from January 2017. */
export const mostMonths = 1200;
/** Months run before the observed ones at most. */
export const mostBurnInMonths = 600;
/** Firms at the start: fewer make no market, more no longer fit into a machine. */
export const fewestFirms = 50;
export const mostFirms = 100_000;
/**
 * Fixed cost of a policy at most, US$ a year: over the longest horizon those of the whole catalogue together are still whole cents,
 * which numbers hold exactly up to 2^53.
 */
export const mostFixedCostUsdPerYear = 1e10;
