// Ctrl-C and a scheduler's request to stop. Work that leaves nothing behind is ended by the system at once; other work listens.

/** A request to stop, while it is listened to. */
export interface Interruption {
  readonly signal: AbortSignal;
  /** Exit code of a stopped process, once it was asked to stop. */
  readonly exitCode: number | undefined;
}

/** Exit codes of a process that was asked to stop: from the keyboard, or by a scheduler. */
const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const;

/** Listens for requests to stop: the first lets the running batches end, the second ends the process at once. */
export function listenForInterruption(): Interruption {
  const controller = new AbortController();
  const interruption: { signal: AbortSignal; exitCode: number | undefined } = {
    signal: controller.signal,
    exitCode: undefined,
  };
  for (const [name, code] of Object.entries(exitCodes)) {
    process.on(name, () => {
      if (interruption.exitCode !== undefined) process.exit(code);
      interruption.exitCode = code;
      process.stderr.write("\nStopping after the running batches; once more stops at once.\n");
      controller.abort();
    });
  }
  return interruption;
}

/**
 * Work that lets go of the thread now and then, and that a request to stop ends by the process's own exit, so that what is half
 * made goes. Where requests are listened to already, it is left to whoever listens.
 */
export async function stoppable<Result>(work: () => Promise<Result>): Promise<Result> {
  if (Object.keys(exitCodes).some((name) => process.listenerCount(name) > 0)) return work();
  const listeners = Object.entries(exitCodes).map(([name, code]) => {
    const stop = () => {
      process.stderr.write("\nStopped.\n");
      process.exit(code);
    };
    process.on(name, stop);
    return () => process.off(name, stop);
  });
  try {
    return await work();
  } finally {
    for (const remove of listeners) remove();
  }
}
