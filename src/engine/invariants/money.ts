// Money of a month: what is paid is received, every dollar stands once on the ladder, and public money adds up.
import { originNames, quadrantNames } from "../../agents/codes.ts";
import { yearOfMonth } from "../../units.ts";
import { Flow, Rung, rungNames, type LadderYear } from "../ledger.ts";
import type { World } from "../world.ts";
import { dollars, type Finding } from "./violations.ts";

const rungCount = rungNames.length;

/** Public money paid and taken, and the ladder of the year so far, as they stood after an earlier month. */
export interface BooksMemory {
  readonly publicCents: number;
  /** By rung; empty when the month closed a year. */
  readonly yearCents: readonly number[];
}

/** Copies what {@link moneySince} compares the next month with. */
export function rememberBooks({ ledger }: World): BooksMemory {
  return {
    publicCents: sumOf(ledger.publicCents.values()),
    yearCents: totalsOfCells(ledger.bySite),
  };
}

/** What is wrong with the books of the month. */
export function moneyOf(world: World): Finding[] {
  const { flows, before, monthPublicCents } = world.ledger;
  const findings: Finding[] = [];
  const phase = "delivery";
  const add = (name: Finding["name"], found: string, expected: string, ids: readonly string[] = []) =>
    findings.push({ name, phase, ids, found, expected });
  const { byKind, bySite } = yearNow(world);
  const month = Float64Array.from(totalsOfCells(bySite), (cents, rung) => cents - before[rung]);

  const amounts = [...month, ...flows, monthPublicCents];
  const names = [...rungNames, ...Object.keys(Flow), "public money"];
  const broken = names.flatMap((name, i) => (Number.isInteger(amounts[i]) ? [] : [`${name} ${amounts[i]}`]));
  if (broken.length > 0) add("whole-cents", broken.join(", "), "whole cents");

  const paid = flows[Flow.paidByBuyers];
  const suppliers = flows[Flow.receivedBySuppliers];
  const imports = flows[Flow.paidForImports];
  const oligopolies = flows[Flow.receivedByOligopolies];
  const received = suppliers + imports + oligopolies;
  if (paid !== received) {
    const parts = `${dollars(suppliers)} to suppliers, ${dollars(imports)} for imports, ${dollars(oligopolies)} to oligopolies`;
    add("payments-are-receipts", `${dollars(paid)} paid`, `${dollars(received)} (${parts})`);
  }
  if (month[Rung.spend] !== paid) {
    add(
      "payments-are-receipts",
      `${dollars(month[Rung.spend])} on the ladder`,
      `${dollars(paid)} paid by buyers`,
    );
  }
  checkRungs(month, 0, [], findings);
  const sides = [
    [byKind, kindIds],
    [bySite, siteIds],
  ] as const;
  for (const [side, idsOf] of sides) {
    for (let at = 0; at < side.length; at += rungCount) {
      if (!isEmptyCell(side, at)) checkRungs(side, at, idsOf(world, at / rungCount), findings);
    }
  }
  return findings;
}

/** The current year's ladder, be it that the month has just closed it. */
function yearNow({ ledger, month }: World): Pick<LadderYear, "byKind" | "bySite"> {
  const closed = ledger.years.at(-1);
  return closed?.year === yearOfMonth(month) ? closed : ledger;
}

function isEmptyCell(amounts: Float64Array, at: number): boolean {
  for (let rung = 0; rung < rungCount; rung++) if (amounts[at + rung] !== 0) return false;
  return true;
}

/** The identities of the ladder, in one cell. */
function checkRungs(amounts: Float64Array, at: number, ids: readonly string[], findings: Finding[]): void {
  const phase = "delivery";
  const amount = (rung: number) => amounts[at + rung];
  const spend = amount(Rung.spend);
  const parts = amount(Rung.localValue) + amount(Rung.importedContent) + amount(Rung.remittedProfit);
  if (spend !== parts) {
    const found = `${dollars(amount(Rung.localValue))} local + ${dollars(amount(Rung.importedContent))} imported + ${dollars(amount(Rung.remittedProfit))} remitted = ${dollars(parts)}`;
    findings.push({
      name: "spend-is-placed-once",
      phase,
      ids,
      found,
      expected: `the spend of ${dollars(spend)}`,
    });
  }
  const order = [
    [Rung.spend, Rung.inCountry],
    [Rung.inCountry, Rung.peruvianWithSubcontracts],
    [Rung.peruvianWithSubcontracts, Rung.peruvianDirect],
    [Rung.localValue, Rung.localValuePeruvianOwned],
  ] as const;
  for (const [more, less] of order) {
    if (amount(more) >= amount(less)) continue;
    findings.push({
      name: "rungs-in-order",
      phase,
      ids,
      found: `${rungNames[more]} ${dollars(amount(more))} below ${rungNames[less]} ${dollars(amount(less))}`,
      expected: `${rungNames[more]} of at least ${rungNames[less]}`,
    });
  }
}

function kindIds(world: World, cell: number): string[] {
  const quadrant = quadrantNames[cell % quadrantNames.length];
  const kind = Math.floor(cell / quadrantNames.length);
  const category = world.categories[kind % world.ledger.categories];
  const origin = originNames[Math.floor(kind / world.ledger.categories)];
  return [`origin ${origin}`, `category ${category.id}`, `quadrant ${quadrant}`];
}

function siteIds(world: World, cell: number): string[] {
  const mine = world.mines[cell % world.ledger.sites];
  return [`origin ${originNames[Math.floor(cell / world.ledger.sites)]}`, `mine ${mine.id}`];
}

/** What is wrong with the books against those of the month before. */
export function moneySince(world: World, before: BooksMemory): Finding[] {
  const findings: Finding[] = [];
  const { ledger } = world;
  const phase = "observe";
  const paid = sumOf(ledger.publicCents.values()) - before.publicCents;
  if (paid !== ledger.monthPublicCents) {
    const found = `${dollars(ledger.monthPublicCents)} of public money`;
    findings.push({
      name: "treasury-by-policy",
      phase,
      found,
      expected: `${dollars(paid)}, the sum over the policies`,
    });
  }
  const { byKind, bySite } = yearNow(world);
  const kinds = totalsOfCells(byKind);
  const mines = totalsOfCells(bySite);
  rungNames.forEach((rung, i) => {
    if (kinds[i] !== mines[i]) {
      const found = `${dollars(kinds[i])} of ${rung} in the year so far over kinds of spend`;
      findings.push({ name: "year-adds-up", phase, found, expected: `${dollars(mines[i])}, as over mines` });
    }
    if (ledger.before[i] !== before.yearCents[i]) {
      const found = `${dollars(ledger.before[i])} of ${rung} in the year when the month began`;
      findings.push({
        name: "year-adds-up",
        phase,
        found,
        expected: `${dollars(before.yearCents[i])}, as the month before left it`,
      });
    }
  });
  return findings;
}

function totalsOfCells(cells: Float64Array): number[] {
  const totals = new Array<number>(rungCount).fill(0);
  for (let at = 0; at < cells.length; at++) totals[at % rungCount] += cells[at];
  return totals;
}

function sumOf(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
