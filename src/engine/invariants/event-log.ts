// The event log against what the run hands over: the log alone must add up to the same accounts, to the cent.
import { toCents, yearOfMonth } from "../../units.ts";
import { accountsOf, type AccountMonth, type Accounts } from "../accounts.ts";
import {
  rungNames,
  type LadderRow,
  type MetricName,
  type Run,
  type SimulationEvent,
} from "../observations.ts";
import type { Finding } from "./violations.ts";

const name = "events-account-for-the-ledger";
const expectedOf = (cents: number) => `${cents}, the sum over its event log`;

/** Metrics that are flows of money, each with the amounts of the log that make it up. */
const metricsOfLog: Partial<Record<MetricName, readonly Exclude<keyof AccountMonth, "month">[]>> = {
  spendUsd: ["spendUsd"],
  inCountryUsd: ["inCountryUsd"],
  peruvianDirectUsd: ["peruvianDirectUsd"],
  peruvianWithSubcontractsUsd: ["peruvianWithSubcontractsUsd"],
  localValueUsd: ["spendLocalValueUsd", "exportLocalValueUsd"],
  localValuePeruvianOwnedUsd: ["spendLocalValuePeruvianOwnedUsd", "exportLocalValueUsd"],
  knowledgeIntensiveUsd: ["knowledgeIntensiveUsd"],
  importsUsd: ["importsUsd"],
  importedContentUsd: ["importedContentUsd"],
  remittedProfitUsd: ["remittedProfitUsd"],
  exportsUsd: ["exportsUsd"],
  exportLocalValueUsd: ["exportLocalValueUsd"],
  subcontractsUsd: ["subcontractsUsd"],
  capitalSpendUsd: ["capitalSpendUsd"],
  capitalPeruvianUsd: ["capitalPeruvianUsd"],
  failureLossUsd: ["failureLossUsd"],
  preferenceCostUsd: ["preferenceCostUsd"],
  savingsUsd: ["savingsUsd"],
  taxesUsd: ["taxesUsd"],
  publicCostUsd: ["publicCostUsd"],
  researchUsd: ["researchUsd"],
  researchCreditUsd: ["researchCreditUsd"],
  grantsUsd: ["grantsUsd"],
};

/** What a run hands over and its event log does not account for. Tenders may be missing in the log: they move no money. */
export function logFindings(run: Run, events: readonly SimulationEvent[]): Finding[] {
  const [first] = events;
  if (first?.type !== "opening") {
    const found = `a log that begins with ${first === undefined ? "nothing" : `"${first.type}"`}`;
    return [{ name, found, expected: 'its "opening"' }];
  }
  const accounts = accountsOf(events);
  return [
    ...accounts.contradictions.map(({ month, text }): Finding => ({
      name,
      month,
      found: text,
      expected: "a log that agrees with itself",
    })),
    ...monthsAgainst(run, accounts),
    ...ladderAgainst(run, accounts),
    ...treasuryAgainst(run, accounts),
    ...cashAgainst(run, accounts),
  ];
}

function monthsAgainst({ metrics, scenario }: Run, { months }: Accounts): Finding[] {
  const byMonth = new Map(months.map((each) => [each.month, each]));
  const findings: Finding[] = [];
  for (let month = 0; month < scenario.months; month++) {
    const told = byMonth.get(month);
    for (const [metric, parts] of Object.entries(metricsOfLog)) {
      const found = toCents(metrics[metric as MetricName]?.[month] ?? 0);
      const expected = parts.reduce((sum, part) => sum + toCents(told?.[part] ?? 0), 0);
      if (found === expected) continue;
      findings.push({ name, month, found: `${metric} of ${found} cents`, expected: expectedOf(expected) });
    }
  }
  return findings;
}

function ladderAgainst({ ladder }: Run, accounts: Accounts): Finding[] {
  const observed = accounts.ladder.filter(({ year }) => year >= yearOfMonth(0));
  return [
    ...cutAgainst(
      ladder.byCategory.map((row) => [row.category, row]),
      observed.map((cell) => [cell.category, cell]),
    ),
    ...cutAgainst(
      ladder.byQuadrant.map((row) => [row.quadrant, row]),
      observed.map((cell) => [cell.quadrant, cell]),
    ),
    ...cutAgainst(
      ladder.bySite.map((row) => [row.mine, row]),
      observed.map((cell) => [cell.mine, cell]),
    ),
  ];
}

/** Rows of the ladder, each with what its table is cut by. */
type Cut = readonly (readonly [string, LadderRow])[];

/** One table of the ladder: every amount must be what the log's cells add up to. */
function cutAgainst(rows: Cut, cells: Cut): Finding[] {
  const sums = new Map<string, { found: number; expected: number }>();
  const add = (side: "found" | "expected", cut: Cut) => {
    for (const [key, row] of cut) {
      for (const rung of rungNames) {
        const at = `${rung} of ${row.origin}, ${key}, in ${row.year}`;
        const sum = sums.get(at) ?? { found: 0, expected: 0 };
        sum[side] += toCents(row[rung]);
        sums.set(at, sum);
      }
    }
  };
  add("found", rows);
  add("expected", cells);
  return [...sums].flatMap(([at, { found, expected }]): Finding[] =>
    found === expected ? [] : [{ name, found: `${at}: ${found} cents`, expected: expectedOf(expected) }],
  );
}

function treasuryAgainst({ treasury }: Run, accounts: Accounts): Finding[] {
  const told = new Map(accounts.treasury.map((row) => [row.policy, row]));
  const handed = new Map(treasury.map((row) => [row.policy, row]));
  return [...new Set([...handed.keys(), ...told.keys()])].flatMap((policy) =>
    (["fixedUsd", "perUseUsd"] as const).flatMap((part): Finding[] => {
      const found = toCents(handed.get(policy)?.[part] ?? 0);
      const expected = toCents(told.get(policy)?.[part] ?? 0);
      if (found === expected) return [];
      const ids = [`policy ${policy}`];
      return [{ name, ids, found: `${part} of ${found} cents`, expected: expectedOf(expected) }];
    }),
  );
}

function cashAgainst({ suppliers }: Run, accounts: Accounts): Finding[] {
  const told = new Map(accounts.cash.map(({ supplier, cashUsd }) => [supplier, cashUsd]));
  return suppliers.flatMap(({ id, cashUsd }): Finding[] => {
    const found = toCents(cashUsd);
    const expected = toCents(told.get(id) ?? Number.NaN);
    if (found === expected) return [];
    const ids = [`supplier ${id}`];
    return [{ name, phase: "finance", ids, found: `cash of ${found} cents`, expected: expectedOf(expected) }];
  });
}
