// What `npm run mutants` mutates, and the tests that must notice. Only tests that are quick are named: each mutant runs those
// that reach it.

/**
 * @typedef {object} Group
 * @property {string} id Name on the command line and in the page.
 * @property {readonly string[]} sources Files that are mutated.
 * @property {readonly string[]} tests Test files that are run.
 */

/** @type {readonly Group[]} */
export const groups = [
  {
    id: "belief",
    sources: ["src/agents/belief.ts"],
    tests: ["test/agents/belief.test.ts"],
  },
  {
    id: "policies",
    sources: ["src/scenarios/composition.ts", "src/scenarios/policy.ts"],
    tests: ["test/scenarios/composition.test.ts", "test/scenarios/policy.test.ts"],
  },
  {
    id: "effects",
    sources: ["src/analysis/effects.ts", "src/analysis/mean-test.ts", "src/analysis/sample-problems.ts"],
    tests: ["test/analysis/effects.test.ts"],
  },
  {
    id: "attribution",
    sources: ["src/analysis/attribution.ts", "src/analysis/shapley.ts"],
    tests: [
      "test/analysis/attribution.test.ts",
      "test/analysis/shapley.test.ts",
      "test/analysis/asked.test.ts",
    ],
  },
  {
    id: "ledger",
    sources: ["src/engine/ledger.ts", "src/engine/ladder-tables.ts", "src/engine/standing.ts"],
    tests: ["test/engine/ledger.test.ts", "test/engine/standing.test.ts"],
  },
  {
    id: "gates",
    sources: ["src/engine/gates.ts"],
    tests: ["test/engine/gates.test.ts"],
  },
  {
    id: "award",
    sources: ["src/engine/offers.ts", "src/engine/tender.ts", "src/engine/tender-events.ts"],
    tests: [
      "test/engine/award.test.ts",
      "test/engine/gates.test.ts",
      "test/engine/local-content.test.ts",
      "test/engine/tender-events.test.ts",
    ],
  },
];

/** The group of a name, if there is one. */
export const groupOf = (id) => groups.find((group) => group.id === id);
