/** One fact of the paper. */
export interface FactRecord {
  readonly id: string;
  readonly fact: string;
  /** In `unit`; a pair is a range, or two figures printed together, as `note` says. */
  readonly value: number | readonly [number, number] | null;
  /** The value as our table of the paper's facts writes it. */
  readonly printed: string;
  readonly unit: string;
  /** What the paper's wording adds, or where it does not agree with its own tables. */
  readonly note?: string;
  /** Section, table or footnote of the paper. */
  readonly source: string;
}
