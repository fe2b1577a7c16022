import { describe, expect, it } from "vitest";
import { executeHere } from "../../src/analysis/executor.ts";
import { simulate } from "../../src/engine/run.ts";
import { provenanceLine, provenanceOf, runNotes } from "../../src/report/provenance.ts";
import { displayWidth } from "../../src/report/wrap.ts";
import { defineScenario } from "../../src/scenarios/scenario.ts";
import { version } from "../../src/version.ts";

const size = { population: 50, months: 2, burnInMonths: 1 };
const usual = defineScenario({ id: "usual", ...size });
const cautious = defineScenario({
  id: "cautious",
  ...size,
  parameters: { caution: 1.2, approvalMemory: 0.5 },
});
const both = defineScenario({ id: "both", ...size, parameters: { caution: 1.2, approvalMemory: 0.6 } });
const window = { fromMonth: 0, toMonth: 2 };

/** What is noted of some runs of seeds. */
async function noted(scenarios: readonly (typeof usual)[], seeds: readonly (string | number)[]) {
  const tasks = seeds.flatMap((_, seed) => scenarios.map((__, scenario) => ({ scenario, seed })));
  const plan = { scenarios, seeds, window, tasks };
  const notes = runNotes();
  notes.note(plan, await executeHere(plan));
  return notes;
}

describe("what runs numbers are of", () => {
  it("is of one run its seed and its own fingerprint", () => {
    const run = simulate(usual, { seed: "abc" });
    expect(provenanceLine(provenanceOf(run))).toBe(
      `eslabon ${version}, peru-2017, seed abc, 50 firms, 2 months, #${run.fingerprint}`,
    );
  });

  it("is of several runs the seeds by their ends and one fingerprint, which moves with any of them", async () => {
    const [two, three, again] = await Promise.all(
      [
        [1, 2],
        [1, 2, 3],
        [1, 2],
      ].map((seeds) => noted([usual], seeds)),
    );
    expect(provenanceLine(two.provenance())).toMatch(/, seeds 1-2, 50 firms, 2 months, #[0-9a-f]{16}$/);
    expect(three.provenance().seeds).toBe("seeds 1-3");
    expect(again.provenance()).toEqual(two.provenance());
    expect(three.provenance().fingerprint).not.toBe(two.provenance().fingerprint);
  });

  it("names the parameters that all runs had in common, and none that only some had", async () => {
    const notes = await noted([cautious, both], [1]);
    expect(notes.provenance().parameters).toEqual({ caution: 1.2 });
    expect(provenanceLine(notes.provenance())).toContain(", 2 months, caution 1.2, #");
    expect((await noted([usual, cautious], [1])).provenance().parameters).toEqual({});
  });

  it("tells what decided a design instead of how many seeds that drew", async () => {
    const drawn = await noted([usual], [71, 13]);
    expect(drawn.provenance().seeds).toBe("2 seeds");
    expect(provenanceLine(drawn.provenance(7))).toContain("peru-2017, design 7, 50 firms");
    expect(provenanceLine((await noted([usual], [1, 2])).provenance(7))).toContain("seeds 1-2, design 7, ");
  });

  it("takes one line of 80 places at the usual size, and no wider line at any", () => {
    const usualSize = {
      version: "10.20.30",
      packs: ["peru-2017"],
      seeds: "seeds 1-8",
      designSeed: null,
      population: 800,
      months: 180,
      parameters: {},
      fingerprint: "0123456789abcdef",
    };
    expect(displayWidth(provenanceLine(usualSize, { width: 80 }))).toBeLessThanOrEqual(80);
    const long = provenanceLine(
      { ...usualSize, parameters: { caution: 1.25, approvalMemory: 0.525 } },
      { width: 80 },
    );
    expect(
      long
        .split("\n")
        .map(displayWidth)
        .every((width) => width <= 80),
    ).toBe(true);
  });
});
