// The rules of the game (ODD 7.1): one small immutable tree of named values. Policies are recipes on a draft of it;
// the phases read it, and nothing else of a policy ever reaches them.
import type { ParameterValues } from "../data/parameters.ts";

/** Who counts as local under a local-content rule. */
export type LocalDefinition = "invoicing" | "owned";

/** Additional deduction of R&D expense from taxable income. */
export interface CreditDeduction {
  /** R&D done by the firm or a centre in Peru, share of expense. */
  readonly inPeru: number;
  /** R&D done with a centre abroad, share of expense. */
  readonly abroad: number;
}

/** The rules in force in a month. Shares and probabilities lie in 0..1, money is in US dollars of 2017. */
export interface Institutions {
  /** Who hears of tenders, and what buyers know of firms. */
  readonly information: {
    /** Probability that a tender is heard of without ties or registration. */
    readonly tenderPublicity: number;
    /** Probability that a loser is told that it was not trusted. */
    readonly loserFeedback: number;
    /** Ties that matchmaking gives a Peruvian firm in a year, on average; at most one. */
    readonly matchmakingTiesPerYear: number;
    /** Weight added to what other buyers know of Peruvian firms: records that a portal shows. */
    readonly recordWeight: number;
  };
  /** Buyers' registers of suppliers. */
  readonly registration: {
    /** What an application to a buyer's register costs the firm, US$. */
    readonly costUsd: number;
    /** Months from the application to the register. */
    readonly months: number;
    /** Organisational capability that a register asks, 0..1. */
    readonly organisationMinimum: number;
    /** Share of firms for which one registration serves all mines. */
    readonly mutualRecognition: number;
    /** Share of Peruvian firms that courses prepare for registers and tenders. */
    readonly preparedShare: number;
    /** What preparation adds to a firm's organisational capability in a register's review, 0..1. */
    readonly preparationGain: number;
  };
  /** Certificates that tenders ask for: cost and time. */
  readonly certification: {
    /** Cost of a certificate of level 1, US$, before what a firm's standards save of it. */
    readonly level1Usd: number;
    /** Cost of a certificate of level 2, US$, before what a firm's standards save of it. */
    readonly level2Usd: number;
    /** Cost of a certificate of level 3, US$, before what a firm's standards save of it. */
    readonly level3Usd: number;
    /** Months that a certificate takes, before what a firm's standards save of them. */
    readonly months: number;
    /** Share of a certificate's cost that the state pays. */
    readonly subsidyShare: number;
  };
  /** Courses for Peruvian firms. */
  readonly training: {
    /** Share of the Peruvian firms that it is for which get a management course in a year. */
    readonly placesShare: number;
    /** Whether these places are for suppliers of services only, by what they started with. */
    readonly placesForServicesOnly: boolean;
    /** Capacity up to which a firm can have such a place, US$ a month, at the default population; 0 for any. */
    readonly placesUpToCapacityUsdPerMonth: number;
    /** Share of the organisational gap that a course closes. */
    readonly organisationGain: number;
    /** Share of Peruvian firms that get a course on standards in a year. */
    readonly standardsPlacesShare: number;
    /** Share of the gap in standards that such a course closes. */
    readonly standardsGain: number;
  };
  /** Support for suppliers of services. */
  readonly services: {
    /** Part of what services suppliers pay for upgrading and for new services that the state pays. */
    readonly upgradingSubsidyShare: number;
  };
  /** Skilled people. */
  readonly humanCapital: {
    /** Availability of skilled people, index 0..1. */
    readonly skilledPeople: number;
  };
  /** Grants for R&D and start-ups, and the mining canon. */
  readonly finance: {
    /** Probability that an R&D project wins a grant. */
    readonly grantProbability: number;
    /** Share of a project's cost that a grant pays. */
    readonly grantShare: number;
    /** Mining canon for applied mining research with local universities and centres, US$ a year. */
    readonly canonFundUsdPerYear: number;
    /** Part of such a project's cost that it pays while it lasts. */
    readonly canonGrantShare: number;
    /** Start-ups that grants bring about in a year, at the default population. */
    readonly startupsPerYear: number;
    /** Grant per start-up, US$, at the default population. */
    readonly startupGrantUsd: number;
  };
  /** Training in selling innovations. */
  readonly commercialisation: {
    /** Share of Peruvian firms trained in financing, protecting and managing innovation. */
    readonly trainedShare: number;
    /** Added to a trained firm's chance that a stage of a project succeeds. */
    readonly successGain: number;
    /** Added to the part of the saving that a trained firm is paid. */
    readonly premiumGain: number;
  };
  /** Public promotion of exports. */
  readonly exportPromotion: {
    /** Factor on the probability of a first export. */
    readonly firstExportFactor: number;
  };
  /** The tax credit for R&D: an additional deduction from taxable income. */
  readonly rdCredit: {
    /** Share of firms that know of the credit. */
    readonly awareness: number;
    /** Share of them that apply in spite of the paperwork. */
    readonly applicationShare: number;
    /** Share of applications that are approved. */
    readonly approvalShare: number;
    /** Months to a decision: expense before it does not count. */
    readonly approvalMonths: number;
    /** Part of the credit beyond the tax owed that is paid out. */
    readonly refundableShare: number;
    /** Ceiling of the additional deduction, US$ a year and firm. */
    readonly ceilingUsd: number;
    /** Net income (sales) above which the deduction for large firms applies, US$ a year. */
    readonly largeFirmIncomeUsd: number;
    /** Additional deduction of firms up to that income. */
    readonly smallFirms: CreditDeduction;
    /** Additional deduction of firms above that income. */
    readonly largeFirms: CreditDeduction;
  };
  /** Partners in R&D, and the applied research centre. */
  readonly research: {
    /** Factor on stage success with a foreign university or supplier. */
    readonly foreignPartnerSuccess: number;
    /** Factor on a stage's cost with a foreign university or supplier. */
    readonly foreignPartnerCost: number;
    /** Factor on stage success with a local university. */
    readonly localUniversitySuccess: number;
    /** Factor on a stage's cost with a local university. */
    readonly localUniversityCost: number;
    /** Part of the cost of R&D with a foreign partner that the state pays. */
    readonly foreignPartnerSubsidyShare: number;
    /** Projects that an applied research centre can take part in at a time, at the default population. */
    readonly centrePlaces: number;
    /** Factor on stage success with the centre. */
    readonly centreSuccess: number;
    /** Factor on a stage's cost with the centre. */
    readonly centreCost: number;
  };
  /** The testing centre, where trials at scale can be made without a mine. */
  readonly testing: {
    /** Trials at scale that a testing centre can run in a month, at the default population. */
    readonly slotsPerMonth: number;
    /** What a firm pays for a trial, US$. */
    readonly priceUsd: number;
  };
  /** What mines tell of their unsolved problems. */
  readonly challenges: {
    /** Probability that a challenge open to newcomers is disclosed. */
    readonly disclosure: number;
  };
  /** The industry's association. */
  readonly association: {
    /** Share of Peruvian firms that are members. */
    readonly membership: number;
    /** Weight added to members' evidence with other buyers. */
    readonly referenceWeight: number;
    /** Part of fellow members' free capacity that a consortium can book. */
    readonly pooledCapacity: number;
    /** Tie that a member gains with one buyer a year, 0..1. */
    readonly tieGain: number;
    /** Factor on a member's probability of a first export. */
    readonly exportFactor: number;
  };
  /** Mines' programmes of supplier development. */
  readonly supplierDevelopment: {
    /** Firms that each large mine takes into its programme in a year, at the default population. */
    readonly firmsPerLargeMine: number;
  };
  /** The local-content rule. */
  readonly localContent: {
    /** Who counts as local: firms that invoice in the country, or those that its nationals own. */
    readonly definition: LocalDefinition;
    /** Price preference, share of the lot, at full enforcement. */
    readonly preference: number;
    /** Share of lots kept for local bidders, at full enforcement. */
    readonly reservedShare: number;
    /** How far the rule is enforced, 0..1. */
    readonly enforcement: number;
    /** Whether foreign bidders can hide behind a local partner where enforcement is weak. */
    readonly fronting: boolean;
    /** Usual fee of a local partner that fronts for a foreign bidder, share of the lot. */
    readonly frontingFee: number;
  };
  /** How well policies are delivered and coordinated, and what survives a change of government. */
  readonly governance: {
    /** Probability that a programme survives a change of government. */
    readonly programmeSurvival: number;
    /** Probability that a law survives a change of government. */
    readonly lawSurvival: number;
    /** Part of a policy's design that the administration delivers. */
    readonly delivery: number;
    /** Part of the loss by duplicate efforts that coordination avoids. */
    readonly coordination: number;
  };
}

/** The baseline's rules: Peru in 2017, with the existing programmes of Table A2. */
export function baselineInstitutions(parameters: ParameterValues): Institutions {
  return {
    information: {
      tenderPublicity: parameters.tenderPublicity,
      loserFeedback: parameters.loserFeedback,
      matchmakingTiesPerYear: 0,
      recordWeight: 0,
    },
    registration: {
      costUsd: parameters.registrationCostUsd,
      months: parameters.registrationMonths,
      organisationMinimum: parameters.registrationOrganisationMinimum,
      mutualRecognition: 0,
      preparedShare: 0,
      preparationGain: 0,
    },
    certification: {
      level1Usd: parameters.certificateLevel1Usd,
      level2Usd: parameters.certificateLevel2Usd,
      level3Usd: parameters.certificateLevel3Usd,
      months: parameters.certificateMonths,
      subsidyShare: 0,
    },
    training: {
      placesShare: 0,
      placesForServicesOnly: false,
      placesUpToCapacityUsdPerMonth: 0,
      organisationGain: parameters.trainingGain,
      standardsPlacesShare: 0,
      standardsGain: parameters.standardsCourseGain,
    },
    services: { upgradingSubsidyShare: 0 },
    humanCapital: { skilledPeople: parameters.skilledPeople },
    finance: {
      grantProbability: parameters.grantProbability,
      grantShare: parameters.grantShare,
      canonFundUsdPerYear: 0,
      canonGrantShare: 0,
      startupsPerYear: 0,
      startupGrantUsd: 0,
    },
    commercialisation: { trainedShare: 0, successGain: 0, premiumGain: 0 },
    exportPromotion: { firstExportFactor: 1 },
    rdCredit: {
      awareness: parameters.creditAwareness,
      applicationShare: parameters.creditApplicationShare,
      approvalShare: parameters.creditApprovalShare,
      approvalMonths: parameters.creditApprovalMonths,
      refundableShare: 0,
      ceilingUsd: parameters.creditCeilingUsd,
      largeFirmIncomeUsd: parameters.creditLargeFirmIncomeUsd,
      smallFirms: { inPeru: parameters.creditDeduction, abroad: parameters.creditDeductionAbroad },
      largeFirms: { inPeru: parameters.creditDeduction, abroad: parameters.creditDeductionAbroad },
    },
    research: {
      foreignPartnerSuccess: parameters.foreignPartnerSuccess,
      foreignPartnerCost: parameters.foreignPartnerCost,
      localUniversitySuccess: parameters.localUniversitySuccess,
      localUniversityCost: parameters.localUniversityCost,
      foreignPartnerSubsidyShare: 0,
      centrePlaces: 0,
      centreSuccess: 1,
      centreCost: 1,
    },
    testing: { slotsPerMonth: 0, priceUsd: parameters.testingPriceUsd },
    challenges: { disclosure: parameters.challengeDisclosure },
    association: { membership: 0, referenceWeight: 0, pooledCapacity: 0, tieGain: 0, exportFactor: 1 },
    supplierDevelopment: { firmsPerLargeMine: 0 },
    localContent: {
      definition: "owned",
      preference: 0,
      reservedShare: 0,
      enforcement: 0,
      fronting: false,
      frontingFee: 0,
    },
    governance: {
      programmeSurvival: parameters.programmeSurvival,
      lawSurvival: parameters.lawSurvival,
      delivery: parameters.deliveryQuality,
      coordination: parameters.coordination,
    },
  };
}
