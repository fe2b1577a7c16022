import { describe, expect, it } from "vitest";
import type { Audit } from "../../src/analysis/audit.ts";
import { auditReport } from "../../src/report/audit.ts";

const change = (policy: string, rule: string, from: unknown, to: unknown, ...months: [number, number?]) => ({
  ...{ policy, rule, from, to, fromMonth: months[0], toMonth: months[1] ?? months[0] },
});
const audit = {
  ...{ scenario: "package", seed: "7", patches: [] },
  changes: [
    change("testing-centre", "testing.slots", 0, 0.3675, 24, 35),
    change("local-content-rule", "localContent.fronting", false, true, 24),
  ],
  costs: [{ policy: "testing-centre", fixedUsd: 3e6, perUseUsd: 0.5e6, paidUsd: 3.5e6 }],
} as unknown as Audit;
const effects = [{ policy: "testing-centre", costUsdPerYear: 1.25e6, taxesUsdPerYear: -0.25e6 }];
const cellsOf = (line: string) => line.trim().split(/ {2,}/);

describe("the report of an audit", () => {
  const parts = auditReport(audit, effects, { width: 1000 }).split("\n\n");
  const rowsOf = (heading: string) =>
    parts
      .find((part) => part.startsWith(heading))
      ?.split("\n")
      .filter((line) => !line.startsWith("─"))
      .map(cellsOf);

  it("shows which rule a policy led from where to where, and in which months", () => {
    expect(parts[0]).toBe("package, seed 7. Money in US$ million of 2017.");
    expect(rowsOf("Policy")).toEqual([
      ["Policy", "Rule", "From", "To", "Moved in"],
      ["testing-centre", "testing.slots", "0", "0.367", "January 2019 to December 2019"],
      ["local-content-rule", "localContent.fronting", "false", "true", "January 2019"],
    ]);
  });

  it("shows what was paid in a policy's name, and beside it what changed because of it", () => {
    expect(rowsOf("Paid in")).toEqual([
      ["Paid in the name of", "Fixed", "Per use", "In all"],
      ["testing-centre", "3.00", "0.50", "3.50"],
    ]);
    expect(rowsOf("Because of")).toEqual([
      ["Because of", "Public cost a year", "Tax given back a year"],
      ["testing-centre", "+1.25", "-0.25"],
    ]);
  });

  it("cautions where several policies act on one rule, and says where none acts on any", () => {
    const caution =
      "Where several policies act on one rule, a line is what one makes of what those before it";
    const said = (...changes: ReturnType<typeof change>[]) =>
      auditReport({ ...audit, changes }, [], {}).replaceAll("\n", " ");
    expect(
      said(change("a", "x", 0, 1, 0), change("a", "x", 1, 2, 9), change("b", "y", 0, 1, 0)),
    ).not.toContain(caution);
    expect(said(change("a", "x", 0, 1, 0), change("b", "x", 1, 2, 9))).toContain(caution);
    expect(said()).toContain("No policy changed a rule.");
    expect(said()).not.toContain("Because of");
  });
});
