// Every policy of the catalogue. Adding one: write its file in policies/, then name it here.
import type { Problem } from "../errors.ts";
import type { Policy } from "./policy.ts";
import { biddingTraining } from "./policies/bidding-training.ts";
import { businessTraining } from "./policies/business-training.ts";
import { canonForRd } from "./policies/canon-for-rd.ts";
import { certificationSupport } from "./policies/certification-support.ts";
import { challengePortal } from "./policies/challenge-portal.ts";
import { commercialisationTraining } from "./policies/commercialisation-training.ts";
import { council } from "./policies/council.ts";
import { exporterRoute } from "./policies/exporter-route.ts";
import { foreignUniversityRd } from "./policies/foreign-university-rd.ts";
import { industryAssociation } from "./policies/industry-association.ts";
import { innovatePeru } from "./policies/innovate-peru.ts";
import { localContentRule } from "./policies/local-content-rule.ts";
import { localUniversityReform } from "./policies/local-university-reform.ts";
import { matchmaking } from "./policies/matchmaking.ts";
import { mineAccessHarmonisation } from "./policies/mine-access-harmonisation.ts";
import { nationalStrategy } from "./policies/national-strategy.ts";
import { policyChampion } from "./policies/policy-champion.ts";
import { policymakerTraining } from "./policies/policymaker-training.ts";
import { rdCentre } from "./policies/rd-centre.ts";
import { rdCredit } from "./policies/rd-credit.ts";
import { scholarships } from "./policies/scholarships.ts";
import { standardsCompliance } from "./policies/standards-compliance.ts";
import { startupGrants } from "./policies/startup-grants.ts";
import { supplierDevelopmentProgramme } from "./policies/supplier-development-programme.ts";
import { supplierPortal } from "./policies/supplier-portal.ts";
import { testingCentre } from "./policies/testing-centre.ts";
import { transparencyMandate } from "./policies/transparency-mandate.ts";
import { valueAddedServices } from "./policies/value-added-services.ts";

/** The policies by id. */
export const policies = Object.freeze({
  "bidding-training": biddingTraining,
  "business-training": businessTraining,
  "canon-for-rd": canonForRd,
  "certification-support": certificationSupport,
  "challenge-portal": challengePortal,
  "commercialisation-training": commercialisationTraining,
  council,
  "exporter-route": exporterRoute,
  "foreign-university-rd": foreignUniversityRd,
  "industry-association": industryAssociation,
  "innovate-peru": innovatePeru,
  "local-content-rule": localContentRule,
  "local-university-reform": localUniversityReform,
  matchmaking,
  "mine-access-harmonisation": mineAccessHarmonisation,
  "national-strategy": nationalStrategy,
  "policy-champion": policyChampion,
  "policymaker-training": policymakerTraining,
  "rd-centre": rdCentre,
  "rd-credit": rdCredit,
  scholarships,
  "standards-compliance": standardsCompliance,
  "startup-grants": startupGrants,
  "supplier-development-programme": supplierDevelopmentProgramme,
  "supplier-portal": supplierPortal,
  "testing-centre": testingCentre,
  "transparency-mandate": transparencyMandate,
  "value-added-services": valueAddedServices,
});

/** Id of a policy of the catalogue. */
export type PolicyId = keyof typeof policies;

/** The catalogue's policy of that id, or undefined. */
export function findPolicy(id: string): Policy | undefined {
  return Object.hasOwn(policies, id) ? policies[id as PolicyId] : undefined;
}

/**
 * A problem where another policy of the catalogue has a policy's id; none where it is that one, which another copy of this library
 * may have made: then it says the same of itself, and both its recipe and its schema are not ours. A scenario's content and hash
 * hold ids: of two policies with one id a record would name the wrong one.
 */
export function namesakeProblems(policy: Policy, path: string): Problem[] {
  const found = findPolicy(policy.id);
  if (found === undefined || found === policy) return [];
  // The texts of a policy say what it is; a copy of ours with another recipe or schema alone is another policy too.
  const isSaidSo = policy.mechanism === found.mechanism && policy.title === found.title;
  const isWhole = (policy.recipe === found.recipe) === (policy.settings === found.settings);
  if (isSaidSo && isWhole) return [];
  const expected = "an id that no other policy of the catalogue has";
  return [{ path: `${path}.id`, value: policy.id, expected }];
}
