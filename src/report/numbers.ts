// Numbers as people read them. Money is in millions of US dollars unless said otherwise.
import { usdPerMillion } from "../units.ts";

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
  return text.startsWith("-") || Number(text.replaceAll(",", "")) === 0 ? text : `+${text}`;
}

/**
 * A difference with its interval, as `+38.2 [31.0, 45.4]`: with more digits where an interval that leaves 0 out would be printed as
 * if it did not, or one with a width as if it had none; `none` where all is exactly 0, which is a tie and no estimate.
 */
export function signedInterval(value: number, low: number, high: number, digits: number): string {
  if (value === 0 && low === 0 && high === 0) return "none";
  const nearer = low > 0 ? low : high < 0 ? high : Math.max(Math.abs(low), Math.abs(high));
  const shown = digitsThatTell(nearer, digits);
  return `${signed(value, shown)} [${fixed(low, shown)}, ${fixed(high, shown)}]`;
}

/** So many digits after the point, or the more that it takes for a value that is not 0 not to be printed as 0. */
export function digitsThatTell(value: number, digits: number): number {
  let shown = digits;
  while (value !== 0 && Number(Math.abs(value).toFixed(shown)) === 0 && shown < mostDigits) shown += 1;
  return shown;
}

/** As `fixed`, with the digits that tell. */
export function fixedThatTells(value: number, digits: number): string {
  return fixed(value, digitsThatTell(value, digits));
}

/** As `signed`, with the digits that tell. */
export function signedThatTells(value: number, digits: number): string {
  return signed(value, digitsThatTell(value, digits));
}

/** Smaller values are what sums leave in rounding: US$ 1 is a millionth of a million. */
const mostDigits = 8;

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

/** Words of a list, as `a, b and c`. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}

/** Calendar month, as `January 2019`, of a month counted from January 2017. */
export function monthInWords(month: number): string {
  const year = 2017 + Math.floor(month / 12);
  return `${monthNames[((month % 12) + 12) % 12]} ${year}`;
}

const monthNames = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];
