// Peru in 2017: the paper's tables as a pack. Its parameters are the defaults, its facts all that the paper gives.
import { mines } from "../mines.ts";
import { projects, type ProjectRecord } from "../projects.ts";
import type { DataPack, PackProject } from "./pack.ts";

/** What a project enlarges; smelters are Southern Peru's, which owns the one that works (3.2). */
function hostOf({ kind, hostMineId }: ProjectRecord): { readonly host?: string } {
  if (kind === "greenfield") return {};
  return { host: hostMineId ?? "southern-peru" };
}

/** The pack that scenarios use when they name no other. */
export const peru2017: DataPack = Object.freeze({
  id: "peru-2017",
  title: "Peru, 2017",
  country: "Peru",
  demonym: "Peruvian",
  mines: mines.map(
    ({ id, name, region, outputTonnes2017, sharesOwnerWith, peruvianEquityShare, source }) => ({
      id,
      name,
      region,
      outputTonnesPerYear: outputTonnes2017,
      ...(sharesOwnerWith === undefined ? {} : { sharesOwnerWith }),
      domesticOwned: peruvianEquityShare > 0.5,
      source,
    }),
  ),
  projects: projects.map((record): PackProject => ({
    id: record.id,
    name: record.name,
    kind: record.kind,
    ...hostOf(record),
    region: record.region,
    domesticOwned: record.peruvianOwned,
    capexUsdMillion: record.capexUsdMillion,
    addedTonnesPerYear: record.plannedOutputTonnesPerYear,
    start: record.start.kind === "listed-only" ? { kind: "listed-only" } : record.start,
    source: record.source,
  })),
  parameters: {},
  suppliers: [],
  facts: null,
  gaps: [
    "Firms are drawn from distributions: the paper lists no registry of suppliers with their sizes.",
    "Trigger prices of projects without a date are assumptions.",
  ],
});
