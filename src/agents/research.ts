// Innovation by suppliers (3.5, 3.7.1, 4.3; ODD 7.7): mines' unsolved problems, and the R&D projects that answer them.
// Proof at scale is the catch-22: mines buy nothing untested, and hardly open for tests.
import type { ParameterValues } from "../data/parameters.ts";
import { clamp } from "../arithmetic.ts";
import { draw, Process } from "../random.ts";
import { monthsPerYear } from "../units.ts";
import type { CreditDeduction, Institutions } from "../scenarios/institutions.ts";

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
  /** Who closed it: `nobody` when it lapsed, with time or because its need was locked in; null while it is open. */
  closedBy: "local" | "foreign" | "nobody" | null;
}

/** With whom a supplier does its R&D. */
export type ResearchPartner = "none" | "local-university" | "research-centre" | "foreign-partner";
export const researchPartners: readonly ResearchPartner[] = [
  "none",
  "local-university",
  "research-centre",
  "foreign-partner",
];

/** Public money for a project, by the policy that gives it. */
export interface ResearchGrant {
  readonly policy: string;
  /** Part of the project's cost. */
  readonly share: number;
}

export type ProjectStage = "research" | "prototype" | "proof";

/** A supplier's R&D on a challenge. */
export interface Project {
  readonly challenge: Challenge;
  readonly partner: ResearchPartner;
  readonly startedMonth: number;
  /** Cost in each month of research and prototype, cents, and who pays parts of it. */
  readonly monthlyCents: number;
  readonly grants: readonly ResearchGrant[];
  stage: ProjectStage;
  stageStartedMonth: number;
  /** Where proof at scale is under way, and since when; null while it waits for a way to a trial. */
  trial: { readonly at: "mine" | "testing-centre"; readonly startedMonth: number } | null;
}

/** What a firm brings to its R&D. */
export interface Researcher {
  readonly technical: number;
  readonly knowledge: "internal" | "external";
  /** Whether it has been trained to finance, protect and manage innovation. */
  readonly trained: boolean;
}

/** What a firm may know when it weighs a project. */
export interface ProjectOutlook extends Researcher {
  /** Whether the way to a trial is open: not intrusive, long own evidence there, or in the mine's programme. */
  readonly proofOpen: boolean;
  /** Fractions of its R&D expense, in the country and abroad, that it expects back through the credit. */
  readonly credit: CreditDeduction;
  /** Price of a trial at a testing centre, US$. */
  readonly trialPriceUsd: number;
  /** Costs of a project before the partner's factor, US$. */
  readonly baseCostUsd: number;
  /** Partners to be had, each with the part of the cost that it expects the public to pay. */
  readonly support: Readonly<Partial<Record<ResearchPartner, number>>>;
}

/** Whether a firm is among those trained in financing, protecting and managing innovation (4.3). */
export function isTrainedToSell(rules: Institutions, root: number, key: number): boolean {
  const { trainedShare } = rules.commercialisation;
  return trainedShare > 0 && draw(root, Process.commercialisationTraining, key) < trainedShare;
}

/** Whether a firm knows of the R&D credit and applies for it in spite of the paperwork. */
export function appliesForCredit({ rdCredit }: Institutions, root: number, key: number): boolean {
  return (
    draw(root, Process.creditAwareness, key) < rdCredit.awareness &&
    draw(root, Process.creditPaperwork, key) < rdCredit.applicationShare
  );
}

/** Chance that research or prototype succeeds. */
export function stageSuccess(
  parameters: ParameterValues,
  rules: Institutions,
  { technical, knowledge, trained }: Researcher,
  partner: ResearchPartner,
): number {
  const own =
    parameters.stageSuccessBase +
    parameters.stageSuccessSkill * technical +
    parameters.stageSuccessPeople * (rules.humanCapital.skilledPeople - parameters.skilledPeople) +
    (trained ? rules.commercialisation.successGain : 0);
  const inHouse = knowledge === "internal" ? parameters.internalResearchFactor : 1;
  return clamp(own * inHouse * partnerSuccess(rules, partner), 0, 1);
}

/** Factor of a partner on a stage's chance. */
function partnerSuccess({ research }: Institutions, partner: ResearchPartner): number {
  if (partner === "foreign-partner") return research.foreignPartnerSuccess;
  if (partner === "research-centre") return research.centreSuccess;
  return partner === "local-university" ? research.localUniversitySuccess : 1;
}

/** Factor of a partner on a project's cost. */
export function partnerCost({ research }: Institutions, partner: ResearchPartner): number {
  if (partner === "foreign-partner") return research.foreignPartnerCost;
  if (partner === "research-centre") return research.centreCost;
  return partner === "local-university" ? research.localUniversityCost : 1;
}

/** Part of the saving that a firm is paid: more for one trained to protect and to sell what it has made (4.3). */
export function premiumShareOf(parameters: ParameterValues, rules: Institutions, trained: boolean): number {
  return parameters.premiumShare + (trained ? rules.commercialisation.premiumGain : 0);
}

/** Expected profit of a solved challenge to its supplier over the contract, US$. */
export function rewardUsd(
  parameters: ParameterValues,
  savingUsdPerYear: number,
  premiumShare: number,
): number {
  const years = parameters.innovationContractMonths / monthsPerYear;
  return savingUsdPerYear * premiumShare * (1 - parameters.premiumCostShare) * years;
}

/** Cost of a project before the partner's factor, US$: a base, and a part that grows with the problem. */
export function projectCostUsd(parameters: ParameterValues, savingUsdPerYear: number, scale: number): number {
  return parameters.projectCostUsd / scale + parameters.projectCostSavingYears * savingUsdPerYear;
}

/** What a firm expects of a project, US$. */
export interface ProjectPromise {
  readonly returnUsd: number;
  /** Net of the grants and the credit that it expects. */
  readonly costUsd: number;
}

/** What a project promises with a given partner. */
export function projectPromise(
  parameters: ParameterValues,
  rules: Institutions,
  outlook: ProjectOutlook,
  savingUsdPerYear: number,
  partner: ResearchPartner,
): ProjectPromise {
  const success = stageSuccess(parameters, rules, outlook, partner);
  const centre = rules.testing.slotsPerMonth > 0;
  const access = outlook.proofOpen || centre ? 1 : parameters.proofAccessHope;
  const chance = success * success * access * parameters.proofSuccess;
  const trialUsd = centre && !outlook.proofOpen ? outlook.trialPriceUsd : 0;
  const ownShare = 1 - (outlook.support[partner] ?? 0);
  const creditShare = partner === "foreign-partner" ? outlook.credit.abroad : outlook.credit.inPeru;
  const researchUsd = outlook.baseCostUsd * partnerCost(rules, partner) * ownShare * (1 - creditShare);
  const premiumShare = premiumShareOf(parameters, rules, outlook.trained);
  const reward = rewardUsd(parameters, savingUsdPerYear, premiumShare);
  return { returnUsd: chance * reward, costUsd: researchUsd + success * success * trialUsd };
}

/**
 * The partner to be had with whom a project promises most beyond what its cost must bring, and that is what counts where only one can
 * be taken: the highest ratio of return to cost would choose the cheapest partner, however little he adds. Null where with none
 * the project brings `projectHurdle` times its cost. Ties fall to the simpler choice.
 */
export function bestPartner(
  parameters: ParameterValues,
  rules: Institutions,
  outlook: ProjectOutlook,
  savingUsdPerYear: number,
): ResearchPartner | null {
  let best: ResearchPartner | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const partner of researchPartners) {
    if (outlook.support[partner] === undefined) continue;
    const { returnUsd, costUsd } = projectPromise(parameters, rules, outlook, savingUsdPerYear, partner);
    const beyondUsd = returnUsd - parameters.projectHurdle * costUsd;
    if (beyondUsd < 0 || beyondUsd <= most) continue;
    most = beyondUsd;
    best = partner;
  }
  return best;
}

/** What a firm of so many yearly sales may deduct beyond its R&D expense. */
export function creditDeduction(
  { rdCredit }: Institutions,
  salesUsdPerYear: number,
  scale: number,
): CreditDeduction {
  return salesUsdPerYear > rdCredit.largeFirmIncomeUsd / scale ? rdCredit.largeFirms : rdCredit.smallFirms;
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
  const { inPeru, abroad } = creditDeduction(rules, salesUsd, scale);
  const deduction = (researchUsd - abroadUsd) * inPeru + abroadUsd * abroad;
  return taxRate * Math.min(deduction, rules.rdCredit.ceilingUsd / scale);
}
