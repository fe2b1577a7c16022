// The settings of each policy of the catalogue, as editors show them: written by `npm run docs` from where these are defined.

/** Settings of the policies of the catalogue, by the policy's id. */
export interface PolicySettings {
  /** Training in registration and bidding. */
  readonly "bidding-training": {
    /** Peruvian firms that courses reach: 0 to 1 (share of firms). Default 0.5. */
    readonly preparedShare: number;
    /** Added to a prepared firm's organisational capability in a review: 0 to 0.3 (organisation 0-1). Default 0.1. */
    readonly preparationGain: number;
  };
  /** Business training. */
  readonly "business-training": {
    /** Peruvian firms that get a course: 0 to 1 (share of firms a year). Default 0.15. */
    readonly placesShare: number;
  };
  /** Mining canon for applied research. */
  readonly "canon-for-rd": {
    /** Canon kept for applied mining research: 0 to 48,000,000 (US$ a year). Default 2,000,000. */
    readonly canonFundUsdPerYear: number;
    /** Part of a project that it pays: 0 to 1 (share of cost). Default 0.6. */
    readonly canonGrantShare: number;
  };
  /** Certification support. */
  readonly "certification-support": {
    /** Part of a certificate's cost that the state pays: 0 to 1 (share of cost). Default 0.6. */
    readonly subsidyShare: number;
    /** Time to a certificate: 1 to 12 (months). Default 6. */
    readonly months: number;
  };
  /** Challenge portal. */
  readonly "challenge-portal": {
    /** An open challenge is disclosed: 0 to 1 (probability). Default 0.7. */
    readonly disclosure: number;
  };
  /** Training in commercialisation. */
  readonly "commercialisation-training": {
    /** Peruvian firms that are trained: 0 to 1 (share of firms). Default 0.5. */
    readonly trainedShare: number;
    /** Added to a trained firm's chance that a stage succeeds: 0 to 0.3 (probability). Default 0.08. */
    readonly successGain: number;
    /** Added to the part of the saving that it is paid: 0 to 0.3 (share of the saving). Default 0.08. */
    readonly premiumGain: number;
  };
  /** Multi-stakeholder council. */
  readonly council: {
    /** A programme survives a change of government: 0 to 1 (probability). Default 0.9. */
    readonly programmeSurvival: number;
    /** A law survives it: 0 to 1 (probability). Default 0.97. */
    readonly lawSurvival: number;
    /** Part of the loss by duplicate efforts that is avoided: 0 to 1 (share). Default 0.8. */
    readonly coordination: number;
    /** On the chance of a first export: 1 to 3 (factor). Default 1.1. */
    readonly firstExportFactor: number;
  };
  /** Exporter Route. */
  readonly "exporter-route": {
    /** On the chance of a first export: 1 to 4 (factor). Default 1.25. */
    readonly firstExportFactor: number;
  };
  /** R&D with foreign universities. */
  readonly "foreign-university-rd": {
    /** Part of R&D with a foreign partner that the state pays: 0 to 0.8 (share of cost). Default 0.3. */
    readonly foreignPartnerSubsidyShare: number;
  };
  /** Industry association. */
  readonly "industry-association": {
    /** Peruvian firms that join: 0 to 1 (share of firms). Default 0.6. */
    readonly membership: number;
    /** Added to the weight of members' evidence with other buyers: 0 to 0.5 (weight). Default 0.14. */
    readonly referenceWeight: number;
    /** Part of fellow members' free capacity that a consortium can book: 0 to 1 (share). Default 0.3. */
    readonly pooledCapacity: number;
    /** Tie with one buyer that a member gains in a year: 0 to 1 (tie 0-1). Default 0.3. */
    readonly tieGain: number;
    /** On a member's chance of a first export: 1 to 3 (factor). Default 1.3. */
    readonly exportFactor: number;
  };
  /** Innovate Peru funds. */
  readonly "innovate-peru": {
    /** A project wins a grant: 0 to 1 (probability). Default 0.16. */
    readonly grantProbability: number;
    /** What the grant pays: 0 to 0.9 (share of cost). Default 0.5. */
    readonly grantShare: number;
  };
  /** Local-content rule. */
  readonly "local-content-rule": {
    /** Who counts as local: firms invoicing in Peru, or Peruvian-owned firms. Default "owned". */
    readonly definition: "invoicing" | "owned";
    /** A price preference, or a share of lots kept. Default "preference". */
    readonly instrument: "preference" | "reserved";
    /** Price preference at full enforcement: 0 to 0.5 (share of the lot). Default 0.15. */
    readonly preference: number;
    /** Lots kept at full enforcement: 0 to 1 (share of lots). Default 0.2. */
    readonly reservedShare: number;
    /** How far the rule is enforced: 0 to 1 (share). Default 1. */
    readonly enforcement: number;
    /** Whether foreign bidders can hide behind a local partner where enforcement is weak. Default true. */
    readonly fronting: boolean;
    /** The local partner's usual fee; of a preference it takes a part at most: 0 to 0.2 (share of the lot). Default 0.04. */
    readonly frontingFee: number;
  };
  /** Applied local universities. */
  readonly "local-university-reform": {
    /** Stage success with a local university: 1 to 1.5 (factor). Default 1.25. */
    readonly localUniversitySuccess: number;
    /** Project cost with one: 0.5 to 1.2 (factor). Default 0.9. */
    readonly localUniversityCost: number;
  };
  /** Supplier matchmaking forums. */
  readonly matchmaking: {
    /** New ties with a buyer: 0 to 1 (ties a firm and year). Default 0.4. */
    readonly matchmakingTiesPerYear: number;
  };
  /** Mine-access harmonisation. */
  readonly "mine-access-harmonisation": {
    /** Firms whose one registration serves all mines: 0 to 1 (share of firms). Default 1. */
    readonly mutualRecognition: number;
  };
  /** National strategy. */
  readonly "national-strategy": {
    /** A programme survives a change of government: 0 to 1 (probability). Default 0.82. */
    readonly programmeSurvival: number;
    /** Part of the loss by duplicate efforts that is avoided: 0 to 1 (share). Default 0.4. */
    readonly coordination: number;
  };
  /** National policy champion. */
  readonly "policy-champion": {
    /** A programme survives a change of government: 0 to 1 (probability). Default 0.78. */
    readonly programmeSurvival: number;
    /** Part of a policy's design that the administration delivers: 0 to 1 (share). Default 0.88. */
    readonly delivery: number;
    /** Part of the loss by duplicate efforts that is avoided: 0 to 1 (share). Default 0.6. */
    readonly coordination: number;
  };
  /** Training of policymakers. */
  readonly "policymaker-training": {
    /** Part of a policy's design that the administration delivers: 0 to 1 (share). Default 0.95. */
    readonly delivery: number;
  };
  /** Applied R&D centre. */
  readonly "rd-centre": {
    /** Projects that it can take part in at a time, at the default population: 0 to 60 (projects). Default 6. */
    readonly centrePlaces: number;
    /** Stage success with the centre: 1 to 1.5 (factor). Default 1.25. */
    readonly centreSuccess: number;
    /** Project cost with it: 0.5 to 1.5 (factor). Default 1. */
    readonly centreCost: number;
  };
  /** R&D credit: awareness and light paperwork. */
  readonly "rd-credit": {
    /**
     * Form of the law, which holds whole from its first month, by what may be deducted beyond the expense for R&D in the country
     * and abroad: 2016 the baseline's own (75 % and 50 %), 2019 for small firms 115 % and 75 %, 2023 for small firms 140 % and 90
     * % and for others 90 % and 60 %; none abolishes the credit. Default "2016".
     */
    readonly form: "2016" | "2019" | "2023" | "none";
    /** Firms that know of the credit: 0 to 1 (share of firms). Default 1. */
    readonly awareness: number;
    /** Firms that know of it and apply in spite of the paperwork: 0 to 1 (share of firms). Default 0.9. */
    readonly applicationShare: number;
    /** Applications that are approved: 0 to 1 (share of applications). Default 0.75. */
    readonly approvalShare: number;
    /** Time to a decision; expense before it does not count: 0 to 12 (months). Default 1. */
    readonly approvalMonths: number;
    /** Credit beyond the tax owed that is paid out: 0 to 1 (share). Default 0. */
    readonly refundableShare: number;
  };
  /** Scholarships abroad. */
  readonly scholarships: {
    /** Availability of skilled people in the end: 0 to 1 (index 0-1). Default 0.7. */
    readonly skilledPeople: number;
  };
  /** Compliance with global standards. */
  readonly "standards-compliance": {
    /** Peruvian firms that get a course on standards: 0 to 1 (share of firms a year). Default 0.15. */
    readonly standardsPlacesShare: number;
  };
  /** Start-up grants. */
  readonly "startup-grants": {
    /** Start-ups that win a grant, at the default population: 0 to 30 (firms a year). Default 3. */
    readonly startupsPerYear: number;
    /** Grant, at the default population: 0 to 200,000 (US$ a firm). Default 41,000. */
    readonly startupGrantUsd: number;
  };
  /** Supplier development programme. */
  readonly "supplier-development-programme": {
    /** Firms that each large mine takes in, at the default population: 0 to 20 (firms a year). Default 3. */
    readonly firmsPerLargeMine: number;
  };
  /** Online supplier portal. */
  readonly "supplier-portal": {
    /** A tender is heard of by anyone: 0 to 1 (probability). Default 0.25. */
    readonly tenderPublicity: number;
    /** Added to what other buyers know of a Peruvian firm: 0 to 0.3 (weight). Default 0.04. */
    readonly recordWeight: number;
  };
  /** Testing centre. */
  readonly "testing-centre": {
    /** Trials that the centre can run, at the default population: 0 to 20 (trials a month). Default 1. */
    readonly slotsPerMonth: number;
    /** What a firm pays for a trial: 0 to 500,000 (US$ a trial). Default 50,000. */
    readonly priceUsd: number;
  };
  /** Transparency mandate. */
  readonly "transparency-mandate": {
    /** A tender is heard of by anyone: 0 to 1 (probability). Default 0.5. */
    readonly tenderPublicity: number;
    /** A loser is told that it was not trusted: 0 to 1 (probability). Default 0.8. */
    readonly loserFeedback: number;
  };
  /** Support for value-added services. */
  readonly "value-added-services": {
    /** Part of upgrading by services suppliers that the state pays: 0 to 0.9 (share of cost). Default 0.5. */
    readonly upgradingSubsidyShare: number;
  };
}
