// Survivors that no test can kill, or none should, each with the reason. A survivor is named by its file, its line without the
// spaces around it, and what Stryker put there; so a reason is lost with the line that it is about.

/**
 * @typedef {object} Explained
 * @property {string} file Path from the root of the repository.
 * @property {string} line The line of code on which the change begins, trimmed.
 * @property {readonly string[]} changes What Stryker wrote instead.
 * @property {string} reason Why no test can, or should, notice.
 */

const oneTooFar =
  "One step too far reads and writes beyond the end of a typed array, which gives undefined and does nothing.";

/** @type {readonly Explained[]} */
export const explained = [
  {
    file: "src/engine/ledger.ts",
    line: "for (let rung = 0; rung < rungCount; rung++) total[rung] = total[rung] - ledger.before[rung];",
    changes: ["rung <= rungCount"],
    reason: oneTooFar,
  },
  {
    file: "src/engine/ledger.ts",
    line: "for (let rung = 0; rung < rungCount; rung++) total[rung] = total[rung] + bySite[at + rung];",
    changes: ["rung <= rungCount"],
    reason: oneTooFar,
  },
  {
    file: "src/engine/ledger.ts",
    line: "for (let at = 0; at < sums.length; at++) sums[at] = sums[at] + added[at];",
    changes: ["at <= sums.length"],
    reason: oneTooFar,
  },
  {
    file: "src/engine/standing.ts",
    line: "const tax = profit > 0 ? profit - Math.round(profit * (1 - world.parameters.taxRate)) : 0;",
    changes: ["profit >= 0"],
    reason: "The tax on a profit of 0 is 0 by the formula too.",
  },
  {
    file: "src/analysis/effects.ts",
    line: "numerators.reduce((sum, each, i) => sum + (each - above) * (denominators[i] - below), 0) / (n - 1);",
    changes: ["each + above", "denominators[i] + below"],
    reason:
      "A sum of products with deviations from a mean does not change when a constant is added to the other factor: the deviations add up to 0.",
  },
  {
    file: "src/analysis/effects.ts",
    line: "if (square <= 0) {",
    changes: ["square < 0"],
    reason: "At exactly 0 both say that there are no bounds; rounding keeps any sample from getting there.",
  },
  {
    file: "src/analysis/effects.ts",
    line: "if (sampleVariance === 0) return 0;",
    changes: ["false"],
    reason: "Without it the statistic is infinite, and the probability beyond it is 0 as well.",
  },
];
