// The settings of a policy as the page offers them, read from the policy's own schema.
import * as z from "zod/mini";
import type { Policy } from "../src/index.ts";

/** A value of a setting. */
export type SettingValue = string | number | boolean;

/** One setting of a policy. */
export interface Setting {
  readonly name: string;
  readonly usual: SettingValue;
  readonly meaning: string;
  readonly unit: string;
  /** Range of a number; null for others. */
  readonly range: readonly [number, number] | null;
  /** Values of a choice; empty for others. */
  readonly options: readonly string[];
}

interface Property {
  readonly default: SettingValue;
  readonly description?: string;
  readonly unit?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly string[];
}

const known = new Map<string, readonly Setting[]>();

/** The settings of a policy, in the order of its schema. */
export function settingsOf({ id, settings }: Pick<Policy, "id" | "settings">): readonly Setting[] {
  const found = known.get(id);
  if (found !== undefined) return found;
  const { properties = {} } = z.toJSONSchema(settings, { io: "input" }) as {
    properties?: Readonly<Record<string, Property>>;
  };
  const made = Object.entries(properties).map(
    ([name, { default: usual, description = "", unit = "", minimum, maximum, enum: options = [] }]) => ({
      name,
      usual,
      meaning: description,
      unit,
      range: minimum === undefined || maximum === undefined ? null : ([minimum, maximum] as const),
      options,
    }),
  );
  known.set(id, made);
  return made;
}

/** A text from an address as a value of a setting: what the setting cannot be is left as it is, for the scenario to refuse. */
export function settingValue(setting: Setting | undefined, text: string): SettingValue {
  if (setting !== undefined && setting.options.length > 0) return text;
  if (text === "true" || text === "false") return text === "true";
  return isDecimal(text) && Number.isFinite(Number(text)) ? Number(text) : text;
}

/** Whether a text is a number as the page writes one into an address, and not another that a program would read as one. */
export function isDecimal(text: string): boolean {
  return /^-?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/.test(text);
}
