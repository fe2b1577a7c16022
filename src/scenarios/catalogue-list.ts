// What is in the catalogue, as it would be written in files: the baseline, each policy alone, the paper's packages, and what-ifs.
// Nothing is checked or made here, so that what only names scenarios can name these.
import type { PolicyRequest } from "./policy-request.ts";
import { policies, type PolicyId } from "./policies.ts";

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly policies: readonly (PolicyRequest | PolicyId)[];
}

function scenario(id: string, title: string, requests: readonly (PolicyRequest | PolicyId)[]): Entry {
  return { id, title, policies: requests };
}

/** First months of 2020 and 2023, and the month after 2028: when the later forms of the R&D credit were or are in force. */
const from2020 = 36;
const from2023 = 72;
const after2028 = 144;

/** A legislated form of the R&D credit with the baseline's awareness and paperwork. */
function legislated(form: "2019" | "2023" | "none"): PolicyRequest {
  const unchanged = { awareness: 0, applicationShare: 0, approvalShare: 0, approvalMonths: 12 };
  return { policy: "rd-credit", settings: { form, ...unchanged }, fixedCostUsdPerYear: 0 };
}

/** The three pillars of Table 4. The local-content rule and Table A2's programmes stand beside them. */
const institutionalisation: readonly PolicyId[] = [
  "national-strategy",
  "policy-champion",
  "industry-association",
  "council",
  "policymaker-training",
];
const entry: readonly PolicyId[] = [
  "value-added-services",
  "business-training",
  "standards-compliance",
  "bidding-training",
  "mine-access-harmonisation",
  "certification-support",
  "transparency-mandate",
  "supplier-portal",
  "matchmaking",
];
const innovation: readonly PolicyId[] = [
  "challenge-portal",
  "scholarships",
  "foreign-university-rd",
  "local-university-reform",
  "rd-centre",
  "testing-centre",
  "rd-credit",
  "commercialisation-training",
  "canon-for-rd",
];

/** A package, and the same with a local-content rule for Peruvian-owned firms. */
function packages(id: string, title: string, members: readonly PolicyId[]): readonly Entry[] {
  return [
    scenario(`${id}-package`, title, members),
    scenario(`${id}-package-with-rule`, `${title}, with a local-content rule`, [
      ...members,
      "local-content-rule",
    ]),
  ];
}

const alone = Object.values(policies)
  .filter(({ id }) => id !== "local-content-rule")
  .map(({ id, title }) => scenario(id, title, [id as PolicyId]));

/** Scenarios with the default horizon and population, the baseline first. */
export const catalogue: readonly Entry[] = [
  scenario("baseline", "Baseline", []),
  ...alone,
  scenario("rd-credit-2019", "R&D credit, law in force from 2020", [
    { ...legislated("2019"), startMonth: from2020, rampMonths: 0 },
  ]),
  scenario("rd-credit-2023", "R&D credit, law of 2023 to 2028", [
    { ...legislated("2023"), startMonth: from2023, endMonth: after2028, rampMonths: 0 },
  ]),
  scenario("rd-credit-generous", "R&D credit of 2023, known to all, light paperwork", [
    { policy: "rd-credit", settings: { form: "2023" } },
  ]),
  scenario("rd-credit-refundable", "R&D credit of 2023, refundable", [
    { policy: "rd-credit", settings: { form: "2023", refundableShare: 1 } },
  ]),
  scenario("rd-credit-none", "No R&D credit", [legislated("none")]),
  scenario("innovate-peru-none", "No Innovate Peru funds", [
    { policy: "innovate-peru", settings: { grantProbability: 0 } },
  ]),
  scenario("local-content-owned", "Local-content rule, Peruvian-owned", [
    { policy: "local-content-rule", settings: { definition: "owned" } },
  ]),
  scenario("local-content-invoicing", "Local-content rule, invoicing in Peru", [
    { policy: "local-content-rule", settings: { definition: "invoicing" } },
  ]),
  scenario("local-content-reserved", "Local-content rule, a fifth of lots reserved", [
    { policy: "local-content-rule", settings: { definition: "owned", instrument: "reserved" } },
  ]),
  scenario("local-content-weak", "Local-content rule, weakly enforced", [
    { policy: "local-content-rule", settings: { definition: "owned", enforcement: 0.3 } },
  ]),
  ...packages("institutionalisation", "Institutionalisation package", institutionalisation),
  ...packages("entry", "Entry package", entry),
  ...packages("innovation", "Innovation package", innovation),
  ...packages("full", "All three packages", [...institutionalisation, ...entry, ...innovation]),
];
