import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "../../src/cli/run.ts";
import { saveState, simulate, startSimulation } from "../../src/index.ts";
import { forged } from "../engine/forged-state.ts";
import { eslabonIn } from "./eslabon.ts";

const page = readFileSync("docs/checkpoints.md", "utf8");
const folder = mkdtempSync(join(tmpdir(), "eslabon-checkpoint-"));
const size = { population: 50, months: 36 };
const saved = join(folder, "saved/2018.json");

afterAll(() => rmSync(folder, { recursive: true }));

const fingerprint = (printed: string) => /#([0-9a-f]{16})$/m.exec(printed)?.[1];

describe("the page on checkpoints", () => {
  const printed: string[] = [];
  beforeAll(async () => {
    for (const [, line] of page.matchAll(/^ {4}npx eslabon (.+)$/gm)) {
      const { status, stdout, stderr } = await eslabonIn(folder, ...line.split(" "));
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      printed.push(stdout);
    }
  });

  it("saves a run on its way, and goes on to the same years and fingerprint", () => {
    const [first, second] = printed;
    expect(fingerprint(first)).toHaveLength(16);
    expect(first).toContain("The run after month 23 is in saved/2018.json");
    expect(fingerprint(second)).toBe(fingerprint(first));
    expect(first.startsWith(second.slice(0, second.lastIndexOf("\neslabon ")))).toBe(true);
    expect(readdirSync(join(folder, "saved"))).toEqual(["2018.json"]);
  });

  it("goes on under a policy that starts later, as in the run of that scenario from the start", () => {
    const policies = ["testing-centre"] as const;
    const whole = simulate({ id: "testing-centre", ...size, policies }, { seed: 3 });
    expect(fingerprint(printed[2])).toBe(whole.fingerprint);
  });

  it("shows a program that goes on three times to the whole run of each scenario", () => {
    const words = ["scripts/example.mjs", "checkpoints/branch"];
    const lines = execFileSync(process.execPath, words, { encoding: "utf8" }).trimEnd().split("\n");
    expect(lines).toHaveLength(3);
    for (const line of lines) {
      expect(line).toMatch(/^[a-z-]+: US\$ \d+ million, the same run as from the start$/);
    }
  });

  it("says how large a state is at most", () => {
    expect(page).toContain("smaller than 2 MB");
    expect(statSync(saved).size).toBeLessThan(2e6);
  });

  describe("and what it saved", () => {
    /** Runs a command in this process for what it refuses. */
    const refusal = (id: string | undefined, options: Parameters<typeof runCommand>[1]) => {
      try {
        runCommand(id, options);
      } catch (error) {
        return (error as Error).message;
      }
      return "nothing refused";
    };
    const file = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const small = { population: "50", months: "36" };

    it("is no file of another version, damaged, of another kind, or not there", () => {
      const text = readFileSync(saved, "utf8");
      const other = file("other.json", text.replace(/"version":"[^"]+"/, '"version":"0.0.9"'));
      expect(refusal(undefined, { from: other })).toContain("by the version that wrote it, and by no other");
      expect(refusal(undefined, { from: other })).toMatch(/^\S+other\.json: /);
      const damaged = file("damaged.json", text.replace('"seed":"3"', '"seed":"4"'));
      expect(refusal(undefined, { from: damaged })).toContain("the state was changed or damaged");
      const broken = file("broken.json", text.slice(0, 1000));
      expect(refusal(undefined, { from: broken })).toContain('found "no JSON"');
      expect(refusal(undefined, { from: folder })).toContain("expected a file, where a folder stands");
      expect(refusal(undefined, { from: join(folder, "none") })).toContain("--checkpoint wrote");
    });

    it("is not gone on from under another past, another seed or another size, nor asked for what it lacks", () => {
      expect(refusal("baseline", { ...small, population: "51", from: saved })).toContain(
        "differs by nothing but policies that start after month 23",
      );
      const asked = refusal(undefined, { from: saved, seed: "4", months: "48", pack: "peru" });
      expect(asked).toContain("eslabon run: 3 problems");
      expect(asked).toContain('--seed: found "4", expected no seed beside --from: the saved run has its own');
      expect(asked).toContain('--months: found "48", expected no --months beside --from without a scenario');
      expect(refusal(undefined, { from: saved, events: true })).toContain("saved with --events");
    });

    it("is never written over, nor for a month that is not of the run", () => {
      const at = (checkpointAt: string, more: object = {}) =>
        refusal("baseline", { ...small, checkpointAt, checkpoint: join(folder, "new.json"), ...more });
      expect(at("23", { checkpoint: saved })).toContain("expected a file that is not there yet");
      expect(at("23.5")).toContain('--checkpoint-at: found "23.5", expected a whole month');
      expect(at("36")).toContain("--checkpoint-at: found 36, expected a month of the run, from -60 to 35");
      expect(at("-61")).toContain("found -61");
      const back = { from: saved, checkpointAt: "22", checkpoint: join(folder, "new.json") };
      expect(refusal(undefined, back)).toContain("found 22, expected a month of the run, from 23 to 35");
      expect(existsSync(join(folder, "new.json"))).toBe(false);
    });

    it("needs both of its options, and --verify a state", () => {
      expect(refusal("baseline", { checkpointAt: "3" })).toContain("--checkpoint <file> beside it");
      expect(refusal("baseline", { checkpoint: "new.json" })).toContain("--checkpoint-at <month> beside it");
      expect(refusal("baseline", { verify: true })).toContain("--from beside it");
    });

    it("is refused by --verify when its scenario and seed do not lead to it", () => {
      const simulation = startSimulation(
        { id: "tiny", months: 6, burnInMonths: 0, population: 50 },
        { seed: 1 },
      );
      simulation.step();
      const from = file("forged.json", JSON.stringify(forged({ ...saveState(simulation), seed: 2 })));
      expect(refusal(undefined, { from, verify: true })).toContain('that of the run of "tiny" with seed 2');
    });
  });
});
