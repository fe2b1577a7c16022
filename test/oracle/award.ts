// A tender worked out the slow and obvious way: each firm of the line meets the gates one after the other, those that pass bid,
// and the cheapest in expectation wins. Only beliefs are the engine's: they have their own counterpart in belief.ts.
import { Origin, Region } from "../../src/agents/codes.ts";
import type { Lot } from "../../src/agents/contract.ts";
import type { Supplier } from "../../src/agents/supplier.ts";
import { perceived, tieNow } from "../../src/engine/evidence.ts";
import { relationIndex } from "../../src/engine/relations.ts";
import { biddersOf, type World } from "../../src/engine/world.ts";
import { draw, drawPrefix, Process, triangularFrom } from "../../src/random.ts";
import { daysPerYear, poundsPerTonne } from "../../src/units.ts";

/** What becomes of a firm: the first gate at which it falls, or its bid. */
interface Judged {
  readonly supplier: Supplier;
  readonly gate: string | null;
  readonly perceivedFailure: number;
}

/** What a tender should give. */
export interface ExpectedTender {
  readonly rejected: Readonly<Record<number, string>>;
  /** By supplier. */
  readonly bids: Readonly<
    Record<number, { priceUsd: number; perceivedFailure: number; expectedCostUsd: number }>
  >;
  readonly winner: number | null;
  readonly outcome: string;
}

/** What a tender of this lot should give now. For worlds without pooled capacity and without a local-content rule. */
export function expectedTender(world: World, lot: Lot): ExpectedTender {
  const { parameters, root, month } = world;
  const category = world.categories[lot.category];
  const buyer = world.buyers[lot.buyer];
  const mine = world.mines[lot.site];

  const approved = world.approved[lot.buyer * world.categories.length + lot.category];
  const halved = parameters.difficultyHalvingSuppliers;
  const floor = parameters.difficultyFloor;
  const difficulty = category.difficulty * (floor + ((1 - floor) * halved) / (halved + approved));
  const weight = parameters.criticalityWeight;
  const risk = Math.min(1, Math.max(0, weight * category.criticality + (1 - weight) * difficulty));
  const low = risk < parameters.highRiskThreshold && risk < parameters.middleRiskThreshold;
  const certificate = low ? Math.max(0, category.standardsLevel - 1) : category.standardsLevel;
  const tolerated =
    (parameters.toleranceAtFullRisk +
      parameters.toleranceSlope * Math.pow(1 - risk, parameters.toleranceExponent)) *
    (lot.localArea ? parameters.localAreaTolerance : 1);
  const revenue = (mine.outputTonnesPerYear * poundsPerTonne * world.priceUsdPerLb) / daysPerYear;
  const lossUsd =
    category.criticality * parameters.stoppedDaysPerFailure * revenue * lot.weightedShareOfCategory;

  const judged = biddersOf(world, lot.category, lot.line).map((id): Judged => {
    const supplier = world.suppliers[id];
    const local = supplier.origin === Origin.peruvian;
    const pair = relationIndex(world.relations, lot.buyer, id);
    const tie = tieNow(world, pair);
    const registered =
      world.relations.registeredFrom[pair] <= month ||
      (supplier.registeredSince <= month &&
        draw(root, Process.mutualRecognition, supplier.key) < world.rules.registration.mutualRecognition);
    const misses =
      (1 - tie) *
      (registered ? 1 - parameters.registerHearingProbability : 1) *
      (1 - world.rules.information.tenderPublicity);
    const hears = local ? 1 - misses : parameters.subsidiaryHearingProbability;
    const free = supplier.capacityUsdPerMonth - supplier.directUsdPerMonth - supplier.subcontractUsdPerMonth;
    const work = supplier.directUsdPerMonth + Math.min(lot.valueUsdPerMonth, Math.max(0, free));
    const cash = supplier.cashCents / 100;
    const { guaranteeMonths, guaranteeOwnShare, workingCapitalMonths } = parameters;
    const perceivedFailure = perceived(world, buyer, id);
    const gates: readonly (readonly [string, boolean])[] = [
      ["reserved", !lot.localArea || (local && supplier.region === mine.region)],
      ["not-informed", draw(root, Process.hearTender, lot.key, month, supplier.key) < hears],
      ["not-registered", registered],
      ["not-certified", supplier.certificateLevel >= certificate],
      ["too-small", lot.valueUsdPerMonth - free <= 0],
      [
        "no-finance",
        !local ||
          (cash >= guaranteeOwnShare * guaranteeMonths * work &&
            cash + supplier.creditLineCents / 100 >= (workingCapitalMonths + guaranteeMonths) * work),
      ],
      ["not-trusted", perceivedFailure <= tolerated],
    ];
    const fallen = gates.find(([, passes]) => !passes);
    return { supplier, gate: fallen?.[0] ?? null, perceivedFailure };
  });

  const noise = drawPrefix(root, Process.bidNoise, lot.key, month);
  const costOf = ({ origin, scaleFactor, technical, region, key }: Supplier) => {
    const wages =
      origin === Origin.peruvian
        ? parameters.costFactorPeruvian
        : origin === Origin.chilean
          ? parameters.costFactorChilean
          : parameters.costFactorGlobal;
    const near =
      origin !== Origin.peruvian
        ? parameters.localnessSubsidiary
        : region === mine.region
          ? 1
          : parameters.localnessElsewhere;
    const lacking = Math.max(0, category.skillRequired + parameters.skillMargin - technical);
    const skill = 1 + parameters.skillShortfallCost * lacking;
    const chance = 1 + parameters.bidNoiseSd * triangularFrom(noise, key);
    return wages * scaleFactor * skill * (1 - category.localAdvantage * near) * chance;
  };
  const passed = judged.filter(({ gate }) => gate === null);
  const markup = parameters.markupFloor + parameters.markupWithoutRivals / passed.length;
  const bids = passed.map(({ supplier, perceivedFailure }) => {
    const priceUsd = costOf(supplier) * lot.valueUsdPerMonth * (1 + markup);
    const liked =
      supplier.origin === Origin.peruvian &&
      supplier.region === mine.region &&
      mine.region !== Region.capital;
    const given = liked ? parameters.socialLicencePreference * lot.valueUsdPerMonth : 0;
    return {
      id: supplier.id,
      priceUsd,
      perceivedFailure,
      expectedCostUsd: priceUsd + perceivedFailure * lossUsd - given,
    };
  });
  const lowest = Math.min(...bids.map(({ expectedCostUsd }) => expectedCostUsd));
  // Of equals the first in the line wins.
  const best = bids.find(({ expectedCostUsd }) => expectedCostUsd === lowest);
  const importUsd = lot.valueUsdPerMonth * lot.importFactor + parameters.importPerceivedFailure * lossUsd;
  const importable = lot.importFactor > 0;
  const rescuers = judged.filter(
    ({ supplier }) =>
      supplier.origin !== Origin.peruvian &&
      supplier.capacityUsdPerMonth - supplier.directUsdPerMonth - supplier.subcontractUsdPerMonth >=
        lot.valueUsdPerMonth,
  );
  const cheapest = Math.min(...rescuers.map(({ supplier }) => costOf(supplier)));
  const rescuer = rescuers.find(({ supplier }) => costOf(supplier) === cheapest)?.supplier.id;
  const [outcome, winner]: readonly [string, number | null] =
    importable && !lot.localArea && importUsd < lowest
      ? ["import", null]
      : best !== undefined
        ? ["tender", best.id]
        : importable
          ? ["import", null]
          : rescuer !== undefined
            ? ["emergency", rescuer]
            : ["open", null];
  return {
    rejected: Object.fromEntries(
      judged.flatMap(({ supplier, gate }) => (gate === null ? [] : [[supplier.id, gate]])),
    ),
    bids: Object.fromEntries(bids.map(({ id, ...bid }) => [id, bid])),
    winner,
    outcome,
  };
}
