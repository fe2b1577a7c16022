import { parameterGroup } from "../parameter.ts";

/** Copper price and the stages of mines (ODD 7.2). */
export const marketParameters = parameterGroup({
  priceLongRunMeanUsdPerLb: {
    value: 3.1,
    unit: "US$/lb of 2017",
    low: 2.6,
    high: 3.6,
    section: "7.2",
    meaning: "copper price to which the market returns",
    source:
      "external PR057: 7,628 US$/t (3.46 US$/lb) in the dollars of each month, 2004-2025; the same series in dollars of 2017 (by datasets/cpi-us, commit a1f785a; its 2017 is 245.12): mean 3.13, geometric mean 3.04, long-run mean of its AR(1) 3.26",
    assumption:
      "between the geometric mean and that of the AR(1), which the first and last months of a rising series pull up; the model is in dollars of 2017 throughout",
  },
  pricePersistence: {
    value: 0.9644,
    unit: "per month",
    low: 0.94,
    high: 0.985,
    section: "7.2",
    meaning:
      "share of the log price's deviation that is left a month later, beside what the last shock still moves",
    source:
      "external PR053: AR(1) of the monthly log price, 2004-2025, standard error 0.0123; in dollars of 2017 it is 0.9547, within one standard error",
    assumption:
      "momentum raises such an estimate by 0.014, a sample of 22 years lowers it by as much (Kendall 1954), so it is taken as it is",
  },
  priceMomentum: {
    value: 0.35,
    unit: "share of the shock",
    low: 0.25,
    high: 0.45,
    section: "7.2",
    meaning:
      "part of a month's price shock that moves the price of the next month in the same direction once more",
    source:
      "external PR051, PR052: changes of one month and the next correlate by 0.383 (2004-2025) and 0.235 (2017-2025), which asks for 0.47 and 0.25; monthly means of daily prices alone correlate by 0.25 (Working 1960)",
    assumption: "between the two samples",
  },
  priceShockSd: {
    value: 0.0585,
    unit: "log per month",
    low: 0.0424,
    high: 0.0607,
    section: "7.2",
    meaning: "standard deviation of the monthly price shock",
    source:
      "standard deviation of what the AR(1) of PR053's series in dollars of 2017 leaves (0.062; 0.0634 in those of each month), over the root of 1 + momentum squared; external PR047, of all changes, gives the high end, PR048 the low one",
  },
  priceTriggerMonths: {
    value: 6,
    unit: "months",
    low: 3,
    high: 18,
    section: "7.2",
    meaning: "how long the price must hold above a project's trigger before it is started",
    assumption: "new mine investment depends on a sustained price (3.3); two quarters count as sustained",
  },
  projectsAtOnce: {
    value: 2,
    unit: "projects",
    low: 1,
    high: 6,
    section: "7.2",
    meaning:
      "projects under way, those with a date included, from which on none that waits for the price is started",
    assumption:
      "two were under construction when the paper was written (3.2); permits take 18 to 24 months (footnote 15)",
  },
  newMineRampUpMonths: {
    value: 12,
    unit: "months",
    low: 9,
    high: 24,
    section: "7.2",
    meaning: "time in which a new mine's procurement grows to its full size",
    source: "external PF051-PF052: Quellaveco, 9 to 12 months",
  },
  capitalPackageShare: {
    value: 0.46,
    unit: "share of capex",
    low: 0.3,
    high: 0.6,
    section: "7.2",
    meaning: "share of a project's capital expenditure that is tendered as packages in the supplier market",
    source: "Section 3.3: capital expenditure is 46 % of procurement during development or expansion",
    assumption:
      "the paper's share of procurement is read as the share that reaches tenders; the rest is owner's cost, land and finance",
  },
});
