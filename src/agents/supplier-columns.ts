// How suppliers are kept. Supplier objects read and write these columns as properties of their own.

/**
 * A firm's record over all buyers lies side by side, one cache line a firm, because evidence is read and written as a whole:
 * months delivered well and failed, faded to `month`; the work in force that adds to them (direct contracts and consortium
 * shares, then subcontracts); the parent's record; and trials that every buyer believes.
 */
export const RecordField = {
  successes: 0,
  failures: 1,
  month: 2,
  directWork: 3,
  subcontractWork: 4,
  parentSuccesses: 5,
  parentFailures: 6,
  publicSuccesses: 7,
} as const;

/** Places of a firm in the column of records; see {@link RecordField}. */
export const recordStride = 8;

/**
 * What months and tenders touch of every firm, one column per quantity. As objects these numbers outgrow the processor's
 * cache at the default population already, and a month then costs twice as much per firm.
 */
export class SupplierColumns {
  key: Int32Array;
  origin: Uint8Array;
  region: Uint8Array;
  inMarket: Uint8Array;
  technical: Float64Array;
  organisational: Float64Array;
  standards: Float64Array;
  capacityUsdPerMonth: Float64Array;
  directUsdPerMonth: Float64Array;
  subcontractUsdPerMonth: Float64Array;
  scaleFactor: Float64Array;
  cashCents: Float64Array;
  creditLineCents: Float64Array;
  certificateLevel: Uint8Array;
  /** First month in which it stands on any register; {@link never} when it stands on none. */
  registeredSince: Int16Array;
  /** See {@link RecordField}. */
  record: Float64Array;
  publicMonth: Int32Array;
  partnerUntilMonth: Int32Array;
  deliveries: Int32Array;
  failures: Int32Array;
  lastWorkMonth: Int32Array;
  yearSalesCents: Float64Array;
  yearProfitCents: Float64Array;
  lastYearProfitCents: Float64Array;
  heardValueUsd: Float64Array;
  otherSectorsShare: Float64Array;
  certificateDueMonth: Int32Array;
  exporting: Uint8Array;
  adoptions: Int32Array;
  lastUpgradeMonth: Int32Array;
  directContracts: Int32Array;
  subcontracts: Int32Array;
  /** What the work in force brings in a month without failures: sales, and what is left of them after costs. */
  monthSalesCents: Float64Array;
  monthResultCents: Float64Array;
  /** Probability of failing in the current month, for firms with work. */
  failureProbability: Float64Array;

  constructor(capacity: number) {
    this.key = new Int32Array(capacity);
    this.origin = new Uint8Array(capacity);
    this.region = new Uint8Array(capacity);
    this.inMarket = new Uint8Array(capacity);
    this.technical = new Float64Array(capacity);
    this.organisational = new Float64Array(capacity);
    this.standards = new Float64Array(capacity);
    this.capacityUsdPerMonth = new Float64Array(capacity);
    this.directUsdPerMonth = new Float64Array(capacity);
    this.subcontractUsdPerMonth = new Float64Array(capacity);
    this.scaleFactor = new Float64Array(capacity);
    this.cashCents = new Float64Array(capacity);
    this.creditLineCents = new Float64Array(capacity);
    this.certificateLevel = new Uint8Array(capacity);
    this.registeredSince = new Int16Array(capacity).fill(never);
    this.record = new Float64Array(capacity * recordStride);
    this.publicMonth = new Int32Array(capacity);
    this.partnerUntilMonth = new Int32Array(capacity);
    this.deliveries = new Int32Array(capacity);
    this.failures = new Int32Array(capacity);
    this.lastWorkMonth = new Int32Array(capacity);
    this.yearSalesCents = new Float64Array(capacity);
    this.yearProfitCents = new Float64Array(capacity);
    this.lastYearProfitCents = new Float64Array(capacity);
    this.heardValueUsd = new Float64Array(capacity);
    this.otherSectorsShare = new Float64Array(capacity);
    this.certificateDueMonth = new Int32Array(capacity);
    this.exporting = new Uint8Array(capacity);
    this.adoptions = new Int32Array(capacity);
    this.lastUpgradeMonth = new Int32Array(capacity);
    this.directContracts = new Int32Array(capacity);
    this.subcontracts = new Int32Array(capacity);
    this.monthSalesCents = new Float64Array(capacity);
    this.monthResultCents = new Float64Array(capacity);
    this.failureProbability = new Float64Array(capacity);
  }

  /** Makes room for at least `suppliers` firms. */
  grow(suppliers: number): void {
    if (suppliers <= this.key.length) return;
    const wider = new SupplierColumns(Math.ceil(suppliers * 1.25));
    const from = this as unknown as Record<string, Float64Array>;
    const to = wider as unknown as Record<string, Float64Array>;
    for (const name of Object.keys(to)) {
      to[name].set(from[name]);
      from[name] = to[name];
    }
  }
}

/** Stands for a registration that there is not: later than any month of a run. */
export const never = 32_767;

/** Stands for no month in a column; earlier than any month of a run. */
export const noMonth = -32_768;
