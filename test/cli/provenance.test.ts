import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Provenance } from "../../src/report/provenance.ts";
import { provenanceLine } from "../../src/report/provenance.ts";
import { eslabonHere } from "./eslabon.ts";
import { everyCommand } from "./every-command.ts";

const folder = mkdtempSync(join(tmpdir(), "eslabon-provenance-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Those that make no runs, or whose results are rules, not numbers; studies have a manifest in their folder. */
const without =
  /^(scenarios|policies|policy|parameters|validate|packs?|audit --patch|study|resume|merge|study-cost)$/;
const commands = Object.entries(everyCommand(folder)).filter(
  ([command]) => !without.test(command) && command !== "replay",
);

describe("the last line of what a command prints of runs", () => {
  it.each(commands)(
    "tells version, pack, seeds, size and fingerprint as the JSON does: %s",
    async (_, words) => {
      const { stdout } = await eslabonHere(...words);
      const last = stdout.trimEnd().split("\n\n").at(-1);
      expect(last).toMatch(
        /^eslabon \S+, [^,]+,( seeds? \S+,)?( design 1,)? 50 firms, \d+ months, #[0-9a-f]{16}$/,
      );
      if (words[0] === "calibrate") return;
      const printed = JSON.parse((await eslabonHere(...words, "--json")).stdout) as {
        provenance?: Provenance;
        manifest?: { fingerprint: string };
      };
      if (printed.provenance !== undefined) expect(last).toBe(provenanceLine(printed.provenance));
      else expect(last).toContain(`#${printed.manifest?.fingerprint}`);
    },
  );

  it("has the same fingerprint whoever makes the runs, and another with other parameters or seeds", async () => {
    const words = [
      "compare",
      "--scenarios",
      "matchmaking",
      "--population",
      "50",
      "--months",
      "30",
      "--seeds",
    ];
    const fingerprint = async (...more: string[]) =>
      (await eslabonHere(...words, ...more)).stdout.trimEnd().split("#").at(-1);
    const made = await fingerprint("2", "--workers", "0");
    expect(await fingerprint("2", "--workers", "2")).toBe(made);
    expect(await fingerprint("3", "--workers", "0")).not.toBe(made);
  });
});
