// The scenarios that come with the library: the baseline, each policy alone, and packages of several.
import { defineScenario, type PolicyRequest, type Scenario } from "./scenario.ts";
import { policies } from "./policies.ts";

function scenario(id: string, title: string, requests: readonly (PolicyRequest | string)[]): Scenario {
  return defineScenario({ id, title, policies: requests });
}

const entryPolicies = [
  "transparency-mandate",
  "mine-access-harmonisation",
  "certification-support",
  "business-training",
];
const innovationPolicies = ["challenge-portal", "testing-centre", "scholarships"];
const awareCredit: PolicyRequest = {
  policy: "rd-credit",
  settings: { form: "2023", awareness: 1, abandonment: 0.1 },
};

const alone = Object.values(policies)
  .filter(({ id }) => id !== "rd-credit" && id !== "local-content-rule")
  .map(({ id, title }) => scenario(id, title, [id]));

const list: readonly Scenario[] = [
  scenario("baseline", "Baseline", []),
  ...alone,
  scenario("rd-credit-2019", "R&D credit, law of 2019", [
    { policy: "rd-credit", settings: { form: "2019" } },
  ]),
  scenario("rd-credit-2023", "R&D credit, law of 2023", [
    { policy: "rd-credit", settings: { form: "2023" } },
  ]),
  scenario("rd-credit-aware", "R&D credit of 2023, known to all, light paperwork", [awareCredit]),
  scenario("rd-credit-refundable", "R&D credit of 2023, known to all, light, refundable", [
    { policy: "rd-credit", settings: { form: "2023", awareness: 1, abandonment: 0.1, refundableShare: 1 } },
  ]),
  scenario("rd-credit-none", "No R&D credit", [
    { policy: "rd-credit", settings: { form: "none" }, fixedCostUsdPerYear: 0 },
  ]),
  scenario("local-content-owned", "Local-content rule, Peruvian-owned", [
    { policy: "local-content-rule", settings: { definition: "owned" } },
  ]),
  scenario("local-content-invoicing", "Local-content rule, invoicing in Peru", [
    { policy: "local-content-rule", settings: { definition: "invoicing" } },
  ]),
  scenario("local-content-weak", "Local-content rule, weakly enforced", [
    { policy: "local-content-rule", settings: { definition: "owned", enforcement: 0.3 } },
  ]),
  scenario("entry-package", "Entry package", entryPolicies),
  scenario("innovation-package", "Innovation package", [...innovationPolicies, awareCredit]),
  scenario("full-package", "Both packages and an association", [
    ...entryPolicies,
    ...innovationPolicies,
    awareCredit,
    "industry-association",
    "supplier-development-programme",
  ]),
];

/** Scenarios by id; `baseline` is the one that the others are compared with. */
export const scenarios: Readonly<Record<string, Scenario>> & { readonly baseline: Scenario } = Object.freeze(
  Object.fromEntries(list.map((one) => [one.id, one])),
) as Readonly<Record<string, Scenario>> & { readonly baseline: Scenario };
