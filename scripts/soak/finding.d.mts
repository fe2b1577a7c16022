/** What a soak measured, as docs/evidence/soak.json holds it. */
export interface Soak {
  version: string;
  node: string;
  runs: number;
  warmUpRuns: number;
  runsDigest: string;
  seconds: number;
  cpuSeconds: number;
  liveBytes: number[];
  residentBytes: number[];
}

export function growthOf(finding: Pick<Soak, "runs" | "liveBytes">): {
  bytesPerRun: number;
  low: number;
  high: number;
  allowed: number;
  isFlat: boolean;
};

export function pageOf(finding: Soak): string;
