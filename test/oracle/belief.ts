// What a buyer believes of a supplier, worked out the slow and obvious way: every month of work is kept as an observation, and
// each belief adds them all up, faded month by month.

/** A month that a buyer saw of a supplier: good or bad, and how much it counts. */
export interface Observation {
  readonly month: number;
  readonly buyer: number;
  readonly good: number;
  readonly bad: number;
}

/** Who looks, and with what weights. */
export interface Look {
  readonly month: number;
  readonly buyer: number;
  readonly sharesRecordsWith: number;
  readonly caution: number;
  readonly retention: number;
  readonly sharedOwnerWeight: number;
  readonly otherBuyersWeight: number;
  readonly priorFailures: number;
  readonly priorSuccesses: number;
  /** Good and bad months that are believed beside what was seen: a parent's, a tie's. */
  readonly taken: { readonly good: number; readonly bad: number };
}

/** Mean of a Beta belief plus so many standard deviations. */
export function believedFailure(observations: readonly Observation[], look: Look): number {
  let a = look.priorFailures + look.taken.bad;
  let b = look.priorSuccesses + look.taken.good;
  for (const { month, buyer, good, bad } of observations) {
    let weight = look.otherBuyersWeight;
    if (buyer === look.sharesRecordsWith) weight = look.sharedOwnerWeight;
    if (buyer === look.buyer) weight = 1;
    for (let age = month; age < look.month; age++) weight *= look.retention;
    a += weight * bad;
    b += weight * good;
  }
  const mean = a / (a + b);
  const variance = (a * b) / ((a + b) * (a + b) * (a + b + 1));
  return mean + look.caution * Math.sqrt(variance);
}
