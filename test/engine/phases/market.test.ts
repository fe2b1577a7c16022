import { describe, expect, it } from "vitest";
import { Origin } from "../../../src/agents/codes.ts";
import { externalRecords } from "../../../src/data/external.ts";
import { packs } from "../../../src/data/packs/packs.ts";
import { market } from "../../../src/engine/phases/market.ts";
import { relationIndex } from "../../../src/engine/relations.ts";
import type { World } from "../../../src/engine/world.ts";
import { advance, eventsOf, smallWorld } from "../worlds.ts";

/** A price that hardly moves, so that it is known whether it holds above a trigger. */
const steady = (usdPerLb: number) => ({ priceLongRunMeanUsdPerLb: usdPerLb, priceShockSd: 1e-6 });

function marketOf(parameters: Record<string, number>, months: number, seed = 1): World {
  const world = smallWorld({ months: 180, parameters, beyondRanges: true }, seed);
  for (let month = 0; month < months; month++) {
    world.month = month;
    market(world);
  }
  return world;
}

const figure = (id: string) => externalRecords.find((record) => record.id === id)!.value;
const changesOf = (series: readonly number[]) => series.slice(1).map((value, i) => value - series[i]);

function logPricesOf(world: World, months: number): number[] {
  return Array.from({ length: months }, (_, month) => {
    world.month = month;
    market(world);
    return world.logPrice;
  });
}

/** Variance of the log price's deviation from its mean, times one less the square of its persistence. */
function newsVariance({ parameters: { pricePersistence, priceMomentum, priceShockSd } }: World): number {
  return priceShockSd ** 2 * (1 + 2 * pricePersistence * priceMomentum + priceMomentum ** 2);
}

/** Variance of the log price's monthly changes, and covariance of one with the next: an autoregression with a moving average. */
function changesExpected(world: World): { varianceOfChanges: number; covarianceOfChanges: number } {
  const { pricePersistence, priceMomentum, priceShockSd } = world.parameters;
  const variance = newsVariance(world) / (1 - pricePersistence ** 2);
  const next = pricePersistence * variance + priceMomentum * priceShockSd ** 2;
  const afterNext = pricePersistence * next;
  return { varianceOfChanges: 2 * (variance - next), covarianceOfChanges: 2 * next - variance - afterNext };
}

describe("the copper price", () => {
  it("moves about its long-run mean, the same in every scenario of a seed", () => {
    const world = smallWorld({ months: 600 });
    const logs = logPricesOf(world, 600);
    const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
    const { priceLongRunMeanUsdPerLb, pricePersistence } = world.parameters;
    const stationarySd = Math.sqrt(newsVariance(world) / (1 - pricePersistence ** 2));
    expect(Math.abs(mean - Math.log(priceLongRunMeanUsdPerLb))).toBeLessThan(1.5 * stationarySd);
    const sd = Math.sqrt(logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / logs.length);
    expect(sd / stationarySd).toBeGreaterThan(0.4);
    expect(sd / stationarySd).toBeLessThan(2);
    const other = smallWorld({ months: 60, policies: [{ policy: "testing-centre", startMonth: 0 }] });
    for (let month = 0; month < 30; month++) {
      other.month = month;
      market(other);
      expect(other.logPrice).toBe(logs[month]);
    }
  });

  it("moves as the series of 2004 to 2025: by as much from month to month, and on in the same direction", () => {
    const { varianceOfChanges, covarianceOfChanges } = changesExpected(smallWorld());
    expect(Math.sqrt(varianceOfChanges)).toBeGreaterThan(figure("PR048"));
    expect(Math.sqrt(varianceOfChanges)).toBeLessThan(figure("PR047"));
    expect(covarianceOfChanges / varianceOfChanges).toBeGreaterThan(figure("PR052"));
    expect(covarianceOfChanges / varianceOfChanges).toBeLessThan(figure("PR051"));
  });

  it("moves so because each month's shock moves it once more a month later", () => {
    const still = { pricePersistence: 1, priceShockSd: 0.01 };
    const path = (priceMomentum: number) =>
      logPricesOf(
        smallWorld({ months: 24, parameters: { ...still, priceMomentum }, beyondRanges: true }),
        24,
      );
    const [without, withMomentum] = [changesOf(path(0)), changesOf(path(0.5))];
    for (let month = 1; month < without.length; month++) {
      expect(withMomentum[month]).toBeCloseTo(without[month] + 0.5 * without[month - 1], 12);
    }
  });
});

describe("projects", () => {
  it("that wait for the price start only once it has held above their trigger", () => {
    const waiting = (world: World) =>
      world.projects.filter(
        ({ committedMonth, startedMonth }) => committedMonth === null && startedMonth !== null,
      );
    expect(waiting(marketOf(steady(0.5), 60))).toEqual([]);
    const { priceTriggerMonths } = smallWorld().parameters;
    expect(waiting(marketOf(steady(50), Math.ceil(priceTriggerMonths) - 1))).toEqual([]);
    expect(waiting(marketOf(steady(50), 60)).length).toBeGreaterThan(0);
  });

  it("that are committed start at their month, whatever the price", () => {
    const world = marketOf(steady(0.5), 120);
    const committed = world.projects.filter(
      ({ committedMonth }) => committedMonth !== null && committedMonth < 120,
    );
    expect(committed.length).toBeGreaterThan(0);
    for (const { committedMonth, startedMonth } of committed)
      expect(startedMonth).toBe(Math.max(0, committedMonth!));
  });

  it("that are committed and enlarge a mine wait for it to work, and add to what it produces", () => {
    const [first] = packs["peru-2017"].projects;
    const nil = {
      ...first,
      id: "nil",
      addedTonnesPerYear: 50_000,
      start: { kind: "committed", startMonth: 6, developmentMonths: 6 },
    } as const;
    const more = {
      ...nil,
      id: "nil-more",
      kind: "expansion",
      host: "nil",
      addedTonnesPerYear: 30_000,
      start: { ...nil.start, startMonth: 2 },
    } as const;
    const pack = { ...packs["peru-2017"], id: "own", projects: [nil, more] };
    const world = smallWorld({ pack });
    for (world.month = 0; world.month < 30; world.month++) market(world);
    expect(world.projects.map(({ startedMonth }) => startedMonth)).toEqual([6, 12]);
    expect(world.mines[world.projects[0].mine].outputTonnesPerYear).toBe(80_000);
  });

  it("are built no more at once than can be", () => {
    const world = marketOf({ ...steady(50), projectsAtOnce: 1 }, 60);
    const running = world.projects.filter(
      ({ committedMonth, startedMonth, completedMonth }) =>
        committedMonth === null && startedMonth !== null && completedMonth === null,
    );
    expect(running.length).toBeLessThanOrEqual(1);
  });
});

describe("capital packages", () => {
  const world = smallWorld({ months: 180, parameters: { ...steady(0.5) }, beyondRanges: true });
  advance(world, 100);
  const packages = world.lots.filter(({ capital }) => capital);

  it("are tendered by engineering firms, for the mine that they build", () => {
    expect(packages.length).toBeGreaterThan(0);
    for (const lot of packages) {
      expect(world.buyers[lot.buyer].kind).toBe("engineering-firm");
      const builds = world.projects.some(
        ({ engineeringFirm, mine }) => engineeringFirm === lot.buyer && mine === lot.site,
      );
      expect(builds).toBe(true);
    }
    const tendered = eventsOf(world.events, "tender").filter(({ buyer }) =>
      buyer.startsWith("engineering-firm"),
    );
    expect(tendered.length).toBeGreaterThan(0);
  });

  it("are bought by more cautious buyers than mines", () => {
    const caution = (kind: string) =>
      world.buyers.filter((buyer) => buyer.kind === kind).map((buyer) => buyer.caution);
    expect(Math.min(...caution("engineering-firm"))).toBeGreaterThan(Math.max(...caution("mine")));
  });

  it("end with the project", () => {
    const over = packages.filter(({ closesMonth }) => closesMonth! <= world.month + 1);
    expect(over.length).toBeGreaterThan(0);
    for (const { contract } of over) expect(contract).toBe(null);
    for (const { endMonth, lot } of world.book.contracts) {
      if (lot?.capital === true) expect(endMonth).toBeLessThanOrEqual(lot.closesMonth!);
    }
  });
});

describe("a new mine", () => {
  const world = smallWorld({ months: 180, parameters: { ...steady(0.5) }, beyondRanges: true });
  let opened: World["mines"][number] | undefined;
  while (opened === undefined && world.month < 170) {
    advance(world, 1);
    opened = world.mines.find(({ openedMonth }) => openedMonth !== null);
  }
  const mine = opened!;

  it("has no incumbents: no contract and no evidence of its own when it opens", () => {
    expect(mine.stage).toBe("operation");
    const lots = world.lots.filter(({ buyer }) => buyer === mine.index);
    expect(lots.length).toBeGreaterThan(10);
    for (const { contract } of lots) if (contract !== null) expect(contract.startMonth).toBe(world.month + 1);
    const open = lots.filter(({ contract }) => contract === null);
    expect(open.length).toBeGreaterThan(lots.length / 2);
  });

  it("takes over the register of the firm that built it, and knows every subsidiary", () => {
    const { relations } = world;
    const project = world.projects.find((one) => one.mine === mine.index)!;
    const registered = (buyer: number, supplier: number) =>
      relations.registeredFrom[relationIndex(relations, buyer, supplier)] <= world.month;
    for (const { id, origin } of world.suppliers) {
      const expected = origin !== Origin.peruvian || registered(project.engineeringFirm, id);
      if (expected) expect(registered(mine.index, id)).toBe(true);
    }
  });

  it("tenders its needs one after another in its first months", () => {
    const due = world.lots.filter(({ buyer }) => buyer === mine.index).map(({ dueMonth }) => dueMonth);
    expect(new Set(due).size).toBeGreaterThan(3);
  });
});

describe("an expansion", () => {
  it("makes a mine's output, procurement and lots larger in one proportion", () => {
    const world = smallWorld({ months: 180, parameters: steady(50), beyondRanges: true });
    const growing = world.projects.find(
      ({ kind, addedTonnesPerYear }) => kind === "expansion" && addedTonnesPerYear > 0,
    )!;
    const mine = world.mines[growing.mine];
    const lot = world.lots.find(({ buyer }) => buyer === mine.index)!;
    while (growing.completedMonth === null && world.month < 170) {
      const before = [mine.outputTonnesPerYear, mine.spendUsdPerMonth, lot.valueUsdPerMonth] as const;
      world.month += 1;
      market(world);
      if (growing.completedMonth === null) continue;
      const growth = mine.outputTonnesPerYear / before[0];
      expect(growth).toBeGreaterThan(1);
      expect(mine.spendUsdPerMonth / before[1]).toBeCloseTo(growth, 9);
      expect(lot.valueUsdPerMonth / before[2]).toBeCloseTo(growth, 9);
    }
    expect(growing.completedMonth).not.toBe(null);
  });
});
