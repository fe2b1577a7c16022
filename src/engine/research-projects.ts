// Suppliers' R&D on challenges, stage by stage to proof at scale (3.5, 4.3). Proof is the catch-22: a mine buys nothing untested
// and opens its site to few; a testing centre has slots.
import { Origin } from "../agents/codes.ts";
import {
  bestPartner,
  isTrainedToSell,
  partnerCost,
  projectCostUsd,
  stageSuccess,
  type Challenge,
  type Project,
  type ProjectOutlook,
} from "../agents/research.ts";
import type { Supplier } from "../agents/supplier.ts";
import { draw, drawPrefix, drawWith, Process } from "../random.ts";
import { centsPerUsd, toCents } from "../units.ts";
import { adopt } from "./adoption.ts";
import { ownEvidenceMonths, recordMonths, worksFor } from "./evidence.ts";
import type { ProjectStep, ReasonToAbandon } from "./events.ts";
import { Flow, postFlow } from "./ledger.ts";
import {
  expectedCredit,
  grantedShare,
  paidMonths,
  researchGrants,
  researchSupport,
} from "./research-funding.ts";
import { payFor } from "./treasury.ts";
import { biddersOf, type World } from "./world.ts";

/** Firms of the category that hear of the challenge, or notice it on site, weigh a project. */
export function offer(world: World, challenge: Challenge, disclosed: boolean): void {
  const { parameters, root } = world;
  const hear = drawPrefix(root, Process.hearChallenge, challenge.key, 0);
  const notice = drawPrefix(root, Process.noticeChallenge, challenge.key, 0);
  for (const id of biddersOf(world, challenge.category, challenge.line)) {
    const supplier = world.suppliers[id];
    if (supplier.origin !== Origin.peruvian || supplier.project !== null) continue;
    if (supplier.technical < parameters.projectSkillMinimum) continue;
    const onSite = worksFor(world, challenge.mine, id);
    const aware =
      (disclosed && drawWith(hear, supplier.key) < parameters.hearChallengeProbability) ||
      (onSite && drawWith(notice, supplier.key) < parameters.noticeChallengeProbability) ||
      inProgramme(world, supplier, challenge.mine);
    if (aware) considerProject(world, supplier, challenge);
  }
}

function inProgramme(world: World, supplier: Supplier, mine: number): boolean {
  return supplier.programmeMine === mine && supplier.programmeUntilMonth > world.month;
}

/** Whether a way to a trial is open without a testing centre (4.3, 3.5.2). This rule decides what other policies can do. */
function proofOpen(world: World, supplier: Supplier, challenge: Challenge): boolean {
  return (
    challenge.nonIntrusive ||
    inProgramme(world, supplier, challenge.mine) ||
    ownEvidenceMonths(world, challenge.mine, supplier.id) >= world.parameters.ownEvidenceForTrialMonths
  );
}

function considerProject(world: World, supplier: Supplier, challenge: Challenge): void {
  const { parameters, rules, month, root, scale } = world;
  const baseCostUsd = projectCostUsd(parameters, challenge.savingUsdPerYear, scale);
  const trained = isTrainedToSell(rules, root, supplier.key);
  const outlook: ProjectOutlook = {
    technical: supplier.technical,
    knowledge: supplier.knowledge,
    trained,
    proofOpen: proofOpen(world, supplier, challenge),
    credit: expectedCredit(world, supplier),
    trialPriceUsd: rules.testing.priceUsd / scale,
    baseCostUsd,
    support: researchSupport(world, baseCostUsd),
  };
  const partner = bestPartner(parameters, rules, outlook, challenge.savingUsdPerYear);
  if (partner === null) return;
  const costUsd = baseCostUsd * partnerCost(rules, partner);
  const grants = researchGrants(world, supplier, challenge, partner, costUsd);
  const totalCents = toCents(costUsd);
  const ownCents = totalCents * (1 - grantedShare(grants));
  if (supplier.cashCents + supplier.creditLineCents < ownCents) return;
  for (const { policy, share } of grants) if (policy === "canon-for-rd") world.canonUsd -= share * costUsd;
  if (trained) {
    const coaching = toCents(parameters.commercialisationCoachingUsd / scale);
    payFor(world, "commercialisation-training", "course", supplier.id, coaching);
  }
  supplier.project = {
    challenge,
    partner,
    startedMonth: month,
    monthlyCents: Math.round(totalCents / paidMonths(parameters)),
    grants,
    stage: "research",
    stageStartedMonth: month,
    trial: null,
  };
  world.researchers.push(supplier);
  world.counts.projectsStarted += 1;
  if (partner === "foreign-partner") world.counts.projectsWithForeignPartner += 1;
  if (partner === "local-university") world.counts.projectsWithLocalUniversity += 1;
  if (partner === "research-centre") world.counts.projectsWithResearchCentre += 1;
  supplier.lastUpgradeMonth = month;
  tellStep(world, supplier, supplier.project, {
    step: "started",
    grants: grants.map(({ policy }) => policy),
  });
}

/** A month of a project. */
export function advance(world: World, supplier: Supplier, project: Project): void {
  const { parameters, month } = world;
  if (project.challenge.closedBy !== null) {
    const lapsed = project.challenge.closedBy === "nobody";
    abandon(world, supplier, project, lapsed ? "problem-lapsed" : "solved-by-another");
    return;
  }
  if (project.stage === "proof") {
    seekProof(world, supplier, project);
    return;
  }
  spendOnResearch(world, supplier, project);
  // The first month counts: a stage of six months is paid for six times.
  if (month - project.stageStartedMonth + 1 < Math.round(parameters.stageMonths)) return;
  const { technical, knowledge, key } = supplier;
  const trained = isTrainedToSell(world.rules, world.root, key);
  const researcher = { technical, knowledge, trained };
  const chance = stageSuccess(parameters, world.rules, researcher, project.partner);
  const stage = project.stage === "research" ? 0 : 1;
  // Keyed by the challenge, not by the month: a project that starts later has the same luck.
  if (draw(world.root, Process.projectStage, supplier.key, project.challenge.key, stage) >= chance) {
    abandon(world, supplier, project, `${project.stage}-failed`);
    return;
  }
  tellStep(world, supplier, project, { step: `${project.stage}-done` });
  project.stage = project.stage === "research" ? "prototype" : "proof";
  project.stageStartedMonth = month + 1;
}

function spendOnResearch(world: World, supplier: Supplier, project: Project): void {
  let own = project.monthlyCents;
  for (const { policy, share } of project.grants) {
    const grant = Math.round(project.monthlyCents * share);
    own -= grant;
    postFlow(world.ledger, Flow.grants, grant);
    payFor(world, policy, "research-grant", supplier.id, grant);
  }
  supplier.cashCents -= own;
  supplier.yearProfitCents -= own;
  postFlow(world.ledger, Flow.research, project.monthlyCents);
  world.events?.push({
    type: "research",
    month: world.month,
    supplier: supplier.id,
    challenge: project.challenge.id,
    spentUsd: project.monthlyCents / centsPerUsd,
    ownUsd: own / centsPerUsd,
  });
  // Only what is spent after the application was decided counts for the credit.
  if (world.month - project.startedMonth < Math.round(world.rules.rdCredit.approvalMonths)) return;
  supplier.yearResearchCents += own;
  if (project.partner === "foreign-partner") supplier.yearResearchAbroadCents += own;
}

/** A testing centre's slots of the month; what is not used in time is lost. */
export function openTestingCentre(world: World): void {
  const monthly = world.rules.testing.slotsPerMonth * world.scale;
  world.trialSlots = Math.min(
    world.trialSlots + monthly,
    Math.max(1, world.parameters.trialSlotMonths * monthly),
  );
  if (monthly === 0) world.trialSlots = 0;
}

/** The catch-22 (4.3): a mine opens for a few, a testing centre has few slots, and the rest waits until money runs out. */
function seekProof(world: World, supplier: Supplier, project: Project): void {
  const { parameters, month } = world;
  project.trial ??= wayToTrial(world, supplier, project);
  if (project.trial === null) {
    const waited = month - project.stageStartedMonth;
    if (waited >= parameters.proofWaitMonths) abandon(world, supplier, project, "no-trial");
    return;
  }
  if (month - project.trial.startedMonth < Math.round(parameters.trialMonths)) return;
  world.counts.trials += 1;
  const { challenge } = project;
  if (draw(world.root, Process.proofResult, supplier.key, challenge.key) >= parameters.proofSuccess) {
    abandon(world, supplier, project, "trial-failed");
    return;
  }
  passTrial(world, supplier, project, project.trial.at);
  if (adopt(world, supplier, challenge)) {
    tellStep(world, supplier, project, { step: "adopted" });
    supplier.project = null;
  } else {
    abandon(world, supplier, project, "not-trusted");
  }
}

/** A trial at the mine where it opens, else at the testing centre for a firm that can pay a slot, else none yet. */
function wayToTrial(world: World, supplier: Supplier, project: Project): Project["trial"] {
  const startedMonth = world.month;
  if (proofOpen(world, supplier, project.challenge)) {
    tellTrial(world, supplier, project, "mine", 0);
    return { at: "mine", startedMonth };
  }
  const price = toCents(world.rules.testing.priceUsd / world.scale);
  if (world.trialSlots < 1 || supplier.cashCents < price) return null;
  world.trialSlots -= 1;
  supplier.cashCents -= price;
  supplier.yearProfitCents -= price;
  postFlow(world.ledger, Flow.research, price);
  tellTrial(world, supplier, project, "testing-centre", price);
  return { at: "testing-centre", startedMonth };
}

function tellTrial(
  { events, month, mines }: World,
  supplier: Supplier,
  { challenge }: Project,
  at: "mine" | "testing-centre",
  cents: number,
): void {
  events?.push({
    type: "trial",
    month,
    supplier: supplier.id,
    challenge: challenge.id,
    mine: mines[challenge.mine].id,
    at,
    costUsd: cents / centsPerUsd,
  });
}

/** A passed trial changes belief, not skill: at a centre for every buyer, at a mine for that mine. */
function passTrial(world: World, supplier: Supplier, project: Project, at: "mine" | "testing-centre"): void {
  const { parameters, month } = world;
  const months = parameters.trialEvidenceMonths;
  tellStep(world, supplier, project, { step: "trial-passed", at });
  if (at === "testing-centre") {
    const left = world.evidenceLeft[month - supplier.publicMonth];
    supplier.publicSuccesses = supplier.publicSuccesses * left + months;
    supplier.publicMonth = month;
  } else {
    recordMonths(world, project.challenge.mine, supplier.id, months, 0);
  }
}

/** Takes firms whose project is over off the list. */
export function dropFinished(world: World): void {
  const { researchers } = world;
  let kept = 0;
  for (const supplier of researchers) if (supplier.project !== null) researchers[kept++] = supplier;
  researchers.length = kept;
}

function abandon(world: World, supplier: Supplier, project: Project, reason: ReasonToAbandon): void {
  supplier.project = null;
  tellStep(world, supplier, project, { step: "abandoned", reason });
}

function tellStep(
  world: World,
  supplier: Supplier,
  { challenge, partner }: Project,
  step: ProjectStep,
): void {
  world.events?.push({
    type: "project",
    month: world.month,
    supplier: supplier.id,
    challenge: challenge.id,
    mine: world.mines[challenge.mine].id,
    partner,
    ...step,
  });
}
