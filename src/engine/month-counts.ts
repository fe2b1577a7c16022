// What is counted month by month; most of it is handed over as metrics.

/** Counts at zero. */
export const emptyCounts = () => ({
  tenders: 0,
  bids: 0,
  peruvianBids: 0,
  firmsLookedAt: 0,
  awardsPeruvian: 0,
  awardsForeign: 0,
  awardsImport: 0,
  emergencies: 0,
  openLots: 0,
  failures: 0,
  newRelations: 0,
  newRelationsAtNewMines: 0,
  highRiskEntriesByChallenge: 0,
  highRiskEntriesByTender: 0,
  entries: 0,
  exits: 0,
  registrations: 0,
  registrationsRefused: 0,
  certificates: 0,
  challengesArisen: 0,
  challengesDisclosed: 0,
  projectsStarted: 0,
  projectsWithForeignPartner: 0,
  projectsWithLocalUniversity: 0,
  projectsWithResearchCentre: 0,
  trials: 0,
  adoptions: 0,
  upgrades: 0,
  firstExports: 0,
  creditUsers: 0,
});

/** Counts of the current month. */
export type MonthCounts = ReturnType<typeof emptyCounts>;
