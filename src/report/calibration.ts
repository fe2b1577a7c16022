// A calibration for people: what fits, what the facts settle and what they leave open.
import type {
  CalibratedFact,
  CalibratedParameter,
  Calibration,
} from "../analysis/calibration/calibration.ts";
import { implausibleFrom } from "../analysis/calibration/implausibility.ts";
import { counted, digitsFor, fixed, listed, percent } from "./numbers.ts";
import { table, type TableStyle } from "./table.ts";
import { wrap } from "./wrap.ts";

/** A calibration as tables, and what they mean. */
export function calibrationReport(calibration: Calibration, style: TableStyle = {}): string {
  const { manifest, parameters, facts, waves, accepted } = calibration;
  const width = Math.min(style.width ?? 100, 100);
  const tried = waves.reduce((sum, wave) => sum + wave.points, 0);
  const head = `Calibration of "${manifest.scenario}": ${counted(parameters.length, "parameter")} over ${parameters.length === 1 ? "its range" : "their ranges"}, ${counted(tried, "point")} in ${counted(waves.length, "wave")}, ${manifest.seeds} seeds each, ${manifest.runs} runs. ${counted(accepted.length, "point")} ${accepted.length === 1 ? "is" : "are"} accepted, where no fitted fact lies further than ${implausibleFrom} standard deviations from its target.`;
  return [
    wrap(head, width),
    waveTable(calibration, style),
    parameterTable(parameters, style),
    factTable(facts, style),
    ...calibrationSentences(calibration).map((sentence) => wrap(sentence, width)),
  ].join("\n\n");
}

/** What a calibration says, in sentences written from its numbers. */
export function calibrationSentences(calibration: Calibration): string[] {
  const { parameters, facts, accepted, closest } = calibration;
  const named = (list: readonly { readonly name: string }[]) => listed(list.map(({ name }) => name));
  const settled = parameters.filter(({ identification }) => identification?.identified === true);
  const open = parameters.filter(({ identification }) => identification?.identified === false);
  const improved = facts.filter((fact) => fact.closest?.inside === true && !fact.default.inside);
  const spoilt = facts.filter((fact) => fact.closest?.inside === false && fact.default.inside);
  const ids = (list: readonly CalibratedFact[]) =>
    listed(list.map(({ id, fitted }) => (fitted ? id : `${id} (held out)`)));
  return [
    defaultSentence(calibration),
    ...(accepted.length === 0
      ? ["No point is accepted: widen ranges, vary other parameters, or doubt the model."]
      : []),
    ...(settled.length > 0 ? [`The facts say something of ${named(settled)}.`] : []),
    ...(open.length > 0
      ? [
          `${settled.length > 0 ? "They" : "The facts"} do not settle ${named(open)}: the accepted values are not told apart from any drawn at random, so results should be looked at over the set.`,
        ]
      : []),
    ...(closest !== null && improved.length > 0
      ? [`The closest point meets what the default misses: ${ids(improved)}.`]
      : []),
    ...(closest !== null && spoilt.length > 0
      ? [`The closest point misses what the default meets: ${ids(spoilt)}.`]
      : []),
    "Held-out facts were not looked at when points were accepted: how often they hold over the accepted points is a test of the model, not of the fit.",
  ];
}

function defaultSentence({ default: place }: Calibration): string {
  if (place.implausibility === null) {
    return "The default values are not in the accepted set: a fitted fact is missed by more than any noise, or cannot be measured.";
  }
  const value = fixed(place.implausibility, 2);
  return place.accepted
    ? `The default values are in the accepted set (implausibility ${value}).`
    : `The default values are not in the accepted set (implausibility ${value}; ${implausibleFrom} is the limit).`;
}

function waveTable({ waves }: Calibration, style: TableStyle): string {
  return table(
    [
      { heading: "Wave" },
      { heading: "Space not ruled out before it", align: "right" },
      { heading: "Points", align: "right" },
      { heading: "Accepted", align: "right" },
    ],
    waves.map(({ points, accepted, spaceLeft }, i) => [
      `${i + 1}`,
      percent(spaceLeft, 1),
      `${points}`,
      `${accepted}`,
    ]),
    style,
  );
}

/** Parameters with their range, and what is left of it. */
function parameterTable(parameters: readonly CalibratedParameter[], style: TableStyle): string {
  return table(
    [
      { heading: "Parameter" },
      { heading: "Default", align: "right" },
      { heading: "Range", align: "right", rank: 1 },
      { heading: "Accepted, middle 90 %", align: "right" },
      { heading: "Range lost", align: "right" },
      { heading: "Settled by the facts", words: "below" },
    ],
    parameters.map(parameterCells),
    style,
  );
}

/** Cells of a parameter: name, default, range, accepted range, what went of it, and whether the facts settle it. */
export function parameterCells(parameter: CalibratedParameter): string[] {
  const { name, low, high, identification } = parameter;
  const digits = digitsFor(low, high);
  const at = (share: number) => fixed(low + (high - low) * share, digits);
  return [
    name,
    fixed(parameter.default, digits),
    `[${at(0)}, ${at(1)}]`,
    identification === null ? "-" : `[${at(identification.low)}, ${at(identification.high)}]`,
    identification === null ? "-" : percent(identification.shrinkage),
    identification === null ? "too few points" : identification.identified ? "yes" : "no",
  ];
}

function factTable(facts: readonly CalibratedFact[], style: TableStyle): string {
  return table(
    [
      { heading: "Fact" },
      { heading: "Use", rank: 1 },
      { heading: "Target", align: "right", rank: 2 },
      { heading: "Default", align: "right" },
      { heading: "Best point", align: "right" },
      { heading: "Accepted points", align: "right", rank: 3 },
      { heading: "Inside in", align: "right" },
    ],
    facts.map(factCells),
    style,
  );
}

/** Cells of a fact: id, use, target, at the default and the closest point, over the accepted points, and how often inside. */
export function factCells(each: CalibratedFact): string[] {
  const at = (point: CalibratedFact["default"] | null) => {
    const moment = point?.moment ?? null;
    return moment === null ? "-" : `${number(moment.value)}${point?.inside === true ? "" : " outside"}`;
  };
  return [
    each.id,
    each.fitted ? "fitted" : each.role === "input" ? "input" : "held out",
    each.target,
    at(each.default),
    at(each.closest),
    each.acceptedLow === null || each.acceptedHigh === null
      ? "-"
      : `[${number(each.acceptedLow)}, ${number(each.acceptedHigh)}]`,
    each.acceptedInside === null ? "not measured" : percent(each.acceptedInside),
  ];
}

function number(value: number): string {
  return fixed(value, Math.max(2, digitsFor(value)));
}
