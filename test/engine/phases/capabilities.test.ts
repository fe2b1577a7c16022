import { describe, expect, it } from "vitest";
import { Gate, gateCount } from "../../../src/agents/codes.ts";
import type { Supplier } from "../../../src/agents/supplier.ts";
import { openMonth } from "../../../src/engine/ledger.ts";
import { capabilities } from "../../../src/engine/phases/capabilities.ts";
import { never } from "../../../src/agents/supplier-columns.ts";
import { relationIndex } from "../../../src/engine/relations.ts";
import { simulate } from "../../../src/engine/run.ts";
import type { World } from "../../../src/engine/world.ts";
import type { Institutions } from "../../../src/scenarios/institutions.ts";
import { eventsOf, peruvianFirms, smallWorld } from "../worlds.ts";

function months(world: World, count: number): void {
  for (let i = 0; i < count; i++) {
    world.month += 1;
    openMonth(world.ledger);
    capabilities(world);
  }
}

/** A firm that works at a given share of its capacity, and the skill that it gains in a month. */
function gainAt(
  share: { direct?: number; second?: number },
  rules: (world: World) => Partial<Institutions> = () => ({}),
) {
  const world = smallWorld();
  world.rules = { ...world.rules, ...rules(world) };
  const firm = peruvianFirms(world)[0];
  firm.technical = 0.5;
  firm.organisational = 0.5;
  firm.cashCents = 0;
  firm.directUsdPerMonth = (share.direct ?? 0) * firm.capacityUsdPerMonth;
  firm.subcontractUsdPerMonth = (share.second ?? 0) * firm.capacityUsdPerMonth;
  months(world, 1);
  return { technical: firm.technical - 0.5, organisational: firm.organisational - 0.5 };
}

/** A month of public courses for firms without skill, money or work: the world, and the firms that got a place. */
function afterACourse(training: Partial<Institutions["training"]>) {
  const world = smallWorld();
  world.rules = {
    ...world.rules,
    training: { ...world.rules.training, organisationGain: 0.3, ...training },
  };
  for (const firm of peruvianFirms(world)) {
    firm.organisational = 0.1;
    firm.cashCents = 0;
    firm.directUsdPerMonth = 0;
  }
  months(world, 1);
  return { world, firms: peruvianFirms(world).filter(({ organisational }) => organisational > 0.2) };
}

describe("learning", () => {
  it("comes by doing contract work, less by subcontracts, and is forgotten without work", () => {
    const direct = gainAt({ direct: 1 }).technical;
    const second = gainAt({ second: 1 }).technical;
    const idle = gainAt({}).technical;
    expect(direct).toBeGreaterThan(second);
    expect(second).toBeGreaterThan(0);
    expect(idle).toBeLessThan(0);
  });

  it("is faster where more skilled people are to be had", () => {
    const more = (world: World) => ({
      humanCapital: { skilledPeople: world.rules.humanCapital.skilledPeople + 0.3 },
    });
    expect(gainAt({ direct: 1 }, more).technical).toBeGreaterThan(gainAt({ direct: 1 }).technical);
  });

  it("of organisation comes by direct work only", () => {
    expect(gainAt({ direct: 1 }).organisational).toBeGreaterThan(0);
    expect(gainAt({ second: 1 }).organisational).toBe(0);
  });

  it("of organisation and of standards is lost in idle capacity, and not in what other sectors use", () => {
    const left = (otherSectors: number, direct = 0) => {
      const world = smallWorld();
      const firm = peruvianFirms(world)[0];
      Object.assign(firm, { organisational: 0.5, standards: 0.5, otherSectorsShare: otherSectors });
      Object.assign(firm, {
        cashCents: 0,
        directUsdPerMonth: direct * firm.capacityUsdPerMonth,
        subcontractUsdPerMonth: 0,
      });
      months(world, 1);
      return { organisational: firm.organisational, standards: firm.standards };
    };
    const kept = 1 - smallWorld().parameters.organisationForgetting;
    expect(left(0)).toEqual({ organisational: 0.5 * kept, standards: 0.5 * kept });
    expect(left(1)).toEqual({ organisational: 0.5, standards: 0.5 });
    expect(left(0, 1).organisational).toBeGreaterThan(0.5);
    expect(left(0, 1).standards).toBe(0.5);
    expect(left(0.5).standards).toBeGreaterThan(left(0).standards);
  });

  it("never leaves the scale of 0 to 1", () => {
    const world = smallWorld({ months: 400 });
    const [idle, busy] = peruvianFirms(world) as [Supplier, Supplier];
    busy.directUsdPerMonth = busy.capacityUsdPerMonth;
    idle.directUsdPerMonth = 0;
    idle.subcontractUsdPerMonth = 0;
    months(world, 390);
    expect(idle.technical).toBeGreaterThanOrEqual(0);
    expect(busy.technical).toBeLessThanOrEqual(1);
    expect(busy.technical).toBeGreaterThan(idle.technical);
  });
});

describe("public courses", () => {
  it("reach about their share of firms a year, by lot, and cost the treasury", () => {
    const world = smallWorld({ population: 800 });
    world.rules = {
      ...world.rules,
      training: { ...world.rules.training, placesShare: 0.5, organisationGain: 0.3 },
    };
    for (const firm of peruvianFirms(world)) firm.cashCents = 0;
    const before = peruvianFirms(world).map(({ organisational }) => organisational);
    let paid = 0;
    for (let i = 0; i < 12; i++) {
      months(world, 1);
      paid += world.ledger.monthPublicCents / 100;
    }
    const places = paid / (world.parameters.trainingPlaceUsd / world.scale);
    const expected = 0.5 * before.length;
    expect(Math.abs(places - expected)).toBeLessThan(5 * Math.sqrt(expected));
    const taught = peruvianFirms(world).filter(({ organisational }, i) => organisational > before[i] + 0.05);
    expect(taught.length).toBeGreaterThan(0.2 * before.length);
  });

  it("can be for suppliers of services only, and for firms up to a size at the default population", () => {
    const everyMonth = 12;
    const taught = (training: Partial<Institutions["training"]>) => {
      const { world, firms } = afterACourse({ placesShare: everyMonth, ...training });
      return firms.map(({ id, categories: [category], capacityUsdPerMonth }) => ({
        id,
        isService: world.categories[category].kind === "service",
        atDefaultUsd: capacityUsdPerMonth * world.scale,
      }));
    };
    const all = taught({});
    const services = all.filter(({ isService }) => isService);
    expect(services.length).toBeLessThan(all.length);
    expect(taught({ placesForServicesOnly: true })).toEqual(services);
    const bound = all.map(({ atDefaultUsd }) => atDefaultUsd).toSorted((one, other) => one - other)[9];
    const small = taught({ placesUpToCapacityUsdPerMonth: bound });
    expect(small).toEqual(all.filter(({ atDefaultUsd }) => atDefaultUsd <= bound));
    expect(small).toHaveLength(10);
    expect(taught({ placesUpToCapacityUsdPerMonth: bound, placesForServicesOnly: true })).toEqual(
      small.filter(({ isService }) => isService),
    );
  });

  it("of more places add firms and never swap them", () => {
    const taught = (placesShare: number) => afterACourse({ placesShare }).firms.map(({ id }) => id);
    const [few, many] = [taught(0.5), taught(3)];
    expect(few.length).toBeGreaterThan(0);
    expect(many.length).toBeGreaterThan(few.length);
    for (const id of few) expect(many).toContain(id);
  });
});

/** A firm that a year of losses at one gate has made rich and eager to get through it. */
function eager(gate: keyof typeof Gate, parameters: Record<string, number> = {}) {
  const world = smallWorld({ parameters, beyondRanges: true });
  const firm = peruvianFirms(world).find(({ certificateLevel }) => certificateLevel === 0)!;
  firm.cashCents = 1e13;
  world.lostUsd[firm.id * gateCount + Gate[gate]] = 1e12;
  return { world, firm };
}

describe("registration", () => {
  function applicant(organisational: number) {
    const { world, firm } = eager("notRegistered", { registrationReviewSd: 0 });
    firm.organisational = organisational;
    const { relations } = world;
    for (const { index } of world.buyers)
      relations.registeredFrom[relationIndex(relations, index, firm.id)] = never;
    firm.registeredSince = never;
    const loss = firm.id * world.buyers.length + 2;
    relations.registrationLossUsd[loss] = 1e9;
    months(world, 12);
    return { world, firm, at: relationIndex(relations, 2, firm.id) };
  }

  it("is granted to firms whose organisation meets the minimum, and holds after some weeks", () => {
    const { world, firm, at } = applicant(0.99);
    const event = eventsOf(world.events, "registration").find(({ supplier }) => supplier === firm.id)!;
    expect(event).toMatchObject({ buyer: world.buyers[2].id, result: "granted" });
    expect(event.fromMonth).toBe(event.month + Math.max(1, Math.round(world.rules.registration.months)));
    expect(world.relations.registeredFrom[at]).toBe(event.fromMonth);
    expect(firm.registeredSince).toBe(event.fromMonth);
  });

  it("is refused to others, who may not apply there again for a while", () => {
    const { world, firm, at } = applicant(0.01);
    const event = eventsOf(world.events, "registration").find(({ supplier }) => supplier === firm.id)!;
    expect(event.result).toBe("refused");
    expect(world.relations.registeredFrom[at]).toBe(never);
    expect(firm.registeredSince).toBe(never);
    world.relations.registrationLossUsd[firm.id * world.buyers.length + 2] = 1e9;
    firm.cashCents = 1e13;
    months(world, 12);
    const again = eventsOf(world.events, "registration").filter(({ supplier }) => supplier === firm.id);
    expect(again).toHaveLength(1);
  });
});

describe("certificates", () => {
  it("come months after a firm invests in them, one level at a time", () => {
    const { world, firm } = eager("notCertified");
    firm.standards = world.parameters.standardsPeruvianMean;
    months(world, 12);
    const investment = eventsOf(world.events, "investment").find(
      ({ supplier, kind }) => supplier === firm.id && kind === "certify",
    )!;
    const due = investment.month + Math.round(world.rules.certification.months);
    months(world, due - world.month - 1);
    expect(firm.certificateLevel).toBe(0);
    months(world, 1);
    expect(firm.certificateLevel).toBe(1);
    const granted = eventsOf(world.events, "certificate").filter(({ supplier }) => supplier === firm.id);
    expect(granted).toHaveLength(1);
    expect(granted[0]).toMatchObject({
      level: 1,
      month: due,
    });
  });

  it.each([0.6, 1])("are paid by the state as far as it supports them: a subsidy of %d", (subsidyShare) => {
    const costs = (share: number) => {
      const { world, firm } = eager("notCertified");
      for (const other of peruvianFirms(world)) if (other !== firm) other.certificateDueMonth = 500;
      world.rules = { ...world.rules, certification: { ...world.rules.certification, subsidyShare: share } };
      months(world, 12);
      const own = eventsOf(world.events, "investment").find(
        ({ supplier, kind }) => supplier === firm.id && kind === "certify",
      )!;
      return { own: own.costUsd, state: (world.ledger.publicCents.get("certification-support") ?? 0) / 100 };
    };
    const full = costs(0);
    const shared = costs(subsidyShare);
    expect(full.state).toBe(0);
    expect(shared.own).toBeCloseTo((1 - subsidyShare) * full.own, 2);
    expect(shared.state).toBeCloseTo(subsidyShare * full.own, 0);
  });

  it("do nothing where no gate asks for them", () => {
    const categories = smallWorld().categories.filter(({ oligopolistic }) => !oligopolistic);
    const noStandards = Object.fromEntries(categories.map(({ id }) => [`${id}.standardsLevel`, 0]));
    // Capable certified firms may export: that gate is closed too.
    const noExports = { exportersAtStart: 0, exportOfCapable: 0, exportAfterInnovation: 0 };
    const parameters = { ...noStandards, ...noExports };
    const run = (free: boolean) =>
      simulate(
        {
          id: "a",
          months: 36,
          burnInMonths: 0,
          population: 100,
          beyondRanges: true,
          parameters: free
            ? { ...parameters, standardsForLevel1: 0, standardsForLevel2: 0, standardsForLevel3: 0 }
            : parameters,
        },
        { seed: 1 },
      );
    const [few, all] = [run(false), run(true)];
    expect(all.metrics.certifiedFirms[0]).toBeGreaterThan(few.metrics.certifiedFirms[0]);
    const { certifiedFirms: _few, ...fewRest } = few.metrics;
    const { certifiedFirms: _all, ...allRest } = all.metrics;
    expect(allRest).toEqual(fewRest);
  });

  it("open gates that ask for them", () => {
    const fallen = (level: number) => {
      const run = simulate(
        {
          id: "a",
          months: 24,
          burnInMonths: 0,
          population: 100,
          beyondRanges: true,
          parameters: { standardsForLevel1: level, standardsForLevel2: level, standardsForLevel3: level },
        },
        { seed: 1 },
      );
      const { byYear } = run.funnel;
      const rows = byYear.filter(({ gate, origin }) => gate === "not-certified" && origin === "peruvian");
      return rows.reduce((sum, { count }) => sum + count, 0);
    };
    expect(fallen(0)).toBeLessThan(fallen(2));
  });
});

describe("supplier development programmes", () => {
  it("take in the abler firms of large mines, for a time, and tie them to the mine", () => {
    const world = smallWorld({ population: 800 });
    world.rules = { ...world.rules, supplierDevelopment: { firmsPerLargeMine: 4 } };
    world.month = world.firstMonth - 1;
    months(world, 1);
    const chosen = peruvianFirms(world).filter(({ programmeMine }) => programmeMine >= 0);
    const large = world.mines.filter(
      ({ stage, outputTonnesPerYear }) => stage === "operation" && outputTonnesPerYear >= 200_000,
    );
    expect(chosen).toHaveLength(4 * large.length);
    const mean = (firms: readonly Supplier[]) =>
      firms.reduce((sum, { technical }) => sum + technical, 0) / firms.length;
    expect(mean(chosen)).toBeGreaterThan(mean(peruvianFirms(world)));
    for (const { programmeMine, programmeUntilMonth } of chosen) {
      expect(large.map(({ index }) => index)).toContain(programmeMine);
      expect(programmeUntilMonth).toBe(world.month + world.parameters.programmeMonths);
    }
  });

  it("have their places where few firms stand for all too: a part of a place is a whole one in so many years", () => {
    let places = 0;
    let mines = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const world = smallWorld({ population: 100 }, seed);
      // Half a place, at an eighth of the firms.
      world.rules = { ...world.rules, supplierDevelopment: { firmsPerLargeMine: 4 } };
      world.month = world.firstMonth - 1;
      months(world, 1);
      places += peruvianFirms(world).filter(({ programmeMine }) => programmeMine >= 0).length;
      mines += world.mines.filter(
        ({ stage, outputTonnesPerYear }) => stage === "operation" && outputTonnesPerYear >= 200_000,
      ).length;
    }
    expect(mines).toBeGreaterThan(60);
    expect(places / mines).toBeGreaterThan(0.3);
    expect(places / mines).toBeLessThan(0.7);
  });
});

describe("matchmaking", () => {
  it("ties firms to mines that are there", () => {
    const world = smallWorld();
    world.rules = {
      ...world.rules,
      information: { ...world.rules.information, matchmakingTiesPerYear: 1 },
    };
    const { relations, mines } = world;
    const tied = (index: number) =>
      relations.tie
        .subarray(index * relations.capacity, (index + 1) * relations.capacity)
        .filter((tie) => tie > 0).length;
    const before = mines.map(({ index }) => tied(index));
    months(world, 12);
    const gained = mines.map(({ index }) => tied(index) - before[index]);
    const planned = mines.filter(({ stage }) => stage === "planned").map(({ index }) => gained[index]);
    expect(gained.reduce((sum, firms) => sum + firms, 0)).toBeGreaterThan(20);
    expect(new Set(planned)).toEqual(new Set([0]));
  });
});
