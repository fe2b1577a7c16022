import { describe, expect, it } from "vitest";
import { accountsOf } from "../../src/engine/accounts.ts";
import { logFindings } from "../../src/engine/invariants/event-log.ts";
import { checkInvariants, recordViolations } from "../../src/engine/invariants.ts";
import type { Run, SimulationEvent } from "../../src/engine/observations.ts";
import { simulate } from "../../src/engine/run.ts";
import type { PolicyRequest } from "../../src/scenarios/policy-request.ts";
import type { ScenarioInput } from "../../src/scenarios/scenario.ts";
import { eventsOf } from "./worlds.ts";

const atOnce = { startMonth: 0, rampMonths: 0, delayMonths: 0 };
const plain = [
  "bidding-training",
  "business-training",
  "certification-support",
  "commercialisation-training",
  "innovate-peru",
  "rd-credit",
  "testing-centre",
] as const;

/** A scenario in which everything happens of which books are made: poor firms, many problems, ten policies. */
const busy: ScenarioInput = {
  id: "busy",
  months: 54,
  burnInMonths: 2,
  population: 100,
  beyondRanges: true,
  parameters: {
    exportAfterInnovation: 0.03,
    exportCertificateLevel: 1,
    exportOfCapable: 0.001,
    exportSkillMinimum: 0.5,
    overheadShare: 0.06,
    creditLineMonths: 0.5,
    initialCashMonths: 1,
    hearChallengeProbability: 0.6,
    challengesPerMonth: 3,
    projectSkillMinimum: 0.3,
    projectHurdle: 1,
  },
  policies: [
    ...plain.map((policy): PolicyRequest => ({ policy, ...atOnce })),
    { policy: "industry-association", settings: { membership: 1, pooledCapacity: 1 }, ...atOnce },
    { policy: "startup-grants", settings: { startupsPerYear: 30 }, ...atOnce },
    { policy: "local-content-rule", settings: { preference: 0.5, enforcement: 0.3 }, ...atOnce },
  ],
};
const run = simulate(busy, { seed: 1, events: true });
const events = run.events!;

/** Events that move money or say whose it is, each with the amounts in it that accounts depend on. */
const amounts = {
  opening: [],
  incumbent: ["cashUsd"],
  entry: ["cashUsd"],
  contract: [
    "priceUsdPerMonth",
    "costUsdPerMonth",
    "importedUsdPerMonth",
    "frontingUsdPerMonth",
    "preferenceUsdPerMonth",
    "savingUsdPerMonth",
  ],
  "contract-ended": [],
  "subcontract-ended": [],
  failure: ["lossUsd", "withheldUsd"],
  "oligopoly-purchase": [
    "peruvianUsd",
    "peruvianImportedUsd",
    "foreignUsd",
    "foreignImportedUsd",
    "remittedUsd",
    "taxUsd",
  ],
  "firm-month": ["otherSectorsProfitUsd", "fixedCostUsd", "interestUsd"],
  "export-sale": ["revenueUsd", "profitUsd", "localValueUsd"],
  tax: ["profitUsd", "taxUsd", "creditUsedUsd", "creditRefundedUsd"],
  dividend: ["paidUsd"],
  investment: ["costUsd"],
  research: ["spentUsd", "ownUsd"],
  trial: ["costUsd"],
  "public-payment": ["paidUsd"],
} as const satisfies Partial<Record<SimulationEvent["type"], readonly string[]>>;

const wrongWith = (log: readonly SimulationEvent[], handed: Run = run) =>
  logFindings(handed, log).map(({ found }) => found);

/** What is agreed or ends in the last month moves money only after it. */
const lastMonth = 53;

/** The log without the last event that `which` chooses. */
function without(which: (event: SimulationEvent) => boolean): SimulationEvent[] {
  const at = events.findLastIndex((event) => event.month < lastMonth && which(event));
  expect(at).toBeGreaterThanOrEqual(0);
  return events.toSpliced(at, 1);
}

describe("the accounts of an event log", () => {
  it("are those of the run, with ten policies at once", () => {
    expect(recordViolations(run)).toEqual([]);
    const { contradictions, months, cash } = accountsOf(events);
    expect(contradictions).toEqual([]);
    expect(months.map(({ month }) => month)).toEqual(Array.from({ length: 56 }, (_, i) => i - 2));
    expect(cash).toHaveLength(run.suppliers.length);
  });

  it("miss every event that is taken out of the log", () => {
    for (const type of Object.keys(amounts)) {
      if (type === "opening") continue;
      const cost = (event: SimulationEvent) => event.type !== "trial" || event.costUsd > 0;
      expect(wrongWith(without((event) => event.type === type && cost(event))), type).not.toEqual([]);
    }
  });

  it("miss every way in which a contract ends and every purpose of public money", () => {
    for (const reason of ["completed", "holder-left", "partner-left"] as const) {
      const log = without((event) => event.type === "contract-ended" && event.reason === reason);
      expect(wrongWith(log), reason).not.toEqual([]);
    }
    const purposes = [
      "fixed-cost",
      "course",
      "investment-support",
      "research-grant",
      "startup-grant",
    ] as const;
    for (const purpose of [...purposes, "tax-credit"] as const) {
      const log = without(
        (event) => event.type === "public-payment" && event.purpose === purpose && event.paidUsd > 0,
      );
      expect(wrongWith(log), purpose).not.toEqual([]);
    }
  });

  it.each(
    Object.entries(amounts).flatMap(([type, names]) =>
      names.map((amount: string) => [type, amount] as const),
    ),
  )("notice a cent in %s: %s", (type, amount) => {
    const at = events.findLastIndex(
      (event) =>
        event.type === type &&
        event.month < lastMonth &&
        ((event as unknown as Record<string, number>)[amount] > 0 || type === "tax"),
    );
    const event = events[at] as unknown as Record<string, number>;
    const changed = { ...event, [amount]: event[amount] + 0.01 } as unknown as SimulationEvent;
    expect(wrongWith(events.with(at, changed))).not.toEqual([]);
  });

  it("notice a cent in what a run hands over of firms' cash and of public money", () => {
    const [firm, ...others] = run.suppliers;
    const suppliers = [{ ...firm, cashUsd: firm.cashUsd + 0.01 }, ...others];
    expect(wrongWith(events, { ...run, suppliers })).toHaveLength(1);
    const [row, ...rows] = run.treasury;
    const treasury = [{ ...row, perUseUsd: row.perUseUsd + 0.01 }, ...rows];
    expect(wrongWith(events, { ...run, treasury })).toHaveLength(1);
  });

  it("say where a log contradicts itself", () => {
    const late = without((event) => event.type === "contract-ended" && event.reason === "completed");
    expect(accountsOf(late).contradictions[0]?.text).toMatch(
      /^contract \d+ delivers outside months -?\d+ to \d+$/,
    );
    const [violation] = recordViolations({ ...run, events: late });
    expect(violation.message).toMatch(
      /^events-account-for-the-ledger \(seed 1, month \d+\): found contract \d+ delivers outside .*, expected a log that agrees with itself; the event log accounts for the ledger/,
    );
  });

  it("need the log from its first event on", () => {
    expect(() => accountsOf(events.slice(1))).toThrow(
      'found "incumbent of month -3", expected the events of a run, of which the first is its "opening"',
    );
    expect(() => accountsOf([])).toThrow("found []");
    expect(wrongWith(events.slice(1))).toEqual(['a log that begins with "incumbent"']);
  });

  it("are checked on demand in a run that recorded nothing", () => {
    const silent = simulate({ ...busy, months: 14 }, { seed: 1 });
    expect(checkInvariants(silent)).toEqual([]);
    const [firm, ...others] = silent.suppliers;
    expect(firm.origin).toBe("peruvian");
    const poorer = { ...silent, suppliers: [{ ...firm, cashUsd: firm.cashUsd - 1 }, ...others] };
    expect(checkInvariants(poorer).map(({ name }) => name)).toEqual(["events-account-for-the-ledger"]);
  });
});

describe("the event log", () => {
  it("is free of draws: the run is the same bit for bit without it", () => {
    expect(simulate(busy, { seed: 1 }).fingerprint).toBe(run.fingerprint);
  });

  it("tells of money in whole cents", () => {
    for (const [type, names] of Object.entries(amounts)) {
      for (const event of events) {
        if (event.type !== type) continue;
        for (const name of names) {
          const usd = (event as unknown as Record<string, number>)[name];
          expect(Math.round(usd * 100) / 100, `${name} of ${type}`).toBe(usd);
        }
      }
    }
  });

  it("withholds nothing from an import that fails, for imports are paid in full", () => {
    const failures = eventsOf(events, "failure");
    const imports = failures.filter(({ supplier }) => supplier === null);
    expect(imports.length).toBeGreaterThan(0);
    for (const { withheldUsd, subcontractors } of imports) {
      expect(withheldUsd).toBe(0);
      expect(subcontractors).toEqual([]);
    }
    expect(failures.some(({ withheldUsd }) => withheldUsd > 0)).toBe(true);
  });
});
