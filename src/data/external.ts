// Figures from outside the paper that the model, its parameters or its projects cite: a chosen part of the project's
// collection of outside figures. Each row keeps its id there, so that a source of the form "external.csv PF035" can be looked up.
import { chileFigures } from "./external/chile.ts";
import { financeFigures } from "./external/finance.ts";
import { innovationFigures } from "./external/innovation.ts";
import { literatureFigures } from "./external/literature.ts";
import { outputFigures } from "./external/output.ts";
import { portfolioCapexFigures } from "./external/portfolio-capex.ts";
import { portfolioProgressFigures } from "./external/portfolio-progress.ts";
import { practiceFigures } from "./external/practice.ts";
import { priceFigures } from "./external/price.ts";
import { procurementFigures } from "./external/procurement.ts";
import { rdCreditFigures } from "./external/rd-credit.ts";
import { suppliersFigures } from "./external/suppliers.ts";
import type { ExternalRecord } from "./external/record.ts";

export { externalTopics, type ExternalRecord } from "./external/record.ts";

/** The outside figures, by topic. */
export const externalRecords: readonly ExternalRecord[] = [
  ...priceFigures,
  ...suppliersFigures,
  ...rdCreditFigures,
  ...innovationFigures,
  ...chileFigures,
  ...practiceFigures,
  ...financeFigures,
  ...literatureFigures,
  ...portfolioCapexFigures,
  ...portfolioProgressFigures,
  ...outputFigures,
  ...procurementFigures,
];
