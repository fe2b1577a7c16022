import { RecordField } from "../../src/agents/supplier-columns.ts";
import { describe, expect, it } from "vitest";
import { Origin } from "../../src/agents/codes.ts";
import { never } from "../../src/agents/supplier-columns.ts";
import { relationIndex } from "../../src/engine/relations.ts";
import {
  checkInvariants,
  invariants,
  rememberWorld,
  worldViolations,
  type InvariantName,
} from "../../src/engine/invariants.ts";
import { Flow } from "../../src/engine/ledger.ts";
import type { MetricName, Run } from "../../src/engine/observations.ts";
import { simulate, startSimulation } from "../../src/engine/run.ts";
import type { World } from "../../src/engine/world.ts";
import type { ScenarioInput } from "../../src/scenarios/scenario.ts";
import { advance, eventsOf, peruvianFirms, smallWorld } from "./worlds.ts";
import type { PolicyRequest } from "../../src/scenarios/policy-request.ts";

/** Breaks a world in its eighth month, after its seventh was remembered. */
function broken(harm: (world: World) => void) {
  const world = smallWorld({ policies: [{ policy: "testing-centre", startMonth: 0 }] });
  advance(world, 7);
  const before = rememberWorld(world);
  advance(world, 1);
  expect(worldViolations(world, before)).toEqual([]);
  harm(world);
  return worldViolations(world, before, 1);
}

/** A run whose numbers can be changed. */
type Harmable = Omit<Run, "metrics"> & { metrics: Record<MetricName, number[]> };

const busy = (world: World) => peruvianFirms(world).find(({ directContracts }) => directContracts > 0)!;
const heldLot = (world: World) =>
  world.lots.find(({ contract }) => contract !== null && contract.endMonth > 12 && contract.endMonth < 30)!;

describe("a check of the world names what is broken", () => {
  it.each<[InvariantName, string, (world: World) => void]>([
    [
      "payments-are-receipts",
      "a cent that a buyer paid and nobody received",
      (w) => (w.ledger.flows[Flow.paidByBuyers] += 1),
    ],
    [
      "payments-are-receipts",
      "a cent that a supplier received from nobody",
      (w) => (w.ledger.flows[Flow.receivedBySuppliers] += 1),
    ],
    ["spend-is-placed-once", "a cent of spend that is placed twice", (w) => (w.ledger.bySite[4] += 1)],
    [
      "rungs-in-order",
      "more paid to Peruvian firms than to all in the country",
      (w) => (w.ledger.bySite[2] += 1e15),
    ],
    ["whole-cents", "half a cent", (w) => (w.ledger.flows[Flow.failureLoss] += 0.5)],
    ["whole-cents", "cash that is not a number", (w) => (busy(w).cashCents = Number.NaN)],
    ["year-adds-up", "a year that is not the sum of its months", (w) => (w.ledger.byKind[0] += 100)],
    ["treasury-by-policy", "public money without a policy", (w) => (w.ledger.monthPublicCents += 1)],
    [
      "what-stands-is-the-contracts",
      "a payment that no contract asks for",
      (w) => (w.ledger.standing.flows[Flow.taxes] += 1),
    ],
    [
      "what-stands-is-the-contracts",
      "a place on the ladder that no contract pays",
      (w) => (w.ledger.standing.bySite[0] += 1),
    ],
    [
      "what-stands-is-the-contracts",
      "sales that no contract brings",
      (w) => (w.columns.monthSalesCents[peruvianFirms(w)[0].id] += 1),
    ],
    [
      "what-stands-is-the-contracts",
      "work that nobody gave",
      (w) => (w.columns.record[RecordField.directWork] += 1),
    ],
    ["one-holder", "a contract in force that its lot does not know", (w) => (heldLot(w).contract = null)],
    [
      "one-due-date",
      "a lot with another due date than its contract's end",
      (w) => (heldLot(w).dueMonth += 1),
    ],
    [
      "one-due-date",
      "a lot that is missing in the calendar",
      (w) => {
        const lot = heldLot(w);
        const list = w.dueLots[lot.dueMonth - w.firstMonth];
        list.splice(list.indexOf(lot), 1);
      },
    ],
    [
      "term-in-range",
      "a contract of a day's length in years",
      (w) => Object.assign(heldLot(w).contract!, { endMonth: 400 }),
    ],
    [
      "work-within-capacity",
      "work beyond capacity",
      (w) => {
        const firm = busy(w);
        firm.capacityUsdPerMonth = 0.5 * (firm.directUsdPerMonth + firm.subcontractUsdPerMonth);
      },
    ],
    ["work-is-booked", "work that is not booked", (w) => (busy(w).directUsdPerMonth = 0)],
    ["work-is-booked", "a contract too many in the count", (w) => (busy(w).directContracts += 1)],
    ["shares-within-bounds", "a capability above 1", (w) => (busy(w).technical = 1.01)],
    [
      "shares-within-bounds",
      "a capability that is not a number",
      (w) => (busy(w).organisational = Number.NaN),
    ],
    ["shares-within-bounds", "a certificate of level 4", (w) => (busy(w).certificateLevel = 4)],
    ["shares-within-bounds", "a tie above 1", (w) => (w.relations.tie[3] = 1.5)],
    ["shares-within-bounds", "a policy stronger than its design", (w) => (w.strengths[0] = 1.2)],
    ["records-never-shrink", "a shorter record", (w) => (busy(w).deliveries = 0)],
    ["records-never-shrink", "more failures than deliveries", (w) => (busy(w).failures = 1e6)],
    [
      "registrations-are-kept",
      "a lost registration",
      (w) => {
        const at = w.suppliers
          .map(({ id }) => relationIndex(w.relations, 0, id))
          .find((i) => w.relations.registeredFrom[i] !== never)!;
        w.relations.registeredFrom[at] = never;
      },
    ],
    [
      "needs-are-locked-in",
      "a challenge of a need that is locked in",
      (w) => w.lockedUntil.fill(w.month + 1),
    ],
    ["bonds-are-noted", "a register entry without its mark", (w) => w.relations.bonds.fill(0)],
    [
      "certificates-are-kept",
      "a lost certificate",
      (w) => (w.suppliers.find(({ certificateLevel }) => certificateLevel > 0)!.certificateLevel = 0),
    ],
    ["evidence-is-not-negative", "a record of less than nothing", (w) => (busy(w).totalSuccesses = -1)],
    [
      "departed-are-gone",
      "a firm that left and still holds contracts",
      (w) => busy(w).leave(w.month, "bankrupt"),
    ],
    [
      "bidders-are-in-the-market",
      "a firm that is not on its list",
      (w) => w.bidders.find((list) => list.length > 1)!.pop(),
    ],
    [
      "bidders-are-in-the-market",
      "a firm twice on a list",
      (w) => {
        const list = w.bidders.find((ids) => ids.length > 1)!;
        list.push(list[0]);
      },
    ],
    [
      "bidders-are-in-the-market",
      "a Peruvian firm that is missing among them",
      (w) => w.peruvianFirms.shift(),
    ],
    ["funnel-adds-up", "a firm that is counted twice", (w) => (w.funnel.firstByYear[0] += 1)],
    ["funnel-adds-up", "a firm that was not looked at", (w) => (w.counts.firmsLookedAt += 1)],
    [
      "winners-passed-every-gate",
      "a winner that failed a gate",
      (w) => {
        const event = eventsOf(w.events, "tender").find(
          ({ month, outcome }) => month === w.month && outcome === "tender",
        )!;
        (event.rejected["not-trusted"] as number[]).push(event.winner!);
      },
    ],
  ])("%s: %s", (name, _, harm) => {
    const names = broken(harm).map((violation) => violation.name);
    expect(names).toContain(name);
  });

  it("with seed, month, phase, the entities, what was found and what was expected", () => {
    let id = -1;
    const [first] = broken((world) => {
      const firm = peruvianFirms(world)[3];
      id = firm.id;
      firm.technical = 2;
    });
    expect(first).toMatchObject({
      name: "shares-within-bounds",
      seed: "1",
      month: 7,
      phase: "capabilities",
      ids: [`supplier ${id}`],
    });
    expect(first.message).toBe(
      `shares-within-bounds (seed 1, month 7, phase capabilities, supplier ${id}): found technical 2, expected 0 to 1; ${invariants["shares-within-bounds"]}`,
    );
  });

  it("and with a program that leads there, whose scenario is the same to the bit", () => {
    const [first] = broken((world) => (busy(world).technical = 2));
    const [, content, seed, month] =
      /^const run = startSimulation\((.*), \{ seed: (.*) \}\);\nwhile \(run\.month < (\d+)\) run\.step\(\);$/.exec(
        first.replay,
      )!;
    const input = JSON.parse(content) as ScenarioInput;
    const policies: PolicyRequest[] = [{ policy: "testing-centre", startMonth: 0 }];
    const again = startSimulation(input, { seed: JSON.parse(seed) as number });
    const original = startSimulation(
      { id: "small", months: 36, burnInMonths: 0, population: 100, policies },
      { seed: 1 },
    );
    expect(month).toBe("7");
    expect(again.finish().fingerprint).toBe(original.finish().fingerprint);
  });

  it("never touches what it looks at", () => {
    const [watched, alone] = [smallWorld(), smallWorld()];
    for (let month = 0; month < 12; month++) {
      const before = rememberWorld(watched);
      advance(watched, 1);
      worldViolations(watched, before);
      advance(alone, 1);
    }
    expect(advance(watched, 3).rows).toEqual(advance(alone, 3).rows);
    expect(watched.suppliers.map(({ cashCents }) => cashCents)).toEqual(
      alone.suppliers.map(({ cashCents }) => cashCents),
    );
  });
});

describe("a check of a run", () => {
  const run = simulate({ id: "small", months: 18, burnInMonths: 4, population: 60 }, { seed: "check" });
  /** A copy of the run, to be harmed. */
  const copy = () =>
    ({ ...structuredClone({ ...run, scenario: null }), scenario: run.scenario }) as unknown as Harmable;
  const namesOf = (harm: (run: Harmable) => void) => {
    const harmed = copy();
    harm(harmed);
    return checkInvariants(harmed as unknown as Run).map(({ name }) => name);
  };

  it("finds nothing wrong with a run as it was handed over", () => {
    expect(checkInvariants(run)).toEqual([]);
  });

  it.each<[InvariantName, string, (run: Harmable) => void]>([
    ["series-are-complete", "a missing month", (r) => r.metrics.bids.pop()],
    ["series-are-complete", "a value that is not a number", (r) => (r.metrics.bids[3] = Number.NaN)],
    ["spend-is-placed-once", "a cent of spend too many", (r) => (r.metrics.spendUsd[2] += 0.01)],
    [
      "payments-are-receipts",
      "imports that are not the rest of spend",
      (r) => (r.metrics.importsUsd[2] += 0.01),
    ],
    [
      "payments-are-receipts",
      "a cost to buyers that leaves losses out",
      (r) => (r.metrics.buyerCostUsd[2] -= 1),
    ],
    ["rungs-in-order", "a rung above the one before it", (r) => (r.metrics.peruvianDirectUsd[2] *= 100)],
    [
      "ladder-is-the-metrics",
      "a row that is missing in one table",
      (r) => (r.ladder.byQuadrant as unknown[]).pop(),
    ],
    ["ladder-is-the-metrics", "a month that no table knows", (r) => (r.metrics.remittedProfitUsd[9] += 5)],
    [
      "treasury-is-the-metrics",
      "public money that no policy paid",
      (r) => (r.metrics.publicCostUsd[1] += 1e12),
    ],
    ["funnel-adds-up", "a firm that the funnel lost", (r) => (r.funnel.byBuyer as unknown[]).pop()],
    [
      "same-seed-same-run",
      "another fingerprint",
      (r) => Object.assign(r, { fingerprint: "0123456789abcdef" }),
    ],
    ["same-seed-same-run", "another seed", (r) => Object.assign(r, { seed: "other" })],
  ])("finds %s: %s", (name, _, harm) => {
    expect(namesOf(harm)).toContain(name);
  });

  it("refuses what is no run", () => {
    expect(() => checkInvariants({} as never)).toThrow(
      "run: found {}, expected a run, as simulate returns it",
    );
    const parts = { manifest: null, scenario: null, metrics: null };
    expect(() => checkInvariants(parts as never)).toThrow("expected a run, as simulate returns it");
  });

  it("stops at a hundred violations", () => {
    expect(
      namesOf((r) => Object.values(r.metrics).forEach((series) => series.fill(Number.NaN))),
    ).toHaveLength(100);
  });

  it("says how to run the whole run again when a finding has no month", () => {
    const harmed = copy();
    Object.assign(harmed, { fingerprint: "0123456789abcdef" });
    const [violation] = checkInvariants(harmed);
    expect(violation.replay).toMatch(/^simulate\(\{"id":"small",.*\}, \{ seed: "check" \}\)$/);
    expect(violation.message).toContain("found fingerprint 0123456789abcdef in the run, expected");
  });
});

describe("the default run", () => {
  it("keeps every invariant over its whole horizon, at the default population", () => {
    const run = simulate({ id: "default" }, { seed: 1 });
    expect(checkInvariants(run).map(({ message }) => message)).toEqual([]);
    expect(run.suppliers.some(({ origin }) => origin === "global")).toBe(true);
    expect(Origin.peruvian).toBe(2);
  }, 60_000);
});
