import { describe, expect, it } from "vitest";
import { Gate, gateCount, gateNames, Origin, Region } from "../../src/agents/codes.ts";
import type { Lot } from "../../src/agents/contract.ts";
import type { Supplier } from "../../src/agents/supplier.ts";
import { perceived, strengthenTie } from "../../src/engine/evidence.ts";
import { field } from "../../src/engine/field.ts";
import { fronts } from "../../src/engine/fronting.ts";
import { funnelCell, originStride } from "../../src/engine/funnel.ts";
import { earnTrust, hearers, isAdmitted, lowestGate, meetConditions } from "../../src/engine/gates.ts";
import { never } from "../../src/agents/supplier-columns.ts";
import { EvidenceField, evidenceStride, register, relationIndex } from "../../src/engine/relations.ts";
import { termsOf, type Terms } from "../../src/engine/terms.ts";
import type { World } from "../../src/engine/world.ts";
import { draw, drawWith, Process } from "../../src/random.ts";
import {
  change,
  contestedLot,
  firmsOf,
  onlyBidders,
  openLot,
  openMarket,
  prepare,
  smallWorld,
  tenderNow,
} from "./worlds.ts";

/** Guarantees of one month, half of them in cash, and a month of working capital. */
const money = { guaranteeMonths: 1, guaranteeOwnShare: 0.5, workingCapitalMonths: 1 };

/** A lot of US$ 4,000 a month with three bidders that pass every gate, in the first month. */
function atTheGates(parameters: Record<string, number> = {}, everyGate = false) {
  const world = smallWorld(
    { parameters: { ...openMarket, toleranceAtFullRisk: 10, ...money, ...parameters }, beyondRanges: true },
    1,
    { events: true, everyGate },
  );
  world.month = 0;
  const lot = contestedLot(
    world,
    (one) => one.importFactor === 0 && firmsOf(world, one, Origin.global).length > 0,
  );
  openLot(world, lot);
  lot.valueUsdPerMonth = 4000;
  const [firm, other] = firmsOf(world, lot, Origin.peruvian);
  const [foreign] = firmsOf(world, lot, Origin.global);
  for (const each of [firm, other, foreign]) {
    Object.assign(each, { directUsdPerMonth: 0, subcontractUsdPerMonth: 0 });
    prepare(world, lot, each);
  }
  onlyBidders(world, lot, [firm, other, foreign]);
  const relation = ({ id }: Supplier) => relationIndex(world.relations, lot.buyer, id);
  return { world, lot, firm, other, foreign, relation };
}

/** The gates that a firm fails, as a mask: all of them, or the first after having heard. */
function judged(world: World, terms: Terms, firm: number, everyGate: boolean): number {
  const asked = { ...terms, everyGate };
  hearers(world, { ...terms, everyGate: true }, [firm], false);
  if (!everyGate) field.failed[0] = 0;
  meetConditions(world, asked, 1);
  const passed = earnTrust(world, asked, 1);
  const mask = field.failed[0];
  expect(passed).toBe(mask === 0 ? 1 : 0);
  return mask;
}

/** Names of the gates that a firm fails, and a check that the first of them stops those that heard. */
function failed(world: World, lot: Lot, { id }: Supplier, changes: Partial<Terms> = {}): string[] {
  const terms = { ...termsOf(world, lot), ...changes };
  const mask = judged(world, terms, id, true);
  const names = gateNames.filter((_, gate) => (mask & (1 << gate)) !== 0);
  const met = names.filter((name) => name !== "reserved" && name !== "not-informed");
  const first = lowestGate(judged(world, terms, id, false));
  expect(gateNames[first]).toBe(met.at(0) ?? "outbid");
  expect(gateNames[lowestGate(mask)]).toBe(names.at(0) ?? "outbid");
  return names;
}

/** Tenders the lot and takes the award back, with the tie that it makes. */
function untied(world: World, lot: Lot) {
  const { tie, tieMonth } = world.relations;
  const [ties, months] = [tie.slice(), tieMonth.slice()];
  const event = tenderNow(world, lot);
  openLot(world, lot);
  tie.set(ties);
  tieMonth.set(months);
  return event;
}

describe("a firm", () => {
  it("passes every gate when it is registered, certified, large, rich and trusted", () => {
    const { world, lot, firm, other, foreign } = atTheGates();
    for (const each of [firm, other, foreign]) expect(failed(world, lot, each)).toEqual([]);
  });

  it("fails every gate when it is none of that, and the first counts", () => {
    const { world, lot, firm, relation } = atTheGates({ tenderPublicity: 0 });
    world.relations.tie.fill(0);
    world.relations.registeredFrom[relation(firm)] = never;
    firm.registeredSince = never;
    Object.assign(firm, { certificateLevel: 0, capacityUsdPerMonth: 3999, cashCents: 0, creditLineCents: 0 });
    world.columns.region[firm.id] = Region.capital;
    const terms = {
      certificateLevel: 1,
      toleratedFailure: 0,
      restricted: true,
      lot: { ...lot, localArea: true },
    };
    expect(failed(world, lot, firm, terms)).toEqual([
      "reserved",
      "not-informed",
      "not-registered",
      "not-certified",
      "too-small",
      "no-finance",
      "not-trusted",
    ]);
  });

  it("is on the register from the month in which its registration begins", () => {
    const { world, lot, firm, relation } = atTheGates();
    world.month = 5;
    world.relations.registeredFrom[relation(firm)] = 6;
    expect(failed(world, lot, firm)).toEqual(["not-registered"]);
    world.relations.registeredFrom[relation(firm)] = 5;
    expect(failed(world, lot, firm)).toEqual([]);
  });

  it("is recognised by other registers in so many cases as these are harmonised, and always the same firms", () => {
    const { world, lot } = atTheGates();
    world.relations.registeredFrom.fill(never);
    world.columns.registeredSince.fill(world.month);
    const firms = firmsOf(world, lot, Origin.peruvian).concat(world.suppliers.slice(0, 60));
    const recognised = (mutualRecognition: number) => {
      change(world, "registration", { mutualRecognition });
      const terms = termsOf(world, lot);
      return firms.filter(({ id }) => lowestGate(judged(world, terms, id, false)) !== Gate.notRegistered);
    };
    expect(recognised(0)).toEqual([]);
    expect(recognised(1)).toEqual(firms);
    const [few, many] = [recognised(0.3), recognised(0.6)];
    expect(few.length / firms.length).toBeGreaterThan(0.1);
    expect(many.length / firms.length).toBeLessThan(0.9);
    expect(many.length).toBeGreaterThan(few.length);
    for (const firm of few) expect(many).toContain(firm);
    world.columns.registeredSince.fill(never);
    expect(recognised(1)).toEqual([]);
  });

  it("is not recognised where its draw is exactly the share of cases", () => {
    const { world, lot, firm } = atTheGates();
    world.relations.registeredFrom.fill(never);
    const mutualRecognition = draw(world.root, Process.mutualRecognition, world.columns.key[firm.id]);
    change(world, "registration", { mutualRecognition });
    expect(failed(world, lot, firm)).toEqual(["not-registered"]);
    change(world, "registration", { mutualRecognition: mutualRecognition + 2 ** -32 });
    expect(failed(world, lot, firm)).toEqual([]);
  });

  it("needs a certificate of the level asked, or higher", () => {
    const { world, lot, firm } = atTheGates();
    const asked = { certificateLevel: 2 };
    firm.certificateLevel = 1;
    expect(failed(world, lot, firm, asked)).toEqual(["not-certified"]);
    firm.certificateLevel = 2;
    expect(failed(world, lot, firm, asked)).toEqual([]);
    firm.certificateLevel = 3;
    expect(failed(world, lot, firm, asked)).toEqual([]);
  });

  it("needs free capacity for the whole lot: what it works already, directly or for others, is not free", () => {
    const { world, lot, firm, foreign } = atTheGates();
    for (const each of [firm, foreign]) {
      Object.assign(each, {
        capacityUsdPerMonth: 10_000,
        directUsdPerMonth: 2500,
        subcontractUsdPerMonth: 3500,
      });
      expect(failed(world, lot, each)).toEqual([]);
      each.capacityUsdPerMonth = 9999;
      expect(failed(world, lot, each)).toEqual(["too-small"]);
    }
  });

  it("needs its share of the guarantee in cash, and cash and credit for guarantee and working capital", () => {
    const { world, lot, firm, foreign } = atTheGates();
    // Contracts of 1,000 and the lot's 4,000: half of 5,000 in cash, 10,000 with credit.
    Object.assign(firm, {
      capacityUsdPerMonth: 10_000,
      directUsdPerMonth: 1000,
      cashCents: 250_000,
      creditLineCents: 750_000,
    });
    expect(failed(world, lot, firm)).toEqual([]);
    firm.creditLineCents = 749_999;
    expect(failed(world, lot, firm)).toEqual(["no-finance"]);
    Object.assign(firm, { cashCents: 249_999, creditLineCents: 1_000_000 });
    expect(failed(world, lot, firm)).toEqual(["no-finance"]);
    // A parent stands behind a subsidiary.
    Object.assign(foreign, { cashCents: 0, creditLineCents: 0 });
    expect(failed(world, lot, foreign)).toEqual([]);
  });

  it("finances only what it does itself: the part that is free, and nothing when more than its capacity is booked", () => {
    const { world, lot, firm } = atTheGates();
    // Free are 3,000 of 4,000, so contracts of 4,000 have to be financed and not 5,000.
    Object.assign(firm, { capacityUsdPerMonth: 6000, directUsdPerMonth: 1000, subcontractUsdPerMonth: 2000 });
    Object.assign(firm, { cashCents: 800_000, creditLineCents: 0 });
    expect(failed(world, lot, firm)).toEqual(["too-small"]);
    firm.cashCents = 799_999;
    expect(failed(world, lot, firm)).toEqual(["too-small", "no-finance"]);
    Object.assign(firm, {
      capacityUsdPerMonth: 500,
      directUsdPerMonth: 1000,
      subcontractUsdPerMonth: 0,
      cashCents: 200_000,
    });
    expect(failed(world, lot, firm)).toEqual(["too-small"]);
    firm.cashCents = 199_999;
    expect(failed(world, lot, firm)).toEqual(["too-small", "no-finance"]);
  });

  it("is trusted when it is believed to fail no more often than is tolerated", () => {
    const { world, lot, firm } = atTheGates();
    const believed = perceived(world, world.buyers[lot.buyer], firm.id);
    expect(failed(world, lot, firm, { toleratedFailure: believed })).toEqual([]);
    expect(failed(world, lot, firm, { toleratedFailure: 0.999 * believed })).toEqual(["not-trusted"]);
  });

  it("is trusted more for a tie, as strong as it still is", () => {
    const { world, lot, firm, relation } = atTheGates();
    const { tieMonth } = world.relations;
    strengthenTie(world, lot.buyer, firm.id, 1);
    world.month = 12;
    const [fresh, faded] = [12, 0].map((month) => {
      tieMonth[relation(firm)] = month;
      return perceived(world, world.buyers[lot.buyer], firm.id);
    });
    expect(fresh).toBeLessThan(faded);
    expect(failed(world, lot, firm, { toleratedFailure: (fresh + faded) / 2 })).toEqual(["not-trusted"]);
    expect(failed(world, lot, firm, { toleratedFailure: faded })).toEqual([]);
  });
});

describe("the lowest gate of several", () => {
  it("is the first that a firm meets", () => {
    expect(lowestGate(1)).toBe(Gate.reserved);
    expect(lowestGate((1 << Gate.notCertified) | (1 << Gate.noFinance))).toBe(Gate.notCertified);
    expect(lowestGate(1 << Gate.notTrusted)).toBe(Gate.notTrusted);
    expect(lowestGate(0)).toBe(Gate.outbid);
  });
});

describe("a consortium", () => {
  /** The firm lacks 1,000 of the lot; the other member has 2,000 free and lends half of it. */
  const short = () => {
    const made = atTheGates();
    change(made.world, "association", { membership: 1, pooledCapacity: 0.5 });
    made.firm.capacityUsdPerMonth = 3000;
    made.other.capacityUsdPerMonth = 2000;
    return made;
  };

  it("covers what a member lacks, when what fellow members lend suffices exactly", () => {
    const { world, lot, firm, other } = short();
    expect(failed(world, lot, firm)).toEqual([]);
    other.capacityUsdPerMonth = 1999;
    expect(failed(world, lot, firm)).toEqual(["too-small"]);
  });

  it("counts what all of them lend, and nothing of the leader's own", () => {
    const { world, lot, firm, other } = short();
    other.capacityUsdPerMonth = 1000;
    const third = firmsOf(world, contestedLot(world), Origin.peruvian).find(
      ({ id }) => id !== firm.id && id !== other.id,
    )!;
    Object.assign(third, { capacityUsdPerMonth: 1000, directUsdPerMonth: 0, subcontractUsdPerMonth: 0 });
    expect(failed(world, lot, firm)).toEqual(["too-small"]);
    onlyBidders(world, lot, [firm, other, third]);
    expect(failed(world, lot, firm)).toEqual([]);
  });

  it("is open to members only, and to no foreign firm", () => {
    const { world, lot, firm, foreign } = short();
    foreign.capacityUsdPerMonth = 3000;
    expect(failed(world, lot, foreign)).toEqual(["too-small"]);
    const { lenders } = termsOf(world, lot);
    change(world, "association", { membership: 0 });
    expect(failed(world, lot, firm, { lenders })).toEqual(["too-small"]);
  });
});

describe("admission", () => {
  const admitted = (world: World, lot: Lot, firms: readonly Supplier[], changes: Partial<Terms> = {}) =>
    firms.map(({ id }) => isAdmitted(world, { ...termsOf(world, lot), ...changes }, id));

  it("is open to all, but for a lot of a local-area programme, which is for Peruvian firms of the mine's region", () => {
    const { world, lot, firm, other, foreign } = atTheGates();
    const firms = [firm, other, foreign];
    world.columns.region[firm.id] = world.mines[lot.site].region;
    world.columns.region[other.id] = Region.capital;
    world.columns.region[foreign.id] = world.mines[lot.site].region;
    expect(admitted(world, lot, firms)).toEqual([true, true, true]);
    const local = { restricted: true, lot: { ...lot, localArea: true } };
    expect(admitted(world, lot, firms, local)).toEqual([true, false, false]);
  });

  it("to a lot reserved by a rule depends on who is local, and on partners that front", () => {
    const { world, lot, firm, foreign } = atTheGates();
    const firms = [firm, foreign];
    change(world, "localContent", { definition: "owned", reservedShare: 1, enforcement: 1 });
    expect(termsOf(world, lot)).toMatchObject({ reservedByRule: true, restricted: true });
    expect(admitted(world, lot, firms)).toEqual([true, false]);
    expect(failed(world, lot, foreign)).toEqual(["reserved"]);
    change(world, "localContent", { definition: "invoicing" });
    expect(admitted(world, lot, firms)).toEqual([true, true]);
    change(world, "localContent", { definition: "owned", fronting: true, enforcement: 0 });
    expect(fronts(world, lot, foreign.id)).toBe(true);
    expect(admitted(world, lot, firms, { restricted: true })).toEqual([true, true]);
  });
});

describe("word of a tender", () => {
  /** Which of these bidders do not hear of it, worked out the quick way and the thorough way. */
  const deaf = (world: World, lot: Lot, firms: readonly Supplier[]) => {
    const bit = 1 << Gate.notInformed;
    const thorough = firms.filter(({ id }) => (judged(world, termsOf(world, lot), id, true) & bit) !== 0);
    const quick = untied(world, lot).rejected["not-informed"];
    expect(quick.toSorted((x, y) => x - y)).toEqual(thorough.map(({ id }) => id).toSorted((x, y) => x - y));
    return firms.filter(({ id }) => quick.includes(id)).map(({ id }) => id);
  };
  const quiet = { tenderPublicity: 0, registerHearingProbability: 0, subsidiaryHearingProbability: 0 };

  it("reaches subsidiaries and Peruvian firms each in their own way", () => {
    const { world, lot, firm, other, foreign } = atTheGates({ ...quiet, subsidiaryHearingProbability: 1 });
    const firms = [firm, other, foreign];
    world.relations.tie.fill(0);
    expect(deaf(world, lot, firms)).toEqual([firm.id, other.id]);
    change(world, "information", { tenderPublicity: 1 });
    expect(deaf(world, lot, firms)).toEqual([]);
    Object.assign(world.parameters, { subsidiaryHearingProbability: 0 });
    expect(deaf(world, lot, firms)).toEqual([foreign.id]);
  });

  it("comes by the register to those that stand on it now", () => {
    const { world, lot, firm, other, relation } = atTheGates({ ...quiet, registerHearingProbability: 1 });
    onlyBidders(world, lot, [firm, other]);
    world.relations.tie.fill(0);
    expect(deaf(world, lot, [firm, other])).toEqual([]);
    world.relations.registeredFrom[relation(firm)] = 1;
    expect(deaf(world, lot, [firm, other])).toEqual([firm.id]);
  });

  it("comes by any register to those whose registration is recognised", () => {
    const { world, lot, firm, other } = atTheGates({ ...quiet, registerHearingProbability: 1 });
    onlyBidders(world, lot, [firm, other]);
    world.relations.tie.fill(0);
    world.relations.registeredFrom.fill(never);
    expect(deaf(world, lot, [firm, other])).toEqual([firm.id, other.id]);
    change(world, "registration", { mutualRecognition: 1 });
    expect(deaf(world, lot, [firm, other])).toEqual([]);
    firm.registeredSince = never;
    expect(deaf(world, lot, [firm, other])).toEqual([firm.id]);
  });

  it("comes by a tie, less surely the longer ago it was last renewed", () => {
    const { world, lot, firm, other, relation } = atTheGates({ ...quiet, tieRetention: 0 });
    onlyBidders(world, lot, [firm, other]);
    world.relations.tie.fill(0);
    for (const each of [firm, other]) strengthenTie(world, lot.buyer, each.id, 1);
    expect(deaf(world, lot, [firm, other])).toEqual([]);
    world.month = 1;
    world.relations.tieMonth[relation(other)] = 1;
    world.relations.registeredFrom.fill(0);
    expect(deaf(world, lot, [firm, other])).toEqual([firm.id]);
  });

  /** Takes from every firm all that there may be with the buyers: register, ties, evidence. */
  const estrange = ({ relations }: World) => {
    relations.bonds.fill(0);
    relations.tie.fill(0);
    relations.registeredFrom.fill(never);
  };

  it("reaches firms that have nothing to do with the buyer by publication only", () => {
    const { world, lot, firm, other } = atTheGates({ ...quiet, registerHearingProbability: 1 });
    onlyBidders(world, lot, [firm, other]);
    estrange(world);
    expect(deaf(world, lot, [firm, other])).toEqual([firm.id, other.id]);
    change(world, "information", { tenderPublicity: 1 });
    expect(deaf(world, lot, [firm, other])).toEqual([]);
  });

  it("comes by the register without a tie in the burn-in too, though no month of a tie is noted", () => {
    const { world, lot, firm, relation } = atTheGates({ ...quiet, registerHearingProbability: 1 });
    onlyBidders(world, lot, [firm]);
    estrange(world);
    world.month = -1;
    world.relations.tieMonth[relation(firm)] = 0;
    register(world.relations, lot.buyer, firm.id, -1);
    expect(deaf(world, lot, [firm])).toEqual([]);
  });

  it("comes to strangers too by any register that is recognised", () => {
    const { world, lot, firm, other } = atTheGates({ ...quiet, registerHearingProbability: 1 });
    onlyBidders(world, lot, [firm, other]);
    estrange(world);
    change(world, "registration", { mutualRecognition: 1 });
    other.registeredSince = never;
    expect(deaf(world, lot, [firm, other])).toEqual([other.id]);
  });

  it("comes with a chance that a draw has to be below: one that equals it is too high", () => {
    const { world, lot, firm, foreign, relation } = atTheGates(quiet);
    const least = 2 ** -32;
    const drawOf = ({ id }: Supplier) => drawWith(termsOf(world, lot).hearPrefix, world.columns.key[id]);
    const heard = ({ id }: Supplier) => {
      hearers(world, { ...termsOf(world, lot), everyGate: true }, [id], false);
      return (field.failed[0] & (1 << Gate.notInformed)) === 0;
    };
    const parameter = (changes: Partial<World["parameters"]>) => Object.assign(world.parameters, changes);
    estrange(world);
    // A subsidiary, a stranger, and a firm on the register.
    parameter({ subsidiaryHearingProbability: drawOf(foreign) });
    expect(heard(foreign)).toBe(false);
    parameter({ subsidiaryHearingProbability: drawOf(foreign) + least });
    expect(heard(foreign)).toBe(true);
    change(world, "information", { tenderPublicity: drawOf(firm) });
    expect(heard(firm)).toBe(false);
    change(world, "information", { tenderPublicity: drawOf(firm) + least });
    expect(heard(firm)).toBe(true);
    change(world, "information", { tenderPublicity: 0 });
    register(world.relations, lot.buyer, firm.id, 0);
    expect(world.relations.registeredFrom[relation(firm)]).toBe(0);
    parameter({ registerHearingProbability: drawOf(firm) });
    expect(heard(firm)).toBe(false);
    parameter({ registerHearingProbability: drawOf(firm) + least });
    expect(heard(firm)).toBe(true);
  });

  it("never reaches firms that are not admitted: they are counted as that", () => {
    const { world, lot, firm, other, foreign } = atTheGates(quiet);
    world.relations.tie.fill(0);
    change(world, "localContent", { definition: "owned", reservedShare: 1, enforcement: 1 });
    expect(tenderNow(world, lot).rejected).toMatchObject({
      "not-informed": [firm.id, other.id],
      reserved: [foreign.id],
    });
  });
});

describe("the count of firms at each gate", () => {
  /** Counts of a tender by origin and gate in both tables, over an even 1 in every cell before. */
  function counted(world: World, lot: Lot) {
    const { firstByYear, firstByBuyer } = world.funnel;
    const { month } = world;
    const tables = [
      { table: firstByYear, row: Math.floor(month / 12) },
      { table: firstByBuyer, row: lot.buyer },
    ];
    for (const { table } of tables) table.fill(1);
    untied(world, lot);
    const [byYear, byBuyer] = tables.map(({ table, row }) => {
      const start = funnelCell(world.funnel, Math.max(0, row), lot.category, 0, lot.riskClass);
      const found: Record<string, number> = {};
      let sum = 0;
      for (let origin = 0; origin < 3; origin++) {
        for (let gate = 0; gate < gateCount; gate++) {
          const firms = table[start + originStride * origin + gate] - 1;
          sum += firms;
          if (firms !== 0) found[`${origin} ${gateNames[gate]}`] = firms;
        }
      }
      // Nothing is counted elsewhere.
      expect(table.reduce((total, cell) => total + cell, 0)).toBe(table.length + sum);
      expect(table.every((cell) => cell >= 1)).toBe(true);
      return found;
    });
    expect(byBuyer).toEqual(byYear);
    return byYear;
  }

  it("goes by origin: those not admitted, those that did not hear, and those that fell later, lost or won", () => {
    const { world, lot, firm, foreign, relation } = atTheGates({
      tenderPublicity: 0,
      registerHearingProbability: 0,
      subsidiaryHearingProbability: 0,
    });
    world.month = 13;
    world.relations.tie.fill(0);
    const [none, reserved] = [
      { "2 not-informed": 2, "0 not-informed": 1 },
      { "2 not-informed": 2, "0 reserved": 1 },
    ];
    expect(counted(world, lot)).toEqual(none);
    expect(counted(world, lot)).toEqual(none);
    change(world, "localContent", { definition: "owned", reservedShare: 1, enforcement: 1 });
    expect(counted(world, lot)).toEqual(reserved);
    expect(counted(world, lot)).toEqual(reserved);
    change(world, "localContent", { reservedShare: 0 });
    change(world, "information", { tenderPublicity: 1 });
    Object.assign(world.parameters, { subsidiaryHearingProbability: 1 });
    world.relations.registeredFrom[relation(firm)] = never;
    firm.registeredSince = never;
    foreign.capacityUsdPerMonth = 3999;
    expect(counted(world, lot)).toEqual({ "2 not-registered": 1, "0 too-small": 1, "2 won": 1 });
    world.relations.registeredFrom[relation(firm)] = 0;
    expect(counted(world, lot)).toEqual({ "2 won": 1, "2 outbid": 1, "0 too-small": 1 });
  });

  it("leaves the burn-in out, bidders and all", () => {
    const { world, lot, firm } = atTheGates();
    world.month = -1;
    const { registeredFrom, tieMonth, evidence } = world.relations;
    for (const table of [registeredFrom, tieMonth]) table.fill(-1);
    for (let at = EvidenceField.month; at < evidence.length; at += evidenceStride) evidence[at] = -1;
    expect(failed(world, lot, firm)).toEqual([]);
    expect(counted(world, lot)).toEqual({});
    firm.capacityUsdPerMonth = 0;
    expect(failed(world, lot, firm)).toContain("too-small");
    expect(counted(world, lot)).toEqual({});
    Object.assign(world.parameters, { subsidiaryHearingProbability: 0 });
    change(world, "information", { tenderPublicity: 0 });
    expect(counted(world, lot)).toEqual({});
  });

  it("of every gate goes by origin, with those that are one gate away", () => {
    const { world, lot, firm, other, foreign, relation } = atTheGates({}, true);
    const { everyByYear, oneAwayByYear } = world.funnel;
    firm.capacityUsdPerMonth = 3999;
    world.relations.registeredFrom[relation(other)] = never;
    Object.assign(other, { registeredSince: never, capacityUsdPerMonth: 3999 });
    const rows = (table: Uint32Array) => {
      const start = funnelCell(world.funnel, 0, lot.category, 0, lot.riskClass);
      return Object.fromEntries(
        [Origin.global, Origin.chilean, Origin.peruvian].flatMap((origin) =>
          gateNames.flatMap((name, gate) => {
            const firms = table[start + originStride * origin + gate];
            return firms === 0 ? [] : [[`${origin} ${name}`, firms]];
          }),
        ),
      );
    };
    untied(world, lot);
    expect(rows(everyByYear)).toEqual({ "2 too-small": 2, "2 not-registered": 1 });
    expect(rows(oneAwayByYear)).toEqual({ "2 too-small": 1 });
    foreign.capacityUsdPerMonth = 3999;
    untied(world, lot);
    expect(rows(everyByYear)).toEqual({ "0 too-small": 1, "2 too-small": 4, "2 not-registered": 2 });
    expect(rows(oneAwayByYear)).toEqual({ "0 too-small": 1, "2 too-small": 2 });
  });
});
