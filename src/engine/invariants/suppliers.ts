// Suppliers and what buyers know of them.
import { Origin } from "../../agents/codes.ts";
import { never } from "../../agents/supplier-columns.ts";
import type { Supplier } from "../../agents/supplier.ts";
import { ownEvidenceMonths, tieNow } from "../evidence.ts";
import { Bond, relationIndex } from "../relations.ts";
import { biddersOf, type World } from "../world.ts";
import type { Finding, MonthPhase } from "./violations.ts";

/** Records of suppliers as they stood after an earlier month. */
export interface RecordsMemory {
  readonly month: number;
  readonly deliveries: readonly number[];
  readonly failures: readonly number[];
  readonly certificateLevels: readonly number[];
  /** First months of registration, buyer by buyer. */
  readonly registeredFrom: readonly (readonly number[])[];
}

/** Copies what {@link recordsSince} compares a later month with. */
export function rememberRecords(world: World): RecordsMemory {
  const { suppliers, relations } = world;
  return {
    month: world.month,
    deliveries: suppliers.map(({ deliveries }) => deliveries),
    failures: suppliers.map(({ failures }) => failures),
    certificateLevels: suppliers.map(({ certificateLevel }) => certificateLevel),
    registeredFrom: world.buyers.map(({ index }) =>
      suppliers.map(({ id }) => relations.registeredFrom[relationIndex(relations, index, id)]),
    ),
  };
}

/** What is wrong with suppliers as they stand. */
export function suppliersOf(world: World): Finding[] {
  const findings: Finding[] = [];
  const { relations, strengths, scenario } = world;
  for (const supplier of world.suppliers) {
    const ids = [`supplier ${supplier.id}`];
    const add = (name: Finding["name"], phase: MonthPhase, found: string, expected: string) =>
      findings.push({ name, phase, ids, found, expected });
    for (const trait of ["technical", "organisational", "standards", "otherSectorsShare"] as const) {
      const value = supplier[trait];
      if (!(value >= 0 && value <= 1))
        add("shares-within-bounds", "capabilities", `${trait} ${value}`, "0 to 1");
    }
    const { certificateLevel: level, capacityUsdPerMonth, cashCents, creditLineCents } = supplier;
    if (!(Number.isInteger(level) && level >= 0 && level <= 3)) {
      add("shares-within-bounds", "capabilities", `certificate level ${level}`, "0, 1, 2 or 3");
    }
    if (!(capacityUsdPerMonth > 0 && Number.isFinite(capacityUsdPerMonth))) {
      add(
        "shares-within-bounds",
        "capabilities",
        `capacity ${capacityUsdPerMonth} US$ a month`,
        "more than 0",
      );
    }
    if (!Number.isInteger(cashCents) || !Number.isInteger(creditLineCents)) {
      add("whole-cents", "finance", `cash ${cashCents} and credit ${creditLineCents} cents`, "whole cents");
    }
    checkEvidence(supplier, add);
    let since = never;
    for (const buyer of world.buyers) {
      const at = relationIndex(relations, buyer.index, supplier.id);
      const months = ownEvidenceMonths(world, buyer.index, supplier.id);
      if (!(months >= 0 && Number.isFinite(months))) {
        add(
          "evidence-is-not-negative",
          "delivery",
          `${months} months of evidence at ${buyer.id}`,
          "0 or more",
        );
      }
      const tie = tieNow(world, at);
      if (!(tie >= 0 && tie <= 1)) {
        add("shares-within-bounds", "capabilities", `a tie of ${tie} with ${buyer.id}`, "0 to 1");
      }
      since = Math.min(since, relations.registeredFrom[at]);
      const bonds =
        (relations.registeredFrom[at] === never ? 0 : Bond.register) |
        (relations.tie[at] > 0 ? Bond.tie : 0) |
        (months > 0 ? Bond.evidence : 0);
      if ((bonds & ~relations.bonds[at]) !== 0) {
        const found = `bonds ${relations.bonds[at]} with ${buyer.id}`;
        add("bonds-are-noted", "procurement", found, `those of ${bonds} among them`);
      }
    }
    if (since !== supplier.registeredSince) {
      const found = `noted as registered from month ${supplier.registeredSince}`;
      add("registrations-are-kept", "capabilities", found, `${since}, by the registers`);
    }
  }
  scenario.policies.forEach(({ policy }, i) => {
    const strength = strengths[i];
    if (strength >= 0 && strength <= 1) return;
    const found = `strength ${strength}`;
    const ids = [`policy ${policy.id}`];
    findings.push({ name: "shares-within-bounds", phase: "institutions", ids, found, expected: "0 to 1" });
  });
  return findings;
}

function checkEvidence(
  supplier: Supplier,
  add: (name: Finding["name"], phase: MonthPhase, found: string, expected: string) => void,
): void {
  for (const record of [
    "totalSuccesses",
    "totalFailures",
    "publicSuccesses",
    "parentSuccesses",
    "parentFailures",
  ] as const) {
    const months = supplier[record];
    if (!(months >= 0 && Number.isFinite(months))) {
      add("evidence-is-not-negative", "delivery", `${record} of ${months} months`, "0 or more");
    }
  }
  const { failures, deliveries } = supplier;
  if (!(failures >= 0 && failures <= deliveries)) {
    add(
      "records-never-shrink",
      "delivery",
      `${failures} failures in ${deliveries} months`,
      "0 to all of them",
    );
  }
}

/** What is wrong with the lists of bidders. */
export function listsOf(world: World): Finding[] {
  const findings: Finding[] = [];
  const phase = "finance";
  const listed = new Map<number, number>();
  world.bidders.forEach((list, index) => {
    const category = Math.floor(index / world.lines);
    const line = index % world.lines;
    for (const id of list) {
      const supplier = world.suppliers[id];
      const ids = [`supplier ${id}`, `category ${world.categories[category].id}`, `line ${line}`];
      listed.set(id, (listed.get(id) ?? 0) + 1);
      if (!supplier.inMarket) {
        const found = `a bidder that left in month ${supplier.leftMonth}`;
        findings.push({ name: "departed-are-gone", phase, ids, found, expected: "firms in the market" });
      }
      if (supplier.line !== line || !supplier.categories.includes(category)) {
        const found = "a bidder that does not offer it";
        findings.push({ name: "bidders-are-in-the-market", phase, ids, found, expected: "firms that do" });
      }
    }
  });
  for (const supplier of world.suppliers) {
    const { id, inMarket, categories, line, leftMonth } = supplier;
    const ids = [`supplier ${id}`];
    if (inMarket !== (leftMonth === null)) {
      const found = `${inMarket ? "in" : "out of"} the market with month of leaving ${leftMonth}`;
      findings.push({
        name: "departed-are-gone",
        phase,
        ids,
        found,
        expected: "a month exactly when it left",
      });
    }
    if (!inMarket) continue;
    const once = categories.every((category) => biddersOf(world, category, line).includes(id));
    if (once && listed.get(id) === categories.length) continue;
    const found = `${listed.get(id) ?? 0} places on lists of bidders`;
    const expected = `one for each of its ${categories.length} categories`;
    findings.push({ name: "bidders-are-in-the-market", phase, ids, found, expected });
  }
  const peruvian = world.suppliers.filter((firm) => firm.inMarket && firm.origin === Origin.peruvian);
  const { peruvianFirms } = world;
  if (peruvianFirms.length !== peruvian.length || peruvian.some(({ id }, i) => peruvianFirms[i] !== id)) {
    const found = `a list of ${peruvianFirms.length} Peruvian firms`;
    const expected = `the ${peruvian.length} that are in the market, in order`;
    findings.push({ name: "bidders-are-in-the-market", phase, ids: ["peruvianFirms"], found, expected });
  }
  return findings;
}

/** What a supplier lost that it should have kept. */
export function recordsSince(world: World, before: RecordsMemory): Finding[] {
  const findings: Finding[] = [];
  const { suppliers, relations } = world;
  for (let id = 0; id < before.deliveries.length; id++) {
    const { deliveries, failures, certificateLevel } = suppliers[id];
    const ids = [`supplier ${id}`];
    if (deliveries < before.deliveries[id] || failures < before.failures[id]) {
      const found = `${deliveries} deliveries and ${failures} failures`;
      const expected = `at least the ${before.deliveries[id]} and ${before.failures[id]} of month ${before.month}`;
      findings.push({ name: "records-never-shrink", phase: "delivery", ids, found, expected });
    }
    if (certificateLevel < before.certificateLevels[id]) {
      const expected = `at least the ${before.certificateLevels[id]} of month ${before.month}`;
      const found = `certificate level ${certificateLevel}`;
      findings.push({ name: "certificates-are-kept", phase: "capabilities", ids, found, expected });
    }
  }
  before.registeredFrom.forEach((from, buyer) => {
    from.forEach((then, id) => {
      const now = relations.registeredFrom[relationIndex(relations, buyer, id)];
      if (now <= then) return;
      const ids = [`supplier ${id}`, `buyer ${world.buyers[buyer].id}`];
      const found = now === never ? "no registration" : `a registration from month ${now}`;
      const expected = `the one from month ${then}`;
      findings.push({ name: "registrations-are-kept", phase: "capabilities", ids, found, expected });
    });
  });
  return findings;
}
