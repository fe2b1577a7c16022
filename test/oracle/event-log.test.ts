import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { originNames, quadrantNames } from "../../src/agents/codes.ts";
import { accountsOf, type Accounts } from "../../src/engine/accounts.ts";
import type { AccountFlowName } from "../../src/engine/accounts/amounts.ts";
import { createWorld } from "../../src/engine/genesis.ts";
import { Flow, rungNames } from "../../src/engine/ledger.ts";
import { simulationOf } from "../../src/engine/run.ts";
import type { World } from "../../src/engine/world.ts";
import { dataPacks } from "../../src/testing/pack-arbitraries.ts";
import { defineScenario, type ScenarioInput } from "../../src/scenarios/scenario.ts";
import { centsPerUsd } from "../../src/units.ts";
import { scenarioInputs, seeds, trying } from "../properties/arbitraries.ts";

/** The ledger's name of each flow of the accounts; spend is a rung there and public cost is counted apart. */
const flowOf: Readonly<Record<Exclude<AccountFlowName, "publicCostUsd">, keyof typeof Flow>> = {
  receivedBySuppliersUsd: "receivedBySuppliers",
  receivedByOligopoliesUsd: "receivedByOligopolies",
  importsUsd: "paidForImports",
  subcontractsUsd: "subcontracts",
  frontingUsd: "fronting",
  failureLossUsd: "failureLoss",
  preferenceCostUsd: "preference",
  savingsUsd: "savings",
  exportsUsd: "exports",
  exportLocalValueUsd: "exportLocalValue",
  taxesUsd: "taxes",
  researchCreditUsd: "researchCredit",
  grantsUsd: "grants",
  researchUsd: "research",
  capitalSpendUsd: "capitalSpend",
  capitalPeruvianUsd: "capitalPeruvian",
};

/** Everything that a ledger holds, US$ by name; what is empty is left out. */
type Sums = Record<string, number>;

/** Runs a scenario and says what its ledger holds, and what its event log adds up to. */
function both(input: ScenarioInput, seed: string | number): { ledger: Sums; log: Sums; accounts: Accounts } {
  const world = createWorld(defineScenario(input), seed, { events: true, everyGate: false });
  const simulation = simulationOf(world, { seed });
  const ledger: Sums = {};
  while (!simulation.done) {
    simulation.step();
    const { flows, monthPublicCents } = world.ledger;
    for (const [name, flow] of Object.entries(flowOf)) {
      ledger[`month ${world.month} ${name}`] = flows[Flow[flow]] / centsPerUsd;
    }
    ledger[`month ${world.month} spendUsd`] = flows[Flow.paidByBuyers] / centsPerUsd;
    ledger[`month ${world.month} publicCostUsd`] = monthPublicCents / centsPerUsd;
  }
  addEnd(ledger, world);
  const accounts = accountsOf(world.events!);
  return { ledger: withoutNothing(ledger), log: withoutNothing(sumsOf(accounts)), accounts };
}

function addEnd(sums: Sums, { ledger, suppliers, categories, mines }: World): void {
  for (const { year, byKind, bySite } of ledger.years) {
    byKind.forEach((cents, at) => {
      const cell = Math.floor(at / rungNames.length);
      const kind = Math.floor(cell / quadrantNames.length);
      const origin = originNames[Math.floor(kind / categories.length)];
      const category = categories[kind % categories.length].id;
      const place = `${origin} ${category} ${quadrantNames[cell % quadrantNames.length]}`;
      sums[`${year} ${place} ${rungNames[at % rungNames.length]}`] = cents / centsPerUsd;
    });
    bySite.forEach((cents, at) => {
      const cell = Math.floor(at / rungNames.length);
      const origin = originNames[Math.floor(cell / mines.length)];
      const place = `${origin} at ${mines[cell % mines.length].id}`;
      sums[`${year} ${place} ${rungNames[at % rungNames.length]}`] = cents / centsPerUsd;
    });
  }
  for (const [policy, cents] of ledger.publicCents) sums[`${policy} paid`] = cents / centsPerUsd;
  for (const [policy, cents] of ledger.fixedCents) sums[`${policy} fixed`] = cents / centsPerUsd;
  for (const { id, cashCents } of suppliers) sums[`cash of supplier ${id}`] = cashCents / centsPerUsd;
}

function sumsOf({ ladder, months, treasury, cash }: Accounts): Sums {
  const sums: Sums = {};
  const add = (key: string, usd: number) => {
    sums[key] = Math.round(((sums[key] ?? 0) + usd) * centsPerUsd) / centsPerUsd;
  };
  for (const cell of ladder) {
    for (const rung of rungNames) {
      add(`${cell.year} ${cell.origin} ${cell.category} ${cell.quadrant} ${rung}`, cell[rung]);
      add(`${cell.year} ${cell.origin} at ${cell.mine} ${rung}`, cell[rung]);
    }
  }
  for (const month of months) {
    for (const name of [...Object.keys(flowOf), "spendUsd", "publicCostUsd"] as (keyof typeof month)[]) {
      add(`month ${month.month} ${name}`, month[name]);
    }
  }
  for (const { policy, paidUsd, fixedUsd } of treasury) {
    add(`${policy} paid`, paidUsd);
    add(`${policy} fixed`, fixedUsd);
  }
  for (const { supplier, cashUsd } of cash) add(`cash of supplier ${supplier}`, cashUsd);
  return sums;
}

function withoutNothing(sums: Sums): Sums {
  return Object.fromEntries(Object.entries(sums).filter(([, usd]) => usd !== 0));
}

describe("the event log alone", () => {
  it("adds up to every cell of the ledger, every flow, every policy's money and every firm's cash, in any scenario", () => {
    fc.assert(
      fc.property(scenarioInputs(24), seeds, (input, seed) => {
        const { ledger, log, accounts } = both(input, seed);
        expect(accounts.contradictions).toEqual([]);
        expect(log).toEqual(ledger);
      }),
      trying(4),
    );
  }, 120_000);

  it("and in any country", () => {
    fc.assert(
      fc.property(dataPacks, (pack) => {
        const input = { id: "a", pack, months: 13, burnInMonths: 2, population: 60 };
        const { ledger, log, accounts } = both(input, 1);
        expect(accounts.contradictions).toEqual([]);
        expect(log).toEqual(ledger);
      }),
      trying(3),
    );
  }, 120_000);
});
