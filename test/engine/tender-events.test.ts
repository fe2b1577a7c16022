import { describe, expect, it } from "vitest";
import { gateNames, type GateName } from "../../src/agents/codes.ts";
import { simulate } from "../../src/engine/run.ts";
import { gateReached } from "../../src/engine/tender-events.ts";
import { eventsOf, rejections } from "./worlds.ts";

const run = simulate({ id: "log", months: 36, burnInMonths: 12, population: 200 }, { seed: 4, events: true });
const tenders = eventsOf(run.events, "tender");

describe("a tender in the log", () => {
  it("stands right before the contract that it leads to", () => {
    const events = run.events!;
    // Of the first round only the contracts are told, in the month that opens the books.
    const opening = events[0].month;
    const awarded = events.flatMap((event, place) =>
      event.type === "contract" && event.kind !== "innovation" && event.month > opening
        ? [{ event, before: events[place - 1] }]
        : [],
    );
    expect(awarded.length).toBeGreaterThan(500);
    for (const { event, before } of awarded) {
      expect(before).toMatchObject({
        type: "tender",
        month: event.month,
        lot: event.lot,
        buyer: event.buyer,
        winner: event.supplier,
      });
    }
  });
});

describe("where a firm's way through a tender ended", () => {
  it("is the gate that stopped it, or what became of its bid", () => {
    const reached = new Set<GateName>();
    for (const event of tenders) {
      for (const { supplier, gate } of rejections(event)) {
        expect(gateReached(event, supplier)).toBe(gate);
        reached.add(gate);
      }
      for (const { supplier } of event.bids) {
        if (supplier === null) continue;
        const gate = supplier === event.winner ? "won" : "outbid";
        expect(gateReached(event, supplier)).toBe(gate);
        reached.add(gate);
      }
    }
    expect([...reached].toSorted()).toEqual([...gateNames].toSorted());
  });

  it("is the gate where it fell for a firm that is called in an emergency", () => {
    const called = tenders.filter(({ outcome }) => outcome === "emergency");
    expect(called.length).toBeGreaterThan(0);
    for (const event of called) {
      expect(["won", "outbid", null]).not.toContain(gateReached(event, event.winner!));
    }
  });

  it("is nowhere for a firm that was not looked at", () => {
    const [event] = tenders;
    const looked = new Set([...rejections(event), ...event.bids].map(({ supplier }) => supplier));
    const others = run.suppliers.filter(({ id }) => !looked.has(id));
    expect(others.length).toBeGreaterThan(0);
    for (const { id } of others) expect(gateReached(event, id)).toBe(null);
  });

  it("is asked of a tender and a firm: all that is neither is told at once", () => {
    const asked = (event: unknown, supplier: number) => () => gateReached(event as never, supplier);
    const both =
      /^a way through a tender: 2 problems\n {2}- tender: found .*type "tender"\n {2}- supplier: found .*from 0$/s;
    expect(asked(null, -1)).toThrow(both);
    expect(asked(run.events![0], 0.5)).toThrow(both);
    expect(asked(tenders[0], -1)).toThrow(/1 problem\n.*supplier/);
    expect(asked(undefined, 0)).toThrow(/1 problem\n.*tender/);
    expect(asked(tenders[0], 0)).not.toThrow();
  });
});
