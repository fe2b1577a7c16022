// Between which numbers a parameter makes sense at all, whatever its range: a probability is at most 1, a firm has some capacity,
// and a run holds no more lots, lines or firms than a machine does.
import type { CategoryColumn } from "./category-columns.ts";
import { mostMonths } from "./limits.ts";
import { columnNumbers } from "./parameter-numbers.ts";
import { parameterNumbers } from "./parameter-values.ts";

type Domain = readonly [lowest: number, highest: number];

const share: Domain = [0, 1];
/** As far as a scenario's own months go. */
const duration: Domain = [0, mostMonths];
/** Spread of a logarithm: three times as much, and sizes of firms differ by more than money can be counted. */
const spread: Domain = [0, 5];
/** Times the range: of what a run holds many of, and of anything else. */
const countedTimes = 20;
const otherTimes = 1000;

const domainsByUnit: Readonly<Record<string, Domain>> = {
  probability: share,
  "per month": share,
  "a month": share,
  rate: share,
  share,
  "share of applications": share,
  "share of capex": share,
  "share of cash": share,
  "share of firms": share,
  "share of firms outside Lima": share,
  "share of idle capacity": share,
  "share of lots": share,
  "share of price": share,
  "share of revenue": share,
  "share of sales": share,
  "share of the month's pay": share,
  "share of the premium": share,
  "share of the saving": share,
  "of capacity a month": share,
  "of idle capacity": share,
  "of the gap": share,
  "of the gap a month": share,
  "index 0-1": share,
  "points 0-1": share,
  "tie 0-1": share,
  log: spread,
  "log per month": spread,
  month: duration,
  months: duration,
};

const countedUnits: readonly string[] = [
  "firms",
  "firms a month",
  "lines",
  "lots per root of US$ million a year",
  "mines",
  "needs",
  "pieces",
  "projects",
  "suppliers",
  "US$ million a year",
];

const someMonth: Domain = [1, mostMonths];
const someDollars = (high: number): Domain => [1, high * otherTimes];

/** Where the unit does not tell. */
function ownDomain(name: string): Domain | undefined {
  const { high } = parameterNumbers[name];
  switch (name) {
    // More noise than that, and a bid may be negative.
    case "bidNoiseSd":
      return [0, 0.4];
    // As a shock's price.
    case "priceLongRunMeanUsdPerLb":
      return [0.1, 100];
    // Where mines buy nothing, what one saves by a solution is no share of what another buys.
    case "copperProcurementUsdMillionPerYear":
      return [1, high * countedTimes];
    // A firm without capacity has no share of it in use, and a month of nothing costs nothing.
    case "capacityPeruvianUsdPerMonth":
    case "capacityChileanUsdPerMonth":
    case "capacityGlobalUsdPerMonth":
      return someDollars(high);
    // A contract and a stage last a month at least, and calls and changes of government are a month apart at least.
    case "callMonths":
    case "emergencyMonths":
    case "governmentTermMonths":
    case "innovationContractMonths":
    case "stageMonths":
      return someMonth;
    // What is paid of a project is a part of it, whatever other shares of cost may be.
    case "grantShare":
      return share;
    // An echo so many times as loud as the shock itself is none, and prices outgrow what money can be counted in.
    case "priceMomentum":
      return [0, 10];
    // Above what a buyer can perceive nothing is refused, and a chance to which others are added may be certain by far.
    case "stageSuccessBase":
    case "toleranceAtFullRisk":
    case "toleranceSlope":
    case "innovationTolerance":
      return [0, high * otherTimes];
    case "challengesPerMonth":
      return [0, high * 100];
    case "engineeringLotsFactor":
      return [0, high * countedTimes];
    default:
      return undefined;
  }
}

/** The lowest and the highest value with which a parameter means something; none is negative whose range is not. */
export function domainOf(name: string): Domain {
  const [, column] = name.split(".");
  if (column !== undefined) return columnNumbers[column as CategoryColumn].domain;
  const { low, high, unit } = parameterNumbers[name];
  const times = countedUnits.includes(unit) ? countedTimes : otherTimes;
  return ownDomain(name) ?? domainsByUnit[unit] ?? [low < 0 ? low * times : 0, high * times];
}
