// Numbers as people read them. Money is in millions of US dollars unless said otherwise.
import { baseYear, monthsPerYear, usdPerMillion } from "../units.ts";

/** A number with so many digits after the point, thousands separated. */
export function fixed(value: number, digits: number): string {
  const [whole, fraction] = Math.abs(value).toFixed(digits).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const text = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return value < 0 && Number(Math.abs(value).toFixed(digits)) !== 0 ? `-${text}` : text;
}

/** The same with its sign; 0 has none. */
export function signed(value: number, digits: number): string {
  const text = fixed(value, digits);
  return text.startsWith("-") || Number(text) === 0 ? text : `+${text}`;
}

/**
 * A difference with its interval, as `+38.2 [31.0, 45.4]`, by the rule of {@link estimateText}; `none` where all is exactly 0, which
 * is a tie and no estimate.
 */
export function signedInterval(value: number, low: number, high: number, digits: number): string {
  if (value === 0 && low === 0 && high === 0) return "none";
  const text = estimateText(value, low, high, digits);
  return value > 0 && !/^0(\.0+)? /.test(text) ? `+${text}` : text;
}

/**
 * An estimate with its interval, as `38.2 [31.0, 45.4]`. It has the digits that are asked for, and more where the interval would read
 * as another: each end lies on its side of 0, and so does an estimate that is told apart from 0; ends that differ are printed so.
 * Where {@link mostDigits} digits do not suffice for that, a number is in powers of ten, as `-1.0e-7`.
 */
export function estimateText(value: number, low: number, high: number, digits: number): string {
  const isApart = low > 0 || high < 0;
  const onTheirSide = [low, high, ...(isApart ? [value] : [])].map((each) => digitsThatTell(each, digits));
  const shown = Math.max(
    digitsOfWidth(low, high, digits),
    ...onTheirSide.filter((each) => each <= mostDigits),
  );
  const text = (each: number) => (readsAsZero(each, shown) ? inPowers(each) : fixed(each, shown));
  const isTiny = readsAsZero(low, shown) && readsAsZero(high, shown);
  return `${isTiny || isApart ? text(value) : fixed(value, shown)} [${text(low)}, ${text(high)}]`;
}

/** Digits at which the ends of an interval are not printed as one number; those asked for where no printed number can tell them apart. */
function digitsOfWidth(low: number, high: number, digits: number): number {
  const isRounding = high - low <= Math.max(Math.abs(low), Math.abs(high)) * roundingShare;
  if (isRounding) return digits;
  for (let shown = digits; shown <= mostDigits; shown++) {
    if (low.toFixed(shown) !== high.toFixed(shown)) return shown;
  }
  return digits;
}

/** Whether so many digits print a number as 0 that is not. */
function readsAsZero(value: number, digits: number): boolean {
  return value !== 0 && Number(Math.abs(value).toFixed(digits)) === 0;
}

function inPowers(value: number): string {
  return value.toExponential(1);
}

/** So many digits after the point, or the more, up to eight, that it takes for a value that is not 0 not to be printed as 0. */
export function digitsThatTell(value: number, digits: number): number {
  let shown = digits;
  while (readsAsZero(value, shown) && shown < 8) shown += 1;
  return shown;
}

/** As `fixed`, with the digits that tell, or in powers of ten beyond {@link mostDigits}. */
export function fixedThatTells(value: number, digits: number): string {
  const shown = digitsThatTell(value, digits);
  return shown > mostDigits ? inPowers(value) : fixed(value, shown);
}

/** As `signed`, with the digits that tell, or in powers of ten. */
export function signedThatTells(value: number, digits: number): string {
  const text = fixedThatTells(value, digits);
  return value > 0 ? `+${text}` : text;
}

/** Digits after the point up to which a small number is read at a glance: US$ 10 of a million. */
const mostDigits = 5;

/** Share of an end up to which an interval's width is what sums leave in rounding. */
const roundingShare = 1e-9;

/** A share of 0..1 in percent. */
export function percent(share: number, digits = 0): string {
  return `${fixed(share * 100, digits)} %`;
}

/** A p-value; those below 0.001 are told as such. */
export function pValueText(pValue: number): string {
  return pValue < 0.001 ? "< 0.001" : fixed(pValue, 3);
}

/** US dollars in millions. */
export function millions(usd: number): number {
  return usd / usdPerMillion;
}

/** Digits after the point that show three significant ones, at most four. */
export function digitsFor(...values: readonly number[]): number {
  const largest = Math.max(...values.map(Math.abs).filter(Number.isFinite), 0);
  if (largest === 0 || largest >= 100) return largest === 0 || largest >= 1000 ? 0 : 1;
  return largest >= 10 ? 1 : largest >= 1 ? 2 : largest >= 0.1 ? 3 : 4;
}

/** How many there are of something, as `1 point` and `3 points`. */
export function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? "" : "s"}`;
}

/** Words of a list, as `a, b and c`. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}

/** Calendar month, as `January 2019`, of a month counted from January 2017. */
export function monthInWords(month: number): string {
  const year = baseYear + Math.floor(month / monthsPerYear);
  return `${monthNames[((month % monthsPerYear) + monthsPerYear) % monthsPerYear]} ${year}`;
}

const monthNames = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];
