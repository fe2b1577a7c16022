import { parameterGroup } from "../parameter.ts";

/** Copper price and the stages of mines (ODD 2 and 4). */
export const marketParameters = parameterGroup({
  priceLongRunMeanUsdPerLb: {
    value: 3.1,
    unit: "US$/lb of 2017",
    low: 2.6,
    high: 3.6,
    section: "2",
    meaning: "copper price to which the market returns",
    source: "external PR057: long-run mean 7,628 US$/t nominal (3.46 US$/lb), 2004-2025",
    assumption: "about a tenth less in dollars of 2017",
  },
  pricePersistence: {
    value: 0.9644,
    unit: "per month",
    low: 0.94,
    high: 0.985,
    section: "2",
    meaning: "share of the log price's deviation that is left a month later",
    source: "external PR053: AR(1) of the monthly log price, 2004-2025, standard error 0.0123",
  },
  priceShockSd: {
    value: 0.0643,
    unit: "log per month",
    low: 0.0449,
    high: 0.0643,
    section: "2",
    meaning: "standard deviation of the monthly price shock",
    source: "external PR047; PR048 gives the low end",
  },
  priceTriggerMonths: {
    value: 6,
    unit: "months",
    low: 3,
    high: 18,
    section: "2",
    meaning: "how long the price must hold above a project's trigger before it is started",
    assumption: "new mine investment depends on a sustained price (3.3); two quarters count as sustained",
  },
  projectsAtOnce: {
    value: 2,
    unit: "projects",
    low: 1,
    high: 6,
    section: "2",
    meaning: "price-triggered projects that are built at the same time, at most",
    assumption:
      "two were under construction when the paper was written (3.2); permits take 18 to 24 months (footnote 15)",
  },
  newMineRampUpMonths: {
    value: 12,
    unit: "months",
    low: 9,
    high: 24,
    section: "2",
    meaning: "time in which a new mine's procurement grows to its full size",
    source: "external PF051-PF052: Quellaveco, 9 to 12 months",
  },
  capitalPackageShare: {
    value: 0.46,
    unit: "share of capex",
    low: 0.3,
    high: 0.6,
    section: "5",
    meaning: "share of a project's capital expenditure that is tendered as packages in the supplier market",
    source: "Section 3.3: capital expenditure is 46 % of procurement during development or expansion",
    assumption:
      "the paper's share of procurement is read as the share that reaches tenders; the rest is owner's cost, land and finance",
  },
});
