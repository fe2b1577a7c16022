// How long and how large a run can be asked for: the numbers that scenarios, packs, studies and parameters are checked against.

/** Months observed at most: a century from January 2017. */
export const mostMonths = 1200;
/** Months run before the observed ones at most. */
export const mostBurnInMonths = 600;
/** Firms at the start: fewer make no market, more no longer fit into a machine. */
export const fewestFirms = 50;
export const mostFirms = 100_000;
