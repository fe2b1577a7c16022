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
  meaning:
    "One row per contract in force at the start or signed in the run, and one per subcontract under it.",
  columns: [
    integer("contract", "", "number of the contract in its run; its subcontracts share it"),
    integer("tier", "", "1 for the contract, 2 for a subcontract or a partner's part"),
    flag("partner", "whether it is a named partner's part of a consortium"),
    text("kind", "how it came about: tender, emergency, import or innovation"),
    integer("lot", "", "number of the lot; null for none", true),
    text("buyer", "mine or engineering firm"),
    text("mine", "mine where the work is done"),
    text("category", "category of Table A1"),
    text("quadrant", "quadrant of risk and cost"),
    flag("capital", "whether it is a capital package of a project"),
    integer("supplier", "", "number of the supplier; null for a direct import", true),
    number("priceUsdPerMonth", "US$ a month", "what is paid for it"),
    number("costUsdPerMonth", "US$ a month", "what it costs its supplier, without what is passed on"),
    number("importedUsdPerMonth", "US$ a month", "imported part of that cost"),
    integer(
      "signedMonth",
      "months",
      "month of the award since January 2017; negative in the burn-in; the month before it for contracts of the start",
    ),
    integer("startMonth", "months", "first month of delivery"),
    integer("endMonth", "months", "first month no longer delivered, as agreed"),
    integer("endedMonth", "months", "last month delivered; null while it is in force", true),
    text(
      "endReason",
      "completed, holder-left, partner-left or subcontractor-left; null while in force",
      true,
    ),
    integer("failures", "months", "months of failed delivery up to the end of the run"),
    number("failureLossUsd", "US$", "what these cost the buyer; null for a subcontract", true),
  ],
};

/** What became of a contract or of a firm's part in it. */
interface Fate {
  failures: number;
  failureLossUsd: number;
  endedMonth: number | null;
  endReason: string | null;
}

/** The contracts of a run that recorded its events. */
export function* contractRows(run: Run): Generator<TableRow> {
  const events = eventsOf(run);
  const fateOf = fatesIn(events);
  const { scenario, seed } = run.manifest;
  for (const event of events) {
    if (event.type !== "contract") continue;
    const shared = { scenario, seed, ...termsOf(event) };
    const { supplier, priceUsdPerMonth, costUsdPerMonth, importedUsdPerMonth } = event;
    const amounts = { priceUsdPerMonth, costUsdPerMonth, importedUsdPerMonth };
    const whole = fateOf(event.contract);
    yield { ...shared, tier: 1, partner: false, supplier, ...amounts, ...whole };
    for (const part of event.subcontractors) {
      const own = fateOf(event.contract, part.supplier);
      const { endedMonth, endReason } = own.endedMonth === null ? whole : own;
      yield { ...shared, tier: 2, ...part, ...own, failureLossUsd: null, endedMonth, endReason };
    }
  }
}

/** What the log tells of each contract, and of each firm's part in it. */
function fatesIn(events: readonly SimulationEvent[]): (contract: number, part?: number) => Fate {
  const fates = new Map<string, Fate>();
  const fateOf = (contract: number, part?: number) => {
    const key = `${contract} ${part ?? ""}`;
    const known = fates.get(key) ?? { failures: 0, failureLossUsd: 0, endedMonth: null, endReason: null };
    fates.set(key, known);
    return known;
  };
  for (const event of events) {
    if (event.type === "failure") {
      const fate = fateOf(event.contract);
      fate.failures += 1;
      fate.failureLossUsd += event.lossUsd;
    } else if (event.type === "subcontract-failure") {
      fateOf(event.contract, event.supplier).failures += 1;
    } else if (event.type === "contract-ended") {
      Object.assign(fateOf(event.contract), { endedMonth: event.month, endReason: event.reason });
    } else if (event.type === "subcontract-ended") {
      const end = { endedMonth: event.month, endReason: "subcontractor-left" };
      Object.assign(fateOf(event.contract, event.supplier), end);
    }
  }
  return fateOf;
}

function termsOf(event: ContractEvent) {
  const { contract, kind, lot, buyer, site, category, quadrant, capital } = event;
  const { month, startMonth, endMonth } = event;
  return {
    contract,
    kind,
    lot,
    buyer,
    mine: site,
    category,
    quadrant,
    capital,
    signedMonth: month,
    startMonth,
    endMonth,
  };
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

/** The events of a run that recorded them. */
export function eventsOf({ events, manifest }: Run): readonly SimulationEvent[] {
  if (events !== undefined) return events;
  throw new RangeError(
    `the run of "${manifest.scenario}" recorded no events: ask for them with events: true`,
  );
}
