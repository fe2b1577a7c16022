// The scenarios that come with the library, each made when it is first asked for.
import { catalogue } from "./catalogue-list.ts";
import { defineScenario, type Scenario } from "./scenario.ts";

/** Checked and made once, when it is first asked for: most programs ask for a few, and all take a while. */
function madeWhenAsked(input: (typeof catalogue)[number]): PropertyDescriptor {
  let made: Scenario | undefined;
  return { get: () => (made ??= defineScenario(input)), enumerable: true };
}

/** Scenarios by id; `baseline` is the one that the others are compared with. */
export const scenarios = Object.freeze(
  Object.defineProperties({}, Object.fromEntries(catalogue.map((input) => [input.id, madeWhenAsked(input)]))),
) as Readonly<Record<string, Scenario>> & { readonly baseline: Scenario };

/** The scenarios that a comparison shows when none are named: policies of each kind, and the packages. */
export const mainScenarios: readonly string[] = [
  "baseline",
  "business-training",
  "certification-support",
  "mine-access-harmonisation",
  "transparency-mandate",
  "challenge-portal",
  "scholarships",
  "testing-centre",
  "rd-credit",
  "rd-credit-refundable",
  "industry-association",
  "supplier-development-programme",
  "local-content-owned",
  "local-content-invoicing",
  "local-content-weak",
  "institutionalisation-package",
  "entry-package",
  "innovation-package",
  "full-package",
  "full-package-with-rule",
];
