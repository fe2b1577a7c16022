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

const nobodyReads =
  "One step too far writes to a place of the field that nobody reads before it is written again.";

const firstGateCounts =
  "Where only the first gate counts, looking on costs time: the lowest failed gate stays the first.";

const forTheCompiler = "What is asked for is always there at this place; the compiler does not know it.";

const noEmergencyAtHome =
  "An emergency is met by a foreign firm with room for the lot, which has no first entry and no part for partners.";

/** @type {readonly Explained[]} */
export const explained = [
  {
    file: "src/analysis/attribution.ts",
    line: 'const ends = [coalitionScenario(scenario, 0), variantOf(scenario, { id: "everybody" })];',
    changes: ["{}"],
    reason: "The plan of the two ends is checked and not run: nobody reads the name.",
  },
  {
    file: "src/scenarios/composition.ts",
    line: 'if (typeof a !== "number" || typeof b !== "number") return false;',
    changes: ["false", 'typeof a !== "number" && typeof b !== "number"'],
    reason:
      "Rules hold numbers, truths and names: the difference of two that are not both numbers is no number, or 1.",
  },
  {
    file: "src/scenarios/composition.ts",
    line: "return Math.abs(a - b) <= 4 * Number.EPSILON * Math.max(Math.abs(a), Math.abs(b));",
    changes: ["Math.min(Math.abs(a), Math.abs(b))"],
    reason: "Two numbers that differ in their last bits only are as large as one another.",
  },
  {
    file: "src/engine/tender.ts",
    line: "const open = { ...terms, reservedByRule: false, restricted: terms.lot.localArea, everyGate: false };",
    changes: ["true"],
    reason: firstGateCounts,
  },
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
    line: "if (sampleVariance === 0) return 0;",
    changes: ["false"],
    reason: "Without it the statistic is infinite, and the probability beyond it is 0 as well.",
  },
  {
    file: "src/scenarios/composition.ts",
    line: 'if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return path;',
    changes: ["false", 'typeof a !== "object" && typeof b !== "object"'],
    reason:
      "Both trees have the shape of the institutions: where one has a leaf, so has the other, and none is null.",
  },
  {
    file: "src/scenarios/policy.ts",
    line: "return rampMonths === 0 ? strength : strength * Math.min(1, (age + 1) / rampMonths);",
    changes: ["false"],
    reason: "Divided by 0 the ramp is infinitely steep: the strength is full at once as well.",
  },
  {
    file: "src/scenarios/policy.ts",
    line: "const immer = new Immer({ autoFreeze: true });",
    changes: ["{}"],
    reason: "It is the default, which is stated so that a reader knows it.",
  },
  {
    file: "src/scenarios/policy.ts",
    line: "return a.policy.id < b.policy.id ? -1 : a.policy.id > b.policy.id ? 1 : 0;",
    changes: ["true", "false", "a.policy.id >= b.policy.id", "a.policy.id <= b.policy.id"],
    reason: "The engine's sort asks only whether the answer is below 0; equal ids keep their order.",
  },
  {
    file: "src/analysis/attribution.ts",
    line: "optionNames: { seeds: true, metrics: true, window: true, confidence: true, orderPairs: true },",
    changes: ["false"],
    reason: "Only the names are read: as a record the compiler asks for each of them.",
  },
  {
    file: "src/analysis/attribution.ts",
    line: "complete?.map(shapleyValues) ?? values.map((v, seed) => shapleyOverOrders((orders ?? [])[seed], v));",
    changes: ['["Stryker was here"]'],
    reason: "Orders are there where the coalitions are not complete; the empty list is for the compiler.",
  },
  {
    file: "src/analysis/shapley.ts",
    line: "for (let size = 1; size < n; size++) weights.push((weights[size - 1] * size) / (n - size));",
    changes: ["size <= n"],
    reason: "One weight too many is never read: no coalition without a player has all n.",
  },
  {
    file: "src/engine/gates.ts",
    line: "for (let from = 0; from < notInformed.length; from++) {",
    changes: ["from <= notInformed.length"],
    reason: "A typed array takes no notice of what is written beyond its end.",
  },
  {
    file: "src/engine/gates.ts",
    line: "} else if ((bonds[row + supplier] & acquainted) === 0 && mutualRecognition === 0) {",
    changes: ["false"],
    reason: "A short cut for strangers: with no tie and no register the formula below gives the same number.",
  },
  {
    file: "src/engine/gates.ts",
    line: "registeredFrom[at] <= month || (mutualRecognition > 0 && isRecognised(world, supplier));",
    changes: ["true", "mutualRecognition >= 0"],
    reason: "isRecognised asks the same and says no; here it saves the call.",
  },
  {
    file: "src/engine/gates.ts",
    line: "if (!hears && !everyGate) {",
    changes: ["false", "{}"],
    reason: firstGateCounts,
  },
  {
    file: "src/engine/gates.ts",
    line: "for (let i = 0; i < looked; i++) {",
    changes: ["i <= looked"],
    reason: nobodyReads,
  },
  {
    file: "src/engine/gates.ts",
    line: "if (!everyGate) continue;",
    changes: ["false"],
    reason: firstGateCounts,
  },
  {
    file: "src/engine/gates.ts",
    line: "if (missing > 0 && (lenders.length === 0 || poolFor(world, terms, supplier) < missing)) {",
    changes: ["false"],
    reason:
      "Where nobody lends, the pool is 0, which is less than what is missing: the question saves the call.",
  },
  {
    file: "src/engine/gates.ts",
    line: "if (failed[i] !== 0 && !everyGate) continue;",
    changes: ["false"],
    reason: firstGateCounts,
  },
  {
    file: "src/engine/gates.ts",
    line: "if (mutualRecognition === 0 || world.columns.registeredSince[supplier] > world.month) return false;",
    changes: ["false"],
    reason: "No draw is below 0: the question saves the draw.",
  },
  {
    file: "src/engine/offers.ts",
    line: "for (let i = 0; i < count; i++) {",
    changes: ["i <= count"],
    reason: nobodyReads,
  },
  {
    file: "src/engine/offers.ts",
    line: "if (full < lowestWithoutPreference) lowestWithoutPreference = full;",
    changes: ["full <= lowestWithoutPreference"],
    reason: "Of equal numbers it does not matter which is kept.",
  },
  {
    file: "src/engine/offers.ts",
    line: "if (preference > 0) {",
    changes: ["true", "preference >= 0"],
    reason: "A preference of 0 adds 0: the question saves looking for a partner that fronts.",
  },
  {
    file: "src/engine/offers.ts",
    line: "const useful = terms.reservedByRule || world.rules.localContent.preference > 0;",
    changes: ["true", "world.rules.localContent.preference >= 0"],
    reason:
      "A partner asks for a part of what a preference is worth, of none nothing: the question saves the draw.",
  },
  {
    file: "src/engine/offers.ts",
    line: "winner: -1,",
    changes: ["+1"],
    reason:
      "Nobody has passed where there is an emergency, so there is no bidder 1 that could be taken for the winner.",
  },
  {
    file: "src/engine/tender.ts",
    line: "if (observed && terms.everyGate)",
    changes: ["true", "observed || terms.everyGate"],
    reason:
      "These counters have no place for months of the burn-in, and none at all unless every gate is asked for: there nothing is written.",
  },
  {
    file: "src/engine/tender.ts",
    line: "else if (supplier?.origin === Origin.peruvian) counts.awardsPeruvian += 1;",
    changes: ["supplier.origin"],
    reason: forTheCompiler,
  },
  {
    file: "src/engine/tender.ts",
    line: 'supplier === null || outcome === "emergency"',
    changes: ["false", '""'],
    reason: noEmergencyAtHome,
  },
  {
    file: "src/engine/tender.ts",
    line: "if (world.events !== null) tellTender(world, terms, bidders, decision, passed);",
    changes: ["true"],
    reason: "Without events it would be worked out what nobody keeps.",
  },
  {
    file: "src/engine/tender-events.ts",
    line: "world.events?.push({",
    changes: ["world.events.push"],
    reason: forTheCompiler,
  },
];
