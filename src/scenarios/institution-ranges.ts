// Between which numbers each rule means something: what a recipe may leave behind.
import type { Institutions } from "./institutions.ts";

/** Lowest and highest value of a rule. */
export type RuleRange = readonly [lowest: number, highest: number];

/** The ranges of a branch: one for each number in it, so that a rule without one does not compile. */
type Ranges<Branch> = {
  readonly [
    Name in keyof Branch as Branch[Name] extends number | object ? Name : never
  ]: Branch[Name] extends number ? RuleRange : Ranges<Branch[Name]>;
};

/** Shares, probabilities, capabilities and weights. */
const share: RuleRange = [0, 1];
/** Money, months, factors, and counts of firms, trials and projects. */
const amount: RuleRange = [0, Number.MAX_VALUE];

/** The range of every number in the tree of rules. */
const institutionRanges: Ranges<Institutions> = {
  information: {
    tenderPublicity: share,
    loserFeedback: share,
    matchmakingTiesPerYear: share,
    recordWeight: share,
  },
  registration: {
    costUsd: amount,
    months: amount,
    organisationMinimum: share,
    mutualRecognition: share,
    preparedShare: share,
    preparationGain: share,
  },
  certification: {
    level1Usd: amount,
    level2Usd: amount,
    level3Usd: amount,
    months: amount,
    subsidyShare: share,
  },
  training: {
    placesShare: share,
    placesUpToCapacityUsdPerMonth: amount,
    organisationGain: share,
    standardsPlacesShare: share,
    standardsGain: share,
  },
  services: { upgradingSubsidyShare: share },
  humanCapital: { skilledPeople: share },
  finance: {
    grantProbability: share,
    grantShare: share,
    canonFundUsdPerYear: amount,
    canonGrantShare: share,
    startupsPerYear: amount,
    startupGrantUsd: amount,
  },
  commercialisation: { trainedShare: share, successGain: share, premiumGain: share },
  exportPromotion: { firstExportFactor: amount },
  rdCredit: {
    awareness: share,
    applicationShare: share,
    approvalShare: share,
    approvalMonths: amount,
    refundableShare: share,
    ceilingUsd: amount,
    largeFirmIncomeUsd: amount,
    // More than the expense itself can be deducted: the law of 2023 adds 140 % of it.
    smallFirms: { inPeru: amount, abroad: amount },
    largeFirms: { inPeru: amount, abroad: amount },
  },
  research: {
    foreignPartnerSuccess: amount,
    foreignPartnerCost: amount,
    localUniversitySuccess: amount,
    localUniversityCost: amount,
    foreignPartnerSubsidyShare: share,
    centrePlaces: amount,
    centreSuccess: amount,
    centreCost: amount,
  },
  testing: { slotsPerMonth: amount, priceUsd: amount },
  challenges: { disclosure: share },
  association: {
    membership: share,
    referenceWeight: share,
    pooledCapacity: share,
    tieGain: share,
    exportFactor: amount,
  },
  supplierDevelopment: { firmsPerLargeMine: amount },
  localContent: {
    preference: share,
    reservedShare: share,
    enforcement: share,
    frontingFee: share,
  },
  governance: { programmeSurvival: share, lawSurvival: share, delivery: share, coordination: share },
};

/** The range of a rule by its place in the tree, as `["testing", "priceUsd"]`; none for what is no number. */
export function rangeOfRule(at: readonly string[]): RuleRange | undefined {
  return at.reduce<unknown>(
    (branch, name) => (branch as Readonly<Record<string, unknown>> | undefined)?.[name],
    institutionRanges,
  ) as RuleRange | undefined;
}
