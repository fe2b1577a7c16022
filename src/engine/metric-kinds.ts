// The metrics, as editors show them: written by `npm run docs` from where these are defined.

/** How months of each metric are summed: flows add up, stocks are averaged. */
export interface MetricKinds {
  /** All that mines and engineering firms pay for goods and services. US$ a month; over a window a year. */
  readonly spendUsd: "flow";
  /** Rung 1: payments to firms that invoice in Peru. US$ a month; over a window a year. */
  readonly inCountryUsd: "flow";
  /** Rung 2: direct payments to Peruvian-owned suppliers. US$ a month; over a window a year. */
  readonly peruvianDirectUsd: "flow";
  /** Rung 3: rung 2 and subcontracts to Peruvian-owned firms. US$ a month; over a window a year. */
  readonly peruvianWithSubcontractsUsd: "flow";
  /**
   * Rung 4: wages, profits and taxes that stay in Peru, from all spend and from the exports that insertion opened. US$ a month;
   * over a window a year.
   */
  readonly localValueUsd: "flow";
  /** The part of rung 4 that comes through Peruvian-owned firms, exports included. US$ a month; over a window a year. */
  readonly localValuePeruvianOwnedUsd: "flow";
  /** The part of rung 4 that comes through foreign-owned firms. US$ a month; over a window a year. */
  readonly localValueOthersUsd: "flow";
  /** Rung 4 less what buyers pay extra because a rule or a preference asks for it. US$ a month; over a window a year. */
  readonly localValueNetUsd: "flow";
  /**
   * Rung 5: local value through Peruvian-owned firms in high-risk, high-cost contracts and innovations. US$ a month; over a
   * window a year.
   */
  readonly knowledgeIntensiveUsd: "flow";
  /** Payments for direct imports. US$ a month; over a window a year. */
  readonly importsUsd: "flow";
  /** The imported part of what is bought, direct imports included. US$ a month; over a window a year. */
  readonly importedContentUsd: "flow";
  /** Profits of foreign-owned firms after tax. US$ a month; over a window a year. */
  readonly remittedProfitUsd: "flow";
  /** Exports of Peruvian suppliers. US$ a month; over a window a year. */
  readonly exportsUsd: "flow";
  /** Local value in the exports of Peruvian suppliers. US$ a month; over a window a year. */
  readonly exportLocalValueUsd: "flow";
  /** Payments of first-tier to second-tier firms, consortium partners included. US$ a month; over a window a year. */
  readonly subcontractsUsd: "flow";
  /** The part of spend that goes to capital packages of projects. US$ a month; over a window a year. */
  readonly capitalSpendUsd: "flow";
  /**
   * The part of spend on capital packages of projects that goes to Peruvian-owned suppliers directly. US$ a month; over a window
   * a year.
   */
  readonly capitalPeruvianUsd: "flow";
  /** Revenue that mines lose through failures of suppliers. US$ a month; over a window a year. */
  readonly failureLossUsd: "flow";
  /**
   * What buyers pay above the cheapest offer because a rule or a preference asks for it, fees for fronting included. US$ a month;
   * over a window a year.
   */
  readonly preferenceCostUsd: "flow";
  /** What mines save by adopted innovations. US$ a month; over a window a year. */
  readonly savingsUsd: "flow";
  /** Mines' total cost of ownership: spend and failure losses, less savings. US$ a month; over a window a year. */
  readonly buyerCostUsd: "flow";
  /** The corporate income tax of suppliers, before credits. US$ a month; over a window a year. */
  readonly taxesUsd: "flow";
  /** Public money paid for programmes, credits and grants. US$ a month; over a window a year. */
  readonly publicCostUsd: "flow";
  /** R&D spending of Peruvian suppliers. US$ a month; over a window a year. */
  readonly researchUsd: "flow";
  /** The R&D credit used or refunded. US$ a month; over a window a year. */
  readonly researchCreditUsd: "flow";
  /** Grants for R&D projects and to start-ups. US$ a month; over a window a year. */
  readonly grantsUsd: "flow";
  /** The copper price. US$/lb; over a window its mean. */
  readonly copperPriceUsdPerLb: "stock";
  /** The copper output of operating mines. t a month; over a window a year. */
  readonly copperOutputTonnes: "flow";
  /** Lots put out to tender. tenders a month; over a window a year. */
  readonly tenders: "flow";
  /** Bids that passed every gate. bids a month; over a window a year. */
  readonly bids: "flow";
  /** Bids of Peruvian-owned firms that passed every gate. bids a month; over a window a year. */
  readonly peruvianBids: "flow";
  /** Firms of the lot's line of business looked at in tenders. firms a month; over a window a year. */
  readonly firmsLookedAt: "flow";
  /** Tenders won by Peruvian-owned firms. awards a month; over a window a year. */
  readonly awardsPeruvian: "flow";
  /** Tenders won by foreign subsidiaries, emergencies included. awards a month; over a window a year. */
  readonly awardsForeign: "flow";
  /** Tenders that ended in a direct import. awards a month; over a window a year. */
  readonly awardsImport: "flow";
  /**
   * Purchases from a known foreign firm because nobody qualified and nothing could be imported. purchases a month; over a window
   * a year.
   */
  readonly emergencies: "flow";
  /** Lots that found no supplier. lots a month; over a window a year. */
  readonly openLots: "flow";
  /** Months of failed delivery by first-tier suppliers and imports. failures a month; over a window a year. */
  readonly failures: "flow";
  /**
   * Contracts of a buyer with a firm of which it had no evidence of its own; two of one month count twice. relations a month;
   * over a window a year.
   */
  readonly newRelations: "flow";
  /**
   * Contracts at mines opened during the run, the packages of their later expansions included, with a firm of which the buyer had
   * no evidence of its own. relations a month; over a window a year.
   */
  readonly newRelationsAtNewMines: "flow";
  /** The contract value put out to tender. US$ a month; over a window a year. */
  readonly tenderedUsd: "flow";
  /**
   * The contract value put out to tender for mines opened during the run, the packages of their later expansions included. US$ a
   * month; over a window a year.
   */
  readonly tenderedAtNewMinesUsd: "flow";
  /**
   * Peruvian firms whose first high-risk, high-cost contract came by a challenge: it was for their solution, or one of theirs was
   * adopted in the category before. firms a month; over a window a year.
   */
  readonly highRiskEntriesByChallenge: "flow";
  /** Peruvian firms whose first high-risk, high-cost contract came by an open tender. firms a month; over a window a year. */
  readonly highRiskEntriesByTender: "flow";
  /** Peruvian firms in the market. firms; over a window its mean. */
  readonly peruvianFirms: "stock";
  /** Peruvian firms with a direct contract. firms; over a window its mean. */
  readonly directSuppliers: "stock";
  /** Peruvian firms with a subcontract. firms; over a window its mean. */
  readonly secondTierSuppliers: "stock";
  /** The concentration of direct work over firms: the sum of squared shares. index 0-1; over a window its mean. */
  readonly herfindahlIndex: "stock";
  /**
   * The part of a mine's contested spending that its largest suppliers receive: the mean over mines, with fifty suppliers at full
   * scale and five at the default population. share 0-1; over a window its mean.
   */
  readonly largestSuppliersShare: "stock";
  /** Peruvian firms with mining work of either kind. firms; over a window its mean. */
  readonly workingSuppliers: "stock";
  /**
   * Peruvian firms with mining work and an innovation, R&D begun, an upgrade or first exports in the last 36 months. firms; over
   * a window its mean.
   */
  readonly innovatingSuppliers: "stock";
  /** Peruvian firms that export. firms; over a window its mean. */
  readonly exporters: "stock";
  /** Peruvian firms with a certificate. firms; over a window its mean. */
  readonly certifiedFirms: "stock";
  /** Peruvian firms that a register has admitted, from the month in which it did. firms; over a window its mean. */
  readonly registeredFirms: "stock";
  /** The mean technical capability of Peruvian firms. 0-1; over a window its mean. */
  readonly meanTechnical: "stock";
  /** The mean organisational capability of Peruvian firms. 0-1; over a window its mean. */
  readonly meanOrganisational: "stock";
  /** New Peruvian firms. firms a month; over a window a year. */
  readonly entries: "flow";
  /** Peruvian firms that left the market. firms a month; over a window a year. */
  readonly exits: "flow";
  /** Registrations granted. registrations a month; over a window a year. */
  readonly registrations: "flow";
  /** Applications for registration refused. registrations a month; over a window a year. */
  readonly registrationsRefused: "flow";
  /** Certificates granted. certificates a month; over a window a year. */
  readonly certificates: "flow";
  /** Problems that mines met. challenges a month; over a window a year. */
  readonly challengesArisen: "flow";
  /** Problems that mines disclosed. challenges a month; over a window a year. */
  readonly challengesDisclosed: "flow";
  /** R&D projects started. projects a month; over a window a year. */
  readonly projectsStarted: "flow";
  /** R&D projects started with a foreign university or supplier. projects a month; over a window a year. */
  readonly projectsWithForeignPartner: "flow";
  /** R&D projects started with a local university. projects a month; over a window a year. */
  readonly projectsWithLocalUniversity: "flow";
  /** R&D projects started with the applied research centre. projects a month; over a window a year. */
  readonly projectsWithResearchCentre: "flow";
  /** R&D projects under way. projects; over a window its mean. */
  readonly activeProjects: "stock";
  /** Trials at scale. trials a month; over a window a year. */
  readonly trials: "flow";
  /** Solutions of Peruvian suppliers adopted by a mine. adoptions a month; over a window a year. */
  readonly adoptions: "flow";
  /** Process upgrades, partnerships and added services. upgrades a month; over a window a year. */
  readonly upgrades: "flow";
  /** Firms that started to export. firms a month; over a window a year. */
  readonly firstExports: "flow";
  /** Firms that used the R&D credit. firms a month; over a window a year. */
  readonly creditUsers: "flow";
}
