// What a figure from outside the paper is.

/** Subjects of the outside figures. */
export const externalTopics = [
  "price",
  "suppliers",
  "rdcredit",
  "innovation",
  "chile",
  "practice",
  "finance",
  "literature",
  "portfolio",
  "output",
  "procurement",
] as const;

/** Subject of an outside figure. */
export type ExternalTopic = (typeof externalTopics)[number];

/** One figure from outside the paper. */
export interface ExternalRecord {
  readonly id: string;
  readonly topic: ExternalTopic;
  readonly description: string;
  /** In `unit`, as the source has it: shares of kind "%" stay percentages here. */
  readonly value: number;
  readonly unit: string;
  /** Year or period that the figure holds for, as the source has it. */
  readonly year: string;
  readonly source: string;
  readonly url: string;
  /** How far to trust it: `high` for the issuer's own or an official figure, `medium` for a report of it. */
  readonly confidence: "high" | "medium";
}
