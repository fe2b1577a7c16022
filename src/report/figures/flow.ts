// Where the money goes.
import type { OriginName } from "../../agents/codes.ts";
import type { Comparison } from "../../analysis/comparison.ts";
import type { ComparisonDetails } from "../../analysis/details/details.ts";
import {
  flowStages,
  type FlowNode,
  type FlowStage,
  type MoneyFlow,
} from "../../analysis/details/money-flow.ts";
import type { CategoryId } from "../../data/spend.ts";
import { isNarrow, wrapped } from "../charts/chart-style.ts";
import { flowChart, type FlowLabels, type FlowPlace } from "../charts/flow-chart.ts";
import { fixed, millions, percent } from "../numbers.ts";
import { idWords, originWords, shortCategoryWords } from "../words.ts";
import { labelsOf, type Figure } from "./figure.ts";

const useWords: Readonly<Record<string, string>> = {
  "local-value": "Local value",
  "imported-content": "Imported content",
  "remitted-profit": "Remitted profit",
};
const colours: Readonly<Record<string, FlowPlace["colour"]>> = {
  peruvian: "blue",
  chilean: "purple",
  global: "vermilion",
  imported: "green",
};

/** The money of the baseline and of one scenario, the most telling one. */
export function flowFigures(
  comparison: Comparison,
  { flows, demonym, years }: ComparisonDetails,
  shown: readonly string[],
): Figure[] {
  const drawn = [comparison.baseline, ...shown.slice(0, 1)];
  return drawn.flatMap((scenario) => {
    const flow = flows.find((each) => each.scenario === scenario);
    return flow === undefined ? [] : [flowFigure(comparison, flow, demonym, years)];
  });
}

function flowFigure(
  comparison: Comparison,
  flow: MoneyFlow,
  demonym: string,
  years: readonly [number, number],
): Figure {
  const title = labelsOf(comparison)(flow.scenario);
  const { links } = flow;
  const total = sum(links.filter(({ to }) => to.stage === "purse"));
  const uses = [...new Set(links.filter(({ to }) => to.stage === "use").map(({ to }) => to.id))];
  const shares = uses.map(
    (id) =>
      `${percent(sum(links.filter(({ to }) => to.stage === "use" && to.id === id)) / total, 1)} ${useWords[id].toLowerCase()}`,
  );
  const caption =
    `Of US$ ${fixed(millions(total), 0)} million a year that mines and their engineering firms spend, ${years[0]} to ${years[1]}, ` +
    `this becomes: ${shares.join(", ")}. Numbers are US$ million a year. All purchases meet in one band, because the ledger keeps money by mine and by category, not by both.`;
  return {
    id: `money-flow-${flow.scenario}`,
    section: "Where the money goes",
    title: `Where the money goes: ${title}`,
    caption,
    panelsAt: (width) =>
      isNarrow(width)
        ? narrowParts.map((part) => flowPart(flow, demonym, { ...part, width }))
        : [flowPart(flow, demonym, wholeFlow)],
    rows: links.map(({ from, to, usd }) => ({
      fromStage: from.stage,
      from: from.name ?? from.id,
      toStage: to.stage,
      to: to.id,
      usdPerYear: usd,
    })),
  };
}

/** Some stages of a flow, and how they are drawn. */
interface FlowPart extends FlowLabels {
  readonly stages: readonly FlowStage[];
  /** Letters of a line of a label at each stage; one line where none are given. */
  readonly letters?: readonly number[];
}

const wholeFlow = { stages: flowStages, columns: [130, 204, 316, 556, 706], width: 880, height: 660 };
/** The flow step by step, for a chart that has no room for five columns. */
const narrowParts: readonly Omit<FlowPart, "width">[] = [
  { stages: ["mine", "purse"], columns: [146, 220], height: 280 },
  { stages: ["category", "origin"], letters: [18, 14], columns: [128, 190], height: 640, padding: 20 },
  { stages: ["origin", "use"], letters: [14, 11], columns: [116, 204], height: 300, padding: 34 },
];

function flowPart(flow: MoneyFlow, demonym: string, { stages, letters, ...labels }: FlowPart) {
  const isIn = ({ stage }: Pick<FlowNode, "stage">) => stages.includes(stage);
  return flowChart(
    flow.links
      .filter(({ from, to }) => isIn(from) && isIn(to))
      .map(({ from, to, usd }) => ({ from: keyOf(from), to: keyOf(to), value: usd })),
    placesOf(flow, demonym)
      .filter(isIn)
      .map(({ key, stage, label, colour }) => {
        const column = stages.indexOf(stage);
        return {
          key,
          column,
          colour,
          label: letters === undefined ? label : wrapped(label, letters[column]),
        };
      }),
    labels,
  );
}

/** Every place once, those of a stage in the order of their first link, the largest categories first. */
function placesOf({ links }: MoneyFlow, demonym: string) {
  const nodes = new Map<string, FlowNode>();
  for (const { from, to } of links) for (const node of [from, to]) nodes.set(keyOf(node), node);
  const through = (node: FlowNode) =>
    Math.max(
      sum(links.filter(({ from }) => keyOf(from) === keyOf(node))),
      sum(links.filter(({ to }) => keyOf(to) === keyOf(node))),
    );
  return [...nodes.values()]
    .map((node) => ({
      key: keyOf(node),
      label: `${wordsOf(node, demonym)} ${fixed(millions(through(node)), 0)}`,
      colour: node.stage === "origin" ? colours[node.id] : undefined,
      usd: through(node),
      stage: node.stage,
    }))
    .toSorted((a, b) => (a.stage === "category" && b.stage === "category" ? b.usd - a.usd : 0));
}

function wordsOf({ stage, id, name = idWords(id) }: FlowNode, demonym: string): string {
  switch (stage) {
    case "mine":
      return name.length > mineLetters ? `${name.slice(0, mineLetters - 1)}…` : name;
    case "purse":
      return "All";
    case "category":
      return shortCategoryWords(id as CategoryId);
    case "origin":
      return originWords(id as OriginName, demonym).replace(/ firms$/, "");
    case "use":
      return useWords[id];
  }
}

/** Letters of a mine's name that fit beside its band. */
const mineLetters = 14;

function keyOf({ stage, id }: FlowNode): string {
  return `${stage}:${id}`;
}

function sum(links: readonly { readonly usd: number }[]): number {
  return links.reduce((total, { usd }) => total + usd, 0);
}
