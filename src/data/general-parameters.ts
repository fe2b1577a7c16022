// Every number that the model assumes and that is not tied to a category: see the groups for values and reasons.
import { beliefParameters } from "./parameters/belief.ts";
import { capabilityParameters } from "./parameters/capabilities.ts";
import { contractParameters } from "./parameters/contracts.ts";
import { financeParameters } from "./parameters/finance.ts";
import { governanceParameters } from "./parameters/governance.ts";
import { innovationParameters } from "./parameters/innovation.ts";
import { institutionParameters } from "./parameters/institutions.ts";
import { lotParameters } from "./parameters/lots.ts";
import { marketParameters } from "./parameters/market.ts";
import { proofParameters } from "./parameters/proof.ts";
import { procurementParameters } from "./parameters/procurement.ts";
import { researchInstitutionParameters } from "./parameters/research-institutions.ts";
import { supplierParameters } from "./parameters/suppliers.ts";

/** The parameters that are not tied to a category, with their words. */
export const generalParameters = Object.freeze({
  ...marketParameters,
  ...lotParameters,
  ...procurementParameters,
  ...contractParameters,
  ...beliefParameters,
  ...supplierParameters,
  ...financeParameters,
  ...capabilityParameters,
  ...innovationParameters,
  ...proofParameters,
  ...institutionParameters,
  ...researchInstitutionParameters,
  ...governanceParameters,
});
