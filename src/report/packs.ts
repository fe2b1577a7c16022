// Data packs in words: what is in them, where it comes from, and what is missing.
import type { CountryLevel } from "../analysis/countries.ts";
import type { DataPack, PackProject } from "../data/packs/pack.ts";
import { parameters as known } from "../data/parameters.ts";
import { counted, digitsFor, estimateText, fixed, fixedThatTells, monthInWords } from "./numbers.ts";
import { table, type TableStyle } from "./table.ts";
import { wrap } from "./wrap.ts";

/** The list of packs. */
export function packsReport(packs: readonly DataPack[], style: TableStyle): string {
  return table(
    [
      { heading: "Pack" },
      { heading: "Title", words: "below" },
      { heading: "Mines", align: "right" },
      { heading: "Projects", align: "right" },
      { heading: "Own parameters", align: "right" },
      { heading: "Firms by name", align: "right" },
      { heading: "Gaps", align: "right" },
    ],
    packs.map(({ id, title, mines, projects, parameters, suppliers, gaps }) => [
      id,
      title,
      ...[mines, projects, Object.keys(parameters), suppliers, gaps].map((list) => String(list.length)),
    ]),
    style,
  );
}

/** One pack in full. */
export function packReport(pack: DataPack, style: TableStyle): string {
  const width = style.width ?? 100;
  const { id, title, demonym, mines, projects, parameters, suppliers, facts, gaps } = pack;
  const mineTable = table(
    [
      { heading: "Mine" },
      { heading: "Region" },
      { heading: "t a year", align: "right" },
      { heading: "Source", rank: 1 },
    ],
    mines.map((mine) => [mine.name, mine.region, fixed(mine.outputTonnesPerYear, 0), mine.source]),
    style,
  );
  const own = Object.entries(parameters);
  const parameterTable = table(
    [
      { heading: "Parameter" },
      { heading: "Value", align: "right" },
      { heading: "Unit" },
      { heading: "Source or assumption", rank: 1 },
    ],
    own.map(([name, { value, source, assumption }]) => [
      name,
      Number.isInteger(value) ? fixed(value, 0) : fixedThatTells(value, digitsFor(value)),
      known[name]?.unit ?? "",
      [source, assumption === undefined ? undefined : `assumption: ${assumption}`].filter(Boolean).join("; "),
    ]),
    style,
  );
  return [
    demonym === "Peruvian"
      ? `${title} (${id}).`
      : `${title} (${id}). Where metrics say Peruvian, read ${demonym}.`,
    mineTable,
    projects.length === 0 ? "No projects." : projectTable(projects, style),
    own.length === 0 ? "Parameters are the defaults." : parameterTable,
    suppliers.length === 0
      ? "All firms are drawn."
      : `${counted(suppliers.length, "firm")} by name; the others are drawn.`,
    facts === null
      ? "Facts: all of the paper's."
      : wrap(`Facts: ${facts.map(({ fact, source }) => `${fact} (${source})`).join("; ") || "none"}.`, width),
    gaps.length === 0
      ? "Gaps: none is told."
      : ["Gaps:", ...gaps.map((gap) => wrap(`- ${gap}`, width, "  "))].join("\n"),
  ].join("\n\n");
}

function projectTable(projects: readonly PackProject[], style: TableStyle): string {
  const orUnknown = (value: number | null) => (value === null ? "not known" : fixed(value, 0));
  return table(
    [
      { heading: "Project" },
      { heading: "Kind", rank: 2 },
      { heading: "Region", rank: 3 },
      { heading: "US$ million", align: "right" },
      { heading: "t a year", align: "right" },
      { heading: "Starts" },
      { heading: "Source", rank: 1 },
    ],
    projects.map((project) => [
      project.name,
      project.kind,
      project.region,
      orUnknown(project.capexUsdMillion),
      orUnknown(project.addedTonnesPerYear),
      startInWords(project),
      project.source,
    ]),
    style,
  );
}

/** When a project starts; of what a mine costs or adds nothing may be known, and then it never does. */
function startInWords({ kind, capexUsdMillion, addedTonnesPerYear, start }: PackProject): string {
  const isKnown = capexUsdMillion !== null && (kind !== "greenfield" || addedTonnesPerYear !== null);
  if (!isKnown || start.kind === "listed-only") return "never";
  return start.kind === "committed"
    ? monthInWords(start.startMonth)
    : `at US$ ${start.triggerUsdPerLb} a pound`;
}

/** Levels of several countries side by side. */
export function countriesReport(
  packs: readonly Pick<DataPack, "title" | "gaps">[],
  levels: readonly CountryLevel[],
  seeds: number,
  style: TableStyle,
): string {
  const text = table(
    [
      { heading: "Baseline, 2022-2031", words: "above" },
      ...packs.map(({ title }) => ({ heading: title, align: "right" as const })),
      { heading: "Unit" },
    ],
    levels.map(({ name, unit, levels: each }) => [
      name,
      ...each.map(({ mean, low, high }) => {
        const digits = digitsFor(mean);
        return estimateText(mean, low, high, digits);
      }),
      unit,
    ]),
    style,
  );
  const width = style.width ?? 100;
  const gaps = packs.flatMap(({ title, gaps: each }) =>
    each.map((gap) => wrap(`- ${title}: ${gap}`, width, "  ")),
  );
  const apart = `Levels with 95 % intervals over ${seeds} seeds. They are not paired effects: two countries share no firm and no draw, so a difference is not the effect of anything.`;
  return gaps.length === 0
    ? [text, wrap(apart, width)].join("\n\n")
    : [text, wrap(`${apart} Read them with the gaps of the data:`, width), gaps.join("\n")].join("\n\n");
}
