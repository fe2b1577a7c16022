// Who buys, and what may be built (3.2, 3.3): mines, engineering firms and the projects of the portfolio before the first month.
import type { Buyer } from "../agents/buyer.ts";
import { Region, type RegionCode } from "../agents/codes.ts";
import { Mine, type MineProject } from "../agents/mine.ts";
import type { DataPack, PackProject } from "../data/packs/pack.ts";
import type { ParameterValues } from "../data/parameters.ts";
import { draw, Process } from "../random.ts";
import type { Scenario } from "../scenarios/scenario.ts";
import { monthsPerYear, usdPerMillion } from "../units.ts";

/** Copper output of a country at the start, tonnes a year. */
export function outputOf({ mines }: DataPack): number {
  return mines.reduce((sum, { outputTonnesPerYear }) => sum + outputTonnesPerYear, 0);
}

/** The mines of the start, in operation, and those that projects may open. */
export function createMines(parameters: ParameterValues, pack: DataPack): Mine[] {
  const totalOutput = outputOf(pack);
  const spendUsdPerMonth = (parameters.copperProcurementUsdMillionPerYear * usdPerMillion) / monthsPerYear;
  const { caution } = parameters;
  const existing = pack.mines.map(({ id, region, sharesOwnerWith, outputTonnesPerYear }, index) => {
    const mine = new Mine({ index, id, region: regionCode(region), caution });
    mine.sharesRecordsWith = pack.mines.findIndex((other) => other.id === sharesOwnerWith);
    mine.stage = "operation";
    mine.outputTonnesPerYear = outputTonnesPerYear;
    mine.spendUsdPerMonth = (spendUsdPerMonth * outputTonnesPerYear) / totalOutput;
    return mine;
  });
  const planned = pack.projects.filter(isNewMine).map(({ id, region, addedTonnesPerYear }, i) => {
    const mine = new Mine({ index: existing.length + i, id, region: regionCode(region), caution });
    mine.outputTonnesPerYear = addedTonnesPerYear ?? 0;
    return mine;
  });
  return [...existing, ...planned];
}

function isNewMine(record: PackProject): boolean {
  return (
    record.kind === "greenfield" && record.start.kind !== "listed-only" && record.addedTonnesPerYear !== null
  );
}

/** Two engineering firms share the projects: few such firms serve the whole world (2.1, 2.2). */
export function createEngineeringFirms(parameters: ParameterValues, firstIndex: number): Buyer[] {
  return ["a", "b"].map((letter, i) => ({
    index: firstIndex + i,
    id: `engineering-firm-${letter}`,
    kind: "engineering-firm",
    region: Region.capital,
    caution: parameters.engineeringCaution,
    sharesRecordsWith: -1,
  }));
}

/** The projects of the portfolio that have a cost and may start, as shocks leave them. */
export function createProjects(
  root: number,
  { shocks, pack }: Scenario,
  mines: readonly Mine[],
  firms: readonly Buyer[],
): MineProject[] {
  return pack.projects.flatMap((record, index): MineProject[] => {
    const { start, capexUsdMillion } = record;
    if (start.kind === "listed-only" || capexUsdMillion === null) return [];
    const host = record.kind === "greenfield" ? record.id : record.host;
    const mine = mines.find(({ id }) => id === host);
    if (mine === undefined) return [];
    const chosen = Math.floor(draw(root, Process.projectEngineer, index) * firms.length);
    const engineeringFirm = firms[chosen].index;
    if (record.kind === "greenfield") mine.sharesRecordsWith = engineeringFirm;
    const shock = shocks.find((each) => "project" in each && each.project === record.id);
    if (shock?.kind === "project-cancelled") return [];
    const delayMonths = shock?.kind === "project-delayed" ? (shock.months ?? 0) : 0;
    return [
      {
        index,
        id: record.id,
        kind: record.kind,
        mine: mine.index,
        engineeringFirm,
        capexUsd: capexUsdMillion * usdPerMillion,
        addedTonnesPerYear: record.addedTonnesPerYear ?? 0,
        developmentMonths: start.developmentMonths,
        committedMonth: start.kind === "committed" ? start.startMonth + delayMonths : null,
        triggerUsdPerLb: start.kind === "price" ? start.triggerUsdPerLb : 0,
        delayMonths,
        monthsAboveTrigger: 0,
        postponedUntil: null,
        startedMonth: null,
        completedMonth: null,
      },
    ];
  });
}

function regionCode(region: "north" | "centre" | "south"): RegionCode {
  return Region[region];
}
