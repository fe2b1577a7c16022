import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { simulate } from "../../src/engine/run.ts";

const page = readFileSync("docs/programs.md", "utf8");

/** What each program of the page must print. */
const expected: Record<string, RegExp> = {
  "training-voucher":
    /^small: organisation 0\.\d+ \[0\.\d+, 0\.\d+\], US\$ \d\.\d\d million a year\nany-size: organisation 0\.\d+ \[0\.\d+, .+\n$/,
  "own-number":
    /^firms founded since 2017 have \d+\.\d % of the work in the baseline\nstart-up grants add -?\d+\.\d points, 95 % interval -?\d+\.\d to -?\d+\.\d\n$/,
  "watch-a-run":
    /^the first new firm came in month \d+;.*\n\d+ came in all 24 months\nmost experienced: peruvian .+ at first, peruvian .+ at the end \(27 months seen\)\n$/,
  "package-on-workers":
    /^peruvianBids: \d+\.\d \[.+\] bids a year\nawardsPeruvian: .+ awards a year\npublicCostUsd: .+ US\$ a year\n(of the bids, by [a-z-]+: -?\d+\.\d\n){3}$/,
};

describe("the page on programs", () => {
  it("shows and runs every program of its folder, each tested here", () => {
    const programs = readdirSync("examples/research").map((file) => file.replace(/\.ts$/, ""));
    expect(programs.toSorted()).toEqual(Object.keys(expected).toSorted());
    for (const name of programs) {
      expect(page).toContain(`<!-- examples/research/${name}.ts -->`);
      expect(page).toContain(`    npm run example research/${name}\n`);
    }
  });

  it.each(Object.keys(expected))("%s prints what it promises", (name) => {
    const words = ["scripts/example.mjs", `research/${name}`];
    expect(execFileSync(process.execPath, words, { encoding: "utf8" })).toMatch(expected[name]);
  });
});

describe("the table of what a run holds", () => {
  it("names lists that every run has", () => {
    const { funnel, ladder, suppliers, treasury } = simulate(
      { id: "one", population: 50, months: 3, burnInMonths: 0 },
      { seed: 1 },
    );
    const named = [...page.matchAll(/^\| `.+$/gm)].flatMap(([row]) =>
      [...row.split("|")[1].matchAll(/`(\S+)`/g)].map(([, name]) => name),
    );
    const held: Record<string, unknown> = {
      ...Object.fromEntries(Object.entries(ladder).map(([side, rows]) => [`ladder.${side}`, rows])),
      ...Object.fromEntries(Object.entries(funnel).map(([side, rows]) => [`funnel.${side}`, rows])),
      suppliers,
      treasury,
    };
    expect(named.toSorted()).toEqual(Object.keys(held).toSorted());
    for (const name of named) expect(Array.isArray(held[name]), name).toBe(true);
  });
});
