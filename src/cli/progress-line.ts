// A line of progress that fits its terminal: the bar takes what room the words leave, and words are cut last.

/** Places of a bar: the fewest that tell something, and the most. */
const [shortest, longest] = [6, 30];

/** How far work has come, in words. */
export interface ProgressWords {
  /** Share of the work that is done, 0..1. */
  readonly progress: number;
  /** As `12/80 runs, 35s left`. */
  readonly state: string;
  /** What else is to be said; empty where nothing is. */
  readonly note: string;
}

/** A line of at most so many columns, less one: a terminal would go on in the next line after its last. */
export function progressLine({ progress, state, note }: ProgressWords, columns: number): string {
  const room = Math.max(0, columns - 1);
  const words = note === "" ? state : `${state}; ${note}`;
  if (words.length > room) return `${words.slice(0, Math.max(0, room - 1))}…`;
  const places = Math.min(longest, room - words.length - 1);
  if (places < shortest) return words;
  const full = Math.round(Math.min(1, Math.max(0, progress)) * places);
  return `${"█".repeat(full)}${"░".repeat(places - full)} ${words}`;
}
