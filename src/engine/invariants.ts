// What must always hold, checked on demand in any run: what the run handed over is checked as it stands,
// then the run is done again from its scenario and seed, and its world is checked after every month.
import { originNames } from "../agents/codes.ts";
import { InputError } from "../errors.ts";
import { monthsPerYear, toCents, yearOfMonth } from "../units.ts";
import { createWorld } from "./genesis.ts";
import {
  isRun,
  metricNames,
  rungNames,
  type LadderRow,
  type MetricName,
  type Run,
  type RungName,
  type SimulationEvent,
} from "./observations.ts";
import { simulationOf } from "./run.ts";
import { logFindings } from "./invariants/event-log.ts";
import { violation, type Finding, type Violation } from "./invariants/violations.ts";
import { rememberWorld, worldViolations } from "./invariants/world.ts";

export { rememberWorld, worldViolations } from "./invariants/world.ts";
export { invariants, type InvariantName, type Violation } from "./invariants/violations.ts";

/** Enough to see what is wrong; a broken rule is often broken again each month. */
const mostViolations = 100;

/**
 * What is wrong with a run, by the named `invariants`: nothing, unless the library has a defect or the run was
 * changed by hand. Takes longer than the run itself, because it is run again. At most 100 violations.
 *
 * @throws InputError for what is no run.
 */
export function checkInvariants(run: Run): Violation[] {
  if (!isRun(run)) {
    const expected = "a run, as simulate returns it";
    throw new InputError("invariants", [{ path: "run", value: run, expected }]);
  }
  const found = recordViolations(run);
  for (const one of replayViolations(run, mostViolations - found.length)) found.push(one);
  return found.slice(0, mostViolations);
}

/** What is wrong with what a run handed over. */
export function recordViolations(run: Run): Violation[] {
  const findings = [
    ...seriesOf(run),
    ...monthsOf(run),
    ...ladderOf(run),
    ...treasuryOf(run),
    ...funnelOf(run),
    ...(run.events === undefined ? [] : logFindings(run, run.events)),
  ];
  return findings.slice(0, mostViolations).map((finding) => violation(finding, run.scenario, run.seed, null));
}

function replayViolations(run: Run, most: number): Violation[] {
  const { scenario, seed } = run;
  const found: Violation[] = [];
  const world = createWorld(scenario, seed, { events: true, everyGate: false });
  const replay = simulationOf(world, { seed });
  let before = rememberWorld(world);
  // Of a month's events only its tenders are not kept: they are many, long, and no part of the accounts.
  const log: SimulationEvent[] = [];
  const keepLog = () => {
    for (const event of world.events?.splice(0) ?? []) if (event.type !== "tender") log.push(event);
  };
  keepLog();
  while (!replay.done) {
    replay.step();
    if (found.length < most) {
      found.push(...worldViolations(world, before, seed));
      before = rememberWorld(world);
    }
    keepLog();
  }
  const { fingerprint } = replay.finish();
  for (const [name, claimed] of [
    ["the run", run.fingerprint],
    ["its manifest", run.manifest.fingerprint],
  ] as const) {
    if (claimed === fingerprint) continue;
    const finding: Finding = {
      name: "same-seed-same-run",
      found: `fingerprint ${claimed} in ${name}`,
      expected: `${fingerprint}, that of the replay`,
    };
    found.push(violation(finding, scenario, seed, null));
  }
  // A run that recorded its events was held against its own log.
  if (run.events === undefined) {
    for (const finding of logFindings(run, log)) found.push(violation(finding, scenario, seed, null));
  }
  return found;
}

function seriesOf({ metrics, scenario }: Run): Finding[] {
  return metricNames.flatMap((metric): Finding[] => {
    const name = "series-are-complete";
    const series = metrics[metric];
    if (series?.length !== scenario.months) {
      const found = `${series?.length ?? 0} months of ${metric}`;
      return [{ name, phase: "observe", found, expected: `${scenario.months}` }];
    }
    return series.flatMap((value, month) =>
      Number.isFinite(value)
        ? []
        : [{ name, phase: "observe", month, found: `${metric} of ${value}`, expected: "a finite number" }],
    );
  });
}

/** The identities of the ladder, month by month, to the cent. */
function monthsOf({ metrics, scenario }: Run): Finding[] {
  const findings: Finding[] = [];
  for (let month = 0; month < scenario.months; month++) {
    const of = (name: MetricName) => toCents(metrics[name]?.[month] ?? 0);
    const phase = "delivery";
    const equal = (name: Finding["name"], what: string, value: number, should: string, expected: number) => {
      if (value === expected) return;
      findings.push({
        name,
        phase,
        month,
        found: `${what} of ${value} cents`,
        expected: `${expected}, ${should}`,
      });
    };
    const atLeast = (more: MetricName, less: MetricName) => {
      if (of(more) >= of(less)) return;
      const found = `${more} ${of(more)} below ${less} ${of(less)} cents`;
      findings.push({ name: "rungs-in-order", phase, month, found, expected: `at least ${less}` });
    };
    const local = of("localValueUsd") - of("exportLocalValueUsd");
    const parts = local + of("importedContentUsd") + of("remittedProfitUsd");
    equal(
      "spend-is-placed-once",
      "spendUsd",
      of("spendUsd"),
      "local value, imports and profits abroad",
      parts,
    );
    equal(
      "payments-are-receipts",
      "importsUsd",
      of("importsUsd"),
      "spend less rung 1",
      of("spendUsd") - of("inCountryUsd"),
    );
    const cost = of("spendUsd") + of("failureLossUsd") - of("savingsUsd");
    equal("payments-are-receipts", "buyerCostUsd", of("buyerCostUsd"), "spend and losses less savings", cost);
    atLeast("spendUsd", "inCountryUsd");
    atLeast("inCountryUsd", "peruvianWithSubcontractsUsd");
    atLeast("peruvianWithSubcontractsUsd", "peruvianDirectUsd");
    atLeast("localValueUsd", "localValuePeruvianOwnedUsd");
  }
  return findings;
}

/** Metric that a rung of the ladder sums to in a year, and what the metric holds besides. */
const metricOfRung: Readonly<Record<RungName, readonly [MetricName, MetricName?]>> = {
  spendUsd: ["spendUsd"],
  inCountryUsd: ["inCountryUsd"],
  peruvianDirectUsd: ["peruvianDirectUsd"],
  peruvianWithSubcontractsUsd: ["peruvianWithSubcontractsUsd"],
  spendLocalValueUsd: ["localValueUsd", "exportLocalValueUsd"],
  spendLocalValuePeruvianOwnedUsd: ["localValuePeruvianOwnedUsd", "exportLocalValueUsd"],
  knowledgeIntensiveUsd: ["knowledgeIntensiveUsd"],
  importedContentUsd: ["importedContentUsd"],
  remittedProfitUsd: ["remittedProfitUsd"],
};

function ladderOf({ ladder, metrics, scenario }: Run): Finding[] {
  const findings: Finding[] = [];
  const name = "ladder-is-the-metrics";
  const years = Array.from({ length: Math.ceil(scenario.months / monthsPerYear) }, (_, i) =>
    yearOfMonth(monthsPerYear * i),
  );
  const cuts: Readonly<Record<string, readonly LadderRow[]>> = {
    byCategory: ladder.byCategory,
    byQuadrant: ladder.byQuadrant,
    bySite: ladder.bySite,
  };
  for (const [cut, rows] of Object.entries(cuts)) {
    const sums = new Map<string, number>();
    for (const row of rows) {
      if (!years.includes(row.year) || !originNames.includes(row.origin)) {
        findings.push({
          name,
          found: `a row of ${row.origin} in ${row.year} in ${cut}`,
          expected: "years of the run",
        });
      }
      for (const rung of rungNames) {
        const key = `${row.year} ${rung}`;
        sums.set(key, (sums.get(key) ?? 0) + toCents(row[rung]));
      }
    }
    years.forEach((year, i) => {
      for (const rung of rungNames) {
        const [metric, besides] = metricOfRung[rung];
        let expected = 0;
        const from = monthsPerYear * i;
        for (let month = from; month < Math.min(from + monthsPerYear, scenario.months); month++) {
          expected += toCents(metrics[metric]?.[month] ?? 0);
          if (besides !== undefined) expected -= toCents(metrics[besides]?.[month] ?? 0);
        }
        const value = sums.get(`${year} ${rung}`) ?? 0;
        if (value === expected) continue;
        const found = `${rung} of ${value} cents in ${year} in ${cut}`;
        findings.push({ name, phase: "observe", found, expected: `${expected}, the sum of its months` });
      }
    });
  }
  return findings;
}

function treasuryOf({ treasury, metrics, scenario }: Run): Finding[] {
  const paid = treasury.reduce((sum, { paidUsd }) => sum + toCents(paidUsd), 0);
  const observed = metrics.publicCostUsd.reduce((sum, usd) => sum + toCents(usd), 0);
  // The treasury's rows reach back to the start of the burn-in.
  const balances = scenario.burnInMonths === 0 ? paid === observed : paid >= observed;
  if (balances) return [];
  const found = `${paid} cents paid by policy`;
  return [
    { name: "treasury-is-the-metrics", phase: "observe", found, expected: `${observed} of the months` },
  ];
}

function funnelOf({ funnel, metrics, scenario }: Run): Finding[] {
  const findings: Finding[] = [];
  const name = "funnel-adds-up";
  const phase = "procurement";
  const total = (metric: MetricName, from: number, to: number) =>
    metrics[metric].slice(from, to).reduce((sum, value) => sum + value, 0);
  const check = (what: string, counted: number, expected: number) => {
    if (counted === expected) return;
    findings.push({ name, phase, found: `${counted} ${what}`, expected: `${expected} as in the tenders` });
  };
  const sum = (rows: readonly { readonly count: number }[]) =>
    rows.reduce((all, { count }) => all + count, 0);
  const { months } = scenario;
  for (let from = 0; from < months; from += monthsPerYear) {
    const year = yearOfMonth(from);
    const to = Math.min(months, from + monthsPerYear);
    const rows = funnel.byYear.filter((row) => row.year === year);
    const won = rows.filter(({ gate }) => gate === "won");
    const outbid = rows.filter(({ gate }) => gate === "outbid");
    const awards =
      total("awardsPeruvian", from, to) + total("awardsForeign", from, to) - total("emergencies", from, to);
    check(`firms looked at in ${year}`, sum(rows), total("firmsLookedAt", from, to));
    check(`winners in ${year}`, sum(won), awards);
    check(`bids in ${year}`, sum(won) + sum(outbid), total("bids", from, to));
  }
  check("firms looked at, over buyers", sum(funnel.byBuyer), total("firmsLookedAt", 0, months));
  return findings;
}
