import { beforeEach, describe, expect, it } from "vitest";
import { Gate, gateCount } from "../../src/agents/codes.ts";
import {
  certificateCostUsd,
  chooseInvestments,
  investmentOptions,
  type Investment,
  type InvestmentKind,
  type Review,
} from "../../src/agents/strategy.ts";
import type { Supplier } from "../../src/agents/supplier.ts";
import { organisationLimitUsdPerMonth } from "../../src/agents/supplier-limits.ts";
import type { Institutions } from "../../src/scenarios/institutions.ts";
import type { World } from "../../src/engine/world.ts";
import { peruvianFirms, smallWorld } from "../engine/worlds.ts";

let world: World;
let firm: Supplier;

beforeEach(() => {
  world = smallWorld();
  firm = peruvianFirms(world)[0]!;
  firm.organisational = 0.9;
  firm.certificateLevel = 1;
});

/** What a firm would invest in after a year in which it lost so much at each gate. */
function options(
  lost: Partial<Record<keyof typeof Gate, number>>,
  review: Partial<Review> = {},
  rules: Institutions = world.rules,
): Map<InvestmentKind, Investment> {
  const lostUsd = new Float64Array(gateCount);
  for (const [gate, value] of Object.entries(lost)) lostUsd[Gate[gate as keyof typeof Gate]] = value;
  const full: Review = {
    lostUsd,
    registerWith: -1,
    registerValueUsd: 0,
    tieWith: -1,
    certificateAsked: 0,
    month: 0,
    ...review,
  };
  const found = investmentOptions(world.parameters, rules, world.categories, firm, full, world.scale);
  return new Map(found.map((option) => [option.kind, option]));
}

const much = 1e12;

describe("the yearly decision", () => {
  it("is to do nothing about gates that cost nothing", () => {
    firm.otherSectorsShare = 1;
    expect([...options({}).keys()]).toEqual([]);
  });

  it.each([
    ["grow", { tooSmall: much }],
    ["upgrade-process", { outbid: much }],
  ] as const)("offers to %s when the gate behind which that lies costs most", (kind, lost) => {
    expect(options({})).not.toContain(kind);
    expect(options(lost).get(kind)!.gainUsd).toBeGreaterThan(options(lost).get(kind)!.costUsd);
  });

  it("seeks a certificate only where its categories ask for one that it lacks", () => {
    const lost = { notCertified: much };
    expect(options(lost, { certificateAsked: 1 }).has("certify")).toBe(false);
    expect(options(lost, { certificateAsked: 2 }).has("certify")).toBe(true);
    expect(options({ tooSmall: much }, { certificateAsked: 2 }).has("certify")).toBe(false);
    firm.certificateDueMonth = 5;
    expect(options(lost, { certificateAsked: 2 }).has("certify")).toBe(false);
  });

  it("pays less for a certificate where the state pays part, and where it works to standards already", () => {
    const cost = (rules = world.rules) =>
      options({ notCertified: much }, { certificateAsked: 2 }, rules).get("certify")!.costUsd;
    const subsidised = { ...world.rules, certification: { ...world.rules.certification, subsidyShare: 0.6 } };
    expect(cost(subsidised) / cost()).toBeCloseTo(0.4, 9);
    const before = cost();
    firm.standards = Math.min(1, firm.standards + 0.1);
    expect(cost()).toBeLessThan(before);
    expect([1, 2, 3].map((level) => certificateCostUsd(world.rules, level))).toEqual([
      world.rules.certification.level1Usd,
      world.rules.certification.level2Usd,
      world.rules.certification.level3Usd,
    ]);
  });

  it("registers with the buyer where a missing registration cost it most", () => {
    const option = options({}, { registerWith: 3, registerValueUsd: much }).get("register")!;
    expect(option.buyer).toBe(3);
    expect(options({}, { registerWith: 3, registerValueUsd: 0 }).has("register")).toBe(false);
  });

  it("seeks a foreign partner only when told that it was not trusted, and only if it looks for knowledge outside", () => {
    const outward = peruvianFirms(world).find(({ knowledge }) => knowledge === "external")!;
    const inward = peruvianFirms(world).find(({ knowledge }) => knowledge === "internal")!;
    firm = outward;
    expect(options({ outbid: much }).has("seek-partner")).toBe(false);
    expect(options({ notTrusted: much }).has("seek-partner")).toBe(true);
    outward.partnerUntilMonth = 12;
    expect(options({ notTrusted: much }).has("seek-partner")).toBe(false);
    firm = inward;
    expect(options({ notTrusted: much }).has("seek-partner")).toBe(false);
  });

  it("builds ties when it saw little: what it heard of lowers what it expects of them", () => {
    firm.directUsdPerMonth = 0;
    firm.subcontractUsdPerMonth = 0;
    firm.heardValueUsd = 0;
    const unseen = options({}, { tieWith: 2 }).get("build-ties")!;
    expect(unseen.buyer).toBe(2);
    firm.heardValueUsd = firm.capacityUsdPerMonth * 12;
    expect(options({}, { tieWith: 2 }).get("build-ties")!.gainUsd).toBeLessThan(unseen.gainUsd);
    firm.heardValueUsd = much;
    expect(options({}, { tieWith: 2 }).has("build-ties")).toBe(false);
  });

  it("is worth to it what the document says, gate by gate, and costs what its size asks", () => {
    firm = peruvianFirms(world).find(({ knowledge }) => knowledge === "external")!;
    Object.assign(firm, { organisational: 0.9, certificateLevel: 1, technical: 0.5, standards: 0.4 });
    Object.assign(firm, {
      capacityUsdPerMonth: 1e5,
      directUsdPerMonth: 2e4,
      subcontractUsdPerMonth: 1e4,
      heardValueUsd: 1e6,
    });
    const lost = { notCertified: 2e9, tooSmall: 3e9, notTrusted: 4e9, outbid: 5e9 };
    const review = { registerWith: 1, registerValueUsd: 1e9, tieWith: 2, certificateAsked: 2 };
    const found = options(lost, review);
    const margin = 0.12 * 0.08;
    const bySize = (months: number, gainUsd: number) => ({ costUsd: months * 1e5, gainUsd });
    const expected = {
      register: { costUsd: 8 * 12_000, gainUsd: 1e9 * margin },
      certify: {
        costUsd: 8 * 80_000 * (1 + world.parameters.standardsPeruvianMean - 0.4),
        gainUsd: 2e9 * margin,
      },
      grow: bySize(6 * 0.12, 3e9 * margin),
      "seek-partner": bySize(0.8, (4e9 * margin * 12) / (12 + 20)),
      "upgrade-process": bySize(0.08, 5e9 * 0.12 * 0.05 * 0.5 * 0.6),
      "build-ties": bySize(0.05, ((7e4 * 12) / 0.12 - 1e6) * margin * 0.3),
      "other-sectors": bySize(0.1, 7e4 * 0.08 * 0.062 * 30),
    };
    for (const [kind, { costUsd, gainUsd }] of Object.entries(expected)) {
      const option = found.get(kind as InvestmentKind)!;
      expect(option.costUsd / costUsd, kind).toBeCloseTo(1, 9);
      expect(option.gainUsd / gainUsd, kind).toBeCloseTo(1, 9);
    }
    expect(new Set(found.keys())).toEqual(new Set(Object.keys(expected)));
  });

  it("trains its organisation where that is what stops its growth", () => {
    expect(options({ tooSmall: much }).has("train")).toBe(false);
    firm.capacityUsdPerMonth = organisationLimitUsdPerMonth(world.parameters, firm);
    const stopped = options({ tooSmall: much });
    expect(stopped.has("train")).toBe(true);
    expect(stopped.has("grow")).toBe(false);
  });
});

describe("a choice of investments", () => {
  const option = (kind: InvestmentKind, costUsd: number, gainUsd: number): Investment => ({
    kind,
    costUsd,
    gainUsd,
    buyer: -1,
    publicUsd: 0,
  });

  it("takes the highest return per dollar first, each kind once, within the budget", () => {
    const options = [
      option("grow", 60, 90),
      option("train", 10, 40),
      option("train", 5, 10),
      option("certify", 50, 60),
    ];
    expect(chooseInvestments(options, 75).map(({ kind }) => kind)).toEqual(["train", "grow"]);
    expect(chooseInvestments(options, 69).map(({ kind }) => kind)).toEqual(["train", "certify"]);
    expect(chooseInvestments(options, 200).map(({ kind }) => kind)).toEqual(["train", "grow", "certify"]);
    expect(chooseInvestments(options, 0)).toEqual([]);
  });
});
