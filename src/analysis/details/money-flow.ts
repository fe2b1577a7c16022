// Where the money goes: from mines over categories and the origin of whom they pay to what it becomes. Every dollar that a buyer
// spends stands in one place of the ladder by origin and category, and in one by mine, so that each stage has the same sum.
import { originNames } from "../../agents/codes.ts";
import { categoryIds } from "../../data/spend.ts";
import type { Scenario } from "../../scenarios/scenario.ts";
import { meanOf, sitesOf, type Site, usdOf, type DrawnRung, type RunDetails } from "./run-details.ts";

/** Stages from left to right. The ladder knows mines and categories, but not which mine buys which: all meet in one purse. */
export const flowStages = ["mine", "purse", "category", "origin", "use"] as const;
export type FlowStage = (typeof flowStages)[number];

/** A place that money comes through. */
export interface FlowNode {
  readonly stage: FlowStage;
  readonly id: string;
  /** Of a mine, as its country's pack has it. */
  readonly name?: string;
}

/** Money on its way, US$ a year: the mean over seeds. */
export interface FlowLink {
  readonly from: FlowNode;
  readonly to: FlowNode;
  readonly usd: number;
}

/** The money of a scenario. */
export interface MoneyFlow {
  readonly scenario: string;
  readonly links: readonly FlowLink[];
}

/** Mines that are shown by name; the smaller ones are one node. */
const mostMines = 8;
const purse: FlowNode = { stage: "purse", id: "purchases" };
/** What a dollar becomes, and the rung that counts it. */
const uses = [
  ["local-value", "spendLocalValueUsd"],
  ["imported-content", "importedContentUsd"],
  ["remitted-profit", "remittedProfitUsd"],
] as const satisfies readonly (readonly [string, DrawnRung])[];

/** The money flow over the runs of a scenario; links without money are left out. */
export function moneyFlowOf(
  scenario: string,
  definition: Pick<Scenario, "pack">,
  runs: readonly RunDetails[],
): MoneyFlow {
  const origins: readonly FlowNode[] = originNames.map((id) => ({ stage: "origin", id }));
  const categories: readonly FlowNode[] = categoryIds.map((id) => ({ stage: "category", id }));
  const mean = (rung: DrawnRung, ofOrigins: readonly FlowNode[], ofCategories: readonly FlowNode[]) =>
    meanOf(runs, (run) =>
      ofOrigins.reduce(
        (sum, origin) =>
          ofCategories.reduce(
            (usd, category) => usd + usdOf(run, origins.indexOf(origin), categories.indexOf(category), rung),
            sum,
          ),
        0,
      ),
    );
  const links = [
    ...mineLinks(sitesOf(definition), runs),
    ...categories.map((category) => ({
      from: purse,
      to: category,
      usd: mean("spendUsd", origins, [category]),
    })),
    ...categories.flatMap((category) =>
      origins.map((origin) => ({ from: category, to: origin, usd: mean("spendUsd", [origin], [category]) })),
    ),
    ...origins.flatMap((origin) =>
      uses.map(([id, rung]) => ({
        from: origin,
        to: { stage: "use" as const, id },
        usd: mean(rung, [origin], categories),
      })),
    ),
  ];
  return { scenario, links: links.filter(({ usd }) => usd > 0) };
}

function mineLinks(mines: readonly Site[], runs: readonly RunDetails[]): FlowLink[] {
  const sorted = mines
    .map(({ id, name }, s) => ({ id, name, usd: meanOf(runs, ({ sites }) => sites[s]) }))
    .sort((a, b) => b.usd - a.usd);
  const [named, rest] = [sorted.slice(0, mostMines), sorted.slice(mostMines)];
  const others = {
    id: "other-mines",
    name: "Other mines",
    usd: rest.reduce((sum, mine) => sum + mine.usd, 0),
  };
  return [...named, others].map(({ id, name, usd }) => ({
    from: { stage: "mine", id, name },
    to: purse,
    usd,
  }));
}
