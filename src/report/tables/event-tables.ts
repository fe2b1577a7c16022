// Tables read from the events of a run: the events themselves, and the contracts with what became of them.
import type { Run, SimulationEvent } from "../../engine/observations.ts";
import {
  flag,
  integer,
  number,
  text,
  type Cell,
  type TableDefinition,
  type TableRow,
} from "./table-definition.ts";

type ContractEvent = Extract<SimulationEvent, { readonly type: "contract" }>;

/** One row per contract and per subcontract. */
export const contractsTable: TableDefinition = {
  name: "contracts",
  meaning: "One row per contract signed in the run, and one per subcontract under it.",
  columns: [
    integer("contract", "", "number of the contract in its run; its subcontracts share it"),
    integer("tier", "", "1 for the contract, 2 for a subcontract or a partner's part"),
    flag("partner", "whether it is a named partner's part of a consortium"),
    text("kind", "how it came about: tender, emergency, import or innovation"),
    integer("lot", "", "number of the lot; null for none", true),
    text("buyer", "mine or engineering firm"),
    text("category", "category of Table A1"),
    text("quadrant", "quadrant of risk and cost"),
    integer("supplier", "", "number of the supplier; null for a direct import", true),
    number("priceUsd", "US$ a month", "what is paid for it"),
    integer("signedMonth", "months", "month of the award since January 2017; negative in the burn-in"),
    integer("startMonth", "months", "first month of delivery"),
    integer("endMonth", "months", "first month no longer delivered, as agreed"),
    integer(
      "failures",
      "months",
      "months of failed delivery up to the end of the run; null for a subcontract",
      true,
    ),
    number("failureLossUsd", "US$", "what these cost the buyer; null for a subcontract", true),
  ],
};

/** The contracts of a run that recorded its events. */
export function* contractRows(run: Run): Generator<TableRow> {
  const failed = new Map<number, { failures: number; failureLossUsd: number }>();
  for (const event of eventsOf(run)) {
    if (event.type !== "failure") continue;
    const known = failed.get(event.contract) ?? { failures: 0, failureLossUsd: 0 };
    known.failures += 1;
    known.failureLossUsd += event.lossUsd;
    failed.set(event.contract, known);
  }
  const { scenario, seed } = run.manifest;
  for (const event of eventsOf(run)) {
    if (event.type !== "contract") continue;
    const shared = { scenario, seed, ...termsOf(event) };
    const { supplier, priceUsd } = event;
    const { failures, failureLossUsd } = failed.get(event.contract) ?? { failures: 0, failureLossUsd: 0 };
    yield { ...shared, tier: 1, partner: false, supplier, priceUsd, failures, failureLossUsd };
    for (const part of event.subcontractors) {
      yield { ...shared, tier: 2, ...part, failures: null, failureLossUsd: null };
    }
  }
}

function termsOf({
  contract,
  kind,
  lot,
  buyer,
  category,
  quadrant,
  month,
  startMonth,
  endMonth,
}: ContractEvent) {
  return { contract, kind, lot, buyer, category, quadrant, signedMonth: month, startMonth, endMonth };
}

/** Who and what an event is about: columns of their own, where events of several kinds have them. */
const subjects = {
  supplier: integer("supplier", "", "supplier concerned; of a tender, its winner", true),
  buyer: text("buyer", "buyer or mine concerned", true),
  category: text("category", "category of Table A1", true),
  lot: integer("lot", "", "lot", true),
  contract: integer("contract", "", "contract", true),
  challenge: integer("challenge", "", "challenge", true),
  policy: text("policy", "policy", true),
};

/** One row per event. */
export const eventsTable: TableDefinition = {
  name: "events",
  meaning: "One row per event of a run, in the order in which they happened.",
  columns: [
    integer("event", "", "place in the run's order of events, from 0"),
    integer("month", "months", "month since January 2017; negative in the burn-in"),
    text("type", "kind of event"),
    ...Object.values(subjects),
    text("details", "everything else that the event says, as JSON"),
  ],
};

/** The events of a run that recorded them. */
export function* eventRows(run: Run): Generator<TableRow> {
  const { scenario, seed } = run.manifest;
  for (const [event, each] of eventsOf(run).entries()) {
    const { month, type, ...rest } = each;
    const { supplier, winner, buyer, mine, category, lot, contract, challenge, policy, ...details } =
      rest as {
        readonly [Name in keyof typeof subjects | "winner" | "mine"]?: Cell;
      };
    yield {
      scenario,
      seed,
      event,
      month,
      type,
      supplier: supplier ?? winner ?? null,
      buyer: buyer ?? mine ?? null,
      category: category ?? null,
      lot: lot ?? null,
      contract: contract ?? null,
      challenge: challenge ?? null,
      policy: policy ?? null,
      details: JSON.stringify(details),
    };
  }
}

function eventsOf({ events, manifest }: Run): readonly SimulationEvent[] {
  if (events !== undefined) return events;
  throw new RangeError(
    `the run of "${manifest.scenario}" recorded no events: ask for them with events: true`,
  );
}
