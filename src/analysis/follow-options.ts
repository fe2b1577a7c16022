// Who follows runs while they are made. In a file of its own: what asks only for these names loads no reading of runs.

/** How runs are followed by somebody who waits for what they say together. */
export interface FollowOptions {
  /**
   * Called as runs end, with how many have ended and how many there will be. Where later runs depend on earlier ones, these are the
   * runs that are known of by then, and the total grows.
   */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Ends the runs: no further one is begun, nothing is handed over, and who waits is told by an error, the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Names of {@link FollowOptions}. */
export const followOptionNames = ["onProgress", "signal"] as const satisfies readonly (keyof FollowOptions)[];
