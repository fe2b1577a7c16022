// A supplier (3.4): what it is, what it can do and what it owns.
import type { OriginCode, RegionCode } from "./codes.ts";
import type { Project } from "./research.ts";
import { noMonth, RecordField, recordStride, type SupplierColumns } from "./supplier-columns.ts";
import type { SupplierTraits } from "./supplier-traits.ts";

/** Why a firm left: it could not pay, it found no work, or an event from outside took it away. */
export type ReasonToLeave = "bankrupt" | "left-mining" | "shock";

/** A firm. Capabilities lie in 0..1, money is in whole cents, capacity in US$ a month. */
export class Supplier {
  /** Place in the world's list; not part of any draw. */
  readonly id: number;
  readonly name: string;
  /** Categories that it offers: the first is its own, a second is a service added later. */
  readonly categories: number[];
  /** Line of business within its categories; tenders look only at the firms of their line. */
  readonly line: number;
  readonly enteredMonth: number;
  leftMonth: number | null = null;
  leftBecause: ReasonToLeave | null = null;
  readonly startCapacityUsdPerMonth: number;
  /** Where it seeks knowledge (3.5): within, or at partners. */
  readonly knowledge: "internal" | "external";
  project: Project | null = null;
  /** Mine whose development programme it is in, and until when. */
  programmeMine = -1;
  programmeUntilMonth: number;
  enteredHighRisk = false;
  /** R&D of the calendar year so far, and the part of it done with a partner abroad; cents. */
  yearResearchCents = 0;
  yearResearchAbroadCents = 0;
  private readonly columns: SupplierColumns;

  constructor(columns: SupplierColumns, traits: SupplierTraits) {
    const { id } = traits;
    this.columns = columns;
    this.id = id;
    this.name = traits.name;
    this.categories = [traits.category];
    this.line = traits.line;
    this.enteredMonth = traits.month;
    this.startCapacityUsdPerMonth = traits.capacityUsdPerMonth;
    this.knowledge = traits.knowledge;
    this.programmeUntilMonth = traits.month;
    columns.key[id] = traits.key;
    columns.origin[id] = traits.origin;
    columns.region[id] = traits.region;
    columns.inMarket[id] = 1;
    columns.technical[id] = traits.technical;
    columns.organisational[id] = traits.organisational;
    columns.standards[id] = traits.standards;
    columns.capacityUsdPerMonth[id] = traits.capacityUsdPerMonth;
    columns.scaleFactor[id] = traits.scaleFactor;
    columns.cashCents[id] = traits.cashCents;
    columns.creditLineCents[id] = traits.creditLineCents;
    columns.certificateLevel[id] = traits.certificateLevel;
    const record = id * recordStride;
    columns.record[record + RecordField.parentSuccesses] = traits.parentSuccesses;
    columns.record[record + RecordField.parentFailures] = traits.parentFailures;
    columns.record[record + RecordField.month] = traits.month;
    columns.publicMonth[id] = traits.month;
    columns.partnerUntilMonth[id] = traits.month;
    columns.lastWorkMonth[id] = traits.month;
    columns.otherSectorsShare[id] = traits.otherSectorsShare;
    columns.certificateDueMonth[id] = noMonth;
    columns.lastUpgradeMonth[id] = noMonth;
  }

  /** Identity in draws: the same firm has it in every scenario. */
  get key(): number {
    return this.columns.key[this.id];
  }
  get origin(): OriginCode {
    return this.columns.origin[this.id] as OriginCode;
  }
  get region(): RegionCode {
    return this.columns.region[this.id] as RegionCode;
  }
  get inMarket(): boolean {
    return this.columns.inMarket[this.id] === 1;
  }
  /** Takes it out of the market, for good. */
  leave(month: number, reason: ReasonToLeave): void {
    this.columns.inMarket[this.id] = 0;
    this.leftMonth = month;
    this.leftBecause = reason;
    this.project = null;
  }

  get technical(): number {
    return this.columns.technical[this.id];
  }
  set technical(value: number) {
    this.columns.technical[this.id] = value;
  }
  get organisational(): number {
    return this.columns.organisational[this.id];
  }
  set organisational(value: number) {
    this.columns.organisational[this.id] = value;
  }

  get standards(): number {
    return this.columns.standards[this.id];
  }
  set standards(value: number) {
    this.columns.standards[this.id] = value;
  }

  get capacityUsdPerMonth(): number {
    return this.columns.capacityUsdPerMonth[this.id];
  }
  set capacityUsdPerMonth(value: number) {
    this.columns.capacityUsdPerMonth[this.id] = value;
  }
  /** Direct work in hand, US$ a month at list price. */
  get directUsdPerMonth(): number {
    return this.columns.directUsdPerMonth[this.id];
  }
  set directUsdPerMonth(value: number) {
    this.columns.directUsdPerMonth[this.id] = value;
  }
  /** Subcontracts and consortium shares in hand, US$ a month at list price. */
  get subcontractUsdPerMonth(): number {
    return this.columns.subcontractUsdPerMonth[this.id];
  }
  set subcontractUsdPerMonth(value: number) {
    this.columns.subcontractUsdPerMonth[this.id] = value;
  }
  /** Factor of scale on unit cost; follows capacity. */
  get scaleFactor(): number {
    return this.columns.scaleFactor[this.id];
  }
  set scaleFactor(value: number) {
    this.columns.scaleFactor[this.id] = value;
  }

  get cashCents(): number {
    return this.columns.cashCents[this.id];
  }
  set cashCents(value: number) {
    this.columns.cashCents[this.id] = value;
  }
  get creditLineCents(): number {
    return this.columns.creditLineCents[this.id];
  }
  set creditLineCents(value: number) {
    this.columns.creditLineCents[this.id] = value;
  }
  /** Sales and taxable profit of the calendar year so far, cents. */
  get yearSalesCents(): number {
    return this.columns.yearSalesCents[this.id];
  }
  set yearSalesCents(value: number) {
    this.columns.yearSalesCents[this.id] = value;
  }
  get yearProfitCents(): number {
    return this.columns.yearProfitCents[this.id];
  }
  set yearProfitCents(value: number) {
    this.columns.yearProfitCents[this.id] = value;
  }
  get lastYearProfitCents(): number {
    return this.columns.lastYearProfitCents[this.id];
  }
  set lastYearProfitCents(value: number) {
    this.columns.lastYearProfitCents[this.id] = value;
  }

  get certificateLevel(): number {
    return this.columns.certificateLevel[this.id];
  }
  set certificateLevel(value: number) {
    this.columns.certificateLevel[this.id] = value;
  }
  /** First month in which it stands on any register; `never` when it stands on none. */
  get registeredSince(): number {
    return this.columns.registeredSince[this.id];
  }
  set registeredSince(value: number) {
    this.columns.registeredSince[this.id] = value;
  }

  /** Months of the parent's record, and the failures in it. */
  get parentSuccesses(): number {
    return this.columns.record[this.id * recordStride + RecordField.parentSuccesses];
  }
  get parentFailures(): number {
    return this.columns.record[this.id * recordStride + RecordField.parentFailures];
  }
  /** Evidence of all its work, as of its last change. */
  get totalSuccesses(): number {
    return this.columns.record[this.id * recordStride + RecordField.successes];
  }
  set totalSuccesses(value: number) {
    this.columns.record[this.id * recordStride + RecordField.successes] = value;
  }
  get totalFailures(): number {
    return this.columns.record[this.id * recordStride + RecordField.failures];
  }
  /** Evidence that every buyer believes, faded to `publicMonth`: trials at a testing centre. */
  get publicSuccesses(): number {
    return this.columns.record[this.id * recordStride + RecordField.publicSuccesses];
  }
  set publicSuccesses(value: number) {
    this.columns.record[this.id * recordStride + RecordField.publicSuccesses] = value;
  }
  get publicMonth(): number {
    return this.columns.publicMonth[this.id];
  }
  set publicMonth(value: number) {
    this.columns.publicMonth[this.id] = value;
  }
  /** Month until which a foreign partner lends its name. */
  get partnerUntilMonth(): number {
    return this.columns.partnerUntilMonth[this.id];
  }
  set partnerUntilMonth(value: number) {
    this.columns.partnerUntilMonth[this.id] = value;
  }
  /** Raw counts of months delivered and failed, direct and subcontracted; they never shrink. */
  get deliveries(): number {
    return this.columns.deliveries[this.id];
  }
  set deliveries(value: number) {
    this.columns.deliveries[this.id] = value;
  }
  get failures(): number {
    return this.columns.failures[this.id];
  }
  set failures(value: number) {
    this.columns.failures[this.id] = value;
  }
  get lastWorkMonth(): number {
    return this.columns.lastWorkMonth[this.id];
  }
  set lastWorkMonth(value: number) {
    this.columns.lastWorkMonth[this.id] = value;
  }
  /** Value of the tenders it heard of since its last yearly review, US$ of contract value. */
  get heardValueUsd(): number {
    return this.columns.heardValueUsd[this.id];
  }
  set heardValueUsd(value: number) {
    this.columns.heardValueUsd[this.id] = value;
  }
  /** Part of its idle capacity that other sectors buy. */
  get otherSectorsShare(): number {
    return this.columns.otherSectorsShare[this.id];
  }
  set otherSectorsShare(value: number) {
    this.columns.otherSectorsShare[this.id] = value;
  }
  /** Month in which a certificate in preparation is granted, or null. */
  get certificateDueMonth(): number | null {
    const month = this.columns.certificateDueMonth[this.id];
    return month === noMonth ? null : month;
  }
  set certificateDueMonth(value: number | null) {
    this.columns.certificateDueMonth[this.id] = value ?? noMonth;
  }
  get exporting(): boolean {
    return this.columns.exporting[this.id] === 1;
  }
  set exporting(value: boolean) {
    this.columns.exporting[this.id] = value ? 1 : 0;
  }
  /** Innovations of its own that mines have adopted. */
  get adoptions(): number {
    return this.columns.adoptions[this.id];
  }
  set adoptions(value: number) {
    this.columns.adoptions[this.id] = value;
  }
  /** Month of its last upgrade or innovation; before any month when there was none. */
  get lastUpgradeMonth(): number {
    return this.columns.lastUpgradeMonth[this.id];
  }
  set lastUpgradeMonth(value: number) {
    this.columns.lastUpgradeMonth[this.id] = value;
  }
  get directContracts(): number {
    return this.columns.directContracts[this.id];
  }
  set directContracts(value: number) {
    this.columns.directContracts[this.id] = value;
  }
  get subcontracts(): number {
    return this.columns.subcontracts[this.id];
  }
  set subcontracts(value: number) {
    this.columns.subcontracts[this.id] = value;
  }
}
