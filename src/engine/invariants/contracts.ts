// Lots, contracts and the work that suppliers have in hand.
import { termRange } from "../../agents/buyer.ts";
import { ContractKind, contractKindNames, quadrantNames } from "../../agents/codes.ts";
import type { Contract, Lot } from "../../agents/contract.ts";
import { piecesOf } from "../book.ts";
import type { World } from "../world.ts";
import type { Finding } from "./violations.ts";

/** What is wrong with who holds which lot, and when it is tendered next. */
export function lotsOf(world: World): Finding[] {
  const findings: Finding[] = [];
  const { month, firstMonth, lots, book } = world;
  const held = new Map<Lot, number>();
  for (const { id, lot } of book.contracts) {
    if (lot === null) continue;
    held.set(lot, (held.get(lot) ?? 0) + 1);
    if (lot.contract?.id !== id) {
      const found = lot.contract === null ? "no holder" : `contract ${lot.contract.id} as its holder`;
      const expected = `contract ${id}, which is in force`;
      findings.push({ name: "one-holder", phase: "procurement", ids: [`lot ${lot.id}`], found, expected });
    }
  }
  const dated = new Set<Lot>();
  for (let due = Math.max(0, month + 1 - firstMonth); due < world.dueLots.length; due++) {
    for (const lot of world.dueLots[due]) if (lot.dueMonth === due + firstMonth) dated.add(lot);
  }
  for (const lot of lots) {
    const ids = [`lot ${lot.id}`];
    const { contract, dueMonth, closesMonth } = lot;
    const holders = held.get(lot) ?? 0;
    if (holders !== (contract === null ? 0 : 1)) {
      const expected = contract === null ? "none, for it is open" : `one, contract ${contract.id}`;
      findings.push({
        name: "one-holder",
        phase: "procurement",
        ids,
        found: `${holders} contracts in force`,
        expected,
      });
    }
    const dueAt = contract === null ? dueMonth : Math.min(contract.endMonth, closesMonth ?? Infinity) - 1;
    const closed = closesMonth !== null && Math.max(dueMonth, month) + 1 >= closesMonth;
    if (dueMonth !== dueAt) {
      const expected = `month ${dueAt}, the last of its contract`;
      findings.push({
        name: "one-due-date",
        phase: "procurement",
        ids,
        found: `month ${dueMonth}`,
        expected,
      });
    } else if (!closed && dueMonth <= month) {
      const expected = `a month after ${month}`;
      findings.push({
        name: "one-due-date",
        phase: "procurement",
        ids,
        found: `month ${dueMonth}`,
        expected,
      });
    } else if (!closed && dueMonth < firstMonth + world.dueLots.length && !dated.has(lot)) {
      const found = `no entry in the calendar of month ${dueMonth}`;
      findings.push({ name: "one-due-date", phase: "procurement", ids, found, expected: "one" });
    }
  }
  return findings;
}

/** What is wrong with the contracts in force. */
export function contractsOf(world: World): Finding[] {
  const findings: Finding[] = [];
  const { book, month } = world;
  for (const contract of book.contracts) {
    const { id, kind, startMonth, endMonth, lot } = contract;
    const ids = [`contract ${id}`, ...(lot === null ? [] : [`lot ${lot.id}`])];
    const phase = kind === ContractKind.innovation ? "innovation" : "procurement";
    const name = "term-in-range";
    const [shortest, longest, rule] = termsAllowed(world, contract);
    const term = endMonth - startMonth;
    const cutShort = lot?.closesMonth === endMonth && term >= 1;
    if (!(Number.isInteger(term) && term <= longest && (term >= shortest || cutShort))) {
      const found = `${term} months (${startMonth} to ${endMonth})`;
      findings.push({
        name,
        phase,
        ids,
        found,
        expected: `${shortest} to ${longest} whole months (${rule})`,
      });
    }
    if (startMonth > month + 1 || endMonth <= month + 1) {
      const found = `months ${startMonth} to ${endMonth} in force`;
      findings.push({ name, phase, ids, found, expected: `a contract that delivers in month ${month + 1}` });
    }
    if ((contract.supplier === null) !== (kind === ContractKind.import)) {
      const found = `kind ${contractKindNames[kind]} with ${contract.supplier?.name ?? "no supplier"}`;
      findings.push({ name: "one-holder", phase, ids, found, expected: "a supplier, except for imports" });
    }
  }
  return findings;
}

/** Shortest and longest term of a contract, and the rule that says so. */
function termsAllowed(world: World, contract: Contract): readonly [number, number, string] {
  const { parameters, firstMonth } = world;
  const { kind, quadrant, startMonth } = contract;
  if (kind === ContractKind.innovation) {
    const months = Math.round(parameters.innovationContractMonths);
    return [months, months, "innovation"];
  }
  const [shortest, longest] = termRange(parameters, quadrant);
  const emergency = Math.round(parameters.emergencyMonths);
  const [least, most, rule] =
    kind === ContractKind.emergency
      ? ([emergency, emergency, "emergency"] as const)
      : ([shortest, longest, quadrantNames[quadrant]] as const);
  // The contracts of the start are met in mid-term.
  return startMonth === firstMonth ? [1, most, `${rule}, met in mid-term`] : [least, most, rule];
}

/** What is wrong with the work that suppliers have booked. */
export function bookingsOf(world: World): Finding[] {
  const findings: Finding[] = [];
  const { suppliers, book } = world;
  const direct = new Float64Array(suppliers.length);
  const second = new Float64Array(suppliers.length);
  const contracts = new Int32Array(suppliers.length);
  const pieces = new Int32Array(suppliers.length);
  for (const { supplier, ownUsdPerMonth, row } of book.contracts) {
    if (supplier !== null) {
      direct[supplier.id] = direct[supplier.id] + ownUsdPerMonth;
      contracts[supplier.id] = contracts[supplier.id] + 1;
    }
    for (const piece of piecesOf(book, row)) {
      second[piece.supplier] = second[piece.supplier] + piece.capacityUsdPerMonth;
      pieces[piece.supplier] = pieces[piece.supplier] + 1;
    }
  }
  for (const supplier of suppliers) {
    const { id, directUsdPerMonth, subcontractUsdPerMonth, capacityUsdPerMonth, inMarket } = supplier;
    const ids = [`supplier ${id}`];
    const phase = "procurement";
    const slack = tolerance * capacityUsdPerMonth;
    const compare = (what: string, booked: number, worked: number, within: number) => {
      if (Math.abs(booked - worked) <= within) return;
      const found = `${what} ${booked} booked`;
      findings.push({
        name: "work-is-booked",
        phase,
        ids,
        found,
        expected: `the ${worked} of its contracts`,
      });
    };
    compare("direct work US$", directUsdPerMonth, direct[id], slack);
    compare("direct contracts", supplier.directContracts, contracts[id], 0);
    if (inMarket) {
      compare("subcontracted work US$", subcontractUsdPerMonth, second[id], slack);
      compare("subcontracts", supplier.subcontracts, pieces[id], 0);
      if (directUsdPerMonth + subcontractUsdPerMonth > capacityUsdPerMonth + slack) {
        const found = `${directUsdPerMonth} direct + ${subcontractUsdPerMonth} subcontracted US$ a month`;
        const expected = `at most its capacity of ${capacityUsdPerMonth}`;
        findings.push({ name: "work-within-capacity", phase, ids, found, expected });
      }
    } else if (contracts[id] > 0) {
      const found = `${contracts[id]} contracts in force`;
      findings.push({
        name: "departed-are-gone",
        phase: "finance",
        ids,
        found,
        expected: "none of a firm that left",
      });
    }
  }
  for (const { row, id } of book.contracts) {
    for (const piece of piecesOf(book, row)) {
      const supplier = suppliers[piece.supplier];
      if (supplier.inMarket) continue;
      const ids = [`supplier ${supplier.id}`, `contract ${id}`];
      const found = "a subcontract in force";
      findings.push({
        name: "departed-are-gone",
        phase: "finance",
        ids,
        found,
        expected: "none of a firm that left",
      });
    }
  }
  return findings;
}

/** Sums of many additions and subtractions drift in the last bits; relative. */
const tolerance = 1e-6;

/** With events on: who won this month's tenders had passed every gate, and asked for the lowest expected cost. */
export function winnersOf(world: World): Finding[] {
  const findings: Finding[] = [];
  for (const event of world.events ?? []) {
    if (event.type !== "tender" || event.month !== world.month) continue;
    const { winner, outcome, rejected, bids } = event;
    const fallen = Object.entries(rejected);
    const ids = [`lot ${event.lot}`, ...(winner === null ? [] : [`supplier ${winner}`])];
    const add = (found: string, expected: string) =>
      findings.push({ name: "winners-passed-every-gate", phase: "procurement", ids, found, expected });
    if (outcome === "tender" || outcome === "import") {
      const failed = fallen.find(([, suppliers]) => winner !== null && suppliers.includes(winner));
      const own = bids.find(({ supplier }) => supplier === winner);
      if (failed !== undefined) add(`a winner that failed at ${failed[0]}`, "one that passed every gate");
      else if (own === undefined) add("a winner without a bid", "a winner among the bidders");
      else {
        const lower = bids.find((bid) => bid.expectedCostUsdPerMonth < own.expectedCostUsdPerMonth);
        if (lower !== undefined) {
          const of = lower.supplier === null ? "a direct import" : `supplier ${lower.supplier}`;
          const expected = `the lowest, ${lower.expectedCostUsdPerMonth} of ${of}`;
          add(`an award at an expected ${own.expectedCostUsdPerMonth} US$ a month`, expected);
        }
      }
    }
    if ((winner === null) !== (outcome === "import" || outcome === "open")) {
      add(`outcome ${outcome} with winner ${winner}`, "a winner exactly in tenders and emergencies");
    }
    const bidding = bids.map(({ supplier }) => supplier).filter((id) => id !== null);
    const seen = [...fallen.flatMap(([, suppliers]) => suppliers), ...bidding];
    if (new Set(seen).size !== seen.length) add("a firm that was judged twice", "each firm once");
  }
  return findings;
}
