// What events of many kinds say in the same words: when, and of whom or what.

/** An event of a month. */
export interface InMonth {
  /** Month in which it happened: 0 is January 2017, the burn-in is negative, and the opening is the month before that. */
  readonly month: number;
}

/** An event of one firm. */
export interface OfSupplier {
  /** Number of the firm in this run: its place in the run's `suppliers`. */
  readonly supplier: number;
}

/** An event of a contract, whoever holds it. */
export interface OfContract {
  /** Number of the contract in this run, by which other events name it. */
  readonly contract: number;
  /** Who buys: the id of a mine, or of an engineering firm as `engineering-firm-a`. */
  readonly buyer: string;
}

/** An event of a contract and its holder. */
export interface OfHolder extends OfContract {
  /** Number of the firm that holds the contract; null for a direct import. */
  readonly supplier: number | null;
}

/** An event of a firm's work on an unsolved problem of a mine. */
export interface OfChallenge extends OfSupplier {
  /** Number of the problem in this run, by which other events name it. */
  readonly challenge: number;
}
