// What a release makes of the answer of `npm run audit`.

/**
 * @param {number | null} status How the audit ended: with 0 when nothing is known of holes, with 1 when some are known, else because
 * the registry could not be asked.
 * @param {boolean} unaudited Whether a release may go on where the registry could not be asked.
 * @returns {{ audit: string, stops?: string }} What the release's statement says, and why there is no release if there is none.
 */
export function verdictOf(status, unaudited) {
  if (status === 0) return { audit: "no dependency has a hole that the registry knows of" };
  if (status === 1) {
    const audit = "dependencies have known holes";
    return { audit, stops: "No release: some dependencies have known holes, which no option passes over." };
  }
  const audit = "the registry could not be asked for known holes";
  if (unaudited) return { audit };
  const stops = `No release: ${audit}. Release from where it answers, or say --unaudited, which the statement will tell.`;
  return { audit, stops };
}
