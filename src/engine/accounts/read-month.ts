// A month of an event log: contracts in force deliver, then what else happened is entered.
import { toCents } from "../../units.ts";
import type { EventOf, SimulationEvent } from "../events.ts";
import {
  contradict,
  earn,
  emptyMonth,
  keyOf,
  moveCash,
  place,
  type LogBooks,
  type MonthBook,
} from "./books.ts";
import { begin, deliver, takeOver } from "./contract-in-force.ts";

/** Reads the page before a run's first month: firms with their cash, and contracts that have not delivered yet. */
export function readOpening(books: LogBooks, month: number, events: readonly SimulationEvent[]): void {
  for (const event of events) enter(books, emptyMonth(month), event);
}

/** Reads a month. */
export function readMonth(books: LogBooks, month: number, events: readonly SimulationEvent[]): void {
  const book = emptyMonth(month);
  books.months.push(book);
  const failures = new Map<number, EventOf<"failure">>();
  for (const event of events) {
    if (event.type !== "failure") continue;
    if (!books.contracts.has(event.contract)) {
      contradict(books, month, `contract ${event.contract} fails without being in force`);
    }
    failures.set(event.contract, event);
  }
  for (const [id, contract] of books.contracts) deliver(books, book, contract, failures.get(id));
  for (const event of events) enter(books, book, event);
}

function enter(books: LogBooks, book: MonthBook, event: SimulationEvent): void {
  const { flows } = book;
  const { month } = event;
  switch (event.type) {
    case "incumbent":
    case "entry":
      books.firms.set(event.supplier, {
        origin: event.origin,
        cash: toCents(event.cashUsd),
        yearProfit: 0,
      });
      return;
    case "contract":
      books.contracts.set(event.contract, begin(books, event));
      return;
    case "contract-ended":
      endContract(books, event);
      return;
    case "subcontract-ended":
      takeOver(books, event);
      return;
    case "failure":
      flows.failureLoss += toCents(event.lossUsd);
      return;
    case "oligopoly-purchase":
      buyFromOligopoly(books, book, event);
      return;
    case "firm-month": {
      const { otherSectorsProfitUsd, fixedCostUsd, interestUsd } = event;
      const cents = toCents(otherSectorsProfitUsd) - toCents(fixedCostUsd) - toCents(interestUsd);
      earn(books, month, event.supplier, cents);
      return;
    }
    case "export-sale":
      flows.exports += toCents(event.revenueUsd);
      flows.exportLocalValue += toCents(event.localValueUsd);
      earn(books, month, event.supplier, toCents(event.profitUsd));
      return;
    case "investment":
      earn(books, month, event.supplier, -toCents(event.costUsd));
      return;
    case "research":
      flows.research += toCents(event.spentUsd);
      earn(books, month, event.supplier, -toCents(event.ownUsd));
      return;
    case "trial":
      flows.research += toCents(event.costUsd);
      earn(books, month, event.supplier, -toCents(event.costUsd));
      return;
    case "tax":
      payTax(books, book, event);
      return;
    case "dividend":
      moveCash(books, month, event.supplier, -toCents(event.paidUsd));
      return;
    case "public-payment":
      payPublicly(books, book, event);
      return;
    default:
      // Nothing is paid: decisions, failures of second-tier firms, changes of rules.
      return;
  }
}

function endContract(books: LogBooks, { contract: id, month, reason }: EventOf<"contract-ended">): void {
  const contract = books.contracts.get(id);
  if (contract === undefined) contradict(books, month, `contract ${id} ends without being in force`);
  else if (reason === "completed" && contract.agreed.endMonth !== month + 1) {
    contradict(books, month, `contract ${id} is completed before month ${contract.agreed.endMonth - 1}`);
  }
  books.contracts.delete(id);
}

function buyFromOligopoly(books: LogBooks, book: MonthBook, event: EventOf<"oligopoly-purchase">): void {
  const peruvian = toCents(event.peruvianUsd);
  const foreign = toCents(event.foreignUsd);
  const peruvianImported = toCents(event.peruvianImportedUsd);
  const foreignImported = toCents(event.foreignImportedUsd);
  const remitted = toCents(event.remittedUsd);
  const { category, mine } = event;
  const quadrant = "uncontested";
  book.flows.receivedByOligopolies += peruvian + foreign;
  book.flows.taxes += toCents(event.taxUsd);
  const owned = peruvian - peruvianImported;
  const ours = { origin: "peruvian", category, quadrant, mine } as const;
  place(books, book, ours, keyOf(ours), {
    spend: peruvian,
    inCountry: peruvian,
    peruvianDirect: peruvian,
    peruvianWithSubcontracts: peruvian,
    localValue: owned,
    localValuePeruvianOwned: owned,
    knowledgeIntensive: 0,
    importedContent: peruvianImported,
    remittedProfit: 0,
  });
  const theirs = { origin: "global", category, quadrant, mine } as const;
  place(books, book, theirs, keyOf(theirs), {
    spend: foreign,
    inCountry: foreign,
    peruvianDirect: 0,
    peruvianWithSubcontracts: 0,
    localValue: foreign - foreignImported - remitted,
    localValuePeruvianOwned: 0,
    knowledgeIntensive: 0,
    importedContent: foreignImported,
    remittedProfit: remitted,
  });
}

/** The tax is on the year's profit, which is the sum of what the log told of it. */
function payTax(books: LogBooks, { flows }: MonthBook, event: EventOf<"tax">): void {
  const { month, supplier } = event;
  const firm = books.firms.get(supplier);
  const taxed = toCents(event.profitUsd);
  if (firm !== undefined && firm.yearProfit !== taxed) {
    const text = `supplier ${supplier} is taxed on ${taxed} cents of profit, but made ${firm.yearProfit}`;
    contradict(books, month, text);
  }
  const owed = Math.round(Math.max(0, taxed) * books.taxRate);
  const credit = toCents(event.creditUsedUsd) + toCents(event.creditRefundedUsd);
  if (owed !== toCents(event.taxUsd)) {
    contradict(
      books,
      month,
      `supplier ${supplier} pays ${toCents(event.taxUsd)} cents of tax, but owes ${owed}`,
    );
  }
  flows.taxes += toCents(event.taxUsd);
  flows.researchCredit += credit;
  moveCash(books, month, supplier, credit - toCents(event.taxUsd));
  if (firm !== undefined) firm.yearProfit = 0;
}

function payPublicly(books: LogBooks, { flows }: MonthBook, event: EventOf<"public-payment">): void {
  const { month, policy, purpose, supplier } = event;
  const cents = toCents(event.paidUsd);
  const paid = books.policies.get(policy) ?? { fixed: 0, perUse: 0 };
  books.policies.set(policy, paid);
  if (purpose === "fixed-cost") paid.fixed += cents;
  else paid.perUse += cents;
  flows.publicCost += cents;
  if (purpose === "research-grant" || purpose === "startup-grant") flows.grants += cents;
  // All other public money pays somebody else, or stands in the tax or the research that it helped to pay.
  if (purpose === "startup-grant" && supplier !== null) {
    moveCash(books, month, supplier, cents);
  }
}
