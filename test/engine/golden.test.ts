import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { simulate } from "../../src/engine/run.ts";
import { scenarios } from "../../src/scenarios/catalogue.ts";
import type { ScenarioInput } from "../../src/scenarios/scenario.ts";
import type { PolicyRequest } from "../../src/scenarios/policy-request.ts";
import type { PolicyId } from "../../src/scenarios/policies.ts";

/**
 * Fingerprints of whole runs. They change only when results are meant to change: then run these tests with UPDATE_GOLDEN=1,
 * which writes the file anew, and say in the changelog which metric moved, how much, and why.
 */
const file = fileURLToPath(new URL("golden.json", import.meta.url));
const rewrite = process.env["UPDATE_GOLDEN"] === "1";

const everything: readonly PolicyRequest[] = [
  ...scenarios["full-package-with-rule"].policies.map(({ policy }) => policy.id as PolicyId),
].map((policy) => ({ policy, startMonth: 0, rampMonths: 12 }));
const packages: Readonly<Record<string, Omit<ScenarioInput, "id">>> = {
  baseline: {},
  "testing-centre": { policies: [{ policy: "testing-centre", startMonth: 0 }] },
  "transparency-mandate": { policies: [{ policy: "transparency-mandate", startMonth: 6 }] },
  "industry-association": { policies: [{ policy: "industry-association", startMonth: 0, rampMonths: 12 }] },
  everything: { policies: everything },
  chile: { pack: "chile" },
};

const now: Record<string, Record<string, string>> = {};
for (const [id, input] of Object.entries(packages)) {
  now[id] = {};
  for (const seed of [1, 2]) {
    const { fingerprint } = simulate(
      { id, months: 36, burnInMonths: 24, population: 100, ...input },
      { seed },
    );
    now[id][seed] = fingerprint;
  }
}
if (rewrite) writeFileSync(file, `${JSON.stringify(now, null, 2)}\n`);
const golden = JSON.parse(readFileSync(file, "utf8")) as typeof now;

describe("golden runs", () => {
  it.each(Object.keys(packages))("of %s have the fingerprints that they had", (id) => {
    expect(now[id]).toEqual(golden[id]);
  });

  it("are of all scenarios, and all different", () => {
    expect(Object.keys(golden)).toEqual(Object.keys(packages));
    const all = Object.values(golden).flatMap((fingerprints) => Object.values(fingerprints));
    expect(new Set(all).size).toBe(all.length);
  });
});
