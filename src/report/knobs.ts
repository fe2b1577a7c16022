// The study of knobs, for people.
import type { KnobResult, KnobStudy } from "../analysis/knobs/study.ts";
import { evidencePage, markdownTable } from "./evidence-page.ts";
import { counted, digitsFor, fixed, listed, millions } from "./numbers.ts";
import { table, type TableStyle } from "./table.ts";
import { wrap } from "./wrap.ts";

const headings = ["Knob", "Ends", "Acts in", "Metrics moved", "Net local value, US$ million a year"] as const;

/** What is wrong, what is inert, and what moves most. */
export function knobsReport(study: KnobStudy, style: TableStyle = {}): string {
  const width = Math.min(style.width ?? 100, 100);
  const shown = byEffect(study).slice(0, 20);
  const text = table(
    headings.map((heading, i) => ({
      heading,
      ...(i < 3 ? {} : { align: "right" as const }),
      rank: i === 1 ? 1 : 0,
    })),
    shown.map((knob) => knobCells(study, knob)),
    style,
  );
  return [...knobSentences(study).map((each) => wrap(each, width)), `What moves most:\n${text}`].join("\n\n");
}

/** What the study says, in sentences written from its results. */
export function knobSentences(study: KnobStudy): string[] {
  const { knobs, runs, seeds, population, months } = study;
  const names = (list: readonly KnobResult[]) => listed(list.map(({ name }) => name));
  const acting = knobs.filter(({ actsIn }) => actsIn !== null);
  const inert = knobs.filter(({ actsIn, reason }) => actsIn === null && reason !== null);
  const dead = knobs.filter(({ problem }) => problem === "inert without a reason");
  const listedWrongly = knobs.filter(({ problem }) => problem === "listed as inert, but it acts");
  return [
    `${acting.length} of ${counted(knobs.length, "knob")} ${knobs.length === 1 ? "moves some metric between the ends of its range" : "move some metric between the ends of their ranges"}; ${inert.length} ${inert.length === 1 ? "is" : "are"} inert for a reason (${counted(runs, "run")}, ${counted(seeds, "seed")}, ${population} firms, ${months} months).`,
    ...(inert.length > 0
      ? [`Inert: ${inert.map(({ name, reason }) => `${name} (${reason ?? ""})`).join("; ")}.`]
      : []),
    ...(dead.length > 0 ? [`DEAD, without a reason: ${names(dead)}.`] : []),
    ...(listedWrongly.length > 0 ? [`Listed as inert, but acting: ${names(listedWrongly)}.`] : []),
  ];
}

/** The page of the docs. */
export function knobsPage(study: KnobStudy, command: string): string {
  return evidencePage("No dead knobs", { ...study, command }, [
    "Each parameter, and each setting of a policy, stands at both ends of its range under the same seeds. A parameter is tried in the baseline, and where it moves nothing there with all policies in force; a setting with its policy alone, then with others. The last column is how far net local value moves between the ends in that scenario, luck included: it tells where to look, and sensitivity analysis tells how much.",
    ...knobSentences(study),
    markdownTable(
      headings,
      byEffect(study).map((knob) => knobCells(study, knob)),
    ),
  ]);
}

function byEffect({ knobs }: KnobStudy): KnobResult[] {
  return knobs.toSorted((a, b) => b.netLocalValueUsd - a.netLocalValueUsd);
}

function knobCells(
  { metrics }: KnobStudy,
  { name, ends, actsIn, metricsMoved, netLocalValueUsd }: KnobResult,
): string[] {
  const value = millions(netLocalValueUsd);
  return [
    name,
    ends.map(String).join(", "),
    actsIn ?? "nowhere",
    `${metricsMoved} of ${metrics}`,
    fixed(value, Math.max(2, digitsFor(value))),
  ];
}
