// The hypotheses of the paper and what the runs say, for people.
import type { ContrastResult, HypothesesStudy, HypothesisResult } from "../analysis/hypotheses/study.ts";
import { evidencePage, markdownTable, type PageOrigin } from "./evidence-page.ts";
import { counted, digitsFor, fixed, pValueText, signedInterval } from "./numbers.ts";
import { scaleOf } from "./scale.ts";
import { plain, table, type TableStyle } from "./table.ts";
import { wrap } from "./wrap.ts";

/** The rule by which hypotheses are decided, in words. */
function ruleInWords({ family, level, seeds }: HypothesesStudy): string {
  return `The rule was fixed before any run: each deciding number is tested two-sided against 0 by a paired t test over ${seeds} seeds, and Holm's procedure over the ${counted(family, "deciding number")} keeps the chance of any false finding at ${fixed(level * 100, 0)} %. A claim is supported when all its deciding numbers lie on the side that it names, contradicted when one lies on the other side, and not told apart otherwise. Intervals are of 95 %, each for itself.`;
}

/** Every hypothesis with its numbers and a sentence. */
export function hypothesesReport(study: HypothesesStudy, style: TableStyle = {}): string {
  const width = Math.min(style.width ?? 100, 100);
  const { strong = plain } = style;
  return [
    wrap(ruleInWords(study), width),
    ...study.hypotheses.flatMap((each) => [
      `${each.id}: ${strong(each.finding.toUpperCase())}`,
      wrap(`${each.claim} (${each.source})`, width),
      wrap(each.design, width),
      table(
        [
          { heading: "" },
          { heading: "Number", words: "above" },
          { heading: "Mean [95 % interval]", align: "right" },
          { heading: "Adjusted p", align: "right" },
        ],
        each.contrasts.map((contrast) => [contrast.decides ? "decides" : "", ...cells(contrast)]),
        style,
      ),
      wrap(findingSentence(each), width),
    ]),
  ].join("\n\n");
}

/** What a hypothesis came to, written from its numbers. */
export function findingSentence({ finding, contrasts }: HypothesisResult): string {
  const verdict = {
    supported: "Supported",
    contradicted: "Contradicted",
    "not told apart": "Not told apart",
  }[finding];
  const numbers = contrasts
    .filter(({ decides }) => decides)
    .map((contrast) => {
      const [estimand, value, p] = cells(contrast);
      if (contrast.mean === null) return `${estimand} could not be measured with every seed`;
      return `${estimand} is ${value}, where the claim puts it ${contrast.claimed ?? ""} (adjusted p ${p})`;
    });
  return `${verdict}: ${numbers.join("; ")}.`;
}

/** The hypotheses as a page of the docs. */
export function hypothesesPage(study: HypothesesStudy, origin: PageOrigin): string {
  return evidencePage("The paper's hypotheses", origin, [
    ruleInWords(study),
    markdownTable(
      ["Hypothesis", "Claim", "Finding"],
      study.hypotheses.map(({ id, claim, finding }) => [`[${id}](#${id})`, claim, finding]),
    ),
    ...study.hypotheses.flatMap((each) => [
      `## ${each.id}`,
      `${each.claim} (${each.source})`,
      each.design,
      findingSentence(each),
      markdownTable(
        ["Number", "Mean [95 % interval]", "Claimed", "Adjusted p", "Finding"],
        each.contrasts.map((contrast) => [
          ...cells(contrast).slice(0, 2),
          contrast.claimed ?? "",
          cells(contrast)[2],
          contrast.finding ?? "shown only",
        ]),
      ),
    ]),
  ]);
}

function cells({
  estimand,
  unit: plain,
  mean,
  low,
  high,
  adjustedP,
}: ContrastResult): [string, string, string] {
  const { factor, unit } = scaleOf(plain);
  const p = adjustedP === null ? "" : pValueText(adjustedP);
  if (mean === null || low === null || high === null) return [estimand, "not measured", p];
  const digits = digitsFor(mean * factor);
  const text = signedInterval(mean * factor, low * factor, high * factor, digits);
  return [estimand, text === "none" ? text : `${text} ${unit}`, p];
}
