// What a policy's settings are, in words: read from the same schemas that check them.
import * as z from "zod/mini";
import type { Policy } from "./policy.ts";

/** A setting of a policy. */
export interface SettingDescription {
  readonly name: string;
  readonly meaning: string;
  readonly unit: string;
  readonly default: unknown;
  /** Range of a number. */
  readonly low?: number;
  readonly high?: number;
  /** Names to choose from. */
  readonly options?: readonly string[];
}

interface PropertySchema {
  readonly type?: string;
  readonly description?: string;
  readonly unit?: string;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly string[];
}

/** The settings of a policy, in the order of its definition. */
export function describeSettings({ settings }: Policy): readonly SettingDescription[] {
  const { properties = {} } = z.toJSONSchema(settings, { io: "input" });
  return Object.entries(properties as Record<string, PropertySchema>).map(([name, property]) => ({
    name,
    meaning: property.description ?? "",
    unit: property.unit ?? (property.type === "boolean" ? "true or false" : "name"),
    default: property.default,
    ...(property.minimum === undefined ? {} : { low: property.minimum }),
    ...(property.maximum === undefined ? {} : { high: property.maximum }),
    ...(property.enum === undefined ? {} : { options: property.enum }),
  }));
}

/** The range or the names of a setting, in a few words. */
export function rangeInWords({ low, high, options, unit }: SettingDescription): string {
  if (options !== undefined) return options.join(", ");
  if (low === undefined && high === undefined) return unit;
  return `${low ?? "any"} to ${high ?? "any"}`;
}
