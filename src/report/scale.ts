// Money is shown in millions; everything else as it is.
import { usdPerMillion } from "../units.ts";

/** How values of a unit are shown. */
export interface Scale {
  /** What values are multiplied by. */
  readonly factor: number;
  readonly unit: string;
}

/** The scale of a unit, as `US$ million a year` for `US$ a year`. */
export function scaleOf(unit: string): Scale {
  const money = /^US\$( a year)?$/.exec(unit);
  return money === null
    ? { factor: 1, unit }
    : { factor: 1 / usdPerMillion, unit: `US$ million${money[1] ?? ""}` };
}
