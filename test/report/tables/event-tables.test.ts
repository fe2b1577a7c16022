import { describe, expect, it } from "vitest";
import type { Run } from "../../../src/engine/observations.ts";
import { contractRows, eventRows, eventsOf } from "../../../src/report/tables/event-tables.ts";

const runOf = (...events: readonly object[]) =>
  ({ manifest: { scenario: "portal", seed: "007" }, events }) as unknown as Run;

/** A contract of supplier 1 for mine lower, bought by the engineering firm, with a second-tier firm and a partner. */
const contract = {
  ...{ type: "contract", month: -1, contract: 4, kind: "tender", lot: 9, buyer: "engineering-firm-a" },
  ...{ site: "lower", category: "consumables", quadrant: "low-risk-low-cost", capital: true, supplier: 1 },
  ...{ priceUsdPerMonth: 100, costUsdPerMonth: 60, importedUsdPerMonth: 20 },
  ...{ startMonth: 0, endMonth: 24 },
  subcontractors: [
    { supplier: 2, priceUsdPerMonth: 30, costUsdPerMonth: 25, importedUsdPerMonth: 5, partner: false },
    { supplier: 3, priceUsdPerMonth: 10, costUsdPerMonth: 8, importedUsdPerMonth: 1, partner: true },
  ],
};
const failure = (month: number, lossUsd: number) => ({ type: "failure", month, contract: 4, lossUsd });

describe("the table of contracts", () => {
  it("has a row for the contract and one for each part, with the terms of each", () => {
    const shared = {
      ...{ scenario: "portal", seed: "007", contract: 4, kind: "tender", lot: 9 },
      ...{ buyer: "engineering-firm-a", mine: "lower", category: "consumables" },
      ...{ quadrant: "low-risk-low-cost", capital: true, signedMonth: -1, startMonth: 0, endMonth: 24 },
      ...{ endedMonth: null, endReason: null, failures: 0 },
    };
    expect([...contractRows(runOf({ type: "export", month: 0, supplier: 1 }, contract))]).toEqual([
      {
        ...{ ...shared, tier: 1, partner: false, supplier: 1, failureLossUsd: 0 },
        ...{ priceUsdPerMonth: 100, costUsdPerMonth: 60, importedUsdPerMonth: 20 },
      },
      {
        ...{ ...shared, tier: 2, partner: false, supplier: 2, failureLossUsd: null },
        ...{ priceUsdPerMonth: 30, costUsdPerMonth: 25, importedUsdPerMonth: 5 },
      },
      {
        ...{ ...shared, tier: 2, partner: true, supplier: 3, failureLossUsd: null },
        ...{ priceUsdPerMonth: 10, costUsdPerMonth: 8, importedUsdPerMonth: 1 },
      },
    ]);
  });

  it("counts the months that failed and what they cost, of a part only its own", () => {
    const other = { ...failure(6, 7), contract: 5 };
    const part = { type: "subcontract-failure", month: 4, contract: 4, supplier: 2, partner: false };
    const rows = [...contractRows(runOf(contract, failure(2, 50), failure(3, 70), part, other))];
    expect(rows.map(({ failures, failureLossUsd }) => [failures, failureLossUsd])).toEqual([
      [2, 120],
      [1, null],
      [0, null],
    ]);
  });

  it("tells when and why each ended: a part with its contract, or before it when its firm left", () => {
    const left = { type: "subcontract-ended", month: 5, contract: 4, supplier: 2 };
    const ended = { type: "contract-ended", month: 11, contract: 4, reason: "holder-left" };
    const rows = [...contractRows(runOf(contract, left, ended))];
    expect(rows.map(({ endedMonth, endReason }) => [endedMonth, endReason])).toEqual([
      [11, "holder-left"],
      [5, "subcontractor-left"],
      [11, "holder-left"],
    ]);
  });
});

describe("the table of events", () => {
  it("has a row for each in its order, with who and what it is about in columns and all else as JSON", () => {
    const none = { supplier: null, buyer: null, category: null, lot: null };
    const nothing = { ...none, contract: null, challenge: null, policy: null };
    const rows = eventRows(
      runOf(
        { type: "policy-changed", month: 24, policy: "scholarships", strength: 0.5 },
        { type: "tender", month: 25, winner: 3, buyer: "upper", category: "consumables", lot: 2, risk: 0.1 },
        { type: "project", month: 26, supplier: 8, mine: "lower", challenge: 6, step: "adopted" },
        {
          type: "contract-ended",
          month: 27,
          contract: 4,
          buyer: "upper",
          supplier: null,
          reason: "completed",
        },
      ),
    );
    const keys = { scenario: "portal", seed: "007" };
    expect([...rows]).toEqual([
      {
        ...{ ...keys, event: 0, month: 24, type: "policy-changed", ...nothing, policy: "scholarships" },
        details: '{"strength":0.5}',
      },
      {
        ...{ ...keys, event: 1, month: 25, type: "tender", ...nothing, supplier: 3, buyer: "upper" },
        ...{ category: "consumables", lot: 2, details: '{"risk":0.1}' },
      },
      {
        ...{ ...keys, event: 2, month: 26, type: "project", ...nothing, supplier: 8, buyer: "lower" },
        ...{ challenge: 6, details: '{"step":"adopted"}' },
      },
      {
        ...{ ...keys, event: 3, month: 27, type: "contract-ended", ...nothing, buyer: "upper", contract: 4 },
        details: '{"reason":"completed"}',
      },
    ]);
  });

  it("is refused of a run that recorded none", () => {
    const run = { manifest: { scenario: "portal", seed: "1" } } as unknown as Run;
    expect(() => eventsOf(run)).toThrow(
      'the run of "portal" recorded no events: ask for them with events: true',
    );
  });
});
