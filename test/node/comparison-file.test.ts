import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { compare } from "../../src/analysis/compare.ts";
import { pairedEffect } from "../../src/analysis/effects.ts";
import { InputError } from "../../src/errors.ts";
import { readComparisonFile } from "../../src/node/comparison-file.ts";

const size = { population: 50, months: 12, burnInMonths: 0 };
const comparison = compare(
  [
    { id: "baseline", ...size },
    { id: "portal", policies: [{ policy: "challenge-portal", startMonth: 2 }], ...size },
  ],
  { seeds: 2 },
);
const origin = {
  version: "0",
  command: "eslabon compare",
  scenarioFiles: [{ name: "portal.yaml", text: "id: portal" }],
  nation: { country: "Chile", demonym: "Chilean" },
};

function read(content: unknown) {
  const folder = mkdtempSync(join(tmpdir(), "eslabon-comparison-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "comparison.json");
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return readComparisonFile(file);
}

function problemsOf(content: unknown): string {
  try {
    read(content);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return "none";
}

describe("a file of what compare --json printed", () => {
  it("gives the comparison, and what it takes to make its runs again", () => {
    expect(read({ ...comparison, ...origin, summary: [] })).toMatchObject({
      comparison: JSON.parse(JSON.stringify(comparison)) as object,
      origin,
    });
  });

  it("works out what its effects come to anew", () => {
    const found = [
      pairedEffect([1, 2], [2, 3]),
      pairedEffect([1, 2], [2, 3.01]),
      pairedEffect([1, 2], [1, 2]),
    ];
    const effects = comparison.effects.map((effect, i) => ({ ...effect, ...found[i % 3] }));
    const verdicts = effects.map(({ verdict }) => verdict);
    expect(verdicts.slice(0, 3)).toEqual(["too few pairs", "higher", "identical"]);
    const edited = effects.map((effect) => ({ ...effect, verdict: "lower" }));
    expect(read({ ...comparison, effects: edited }).comparison.effects.map(({ verdict }) => verdict)).toEqual(
      verdicts,
    );
  });

  it("is read as well where a stopping rule is printed around it", () => {
    const { comparison: inner, origin: outer } = read({ reached: true, comparison, ...origin });
    expect(inner.effects).toHaveLength(comparison.effects.length);
    expect(outer).toEqual(origin);
  });

  it("need not say where it came from, but says all of it where it says some", () => {
    expect(read(comparison).origin).toBeNull();
    const { nation: _, ...most } = origin;
    expect(problemsOf({ ...comparison, ...most })).toContain(
      "nation: found undefined, expected keys and values",
    );
    expect(
      problemsOf({ ...comparison, ...origin, scenarioFiles: [{ name: "portal.yaml" }], seeds: 3 }),
    ).toMatch(
      /2 problems\n {2}- seeds: .*\n {2}- scenarioFiles\[0\]\.text: found undefined, expected a text/,
    );
  });

  it("is refused with a month that no whole number is", () => {
    expect(problemsOf({ ...comparison, window: { fromMonth: 0, toMonth: 1e20 } })).toContain(
      "window.toMonth: found 1",
    );
  });

  it("is refused with one seed, from which nothing follows", () => {
    expect(problemsOf({ ...comparison, seeds: [1] })).toContain(
      "seeds: found [1], expected a list of at least 2",
    );
  });

  it("is refused with a window that is none", () => {
    const window = { fromMonth: 9, toMonth: 3 };
    expect(problemsOf({ ...comparison, window })).toContain(
      "window.toMonth: found 3, expected a month after fromMonth (9)",
    );
    expect(problemsOf({ ...comparison, window: { fromMonth: -5, toMonth: 3 } })).toContain(
      "window.fromMonth: found -5",
    );
  });

  it("is refused where a part is missing, and told which", () => {
    const without = comparison.effects.filter(({ metric }) => metric !== "bids");
    expect(problemsOf({ ...comparison, effects: without })).toContain(
      'effects: found "none", expected one of portal on bids',
    );
    const [first, ...rest] = comparison.levels;
    const short = [{ ...first, values: [1] }, ...rest];
    expect(problemsOf({ ...comparison, levels: short })).toContain(
      `expected values of baseline on ${first.metric}, one a seed`,
    );
    expect(problemsOf({ ...comparison, derived: [] })).toContain("localValuePerPublicUsd of portal");
    expect(problemsOf({ ...comparison, fingerprints: [[], []] })).toContain("fingerprints of portal");
    expect(problemsOf({ ...comparison, baseline: "portal" })).toContain(
      'baseline: found "portal", expected "baseline", the first of the scenarios',
    );
    expect(problemsOf({ ...comparison, confidence: 95 })).toContain("confidence: found 95");
    expect(problemsOf("not json")).toContain('found "no JSON"');
    expect(problemsOf({ seeds: 3 })).toContain("effects: found undefined, expected a list");
  });

  it("is told twenty of the problems that a file of another kind has by hundreds, and how many more there are", () => {
    const { metrics } = comparison;
    const told = problemsOf({ ...comparison, effects: [] }).split("\n");
    expect(told).toHaveLength(1 + 20 + 1);
    expect(told.at(-1)).toContain(
      `found "${metrics.length - 20} problems more", expected what eslabon compare`,
    );
  });

  it("is refused where a name would become a path", () => {
    const scenarios = [comparison.scenarios[0], { ...comparison.scenarios[1], id: "../portal" }];
    expect(problemsOf({ ...comparison, scenarios })).toContain("scenarios[1].id");
    const away = { ...origin, scenarioFiles: [{ name: "../../x.yaml", text: "" }] };
    expect(problemsOf({ ...comparison, ...away })).toContain("scenarioFiles[0].name");
  });
});
