const microsecondsPerMs = 1000;

/** Processor time of this process so far, compilers and collectors included, ms: others on the machine hardly lengthen it. */
export function processorMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / microsecondsPerMs;
}
