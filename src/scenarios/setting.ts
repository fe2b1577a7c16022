import * as z from "zod/mini";

/** A number that a policy can be given: its default, range, unit and meaning. */
export interface NumberSetting {
  readonly default: number;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  readonly meaning: string;
}

/** Zod schema of a numeric setting; the unit and the meaning travel with it into tables and JSON Schema. */
export function numberSetting({ default: value, low, high, unit, meaning }: NumberSetting) {
  return z
    ._default(z.number().check(z.minimum(low), z.maximum(high)), value)
    .check(z.meta({ unit, description: meaning }));
}

/** Zod schema of a setting with named options; the first is not special, the default is named. */
export function optionSetting<const Options extends readonly [string, ...string[]]>(
  options: Options,
  value: Options[number],
  meaning: string,
) {
  return z._default(z.enum(options), value).check(z.meta({ description: meaning }));
}

/** Zod schema of a yes-or-no setting. */
export function switchSetting(value: boolean, meaning: string) {
  return z._default(z.boolean(), value).check(z.meta({ description: meaning }));
}
