// Ctrl-C and a scheduler's request to stop: the first lets the running batches end, the second ends the process at once.

/** A request to stop, while it is listened to. */
export interface Interruption {
  readonly signal: AbortSignal;
  /** Exit code of a stopped process, once it was asked to stop. */
  readonly exitCode: number | undefined;
}

/** Exit codes of a process that was asked to stop: from the keyboard, or by a scheduler. */
export const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const;

/** Listens for requests to stop, in place of what the command line does with them. */
export function listenForInterruption(): Interruption {
  const controller = new AbortController();
  const interruption: { signal: AbortSignal; exitCode: number | undefined } = {
    signal: controller.signal,
    exitCode: undefined,
  };
  for (const [name, code] of Object.entries(exitCodes)) {
    process.removeAllListeners(name);
    process.on(name, () => {
      if (interruption.exitCode !== undefined) process.exit(code);
      interruption.exitCode = code;
      process.stderr.write("\nStopping after the running batches; once more stops at once.\n");
      controller.abort();
    });
  }
  return interruption;
}
