// What each buyer knows of each supplier: registration, ties, evidence. Flat tables, the largest state of a run, hence the
// single precision: evidence counts months. Rows are buyers, because tenders walk along a buyer's row; what suppliers ask for
// at their yearly review has suppliers as rows.
import { never } from "../agents/supplier-columns.ts";

/**
 * Evidence of a pair lies side by side, so that looking at a pair costs one cache line and not five: months delivered well,
 * months failed, the month to which both have faded, and the work in force that adds to them, direct and subcontracted.
 */
export const EvidenceField = {
  successes: 0,
  failures: 1,
  month: 2,
  directWork: 3,
  subcontractWork: 4,
} as const;

/** Places of a pair in the table of evidence: a power of two, so that no pair lies across two lines. */
export const evidenceStride = 8;

/**
 * What there may be between a pair, a bit each. Between most pairs there is nothing: one byte says so, and the wide tables
 * of ties and evidence, which outgrow the processor's cache, stay unread.
 */
export const Bond = { register: 1, tie: 2, evidence: 4 } as const;

/** Tables of supplier by buyer. Use {@link relationIndex} for the place of a pair. */
export class Relations {
  readonly buyers: number;
  capacity: number;
  /**
   * Bits of {@link Bond}: a bit that is not set says that there never was such a bond. Then the tables of ties and evidence still hold
   * the zeros that they were made of, which are no months: filling them took large worlds a tenth of their start.
   */
  bonds: Uint8Array;
  /** First month in which the supplier is registered with the buyer; {@link never} when it is not. */
  registeredFrom: Int16Array;
  /** Strength of the tie in its month. */
  tie: Float32Array;
  tieMonth: Int16Array;
  /** What the buyer has seen of the supplier; see {@link EvidenceField}. */
  evidence: Float32Array;
  /** Month until which it may not apply again: place supplier × buyers + buyer. */
  barredUntil: Int16Array;
  /** Value of tenders lost for want of registration since the last yearly review, US$: the same place. */
  registrationLossUsd: Float32Array;

  constructor(buyers: number, capacity: number, month: number) {
    const size = buyers * capacity;
    this.buyers = buyers;
    this.capacity = capacity;
    this.bonds = new Uint8Array(size);
    this.registeredFrom = new Int16Array(size).fill(never);
    this.tie = new Float32Array(size);
    this.tieMonth = new Int16Array(size);
    this.evidence = new Float32Array(size * evidenceStride);
    this.barredUntil = new Int16Array(size).fill(month);
    this.registrationLossUsd = new Float32Array(size);
  }
}

/** Place of a pair in the tables with buyers as rows. */
export function relationIndex(relations: Relations, buyer: number, supplier: number): number {
  return buyer * relations.capacity + supplier;
}

/** Puts a supplier on a buyer's register from a month on. */
export function register(relations: Relations, buyer: number, supplier: number, fromMonth: number): void {
  const at = relationIndex(relations, buyer, supplier);
  relations.registeredFrom[at] = fromMonth;
  relations.bonds[at] = relations.bonds[at] | Bond.register;
}

/** Makes room for at least `suppliers` suppliers. */
export function growRelations(relations: Relations, suppliers: number, month: number): void {
  if (suppliers <= relations.capacity) return;
  const capacity = Math.max(suppliers, Math.ceil(relations.capacity * 1.25));
  const wider = new Relations(relations.buyers, capacity, month);
  const { capacity: old } = relations;
  for (let buyer = 0; buyer < relations.buyers; buyer++) {
    const from = buyer * old;
    const to = buyer * capacity;
    wider.bonds.set(relations.bonds.subarray(from, from + old), to);
    wider.registeredFrom.set(relations.registeredFrom.subarray(from, from + old), to);
    wider.tie.set(relations.tie.subarray(from, from + old), to);
    wider.tieMonth.set(relations.tieMonth.subarray(from, from + old), to);
    const evidence = relations.evidence.subarray(from * evidenceStride, (from + old) * evidenceStride);
    wider.evidence.set(evidence, to * evidenceStride);
  }
  wider.barredUntil.set(relations.barredUntil);
  wider.registrationLossUsd.set(relations.registrationLossUsd);
  Object.assign(relations, wider);
}
