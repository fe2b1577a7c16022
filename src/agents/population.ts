// Who supplies (3.4): the firms of the start, of three origins, and the entrants. A firm's traits are draws on its own
// identity, so it is the same firm in every scenario.
import { clampShare } from "../arithmetic.ts";
import type { ParameterValues } from "../data/parameters.ts";
import { draw, hashWords, lognormalFrom, normalFrom, Process, wordsOf } from "../random.ts";
import type { PackSupplier } from "../data/packs/pack.ts";
import { toCents } from "../units.ts";
import { Origin, Region, originNames, type OriginCode, type RegionCode } from "./codes.ts";
import type { Category } from "./category.ts";
import { Supplier } from "./supplier.ts";
import { scaleFactor } from "./supplier-costs.ts";
import type { SupplierColumns } from "./supplier-columns.ts";

/** Where identities come from; the numbers are part of every run. */
const Cohort = { start: 1, entrant: 2, startup: 3, registered: 4 } as const;

/** Identity of the n-th firm of an origin in a category at the start. */
export function startKey(category: number, origin: OriginCode, ordinal: number): number {
  return hashWords([Cohort.start, category, origin, ordinal]);
}

/** Identity of a firm of a registry: its name's, whatever stands before it in the file. */
export function registeredKey(name: string): number {
  return hashWords([Cohort.registered, ...wordsOf(name)]);
}

/** Identity of the n-th entrant of a month. */
export function entrantKey(month: number, ordinal: number): number {
  return hashWords([Cohort.entrant, month, ordinal]);
}

/** Identity of the n-th start-up that grants bring about in a month. */
export function startupKey(month: number, ordinal: number): number {
  return hashWords([Cohort.startup, month, ordinal]);
}

/** What is drawn of a firm; the numbers are part of every run. */
const Trait = {
  capacity: 1,
  technical: 2,
  organisation: 3,
  standards: 4,
  inCapital: 5,
  region: 6,
  knowledge: 7,
} as const;

/** What decides a firm's traits besides its identity. */
export interface Founding {
  readonly id: number;
  readonly key: number;
  readonly name: string;
  readonly origin: OriginCode;
  readonly category: Category;
  readonly line: number;
  readonly month: number;
  readonly entrant: boolean;
  /** Money sizes of one firm relative to the default population: 1 at 800 firms, a tenth at 8,000. */
  readonly scale: number;
  /** Capacity at which the category's list price is made, US$ a month. */
  readonly referenceCapacityUsdPerMonth: number;
  /** A real firm that stands in this one's place: what is known of it holds, the rest is drawn. */
  readonly known?: PackSupplier;
}

/** A new firm with its traits. */
export function foundSupplier(
  columns: SupplierColumns,
  root: number,
  parameters: ParameterValues,
  founding: Founding,
): Supplier {
  const { id, key, name, origin, category, line, month, entrant, scale, known } = founding;
  const uniform = (trait: number) => draw(root, Process.firmTraits, key, trait);
  const normal = (trait: number) => normalFrom(uniform(trait));
  const peruvian = origin === Origin.peruvian;
  const technicalMean = peruvian
    ? parameters.technicalPeruvianMean +
      category.nicheStrength -
      (entrant ? parameters.technicalEntrantPenalty : 0)
    : origin === Origin.global
      ? parameters.technicalGlobal
      : parameters.technicalChilean;
  const technicalSd = peruvian ? parameters.technicalPeruvianSd : parameters.technicalForeignSd;
  const drawnUsd = startCapacityUsdPerMonth(parameters, category, origin, uniform(Trait.capacity));
  // A registry gives sizes at full scale, where a firm is one firm.
  const capacityUsdPerMonth =
    known?.capacityUsdPerMonth === undefined
      ? drawnUsd / scale
      : (known.capacityUsdPerMonth * fullScale) / scale;
  const standards = peruvian
    ? clampShare(parameters.standardsPeruvianMean + parameters.standardsPeruvianSd * normal(Trait.standards))
    : atFrontier;
  const parentMonths =
    origin === Origin.global
      ? parameters.parentRecordGlobalMonths
      : origin === Origin.chilean
        ? parameters.parentRecordChileanMonths
        : 0;
  return new Supplier(columns, {
    id,
    key,
    name,
    origin,
    region:
      known?.region !== undefined
        ? Region[known.region]
        : peruvian
          ? seat(parameters, uniform(Trait.inCapital), uniform(Trait.region))
          : Region.capital,
    category: category.index,
    line,
    month,
    technical: clampShare(technicalMean + technicalSd * normal(Trait.technical)),
    organisational: peruvian
      ? clampShare(
          parameters.organisationPeruvianMean +
            parameters.organisationPeruvianSd * normal(Trait.organisation),
        )
      : atFrontier,
    standards,
    capacityUsdPerMonth,
    scaleFactor: scaleFactor(category, capacityUsdPerMonth, founding.referenceCapacityUsdPerMonth),
    cashCents: peruvian ? toCents(parameters.initialCashMonths * capacityUsdPerMonth) : 0,
    creditLineCents: peruvian ? toCents(parameters.creditLineMonths * capacityUsdPerMonth) : 0,
    certificateLevel:
      known?.certificateLevel ??
      (peruvian ? certificateOf(parameters, standards, entrant) : highestCertificate),
    parentSuccesses: parentMonths * (1 - parameters.parentFailureRate),
    parentFailures: parentMonths * parameters.parentFailureRate,
    knowledge: uniform(Trait.knowledge) < parameters.internalKnowledgeShare ? "internal" : "external",
    otherSectorsShare: parameters.otherSectorsShare,
  });
}

/** Scale at which a firm of the model is one firm of the country: about 8,000 at 800. */
export const fullScale = 10;

/** Organisation and standards of subsidiaries: their parents run them (2.2), and no gate looks at them. */
const atFrontier = 1;

/** Name of a firm in events and tables. */
export function supplierName(origin: OriginCode, category: Category, label: string): string {
  return `${originNames[origin]} ${category.id} ${label}`;
}

/** Median capacity of an origin in a category at the default population, US$ a month. */
function medianCapacityUsdPerMonth(
  parameters: ParameterValues,
  category: Category,
  origin: OriginCode,
): number {
  if (origin === Origin.peruvian) return parameters.capacityPeruvianUsdPerMonth * category.firmSizeFactor;
  return origin === Origin.chilean
    ? parameters.capacityChileanUsdPerMonth
    : parameters.capacityGlobalUsdPerMonth;
}

/** List prices are made by firms of middling size: halfway, in logs, between Peruvian and global medians. */
export function referenceCapacityUsdPerMonth(
  parameters: ParameterValues,
  category: Category,
  scale: number,
): number {
  const local = medianCapacityUsdPerMonth(parameters, category, Origin.peruvian);
  const global = medianCapacityUsdPerMonth(parameters, category, Origin.global);
  return Math.sqrt(local * global) / scale;
}

function startCapacityUsdPerMonth(
  parameters: ParameterValues,
  category: Category,
  origin: OriginCode,
  uniform: number,
): number {
  const logSd = origin === Origin.peruvian ? parameters.capacityPeruvianSd : parameters.capacityForeignSd;
  return lognormalFrom(uniform, medianCapacityUsdPerMonth(parameters, category, origin), logSd);
}

/** Peruvian firms sit in Lima, in the South by its weight in mining (footnote 21), or as often in the North as in the centre. */
function seat(parameters: ParameterValues, inCapital: number, where: number): RegionCode {
  if (inCapital < parameters.capitalRegionShare) return Region.capital;
  if (where < parameters.southShare) return Region.south;
  return where < parameters.southShare + (1 - parameters.southShare) / 2 ? Region.north : Region.centre;
}

/** Certificate that a standards capability has brought by the start; entrants have none. */
function certificateOf(parameters: ParameterValues, standards: number, entrant: boolean): number {
  if (entrant) return 0;
  const { standardsForLevel1, standardsForLevel2, standardsForLevel3 } = parameters;
  if (standards >= standardsForLevel3) return highestCertificate;
  return standards >= standardsForLevel2 ? 2 : standards >= standardsForLevel1 ? 1 : 0;
}

/** Level of makers' and product standards, which subsidiaries hold through their parents. */
const highestCertificate = 3;
