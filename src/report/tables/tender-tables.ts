// Tables of tenders, read from the events of a run: each tender with its outcome, and everybody who was looked at in it.
import { qualifyingGateNames, type QualifyingGateName } from "../../agents/codes.ts";
import type { EventOf, Run } from "../../engine/observations.ts";
import { eventsOf } from "./event-tables.ts";
import {
  flag,
  integer,
  number,
  runKeys,
  text,
  type ColumnDefinition,
  type TableDefinition,
  type TableRow,
} from "./table-definition.ts";

/** The column that counts who fell at a gate, and what it says. */
const gateColumns: Readonly<Record<QualifyingGateName, readonly [name: string, meaning: string]>> = {
  reserved: ["reserved", "firms to which the lot was not open"],
  "not-informed": ["notInformed", "firms that did not hear of it"],
  "not-registered": ["notRegistered", "firms that heard and were not on the buyer's register"],
  "not-certified": ["notCertified", "registered firms without the certificate that was asked for"],
  "too-small": ["tooSmall", "certified firms without enough free capacity, their own or pooled"],
  "no-finance": ["noFinance", "firms large enough that could not finance it"],
  "not-trusted": ["notTrusted", "firms that could do it and that the buyer did not trust enough"],
};

const tenderColumns: readonly ColumnDefinition[] = [
  integer("tender", "", "number of the tender in its run, from 0, in the order of the log"),
  integer("month", "months", "month since January 2017; negative in the burn-in"),
];

/** One row per tender. */
export const tendersTable: TableDefinition = {
  name: "tenders",
  meaning: "One row per tender of a run; of the round at the start only the contracts are told.",
  columns: [
    ...tenderColumns,
    integer("lot", "", "number of the lot, which keeps it from tender to tender"),
    text("buyer", "mine or engineering firm"),
    text("mine", "mine where the work is done"),
    text("category", "category of Table A1"),
    number("valueUsdPerMonth", "US$ a month", "the lot at list price"),
    number("risk", "0-1", "criticality and difficulty in one index"),
    text("quadrant", "quadrant of risk and cost"),
    number("toleratedFailure", "0-1 a month", "highest chance of a failure that the buyer still admits"),
    number("lossPerFailureUsd", "US$", "revenue that the mine would lose by a failure"),
    ...qualifyingGateNames.map((gate) => integer(gateColumns[gate][0], "firms", gateColumns[gate][1])),
    integer("bids", "firms", "firms that qualified, and bid"),
    text("outcome", "tender, emergency, import or, when nobody was found, open"),
    integer("supplier", "", "who supplies; null for an import and an open lot", true),
    integer("contract", "", "number of the contract; null for an open lot", true),
  ],
};

/** The tenders of a run that recorded its events. */
export function* tenderRows(run: Run): Generator<TableRow> {
  for (const [tender, { event, contract }] of tendersOf(run).entries()) {
    const { month, lot, buyer, site, category, valueUsdPerMonth, risk, quadrant } = event;
    const { toleratedFailure, lossPerFailureUsd, rejected, bids, outcome, winner } = event;
    yield {
      ...runKeys(run),
      tender,
      month,
      lot,
      buyer,
      mine: site,
      category,
      valueUsdPerMonth,
      risk,
      quadrant,
      toleratedFailure,
      lossPerFailureUsd,
      ...Object.fromEntries(qualifyingGateNames.map((gate) => [gateColumns[gate][0], rejected[gate].length])),
      bids: bids.filter(({ supplier }) => supplier !== null).length,
      outcome,
      supplier: winner,
      contract,
    };
  }
}

/** One row per firm looked at in a tender, and per direct import that stood beside the bids. */
export const candidatesTable: TableDefinition = {
  name: "candidates",
  meaning:
    "One row per firm that was looked at in a tender, and per direct import that stood beside the bids: where each fell, or what it asked.",
  columns: [
    ...tenderColumns,
    integer("supplier", "", "number of the supplier; null for a direct import", true),
    text("gate", "first gate at which the firm fell; of a bid, outbid or won"),
    flag("supplies", "whether it got the contract; also true of who fell and is called in an emergency"),
    integer("rank", "", "place among the bids, 1 for the lowest expected cost; null without a bid", true),
    number("priceUsdPerMonth", "US$ a month", "price asked; null without a bid", true),
    number(
      "perceivedFailure",
      "0-1 a month",
      "chance of a failure as the buyer sees it; null likewise",
      true,
    ),
    number(
      "expectedCostUsdPerMonth",
      "US$ a month",
      "price and expected loss less what the buyer gives for local sourcing; null likewise",
      true,
    ),
  ],
};

/** Everybody who was looked at in the tenders of a run that recorded its events. */
export function* candidateRows(run: Run): Generator<TableRow> {
  const noBid = {
    rank: null,
    priceUsdPerMonth: null,
    perceivedFailure: null,
    expectedCostUsdPerMonth: null,
  };
  for (const [tender, { event }] of tendersOf(run).entries()) {
    const { month, rejected, bids, winner } = event;
    const shared = { ...runKeys(run), tender, month };
    for (const gate of qualifyingGateNames) {
      for (const supplier of rejected[gate]) {
        yield { ...shared, supplier, gate, supplies: supplier === winner, ...noBid };
      }
    }
    for (const [place, bid] of bids.entries()) {
      const supplies = bid.supplier === winner;
      yield { ...shared, ...bid, gate: supplies ? "won" : "outbid", supplies, rank: place + 1 };
    }
  }
}

/** The tenders of a run in their order, each with the number of its contract, which stands right after it; an open lot has none. */
function tendersOf(run: Run): { readonly event: EventOf<"tender">; readonly contract: number | null }[] {
  const events = eventsOf(run);
  return events.flatMap((event, place) => {
    if (event.type !== "tender") return [];
    const next = events.at(place + 1);
    const isItsOwn = next?.type === "contract" && next.lot === event.lot;
    return [{ event, contract: isItsOwn ? next.contract : null }];
  });
}
