// Figures from outside the paper that the model can speak to. Bounds were chosen before any run was looked at, each with its
// reason. Most are checks. Three that the model missed say by their role how they were used since: parameters were set to the
// figures of two (inputs), and one was fitted.
import { fullScale } from "../agents/population.ts";
import { defaultPopulation } from "../data/category-tables.ts";
import { externalRecords } from "../data/external.ts";
import type { Run } from "../engine/observations.ts";
import { baseYear, monthsPerYear, usdPerMillion } from "../units.ts";
import { paperMonths, sumOf, type FactDefinition, type Measure } from "./fact-definition.ts";

/** Value of an outside figure, in its own unit. */
export function figure(id: string): number {
  const found = externalRecords.find((record) => record.id === id);
  if (found === undefined) throw new RangeError(`no outside figure ${id}`);
  return found.value;
}

/** Firms in the country for each firm of a run. */
const realFirmsPerFirm = ({ manifest }: Run) => (defaultPopulation * fullScale) / manifest.population;
/** Lumps of a run for each lump at the default population, at which they are sized as in reality. */
const lumpsPerLump = ({ manifest }: Run) => manifest.population / defaultPopulation;

const percent = 100;
const millions = (usd: number) => usd / usdPerMillion;
const solesPerUsd = figure("FI008");
/** Copper is about half of the sector (footnote 7). */
const copperHalf = 0.5;
/** Years 2016 to 2022, over which the users of the credit were counted. */
const creditYears = 7;

/** A calendar year of a run as months; null when the run is shorter. */
function yearIn(run: Run, year: number): readonly [number, number] | null {
  const fromMonth = (year - baseYear) * monthsPerYear;
  const toMonth = fromMonth + monthsPerYear;
  return toMonth > run.manifest.months ? null : [fromMonth, toMonth];
}

function inYear(year: number, measure: (run: Run, from: number, to: number) => Measure) {
  return (run: Run): Measure => {
    const months = yearIn(run, year);
    return months === null ? null : measure(run, ...months);
  };
}

const tooShort = (year: number) => `the run ends before the end of ${year}`;

/** A fact whose source names its figures; a check unless a parameter was set by it. */
function outside(
  definition: Omit<FactDefinition, "role" | "target" | "source"> & {
    figures: string[];
    role?: "fitted" | "input";
  },
): FactDefinition {
  const { low, high, figures } = definition;
  const shown = (bound: number | null) => Number((bound ?? 0).toPrecision(2));
  const target =
    low === null
      ? `below ${shown(high)}`
      : high === null
        ? `above ${shown(low)}`
        : `${shown(low)} to ${shown(high)}`;
  return { role: "check", ...definition, target, source: `external ${figures.join(", ")}` };
}

/** Outside figures on procurement, firms, innovation and the R&D credit. */
export const outsideFacts: readonly FactDefinition[] = [
  outside({
    id: "purchases-2019",
    fact: "copper mines' purchases in the country, 2019",
    figures: ["PC012"],
    low: (figure("PC012") * copperHalf * 0.85) / 1000,
    high: (figure("PC012") * copperHalf * 1.15) / 1000,
    tolerance: "half of all mining, as footnote 7 has it; the half is uncertain by 15 %",
    unit: "US$ billion",
    measure: inYear(2019, (run, from, to) => [sumOf(run, "inCountryUsd", from, to), usdPerMillion * 1000]),
    nothing: tooShort(2019),
    reason: "Table A1's operating procurement of 2017 plus what projects buy; prices are held in real terms",
  }),
  outside({
    id: "capital-spend-2019",
    fact: "capital packages of copper projects, 2019",
    figures: ["PF048", "PF010"],
    low: (figure("PF048") * figure("PF010") * 0.46 * 0.5) / (percent * 1000),
    high: (figure("PF048") * figure("PF010") * 0.46) / (percent * 1000),
    tolerance:
      "mining investment times copper's share of the portfolio times the 46 % that is procured (Section 3.3), and half of it, because investment holds exploration and sustaining outlays too",
    unit: "US$ billion",
    measure: inYear(2019, (run, from, to) => [sumOf(run, "capitalSpendUsd", from, to), usdPerMillion * 1000]),
    nothing: tooShort(2019),
    reason: "which projects are under construction, and that a project spends evenly over its months",
  }),
  outside({
    id: "output-growth",
    fact: "copper output of 2023 over that of 2017",
    figures: ["OU004", "OU010"],
    low: (figure("OU010") / figure("OU004")) * 0.9,
    high: (figure("OU010") / figure("OU004")) * 1.1,
    tolerance: "10 %: grades, stoppages and the pandemic are not in the model",
    unit: "ratio",
    measure: inYear(2023, (run, from, to) => [
      sumOf(run, "copperOutputTonnes", from, to),
      sumOf(run, "copperOutputTonnes", 0, monthsPerYear),
    ]),
    nothing: tooShort(2023),
    reason: "committed projects open at their dates, and mines of 2017 keep their output",
  }),
  outside({
    id: "age-of-firms",
    role: "input",
    fact: "Peruvian suppliers founded within the last 15 years",
    figures: ["SU006"],
    low: 0.4,
    high: figure("SU006") / percent,
    tolerance:
      "65 % were founded within twenty years: half at an even pace and less a quarter, up to all of them",
    unit: "share of firms",
    measure: youngFirms,
    nothing: "the run is shorter than 15 years",
    reason: "how many firms enter, and how many leave for want of work or money",
  }),
  outside({
    id: "exporter-share-outside",
    role: "input",
    fact: "Peruvian firms that export, by outside surveys",
    figures: ["SU031", "SU013"],
    low: 0.068,
    high: figure("SU013") / percent,
    tolerance:
      "from the contractors' association (15 of 220) to a survey of suppliers of every ownership: the outside figures differ, and the paper has only a few",
    unit: "share of firms",
    measure: (run) => [sumOf(run, "exporters", 0, paperMonths), sumOf(run, "peruvianFirms", 0, paperMonths)],
    nothing: "there was no Peruvian firm",
    reason: "how many firms of the start export already, and how few start to",
  }),
  outside({
    id: "exports-2023",
    fact: "exports of Peruvian suppliers, 2023",
    figures: ["SU027"],
    low: figure("SU027") * copperHalf * 0.5,
    high: figure("SU027"),
    tolerance:
      "from a quarter to all of what suppliers of every mineral export: copper is half, and only exports that mining work opened count",
    unit: "US$ million",
    measure: inYear(2023, (run, from, to) => [millions(sumOf(run, "exportsUsd", from, to)), 1]),
    nothing: tooShort(2023),
    reason: "how many firms export, each a part of its capacity and no more than mines leave it",
  }),
  outside({
    id: "certified-share",
    fact: "Peruvian suppliers with a certificate, 2017-2019",
    figures: ["PX022"],
    low: figure("PX022") / percent,
    high: null,
    tolerance: "at least the share of all firms of the country: mines ask for more than most customers",
    unit: "share of firms",
    measure: (run) => [
      sumOf(run, "certifiedFirms", 0, paperMonths),
      sumOf(run, "peruvianFirms", 0, paperMonths),
    ],
    nothing: "there was no Peruvian firm",
    reason: "what standards firms start with, and whether lost tenders make a certificate worth its cost",
  }),
  outside({
    id: "adoptions-a-year",
    fact: "solutions of Peruvian suppliers adopted, a year",
    figures: ["CH020", "CH003"],
    low: 1,
    high: figure("CH003"),
    tolerance:
      "not more than Chile's programmes bring about: 16 pilots a year at its national centre, 25 projects at its largest miner",
    unit: "a year, at the default population",
    measure: (run) => [
      sumOf(run, "adoptions", 0, run.manifest.months) / lumpsPerLump(run),
      run.manifest.months / monthsPerYear,
    ],
    nothing: "the run has no month",
    reason: "challenges are disclosed, researched, proved at scale and trusted in series",
  }),
  outside({
    id: "credit-users-number",
    role: "fitted",
    fact: "users of the R&D credit a year, at full scale, 2017-2019",
    figures: ["RD012", "RD015"],
    low: 0,
    high: figure("RD012") / creditYears,
    tolerance: "not more than in the whole economy: 95 firms in seven years",
    unit: "firms a year",
    measure: (run) => [
      sumOf(run, "creditUsers", 0, paperMonths) * realFirmsPerFirm(run),
      paperMonths / monthsPerYear,
    ],
    nothing: "the run has no month",
    reason: "how many firms with R&D know of the credit and apply; each user of a run stands for ten firms",
  }),
  outside({
    id: "credit-amount",
    fact: "R&D credit used a year, 2017-2019",
    figures: ["RD013", "RD023", "FI008"],
    low: 0,
    high: (figure("RD013") * figure("RD023")) / (percent * creditYears * solesPerUsd),
    tolerance: "not more than 22 % of the R&D that the credit supported in the whole economy",
    unit: "US$ million a year",
    measure: (run) => [
      millions(sumOf(run, "researchCreditUsd", 0, paperMonths)),
      paperMonths / monthsPerYear,
    ],
    nothing: "the run has no month",
    reason: "R&D of suppliers, times how many know of the credit and apply",
  }),
  outside({
    id: "credit-among-researchers",
    fact: "users of the R&D credit among firms with R&D",
    figures: ["CH032"],
    low: null,
    high: figure("CH032") / percent,
    tolerance: "below Chile's share: its law is older and better known",
    unit: "share of firms with a project",
    measure: (run) => {
      const { months } = run.manifest;
      return [sumOf(run, "creditUsers", 0, months) * monthsPerYear, sumOf(run, "activeProjects", 0, months)];
    },
    nothing: "no firm had a project",
    reason: "awareness, paperwork, approval and taxable profit stand in series",
  }),
  outside({
    id: "grants-a-year",
    fact: "Innovate Peru's grants to mining suppliers, a year, 2017-2019",
    figures: ["IN015", "IN016", "IN019", "IN020", "FI008"],
    // Footnote 1: 24 projects of the programme have mining or copper in their names, over eleven years.
    low: (24 * figure("IN019") * figure("IN020")) / (percent * usdPerMillion * 11 * solesPerUsd),
    high: figure("IN015") / (11 * solesPerUsd) / 10,
    tolerance:
      "from the 24 mining projects of footnote 1 at the cost of one, to a tenth of the programme over eleven years",
    unit: "US$ million a year",
    measure: (run) => [millions(sumOf(run, "grantsUsd", 0, paperMonths)), paperMonths / monthsPerYear],
    nothing: "the run has no month",
    reason: "how many projects start, and the chance that one wins a grant",
  }),
];

const youngYears = 15;

function youngFirms({ manifest, suppliers }: Run): Measure {
  const since = manifest.months - youngYears * monthsPerYear;
  if (since < 0) return null;
  const present = suppliers.filter(({ origin, leftMonth }) => origin === "peruvian" && leftMonth === null);
  return [present.filter(({ enteredMonth }) => enteredMonth >= since).length, present.length];
}
