// Who pays for R&D besides the firm (3.6, 4.3, Table A2): Innovate Peru's grants, a subsidy on work with foreign universities,
// the mining canon for applied research in the country, as long as it lasts, and the R&D credit on what is left.
import type { Challenge, ResearchGrant, ResearchPartner } from "../agents/research.ts";
import { appliesForCredit, creditDeduction, partnerCost, researchPartners } from "../agents/research.ts";
import type { Supplier } from "../agents/supplier.ts";
import { exportsUsdPerMonth, freeCapacityUsdPerMonth } from "../agents/supplier-limits.ts";
import type { ParameterValues } from "../data/parameters.ts";
import { draw, Process } from "../random.ts";
import type { CreditDeduction } from "../scenarios/institutions.ts";
import { centsPerUsd, monthsPerYear } from "../units.ts";
import type { World } from "./world.ts";

/** The month's part of the mining canon; a year's is kept at most. */
export function openCanonFund(world: World): void {
  const { canonFundUsdPerYear } = world.rules.finance;
  world.canonUsd = Math.min(world.canonUsd + canonFundUsdPerYear / monthsPerYear, canonFundUsdPerYear);
}

/** Partners to be had now, each with the part of what a project costs with it that the public may be expected to pay. */
export function researchSupport(
  world: World,
  baseCostUsd: number,
): Readonly<Partial<Record<ResearchPartner, number>>> {
  const { grantProbability, grantShare } = world.rules.finance;
  const support: Partial<Record<ResearchPartner, number>> = {};
  for (const partner of researchPartners) {
    if (partner === "research-centre" && !centreHasPlace(world)) continue;
    const costUsd = baseCostUsd * partnerCost(world.rules, partner);
    const sure = grantedShare(sureGrants(world, partner, costUsd));
    support[partner] = sure + grantProbability * grantShare * (1 - sure);
  }
  return support;
}

/** What the public pays of a project: a grant won by chance, and what is sure with the partner. */
export function researchGrants(
  world: World,
  supplier: Supplier,
  challenge: Challenge,
  partner: ResearchPartner,
  costUsd: number,
): readonly ResearchGrant[] {
  const { grantProbability, grantShare } = world.rules.finance;
  const sure = sureGrants(world, partner, costUsd);
  const won = draw(world.root, Process.projectGrant, supplier.key, challenge.key) < grantProbability;
  // A grant pays its share of what others leave, so that no project is paid twice.
  return won ? [...sure, { policy: "innovate-peru", share: grantShare * (1 - grantedShare(sure)) }] : sure;
}

/** Research and prototype; proof is paid by the trial. */
const paidStages = 2;

/** Months over which the cost of a project is spread. */
export function paidMonths({ stageMonths }: ParameterValues): number {
  return paidStages * Math.round(stageMonths);
}

/**
 * What a firm expects the R&D credit to give back of its expense, in the country and abroad: nothing unless it knows of it,
 * applies, and pays tax (footnote 18), and nothing of what it spends before the decision.
 */
export function expectedCredit(world: World, supplier: Supplier): CreditDeduction {
  const { rules, parameters, root, scale } = world;
  const { approvalShare, approvalMonths, refundableShare } = rules.rdCredit;
  if (!appliesForCredit(rules, root, supplier.key)) return { inPeru: 0, abroad: 0 };
  const usable = supplier.lastYearProfitCents > 0 ? 1 : refundableShare;
  const counted = Math.max(0, 1 - Math.round(approvalMonths) / paidMonths(parameters));
  const worth = approvalShare * usable * counted * parameters.taxRate;
  const { inPeru, abroad } = creditDeduction(rules, salesUsdPerYear(world, supplier), scale);
  return { inPeru: worth * inPeru, abroad: worth * abroad };
}

/** What a firm sells in a year at its present work: to mines, to other sectors and abroad. */
function salesUsdPerYear({ parameters, columns }: World, supplier: Supplier): number {
  const { id, otherSectorsShare } = supplier;
  const minesUsd = columns.monthSalesCents[id] / centsPerUsd;
  const abroadUsd = exportsUsdPerMonth(parameters, supplier);
  const elsewhereUsd = (Math.max(0, freeCapacityUsdPerMonth(supplier)) - abroadUsd) * otherSectorsShare;
  return monthsPerYear * (minesUsd + elsewhereUsd + abroadUsd);
}

/** Part of a project's cost that grants pay together. */
export function grantedShare(grants: readonly ResearchGrant[]): number {
  return grants.reduce((sum, { share }) => sum + share, 0);
}

function sureGrants(world: World, partner: ResearchPartner, costUsd: number): readonly ResearchGrant[] {
  const { research, finance } = world.rules;
  if (partner === "foreign-partner" && research.foreignPartnerSubsidyShare > 0) {
    return [{ policy: "foreign-university-rd", share: research.foreignPartnerSubsidyShare }];
  }
  const applied = partner === "local-university" || partner === "research-centre";
  if (applied && finance.canonGrantShare > 0 && world.canonUsd >= finance.canonGrantShare * costUsd) {
    return [{ policy: "canon-for-rd", share: finance.canonGrantShare }];
  }
  return [];
}

/** Whether the applied research centre can take part in one more project. */
function centreHasPlace({ rules, scale, researchers }: World): boolean {
  const places = Math.round(rules.research.centrePlaces * scale);
  if (places === 0) return false;
  return researchers.filter(({ project }) => project?.partner === "research-centre").length < places;
}
