// Names of the model's enumerations as people read them. Where the model says Peruvian, a country's pack has its own word.
import type { GateName, OriginName, QuadrantName } from "../agents/codes.ts";
import type { DataPack } from "../data/packs/pack.ts";
import { peru2017 } from "../data/packs/peru-2017.ts";
import { spendTable, type CategoryId } from "../data/spend.ts";

/** A country and its people as sentences name them. */
export type Nation = Pick<DataPack, "country" | "demonym">;

/** The country that texts of the model speak of. */
export const usualNation: Nation = peru2017;

/** A text of the model, which speaks of Peru, as it is said of a country. A programme keeps its name. */
export function saidOf({ country, demonym }: Nation, text: string): string {
  // Without looking behind, which Safari has learnt only with version 16.4: the explorer would not load in one before it.
  return text.replace(/(\bInnovate )?\b(Peruvian|Peru)\b/g, (found, programme?: string) =>
    programme !== undefined ? found : found === "Peru" ? country : demonym,
  );
}

/** What a firm has behind it when it reaches a gate. */
export const gateWords: Readonly<Record<GateName, string>> = {
  reserved: "Looked at",
  "not-informed": "Not reserved for others",
  "not-registered": "Heard of the tender",
  "not-certified": "On the buyer's register",
  "too-small": "Certified",
  "no-finance": "Large enough",
  "not-trusted": "Can finance it",
  outbid: "Trusted",
  won: "Won the contract",
};

/** Who is paid, by where its owner is. */
export function originWords(origin: OriginName, demonym: string): string {
  return {
    peruvian: `${demonym}-owned firms`,
    chilean: demonym === "Peruvian" ? "Chilean subsidiaries" : "Neighbours' subsidiaries",
    global: "Global subsidiaries",
    imported: "Direct imports",
  }[origin];
}

export const quadrantWords: Readonly<Record<QuadrantName, string>> = {
  "low-risk-low-cost": "Low risk, low cost",
  "low-risk-high-cost": "Low risk, high cost",
  "high-risk-low-cost": "High risk, low cost",
  "high-risk-high-cost": "High risk, high cost",
  uncontested: "Not contested (few suppliers hold the market)",
};

/** A category's name in the table of spend. */
export function categoryWords(category: CategoryId): string {
  return spendTable.find(({ id }) => id === category)?.name ?? category;
}

/** The same where there is little room: without what is said after a comma, or of every service. */
export function shortCategoryWords(category: CategoryId): string {
  const short = categoryWords(category)
    .replace(/( .*) services$/, "$1")
    .replace(/, .*$/, "");
  return short.length > 30 ? `${short.slice(0, 29)}…` : short;
}

/** An id as words, its first letter large: `rio-blanco` as `Rio blanco`. */
export function idWords(id: string): string {
  const words = id.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
