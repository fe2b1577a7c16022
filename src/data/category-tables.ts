// Table A1's categories as the model needs them: numbers without words. Their units, ranges and reasons are in category-columns.ts.
import type { CategoryId } from "./spend.ts";

/** What the model needs to know of a category whose supply is contested. Shares and capabilities lie in 0..1. */
export interface ContestedCategoryNumbers {
  readonly criticality: number;
  readonly difficulty: number;
  readonly standardsLevel: number;
  readonly scaleExponent: number;
  /** Absent where nothing can be imported. */
  readonly importPremium?: number;
  readonly localAdvantage: number;
  readonly skillRequired: number;
  readonly domesticSharePeruvian: number;
  readonly domesticShareForeign: number;
  readonly firmsPeruvian: number;
  readonly firmsChilean: number;
  readonly firmsGlobal: number;
  readonly subcontractShare: number;
  readonly firmSizeFactor: number;
  readonly nicheStrength: number;
  /** Absent where projects buy nothing. */
  readonly capitalWeight?: number;
}

/** What it needs to know of one with few suppliers. */
export interface OligopolisticCategoryNumbers {
  /** Part bought from Peruvian-owned firms. */
  readonly peruvianShare: number;
  readonly domesticSharePeruvian: number;
  readonly domesticShareForeign: number;
}

/** The categories whose supply is contested. */
export const contestedCategoryTable = {
  "chemicals-explosives": {
    criticality: 0.75,
    difficulty: 0.6,
    standardsLevel: 2,
    scaleExponent: 0.06,
    importPremium: 0.15,
    localAdvantage: 0.02,
    skillRequired: 0.6,
    domesticSharePeruvian: 0.45,
    domesticShareForeign: 0.22,
    firmsPeruvian: 14,
    firmsChilean: 5,
    firmsGlobal: 12,
    subcontractShare: 0.06,
    firmSizeFactor: 4,
    nicheStrength: 0.12,
  },
  "capital-equipment": {
    criticality: 0.85,
    difficulty: 0.8,
    standardsLevel: 3,
    scaleExponent: 0.07,
    importPremium: 0.09,
    localAdvantage: 0.01,
    skillRequired: 0.7,
    domesticSharePeruvian: 0.4,
    domesticShareForeign: 0.15,
    firmsPeruvian: 24,
    firmsChilean: 6,
    firmsGlobal: 16,
    subcontractShare: 0.1,
    firmSizeFactor: 1,
    nicheStrength: 0,
    capitalWeight: 25,
  },
  consumables: {
    criticality: 0.35,
    difficulty: 0.35,
    standardsLevel: 1,
    scaleExponent: 0.03,
    importPremium: 0.17,
    localAdvantage: 0.05,
    skillRequired: 0.45,
    domesticSharePeruvian: 0.45,
    domesticShareForeign: 0.2,
    firmsPeruvian: 45,
    firmsChilean: 6,
    firmsGlobal: 8,
    subcontractShare: 0.1,
    firmSizeFactor: 1,
    nicheStrength: 0.03,
  },
  "metal-structures": {
    criticality: 0.4,
    difficulty: 0.35,
    standardsLevel: 1,
    scaleExponent: 0.03,
    importPremium: 0.24,
    localAdvantage: 0.12,
    skillRequired: 0.45,
    domesticSharePeruvian: 0.5,
    domesticShareForeign: 0.25,
    firmsPeruvian: 45,
    firmsChilean: 2,
    firmsGlobal: 3,
    subcontractShare: 0.25,
    firmSizeFactor: 2,
    nicheStrength: 0.06,
    capitalWeight: 12,
  },
  "other-goods": {
    criticality: 0.35,
    difficulty: 0.4,
    standardsLevel: 1,
    scaleExponent: 0.03,
    importPremium: 0.15,
    localAdvantage: 0.03,
    skillRequired: 0.4,
    domesticSharePeruvian: 0.4,
    domesticShareForeign: 0.2,
    firmsPeruvian: 50,
    firmsChilean: 6,
    firmsGlobal: 8,
    subcontractShare: 0.08,
    firmSizeFactor: 1,
    nicheStrength: 0,
  },
  "transport-equipment": {
    criticality: 0.6,
    difficulty: 0.7,
    standardsLevel: 2,
    scaleExponent: 0.07,
    importPremium: 0.15,
    localAdvantage: 0,
    skillRequired: 0.6,
    domesticSharePeruvian: 0.3,
    domesticShareForeign: 0.12,
    firmsPeruvian: 4,
    firmsChilean: 2,
    firmsGlobal: 4,
    subcontractShare: 0.05,
    firmSizeFactor: 1,
    nicheStrength: 0,
    capitalWeight: 10,
  },
  "engineering-services": {
    criticality: 0.5,
    difficulty: 0.45,
    standardsLevel: 2,
    scaleExponent: 0.04,
    importPremium: 0.3,
    localAdvantage: 0.08,
    skillRequired: 0.55,
    domesticSharePeruvian: 0.85,
    domesticShareForeign: 0.6,
    firmsPeruvian: 36,
    firmsChilean: 8,
    firmsGlobal: 12,
    subcontractShare: 0.25,
    firmSizeFactor: 1,
    nicheStrength: 0.12,
    capitalWeight: 15,
  },
  "professional-services": {
    criticality: 0.5,
    difficulty: 0.55,
    standardsLevel: 2,
    scaleExponent: 0.03,
    importPremium: 0.32,
    localAdvantage: 0.07,
    skillRequired: 0.5,
    domesticSharePeruvian: 0.85,
    domesticShareForeign: 0.6,
    firmsPeruvian: 75,
    firmsChilean: 10,
    firmsGlobal: 14,
    subcontractShare: 0.25,
    firmSizeFactor: 1,
    nicheStrength: 0.03,
    capitalWeight: 10,
  },
  "transport-logistics": {
    criticality: 0.4,
    difficulty: 0.3,
    standardsLevel: 1,
    scaleExponent: 0.03,
    localAdvantage: 0.07,
    skillRequired: 0.4,
    domesticSharePeruvian: 0.6,
    domesticShareForeign: 0.5,
    firmsPeruvian: 95,
    firmsChilean: 4,
    firmsGlobal: 4,
    subcontractShare: 0.3,
    firmSizeFactor: 3,
    nicheStrength: 0,
    capitalWeight: 8,
  },
  "repair-maintenance": {
    criticality: 0.6,
    difficulty: 0.45,
    standardsLevel: 1,
    scaleExponent: 0.03,
    localAdvantage: 0.08,
    skillRequired: 0.5,
    domesticSharePeruvian: 0.75,
    domesticShareForeign: 0.5,
    firmsPeruvian: 50,
    firmsChilean: 4,
    firmsGlobal: 6,
    subcontractShare: 0.25,
    firmSizeFactor: 1,
    nicheStrength: 0.05,
  },
  "labour-contracting": {
    criticality: 0.25,
    difficulty: 0.2,
    standardsLevel: 1,
    scaleExponent: 0.02,
    localAdvantage: 0.08,
    skillRequired: 0.35,
    domesticSharePeruvian: 0.95,
    domesticShareForeign: 0.88,
    firmsPeruvian: 85,
    firmsChilean: 3,
    firmsGlobal: 2,
    subcontractShare: 0.3,
    firmSizeFactor: 2.5,
    nicheStrength: 0,
    capitalWeight: 12,
  },
  "equipment-leasing": {
    criticality: 0.5,
    difficulty: 0.45,
    standardsLevel: 1,
    scaleExponent: 0.06,
    localAdvantage: 0.03,
    skillRequired: 0.4,
    domesticSharePeruvian: 0.4,
    domesticShareForeign: 0.3,
    firmsPeruvian: 30,
    firmsChilean: 6,
    firmsGlobal: 8,
    subcontractShare: 0.15,
    firmSizeFactor: 1,
    nicheStrength: 0,
    capitalWeight: 8,
  },
  "other-services": {
    criticality: 0.2,
    difficulty: 0.2,
    standardsLevel: 0,
    scaleExponent: 0.02,
    localAdvantage: 0.08,
    skillRequired: 0.3,
    domesticSharePeruvian: 0.85,
    domesticShareForeign: 0.75,
    firmsPeruvian: 60,
    firmsChilean: 2,
    firmsGlobal: 2,
    subcontractShare: 0.25,
    firmSizeFactor: 1,
    nicheStrength: 0,
  },
} as const satisfies Partial<Record<CategoryId, ContestedCategoryNumbers>>;

/** The oligopolistic categories (3.3): bought from their few suppliers, without tenders. */
export const oligopolisticCategoryTable = {
  utilities: { peruvianShare: 0.35, domesticSharePeruvian: 0.75, domesticShareForeign: 0.7 },
  "fuels-lubricants": { peruvianShare: 0.3, domesticSharePeruvian: 0.3, domesticShareForeign: 0.22 },
  "utility-services": { peruvianShare: 0.5, domesticSharePeruvian: 0.8, domesticShareForeign: 0.7 },
} as const satisfies Partial<Record<CategoryId, OligopolisticCategoryNumbers>>;

/** The default population, for which these tables are made: about the number of firms in them. */
export const defaultPopulation = 800;
