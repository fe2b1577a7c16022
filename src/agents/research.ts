// Innovation by suppliers (3.5, 3.7.1, 4.3; ODD 7): mines' unsolved problems, and the R&D projects that answer them.
// Proof at scale is the catch-22: mines buy nothing untested, and hardly open for tests.
import type { ParameterValues } from "../data/parameters.ts";
import { clamp } from "../arithmetic.ts";
import { monthsPerYear } from "../units.ts";
import type { Institutions } from "../scenarios/institutions.ts";

/** An unsolved operating problem of a mine. */
export interface Challenge {
  readonly id: number;
  readonly key: number;
  readonly mine: number;
  readonly category: number;
  readonly line: number;
  /** Which of the mine's needs in the category it belongs to. */
  readonly need: number;
  readonly savingUsdPerYear: number;
  readonly missionCritical: boolean;
  /** Its fixed draw: disclosed while this lies below the current probability of disclosure. */
  readonly reluctance: number;
  readonly nonIntrusive: boolean;
  readonly arisenMonth: number;
  /** Month in which it was first disclosed, or null. */
  disclosedMonth: number | null;
  /** Who closed it: `nobody` when it lapsed; null while it is open. */
  closedBy: "local" | "foreign" | "nobody" | null;
}

/** With whom a supplier does its R&D. */
export type ResearchPartner = "none" | "local-university" | "foreign-partner";
const researchPartners: readonly ResearchPartner[] = ["none", "local-university", "foreign-partner"];

export type ProjectStage = "research" | "prototype" | "proof";

/** A supplier's R&D on a challenge. */
export interface Project {
  readonly challenge: Challenge;
  readonly partner: ResearchPartner;
  readonly startedMonth: number;
  /** Cost in each month of research and prototype, cents, and the part that a grant pays. */
  readonly monthlyCents: number;
  readonly grantShare: number;
  stage: ProjectStage;
  stageStartedMonth: number;
  /** Where proof at scale is under way, and since when; null while it waits for a way to a trial. */
  trial: { readonly at: "mine" | "testing-centre"; readonly startedMonth: number } | null;
}

/** What a firm may know when it weighs a project. */
export interface ProjectOutlook {
  readonly technical: number;
  readonly knowledge: "internal" | "external";
  /** Whether the way to a trial is open: not intrusive, long own evidence there, or in the mine's programme. */
  readonly proofOpen: boolean;
  /** Fraction of its R&D expense that it expects back through the credit. */
  readonly creditShare: number;
  /** Costs of a project before the partner's factor, US$. */
  readonly baseCostUsd: number;
}

/** Chance that research or prototype succeeds. */
export function stageSuccess(
  parameters: ParameterValues,
  rules: Institutions,
  technical: number,
  knowledge: "internal" | "external",
  partner: ResearchPartner,
): number {
  const { research, humanCapital } = rules;
  const own =
    parameters.stageSuccessBase +
    parameters.stageSuccessSkill * technical +
    parameters.stageSuccessPeople * (humanCapital.skilledPeople - parameters.skilledPeople);
  const inHouse = knowledge === "internal" ? parameters.internalResearchFactor : 1;
  const withPartner =
    partner === "foreign-partner"
      ? research.foreignPartnerSuccess
      : partner === "local-university"
        ? research.localUniversitySuccess
        : 1;
  return clamp(own * inHouse * withPartner, 0, 1);
}

/** Factor of a partner on a project's cost. */
export function partnerCost(rules: Institutions, partner: ResearchPartner): number {
  if (partner === "foreign-partner") return rules.research.foreignPartnerCost;
  return partner === "local-university" ? rules.research.localUniversityCost : 1;
}

/** Expected profit of a solved challenge to its supplier over the contract, US$. */
export function rewardUsd(parameters: ParameterValues, savingUsdPerYear: number): number {
  const years = parameters.innovationContractMonths / monthsPerYear;
  return savingUsdPerYear * parameters.premiumShare * (1 - parameters.premiumCostShare) * years;
}

/** Cost of a project before the partner's factor, US$: a base, and a part that grows with the problem. */
export function projectCostUsd(parameters: ParameterValues, savingUsdPerYear: number, scale: number): number {
  return parameters.projectCostUsd / scale + parameters.projectCostSavingYears * savingUsdPerYear;
}

/** Ratio of expected return to cost net of the expected credit, with a given partner. */
export function projectRatio(
  parameters: ParameterValues,
  rules: Institutions,
  outlook: ProjectOutlook,
  savingUsdPerYear: number,
  partner: ResearchPartner,
): number {
  const success = stageSuccess(parameters, rules, outlook.technical, outlook.knowledge, partner);
  const centre = rules.testing.slotsPerMonth > 0;
  const access = outlook.proofOpen || centre ? 1 : parameters.proofAccessHope;
  const chance = success * success * access * parameters.proofSuccess;
  const trialUsd = centre && !outlook.proofOpen ? rules.testing.priceUsd : 0;
  const costUsd = outlook.baseCostUsd * partnerCost(rules, partner) * (1 - outlook.creditShare);
  return (chance * rewardUsd(parameters, savingUsdPerYear)) / (costUsd + success * success * trialUsd);
}

/** The partner with whom a project promises most. Ties fall to the simpler choice. */
export function bestPartner(
  parameters: ParameterValues,
  rules: Institutions,
  outlook: ProjectOutlook,
  savingUsdPerYear: number,
): { partner: ResearchPartner; ratio: number } {
  let partner: ResearchPartner = "none";
  let ratio = 0;
  for (const candidate of researchPartners) {
    const candidateRatio = projectRatio(parameters, rules, outlook, savingUsdPerYear, candidate);
    if (candidateRatio > ratio) {
      ratio = candidateRatio;
      partner = candidate;
    }
  }
  return { partner, ratio };
}

/** Tax credit on a year's R&D, US$: the rate on the additional deduction, by size of firm and place, under the ceiling. */
export function researchCreditUsd(
  rules: Institutions,
  taxRate: number,
  salesUsd: number,
  researchUsd: number,
  abroadUsd: number,
  scale: number,
): number {
  const { rdCredit } = rules;
  const large = salesUsd > rdCredit.largeFirmIncomeUsd / scale;
  const { inPeru, abroad } = large ? rdCredit.largeFirms : rdCredit.smallFirms;
  const deduction = (researchUsd - abroadUsd) * inPeru + abroadUsd * abroad;
  return taxRate * Math.min(deduction, rdCredit.ceilingUsd / scale);
}
