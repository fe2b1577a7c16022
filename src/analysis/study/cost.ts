// What a study of many runs needs, worked out from a few runs that were measured.
import { monthsPerYear } from "../../units.ts";

/** What one run took, measured. */
export interface MeasuredRun {
  readonly runs: number;
  readonly msPerRun: number;
  /** Of rows.jsonl. */
  readonly bytesPerRun: number;
  /** The same compressed with gzip, as for an archive. */
  readonly gzipBytesPerRun: number;
}

/** Prices of machines and storage, US$. */
export interface StudyPrices {
  readonly usdPerCoreHour: number;
  readonly usdPerGbMonth: number;
}

/** Time, storage and money of a study. */
export interface StudyCost {
  readonly runs: number;
  readonly coreHours: number;
  /** By number of cores. */
  readonly hours: readonly { readonly cores: number; readonly hours: number }[];
  readonly bytes: number;
  readonly gzipBytes: number;
  /** While the study runs and merges: shards and result side by side. */
  readonly peakBytes: number;
  readonly computeUsd: number;
  readonly storageUsdPerYear: number;
}

const msPerHour = 3_600_000;
const bytesPerGb = 1e9;

/** What so many runs need. */
export function costOf(
  { msPerRun, bytesPerRun, gzipBytesPerRun }: MeasuredRun,
  runs: number,
  cores: readonly number[],
  { usdPerCoreHour, usdPerGbMonth }: StudyPrices,
): StudyCost {
  const coreHours = (runs * msPerRun) / msPerHour;
  const bytes = runs * bytesPerRun;
  return {
    runs,
    coreHours,
    hours: cores.map((count) => ({ cores: count, hours: coreHours / count })),
    bytes,
    gzipBytes: runs * gzipBytesPerRun,
    peakBytes: 2 * bytes,
    computeUsd: coreHours * usdPerCoreHour,
    storageUsdPerYear: (bytes / bytesPerGb) * usdPerGbMonth * monthsPerYear,
  };
}
