import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const names = readdirSync("examples")
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.replace(/\.ts$/, ""));

/** What each example must print, whatever the numbers of this version. */
const expected: Record<string, RegExp[]> = {
  "first-run": [
    /^Copper procurement in Peru, 2017 \(scenario baseline, seed 1\)$/m,
    /^ +\d+ US\$ million +100 % {2}spent by mines$/m,
    /^ +\d+ US\$ million +\d+ % {2}local value captured$/m,
    /fingerprint: [0-9a-f]{16}$/m,
  ],
  "compare-policies": [
    /^Net local value against the baseline/m,
    /^portal +-?\d+\.\d \[-?\d+\.\d, -?\d+\.\d\], higher in \d+ % of seeds$/m,
    /^centre /m,
    /^both /m,
  ],
  "own-policy": [/^open: -?\d+ \[-?\d+, -?\d+\] more bids of Peruvian firms a year$/m, /^half-open: /m],
  "funnel-of-a-category": [
    /^engineering-services: Peruvian firms were looked at \d+ times/m,
    /^not-informed +\d+\.\d % {2}#+$/m,
  ],
  "life-of-a-supplier": [
    /^peruvian [a-z-]+ \S+, [a-z]+: \d+ months delivered, \d+ failed$/m,
    /^20\d\d-\d\d {2}solution for [a-z-]+: adopted$/m,
    /^20\d\d-\d\d {2}solution for [a-z-]+: abandoned, [a-z-]+$/m,
    /^too-small in \d+ tenders$/m,
  ],
  "scenario-file": [
    /^\d+ bids of Peruvian firms in 2020 under "forums" \(content [0-9a-f]{16}\)$/m,
    /^ {4}startMonth: 2018-01$/m,
  ],
};

describe("the examples", () => {
  it("are the six that the README names, each tested here", () => {
    expect(names.toSorted()).toEqual(Object.keys(expected).toSorted());
  });

  it.each(names)("%s is short enough to read at one sitting", (name) => {
    expect(readFileSync(`examples/${name}.ts`, "utf8").split("\n").length).toBeLessThanOrEqual(41);
  });

  it.each(names)("%s runs against the built package and prints what it promises", (name) => {
    const printed = execFileSync(process.execPath, ["scripts/example.mjs", name], { encoding: "utf8" });
    for (const pattern of expected[name]) expect(printed).toMatch(pattern);
  });

  it("take those of the guide by their folder", () => {
    const program = ["scripts/example.mjs", "guide/answer-1-same-luck"];
    expect(execFileSync(process.execPath, program, { encoding: "utf8" })).toMatch(
      /^seed 1 twice: the same run$/m,
    );
  });
});
