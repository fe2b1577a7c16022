import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createWorld } from "../../src/engine/genesis.ts";
import type { MetricName } from "../../src/engine/observations.ts";
import { simulationOf } from "../../src/engine/run.ts";
import { defineScenario } from "../../src/scenarios/scenario.ts";
import { eventsOf } from "../engine/worlds.ts";
import { scenarioInputs, seeds, trying } from "../properties/arbitraries.ts";
import { asItStands, moneyOf, type MonthOfMoney } from "./ledger.ts";

/** The metric of each amount, and the part of it that is exports and no spend. */
const metricOf: Readonly<Record<keyof MonthOfMoney, readonly [MetricName, MetricName?]>> = {
  spend: ["spendUsd"],
  inCountry: ["inCountryUsd"],
  peruvianDirect: ["peruvianDirectUsd"],
  peruvianWithSubcontracts: ["peruvianWithSubcontractsUsd"],
  localValue: ["localValueUsd", "exportLocalValueUsd"],
  localValuePeruvianOwned: ["localValuePeruvianOwnedUsd", "exportLocalValueUsd"],
  knowledgeIntensive: ["knowledgeIntensiveUsd"],
  importedContent: ["importedContentUsd"],
  remittedProfit: ["remittedProfitUsd"],
  subcontracts: ["subcontractsUsd"],
  capitalSpend: ["capitalSpendUsd"],
};
const cents = (usd: number) => Math.round(usd * 100);

describe("the ledger", () => {
  it("is the sum over contracts of what was agreed, less what the log of failures says, in any scenario", () => {
    fc.assert(
      fc.property(scenarioInputs(24), seeds, (input, seed) => {
        const world = createWorld(defineScenario(input), seed, { events: true, everyGate: false });
        const simulation = simulationOf(world, { seed });
        const agreed = new Map(eventsOf(world.events, "contract").map((event) => [event.contract, event]));
        while (!simulation.done) {
          const contracts = world.book.contracts.map((each) => asItStands(world, each, agreed.get(each.id)!));
          const month = simulation.step();
          const failures = eventsOf(world.events, "failure");
          const money = moneyOf(world, contracts, new Set(failures.map(({ contract }) => contract)));
          const found = Object.fromEntries(
            Object.entries(metricOf).map(([name, [metric, exported]]) => [
              name,
              cents(month.metric(metric)) - (exported === undefined ? 0 : cents(month.metric(exported))),
            ]),
          );
          expect(found, `month ${month.month}`).toEqual(money);
          // What the log alone tells.
          expect(month.metric("failures")).toBe(failures.length);
          const loss = failures.reduce((sum, { lossUsd }) => sum + cents(lossUsd), 0);
          expect(cents(month.metric("failureLossUsd"))).toBe(loss);
          expect(month.metric("entries")).toBe(eventsOf(world.events, "entry").length);
          expect(month.metric("adoptions")).toBe(eventsOf(world.events, "adoption").length);
          const tenders = eventsOf(world.events, "tender");
          expect(month.metric("tenders")).toBe(tenders.length);
          const bids = tenders.flatMap((tender) => tender.bids.filter(({ supplier }) => supplier !== null));
          expect(month.metric("bids")).toBe(bids.length);
          for (const event of eventsOf(world.events, "contract")) agreed.set(event.contract, event);
          world.events?.splice(0);
        }
      }),
      trying(8),
    );
  }, 60_000);
});
