// Names and numbers of the model's small enumerations: numbers in hot loops and tables, names at the borders.

/** Where a supplier's owner is. Imports have no supplier in Peru. */
export const Origin = { global: 0, chilean: 1, peruvian: 2, imported: 3 } as const;
export type OriginCode = (typeof Origin)[keyof typeof Origin];
/** Origins of suppliers, in the order of their codes. */
export const originNames = Object.freeze(["global", "chilean", "peruvian", "imported"] as const);
/** Where a supplier's owner is: "peruvian" is at home, whatever the country of the data pack; "imported" stands for no supplier. */
export type OriginName = (typeof originNames)[number];

/** The gates of a tender in the order in which a firm meets them (3.7.1). `outbid` is met by those that pass all others. */
export const Gate = {
  reserved: 0,
  notInformed: 1,
  notRegistered: 2,
  notCertified: 3,
  tooSmall: 4,
  noFinance: 5,
  notTrusted: 6,
  outbid: 7,
  won: 8,
} as const;
/** The gates that a firm has to pass before it may bid, in the order in which firms meet them. */
export const qualifyingGateNames = Object.freeze([
  "reserved",
  "not-informed",
  "not-registered",
  "not-certified",
  "too-small",
  "no-finance",
  "not-trusted",
] as const);
/** A gate that a firm has to pass before it may bid: all of {@link GateName} but "outbid" and "won". */
export type QualifyingGateName = (typeof qualifyingGateNames)[number];
/** The gates of a tender in the order in which firms meet them, and "won" at the end. */
export const gateNames = Object.freeze([...qualifyingGateNames, "outbid", "won"] as const);
/**
 * A gate of a tender, in the order in which firms meet them: "reserved" (kept for others), "not-informed", "not-registered",
 * "not-certified", "too-small", "no-finance", "not-trusted", and for those that passed all of these "outbid" or "won".
 */
export type GateName = (typeof gateNames)[number];
export const gateCount = gateNames.length;

/** Risk classes fixed at the start of a run, so that a policy that works does not seem to lower the high-risk share. */
export const RiskClass = { low: 0, middle: 1, high: 2 } as const;
export type RiskClassCode = (typeof RiskClass)[keyof typeof RiskClass];
/** Classes of risk, the lowest first. */
export const riskClassNames = Object.freeze(["low", "middle", "high"] as const);
/** Class of a lot's risk for reports, fixed when the lot arises: a policy that works does not seem to lower the high-risk share. */
export type RiskClassName = (typeof riskClassNames)[number];

/** Risk and cost of a lot (3.7.1). Oligopolistic supply is not contested and lies outside. */
export const Quadrant = {
  lowRiskLowCost: 0,
  lowRiskHighCost: 1,
  highRiskLowCost: 2,
  highRiskHighCost: 3,
  uncontested: 4,
} as const;
export type QuadrantCode = (typeof Quadrant)[keyof typeof Quadrant];
/** Classes of risk and cost, and "uncontested" at the end. */
export const quadrantNames = Object.freeze([
  "low-risk-low-cost",
  "low-risk-high-cost",
  "high-risk-low-cost",
  "high-risk-high-cost",
  "uncontested",
] as const);
/** Risk and cost of a lot, which decide the length of its contracts; "uncontested" is supply without tenders: fuels and utilities. */
export type QuadrantName = (typeof quadrantNames)[number];

/** How a contract came about. */
export const ContractKind = { tender: 0, emergency: 1, import: 2, innovation: 3 } as const;
export type ContractKindCode = (typeof ContractKind)[keyof typeof ContractKind];
/** Ways in which contracts come about. */
export const contractKindNames = Object.freeze(["tender", "emergency", "import", "innovation"] as const);
/**
 * How a contract came about: won in a "tender"; an "emergency" purchase from a known foreign firm because nobody qualified; a direct
 * "import"; an "innovation" that a mine adopted.
 */
export type ContractKindName = (typeof contractKindNames)[number];

/** Regions; the capital has suppliers and no mine. */
export const Region = { north: 0, centre: 1, south: 2, capital: 3 } as const;
export type RegionCode = (typeof Region)[keyof typeof Region];
export const regionNames = ["north", "centre", "south", "capital"] as const;
