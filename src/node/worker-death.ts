/** Whether an error is what a pool says of a worker that ended while it worked: killed, or out of memory. */
export function isWorkerDeath(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const { code = "" } = error as NodeJS.ErrnoException;
  return code.startsWith("ERR_WORKER_") || error.message.startsWith("worker exited");
}
