// Two runs of one seed for people: the first decision in which they differ, with its reasons, and what followed.
import { diffMetrics, type OneSidedEntry, type RunDiff } from "../analysis/diff.ts";
import { qualifyingGateNames } from "../agents/codes.ts";
import { firmsReport } from "./firm-changes.ts";
import type { DecisionEvent, EventOf } from "../engine/observations.ts";
import { decisionInWords, shortfallWords } from "./event-words.ts";
import { digitsFor, fixed, listed, millions, monthInWords, signedThatTells } from "./numbers.ts";
import { table, type TableStyle } from "./table.ts";
import { wrap } from "./wrap.ts";

/** Suppliers that are named; of the others, how many there are. */
const mostNamed = 5;

/** A difference as text. */
export function diffReport(diff: RunDiff, style: TableStyle = {}): string {
  const [first, second] = diff.scenarios;
  const width = Math.min(style.width ?? 100, 100);
  const head = `"${second}" against "${first}", both of seed ${diff.seed}.`;
  if (diff.identical)
    return `${head}\n\nThe runs are identical: every decision and every metric of every month.`;
  const years = table(
    [
      { heading: "Year", align: "right" },
      ...diffMetrics.map((heading) => ({ heading, align: "right" as const, rank: 1 })),
    ],
    diff.years.map(({ year, differences }) => [
      String(year),
      ...diffMetrics.map((metric) => {
        const value = metric.endsWith("Usd") ? millions(differences[metric]) : differences[metric];
        return signedThatTells(value, digitsFor(value));
      }),
    ]),
    style,
  );
  const contracts = table(
    [
      { heading: "Contracts signed" },
      ...diff.scenarios.map((heading) => ({ heading, align: "right" as const })),
    ],
    diff.contracts.map((row) => [row.origin, fixed(row.first, 0), fixed(row.second, 0)]),
    style,
  );
  const gates = table(
    [
      { heading: "Last gate of domestic firms" },
      ...diff.scenarios.map((heading) => ({ heading, align: "right" as const })),
    ],
    diff.gates.map((row) => [row.gate, fixed(row.first, 0), fixed(row.second, 0)]),
    style,
  );
  return [
    wrap(head, width),
    ...decisionWords(diff).map((line) => wrap(line, width, "  ")),
    `Differences by year (money in US$ million a year)\n\n${years}`,
    contracts,
    gates,
    wrap(entriesInWords(`Got in under "${second}" only`, diff.onlyInSecond), width),
    wrap(entriesInWords(`Got in under "${first}" only`, diff.onlyInFirst), width),
    ...firmsReport(diff, style),
  ].join("\n\n");
}

function decisionWords({ decision, metricsDiffer, scenarios: [first, second] }: RunDiff): string[] {
  if (decision === null) {
    const metrics = metricsDiffer === null ? [] : metricsDiffer.metrics;
    return [`Every decision is the same; what differs is ${listed(metrics)}.`];
  }
  return [
    `The first decision that differs is of ${monthInWords(decision.month)} (month ${decision.month}), in the phase of ${decision.phase}.`,
    `Under "${first}": ${inWords(decision.first, decision.second)}`,
    `Under "${second}": ${inWords(decision.second, decision.first)}`,
  ];
}

function inWords(event: DecisionEvent | null, other: DecisionEvent | null): string {
  if (event === null) return "nothing of the kind.";
  if (event.type !== "tender") return `${decisionInWords(event)}.`;
  const { buyer, lot, category, winner, outcome, bids } = event;
  const won = winner === null ? outcome : `supplier ${winner} (${outcome})`;
  const best = bids.find(({ supplier }) => supplier === winner);
  const cost =
    best === undefined
      ? ""
      : ` at an expected cost of US$ ${fixed(best.expectedCostUsdPerMonth, 0)} a month (price ${fixed(best.priceUsdPerMonth, 0)}, perceived failure ${fixed(best.perceivedFailure, 4)})`;
  const reasons = other?.type === "tender" ? unlike(event, other) : [];
  const shown = reasons.slice(0, mostNamed);
  const more = reasons.length > shown.length ? `, and ${reasons.length - shown.length} more` : "";
  const why = shown.length > 0 ? `; unlike in the other run, ${listed(shown)}${more}` : "";
  return `tender of lot ${lot} by ${buyer} for ${category}: ${won}${cost}, ${bids.length} ${bids.length === 1 ? "bid" : "bids"}${why}.`;
}

type TenderEvent = EventOf<"tender">;

/** What firms met in a tender that they did not meet in the other run's: another gate, or another judgement of their bid. */
function unlike(event: TenderEvent, other: TenderEvent): string[] {
  const fell = qualifyingGateNames.flatMap((gate) =>
    event.rejected[gate]
      .filter((supplier) => !other.rejected[gate].includes(supplier))
      .map((supplier) => `supplier ${supplier} ${shortfallWords[gate]}`),
  );
  const bids = new Map(other.bids.map((bid) => [bid.supplier, bid] as const));
  const judged = event.bids.flatMap(({ supplier, priceUsdPerMonth, perceivedFailure }) => {
    const before = bids.get(supplier);
    const who = supplier === null ? "an import" : `supplier ${supplier}`;
    if (before === undefined) return [`${who} bid`];
    const differs = [
      ...(before.priceUsdPerMonth === priceUsdPerMonth ? [] : [`price ${fixed(priceUsdPerMonth, 0)}`]),
      ...(before.perceivedFailure === perceivedFailure
        ? []
        : [`perceived failure ${perceivedFailure.toPrecision(4)}`]),
    ];
    return differs.length === 0 ? [] : [`${who} bid with ${differs.join(" and ")}`];
  });
  return [...fell, ...judged];
}

function entriesInWords(what: string, entries: readonly OneSidedEntry[]): string {
  if (entries.length === 0) return `${what}: nobody.`;
  const named = entries
    .slice(0, mostNamed)
    .map(({ name, month, buyer }) => `${name} (${monthInWords(month)}, ${buyer})`);
  const more = entries.length > mostNamed ? ` First of ${entries.length}.` : "";
  return `${what}: ${named.join("; ")}.${more}`;
}
