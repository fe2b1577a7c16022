// What a supplier is born with (3.4): drawn, or read from a registry, when it is founded.
import type { OriginCode, RegionCode } from "./codes.ts";

/** What a firm is born with. */
export interface SupplierTraits {
  readonly id: number;
  readonly key: number;
  readonly name: string;
  readonly origin: OriginCode;
  readonly region: RegionCode;
  readonly category: number;
  readonly line: number;
  readonly month: number;
  readonly technical: number;
  readonly organisational: number;
  readonly standards: number;
  readonly capacityUsdPerMonth: number;
  readonly scaleFactor: number;
  readonly cashCents: number;
  readonly creditLineCents: number;
  readonly certificateLevel: number;
  readonly parentSuccesses: number;
  readonly parentFailures: number;
  readonly knowledge: "internal" | "external";
  readonly otherSectorsShare: number;
}
