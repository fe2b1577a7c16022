// Every policy of the catalogue. Adding one: write its file in policies/, then name it here.
import type { Policy } from "./policy.ts";
import { businessTraining } from "./policies/business-training.ts";
import { certificationSupport } from "./policies/certification-support.ts";
import { challengePortal } from "./policies/challenge-portal.ts";
import { industryAssociation } from "./policies/industry-association.ts";
import { localContentRule } from "./policies/local-content-rule.ts";
import { mineAccessHarmonisation } from "./policies/mine-access-harmonisation.ts";
import { rdCredit } from "./policies/rd-credit.ts";
import { scholarships } from "./policies/scholarships.ts";
import { supplierDevelopmentProgramme } from "./policies/supplier-development-programme.ts";
import { testingCentre } from "./policies/testing-centre.ts";
import { transparencyMandate } from "./policies/transparency-mandate.ts";

/** The policies by id. */
export const policies = Object.freeze({
  "business-training": businessTraining,
  "certification-support": certificationSupport,
  "challenge-portal": challengePortal,
  "industry-association": industryAssociation,
  "local-content-rule": localContentRule,
  "mine-access-harmonisation": mineAccessHarmonisation,
  "rd-credit": rdCredit,
  scholarships,
  "supplier-development-programme": supplierDevelopmentProgramme,
  "testing-centre": testingCentre,
  "transparency-mandate": transparencyMandate,
});

/** Id of a policy of the catalogue. */
export type PolicyId = keyof typeof policies;

/** The catalogue's policy of that id, or undefined. */
export function findPolicy(id: string): Policy | undefined {
  return Object.hasOwn(policies, id) ? policies[id as PolicyId] : undefined;
}
