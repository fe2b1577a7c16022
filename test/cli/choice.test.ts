import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { version } from "../../src/version.ts";
import { eslabonHere, small as size, type Outcome } from "./eslabon.ts";

/** In one thread: starting workers takes longer than these runs. */
const small = [...size, "--workers", "0"];
const folder = mkdtempSync(join(tmpdir(), "eslabon-"));
const file = join(folder, "sets", "accepted.json");
const bounds = ["--parameters", "caution,trialMonths", "--seeds", "2", "--samples", "8", "--waves", "1"];

describe("eslabon calibrate, and what runs over its result", () => {
  const page = join(folder, "calibration.md");
  let calibrated: Outcome;
  beforeAll(async () => {
    calibrated = await eslabonHere("calibrate", ...small, ...bounds, "--out", file, "--page", page);
  });

  it("says what the facts settle, and writes the set and a page that names its command", () => {
    expect(calibrated.stderr).toBe("");
    expect(calibrated.stdout).toContain("Settled by the facts");
    expect(calibrated.stdout).toMatch(/The default values are (not )?in the accepted set/);
    const { schema, manifest, accepted } = JSON.parse(readFileSync(file, "utf8")) as {
      schema: number;
      manifest: { seeds: number; runs: number };
      accepted: unknown[];
    };
    expect([schema, manifest.seeds, manifest.runs]).toEqual([1, 2, 18]);
    expect(accepted.length).toBeLessThanOrEqual(8);
    expect(readFileSync(page, "utf8")).toContain("npx eslabon calibrate --population 50");
  });

  it("compares scenarios over an accepted set, and chooses among portfolios with their worst case in it", async () => {
    const set = join(folder, "set.json");
    const accepted = [0.6, 1.4].map((caution) => ({ values: { caution }, implausibility: 1, wave: 1 }));
    writeFileSync(set, JSON.stringify({ schema: 1, manifest: { content: "{}", version }, accepted }));
    const scenarios = ["--scenarios", "local-content-owned,industry-association"];
    const compared = await eslabonHere("compare", ...small, ...scenarios, "--seeds", "2", "--over", set);
    expect(compared.stdout).toContain("over 2 accepted points of a calibration");
    expect(compared.stdout).toContain("Kendall tau");
    const policies = ["--policies", "matchmaking,business-training", "--budget", "2e6", "--seeds", "2"];
    const chosen = await eslabonHere("choose", ...small, ...policies, "--over", set);
    expect(chosen.stdout).toContain("all 4 portfolios raced");
    expect(chosen.stdout).toContain("Worst accepted");
  });

  it("cautions against a budget of dollars where millions were meant, with what the policies themselves cost", async () => {
    const words = ["choose", ...small, "--budget", "30", "--policies", "matchmaking,council", "--seeds", "2"];
    const { status, stdout } = await eslabonHere(...words);
    expect(status).toBe(0);
    expect(stdout.replaceAll(/\s+/g, " ")).toContain(
      "Caution: no policy fits into US$ 30 a year. The cheapest by itself, matchmaking, costs US$ 600,000 a year.",
    );
  });

  it("refuses what is no accepted set, a budget of nothing, and unknown names, all at once", async () => {
    const wrong = await eslabonHere(
      "choose",
      "--budget",
      "-5",
      "--policies",
      "matchmaker",
      "--over",
      "missing.json",
    );
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain("error: eslabon choose: 3 problems");
    expect(wrong.stderr).toContain('did you mean "matchmaking"?');
    expect(wrong.stderr).toContain("expected a file that eslabon calibrate wrote");
    const empty = join(folder, "empty.json");
    writeFileSync(empty, JSON.stringify({ schema: 2, manifest: {}, accepted: [] }));
    const other = await eslabonHere("compare", ...small, "--scenarios", "matchmaking", "--over", empty);
    expect(other.status).toBe(2);
    expect(other.stderr).toContain("schema");
  });
});

describe("eslabon knobs", () => {
  it("tells of a knob that acts, with exit code 0", async () => {
    const { status, stdout } = await eslabonHere("knobs", ...small, "--names", "caution");
    expect(stdout).toContain("1 of 1 knob moves some metric");
    expect(status).toBe(0);
  });

  it("ends with exit code 1 where a knob is dead, as a policy's that has a month to act", async () => {
    const words = ["--population", "50", "--months", "25", "--names", "testing-centre.slotsPerMonth"];
    const { status, stdout } = await eslabonHere("knobs", ...words);
    expect(stdout).toContain("DEAD, without a reason: testing-centre.slotsPerMonth.");
    expect(status).toBe(1);
  });
});
