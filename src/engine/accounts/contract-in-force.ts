// A month of a contract, worked out from what was agreed and from what the log tells of its failure.
import { toCents } from "../../units.ts";
import type { EventOf } from "../events.ts";
import {
  contradict,
  earn,
  keyOf,
  place,
  type ContractInForce,
  type LogBooks,
  type MonthBook,
} from "./books.ts";

/** A contract that begins. */
export function begin({ firms }: LogBooks, agreed: EventOf<"contract">): ContractInForce {
  const { supplier, category, quadrant, site: mine } = agreed;
  const origin = supplier === null ? "imported" : (firms.get(supplier)?.origin ?? "peruvian");
  const at = { origin, category, quadrant, mine };
  return {
    agreed,
    at,
    key: keyOf(at),
    price: toCents(agreed.priceUsdPerMonth),
    fronting: toCents(agreed.frontingUsdPerMonth),
    cost: toCents(agreed.costUsdPerMonth),
    imported: toCents(agreed.importedUsdPerMonth),
    parts: agreed.subcontractors.map((part) => ({
      supplier: part.supplier,
      price: toCents(part.priceUsdPerMonth),
      cost: toCents(part.costUsdPerMonth),
      imported: toCents(part.importedUsdPerMonth),
    })),
  };
}

/** From now on the holder does the part of a firm that left. */
export function takeOver(
  books: LogBooks,
  { month, contract: id, supplier }: EventOf<"subcontract-ended">,
): void {
  const contract = books.contracts.get(id);
  const part = contract?.parts.find((each) => each.supplier === supplier);
  if (contract === undefined || part === undefined) {
    contradict(books, month, `supplier ${supplier} leaves contract ${id}, of which it has no part`);
    return;
  }
  contract.parts = contract.parts.filter((each) => each !== part);
  contract.cost += part.cost;
  contract.imported += part.imported;
}

/** Delivers a month of a contract, well or as its failure says. */
export function deliver(
  books: LogBooks,
  book: MonthBook,
  { agreed, at, key, price, fronting, cost, imported, parts }: ContractInForce,
  failure: EventOf<"failure"> | undefined,
): void {
  const { month, flows } = book;
  const { contract, supplier, startMonth, endMonth } = agreed;
  if (month < startMonth || month >= endMonth) {
    contradict(books, month, `contract ${contract} delivers outside months ${startMonth} to ${endMonth - 1}`);
  }
  const paid = price - toCents(failure?.withheldUsd ?? 0);
  if (agreed.capital) flows.capitalSpend += paid;
  flows.preferenceCost += toCents(agreed.preferenceUsdPerMonth);
  if (supplier === null) {
    flows.imports += paid;
    place(books, book, at, key, {
      spend: paid,
      inCountry: 0,
      peruvianDirect: 0,
      peruvianWithSubcontracts: 0,
      localValue: 0,
      localValuePeruvianOwned: 0,
      knowledgeIntensive: 0,
      importedContent: paid,
      remittedProfit: 0,
    });
    return;
  }

  let agreedParts = 0;
  let passedOn = 0;
  let partsImported = 0;
  for (const part of parts) {
    const told = failure?.subcontractors.find((each) => each.supplier === part.supplier);
    const received = part.price - toCents(told?.withheldUsd ?? 0);
    agreedParts += part.price;
    passedOn += received;
    partsImported += part.imported;
    earn(books, month, part.supplier, received - part.cost);
  }
  const agreedFee = Math.min(fronting, price - agreedParts);
  const fee = agreedFee - toCents(failure?.frontingWithheldUsd ?? 0);
  const left = paid - passedOn - fee - cost;
  const importedContent = imported + partsImported;

  const peruvian = at.origin === "peruvian";
  let remittedProfit = 0;
  let owned = paid - importedContent;
  if (peruvian) {
    earn(books, month, supplier, left);
    if (agreed.capital) flows.capitalPeruvian += paid;
  } else {
    remittedProfit = left > 0 ? Math.round(left * (1 - books.taxRate)) : left;
    flows.taxes += left - remittedProfit;
    owned = passedOn - partsImported + fee;
  }
  const skilled = agreed.kind === "innovation" || at.quadrant === "high-risk-high-cost";
  flows.receivedBySuppliers += paid;
  flows.subcontracts += passedOn;
  flows.fronting += fee;
  flows.savings += toCents(agreed.savingUsdPerMonth);
  place(books, book, at, key, {
    spend: paid,
    inCountry: paid,
    peruvianDirect: peruvian ? paid : 0,
    peruvianWithSubcontracts: peruvian ? paid : passedOn + fee,
    localValue: paid - importedContent - remittedProfit,
    localValuePeruvianOwned: owned,
    knowledgeIntensive: skilled ? owned : 0,
    importedContent,
    remittedProfit,
  });
}
