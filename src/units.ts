/** Months in a calendar year. */
export const monthsPerYear = 12;
/** Days in a calendar year, for daily revenue. */
export const daysPerYear = 365;
/** Avoirdupois pounds in a metric tonne. */
export const poundsPerTonne = 2204.62262;
/** Cents in a dollar: the ledger counts whole cents, so that sums are exact in any order. */
export const centsPerUsd = 100;
/** Dollars in a million dollars. */
export const usdPerMillion = 1_000_000;
/** Calendar year of month 0 (January of that year): the year of the paper's tables. */
export const baseYear = 2017;

/** Calendar year of a month counted from January 2017; negative months lie before it. */
export function yearOfMonth(month: number): number {
  return baseYear + Math.floor(month / monthsPerYear);
}

/** Whether a calendar year ends with a month; negative months lie before January 2017. */
export function endsYear(month: number): boolean {
  return yearOfMonth(month + 1) !== yearOfMonth(month);
}

/** Whole cents nearest to an amount of US dollars. */
export function toCents(usd: number): number {
  return Math.round(usd * centsPerUsd);
}
