// The yearly decision of a Peruvian supplier (ODD 7.8): which gate costs it most expected margin, and what it spends, within
// its means, to get through. It knows its own gates, never the tenders that it did not hear of, and that it was not
// trusted only where buyers say so.
import type { ParameterValues } from "../data/parameters.ts";
import type { Institutions } from "../scenarios/institutions.ts";
import { monthsPerYear } from "../units.ts";
import { Gate } from "./codes.ts";
import type { Category } from "./category.ts";
import type { Supplier } from "./supplier.ts";
import {
  exportsUsdPerMonth,
  freeCapacityUsdPerMonth,
  organisationLimitUsdPerMonth,
} from "./supplier-limits.ts";

/** What a supplier can invest in. */
export type InvestmentKind =
  | "register"
  | "certify"
  | "train"
  | "build-ties"
  | "grow"
  | "upgrade-process"
  | "seek-partner"
  | "add-service"
  | "other-sectors";

/** A possible investment: what it costs, and the margin that the firm expects of it, US$. */
export interface Investment {
  readonly kind: InvestmentKind;
  readonly costUsd: number;
  readonly gainUsd: number;
  /** Buyer that it concerns, or -1. */
  readonly buyer: number;
  /** What the state pays on top, US$. */
  readonly publicUsd: number;
}

/** What a supplier may know at its yearly review. Values are contract values (price times term) of a year, US$. */
export interface Review {
  /** Value of known tenders that ended for it at each gate. */
  readonly lostUsd: ArrayLike<number>;
  /** Buyer with whom a missing registration cost it most, and that value; -1 if none. */
  readonly registerWith: number;
  readonly registerValueUsd: number;
  /** Buyer with whom a tie would help most, or -1. */
  readonly tieWith: number;
  /** Certificate level that its categories ask for. */
  readonly certificateAsked: number;
  readonly month: number;
}

/** Cost of preparing the next certificate, US$ before any subsidy. */
export function certificateCostUsd(rules: Institutions, level: number): number {
  const { certification } = rules;
  return level <= 1
    ? certification.level1Usd
    : level === 2
      ? certification.level2Usd
      : certification.level3Usd;
}

/** What a certificate takes, in cost and in time: the audit for a firm that already works to standards, else learning them too. */
export function certificatePreparation(parameters: ParameterValues, { standards }: Supplier): number {
  return 1 + parameters.standardsPeruvianMean - standards;
}

/** Every investment open to a supplier, with what it expects of each. */
export function investmentOptions(
  parameters: ParameterValues,
  rules: Institutions,
  categories: readonly Category[],
  supplier: Supplier,
  review: Review,
  scale: number,
): Investment[] {
  const { expectedMargin, expectedWinShare } = parameters;
  const capacity = supplier.capacityUsdPerMonth;
  const own = categories[supplier.categories[0]];
  const options: Investment[] = [];

  if (review.registerWith >= 0) {
    offer(
      options,
      "register",
      rules.registration.costUsd / scale,
      marginOf(parameters, review.registerValueUsd),
      review.registerWith,
    );
  }
  if (supplier.certificateLevel < review.certificateAsked && supplier.certificateDueMonth === null) {
    const full = certificateCostUsd(rules, supplier.certificateLevel + 1) / scale;
    const cost = full * certificatePreparation(parameters, supplier);
    const { subsidyShare } = rules.certification;
    const gain = marginOf(parameters, review.lostUsd[Gate.notCertified]);
    offerSubsidised(options, "certify", cost, gain, subsidyShare);
  }

  const limit = organisationLimitUsdPerMonth(parameters, supplier);
  const step = parameters.capacityStep * capacity;
  if (capacity + step <= limit) {
    offer(
      options,
      "grow",
      parameters.capacityCostMonths * step,
      marginOf(parameters, review.lostUsd[Gate.tooSmall]),
    );
  } else {
    // Organisation is what stops growth, so a course is worth what size would be.
    const gain = marginOf(parameters, review.lostUsd[Gate.tooSmall]) * rules.training.organisationGain;
    offer(options, "train", parameters.trainingCostMonths * capacity, gain);
  }
  if (supplier.organisational < rules.registration.organisationMinimum) {
    offer(
      options,
      "train",
      parameters.trainingCostMonths * capacity,
      marginOf(parameters, review.lostUsd[Gate.notRegistered]),
    );
  }

  if (review.tieWith >= 0) {
    // Unseen demand is guessed: what would fill its free capacity, less what it heard of.
    const wanted =
      (freeCapacityUsdPerMonth(supplier) * monthsPerYear) / expectedWinShare - supplier.heardValueUsd;
    offer(
      options,
      "build-ties",
      parameters.tieCostMonths * capacity,
      marginOf(parameters, wanted) * parameters.tieBuilt,
      review.tieWith,
    );
  }

  const skillGain = parameters.upgradingGain * (1 - supplier.technical);
  const cheaper = (skillGain * parameters.skillShortfallCost) / expectedMargin;
  const { upgradingSubsidyShare } = rules.services;
  offerSubsidised(
    options,
    "upgrade-process",
    parameters.upgradingCostMonths * capacity,
    marginOf(parameters, review.lostUsd[Gate.outbid]) * cheaper,
    own.kind === "service" ? upgradingSubsidyShare : 0,
  );

  if (supplier.knowledge === "external" && supplier.partnerUntilMonth <= review.month) {
    const { partnerEvidenceMonths, priorSuccesses } = parameters;
    const persuades = partnerEvidenceMonths / (partnerEvidenceMonths + priorSuccesses);
    offer(
      options,
      "seek-partner",
      parameters.partnerCostMonths * capacity,
      marginOf(parameters, review.lostUsd[Gate.notTrusted]) * persuades,
    );
  }

  const service = own.serviceOffer < 0 ? undefined : categories[own.serviceOffer];
  const able =
    service !== undefined && supplier.technical >= service.skillRequired + parameters.serviceSkillMargin;
  if (able && supplier.categories.length === 1 && supplier.directContracts > 0) {
    const gain = freeCapacityUsdPerMonth(supplier) * parameters.planningMonths * expectedMargin;
    offerSubsidised(
      options,
      "add-service",
      parameters.serviceCostMonths * capacity,
      gain,
      upgradingSubsidyShare,
    );
  }

  const idle = freeCapacityUsdPerMonth(supplier) - exportsUsdPerMonth(parameters, supplier);
  const room = Math.min(
    parameters.diversificationStep,
    parameters.maxOtherSectorsShare - supplier.otherSectorsShare,
  );
  if (room > 0) {
    const gain = idle * room * parameters.otherSectorsMargin * parameters.planningMonths;
    offer(options, "other-sectors", parameters.diversificationCostMonths * capacity, gain);
  }
  return options;
}

/** Margin that a firm expects of tenders worth so much a year, US$. */
function marginOf({ expectedMargin, expectedWinShare }: ParameterValues, valueUsd: number): number {
  return valueUsd * expectedWinShare * expectedMargin;
}

/** Puts an investment among the options when it brings more than it costs. */
function offer(
  options: Investment[],
  kind: InvestmentKind,
  costUsd: number,
  gainUsd: number,
  buyer = -1,
  publicUsd = 0,
): void {
  if (gainUsd > costUsd) options.push({ kind, costUsd, gainUsd, buyer, publicUsd });
}

/** The same of an investment of which the state pays a share. */
function offerSubsidised(
  options: Investment[],
  kind: InvestmentKind,
  costUsd: number,
  gainUsd: number,
  subsidyShare: number,
): void {
  offer(options, kind, costUsd * (1 - subsidyShare), gainUsd, -1, costUsd * subsidyShare);
}

/** The best options within a budget: highest return per dollar first, each kind once. */
export function chooseInvestments(options: readonly Investment[], budgetUsd: number): Investment[] {
  const chosen: Investment[] = [];
  let left = budgetUsd;
  for (;;) {
    let best: Investment | null = null;
    for (const option of options) {
      if (option.costUsd > left || chosen.some(({ kind }) => kind === option.kind)) continue;
      if (best === null || option.gainUsd * best.costUsd > best.gainUsd * option.costUsd) best = option;
    }
    if (best === null) return chosen;
    chosen.push(best);
    left -= best.costUsd;
  }
}
