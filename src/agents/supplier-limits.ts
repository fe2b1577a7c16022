// How much work a supplier can take on: capacity, money and organisation set the limits (3.4).
import type { ParameterValues } from "../data/parameters.ts";
import type { Supplier } from "./supplier.ts";

/** Capacity not in use, US$ a month. */
export function freeCapacityUsdPerMonth(supplier: Supplier): number {
  return supplier.capacityUsdPerMonth - supplier.directUsdPerMonth - supplier.subcontractUsdPerMonth;
}

/** What an exporter sells abroad, US$ a month: a part of its capacity, as far as mines leave it idle. */
export function exportedUsdPerMonth(
  { exportShare }: ParameterValues,
  capacityUsdPerMonth: number,
  idleUsd: number,
): number {
  return Math.min(exportShare * capacityUsdPerMonth, idleUsd);
}

/** What a firm sells abroad: nothing unless it exports. */
export function exportsUsdPerMonth(parameters: ParameterValues, supplier: Supplier): number {
  if (!supplier.exporting) return 0;
  return exportedUsdPerMonth(
    parameters,
    supplier.capacityUsdPerMonth,
    Math.max(0, freeCapacityUsdPerMonth(supplier)),
  );
}

/** Whether cash and credit cover working capital and guarantees for contracts of so much a month; all US$. */
export function canFinance(
  parameters: ParameterValues,
  cashUsd: number,
  creditLineUsd: number,
  contractsUsd: number,
): boolean {
  const { workingCapitalMonths, guaranteeMonths, guaranteeOwnShare } = parameters;
  return (
    cashUsd >= guaranteeOwnShare * guaranteeMonths * contractsUsd &&
    cashUsd + creditLineUsd >= (workingCapitalMonths + guaranteeMonths) * contractsUsd
  );
}

/** Largest capacity that its organisation can lead, US$ a month. */
export function organisationLimitUsdPerMonth(parameters: ParameterValues, supplier: Supplier): number {
  const above = Math.max(0, supplier.organisational - parameters.registrationOrganisationMinimum);
  return supplier.startCapacityUsdPerMonth * (1 + parameters.organisationSpan * above);
}
