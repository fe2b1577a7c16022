import { describe, expect, it } from "vitest";
import type { Challenge, Project } from "../../../src/agents/research.ts";
import type { Supplier } from "../../../src/agents/supplier.ts";
import { ownEvidenceMonths, perceived, recordMonths } from "../../../src/engine/evidence.ts";
import { Flow, openMonth } from "../../../src/engine/ledger.ts";
import { innovation } from "../../../src/engine/phases/innovation.ts";
import { simulate } from "../../../src/engine/run.ts";
import type { World } from "../../../src/engine/world.ts";
import { eventsOf, peruvianFirms, smallWorld } from "../worlds.ts";

/** Trials that always succeed, mines that trust every maker, and no problems but those that a test makes. */
const certain = { proofSuccess: 1, innovationTolerance: 1, challengesPerMonth: 0, spreadProbability: 0 };

function challengeAt(world: World, firm: Supplier, traits: Partial<Challenge> = {}): Challenge {
  const mine = world.mines.findIndex(({ stage }) => stage === "operation");
  return {
    id: world.nextChallengeId++,
    key: 4711,
    mine,
    category: firm.categories[0],
    line: firm.line,
    need: 0,
    savingUsdPerYear: 1_000_000,
    missionCritical: false,
    reluctance: 0.5,
    nonIntrusive: false,
    arisenMonth: world.month,
    disclosedMonth: null,
    closedBy: null,
    ...traits,
  };
}

function give(world: World, firm: Supplier, challenge: Challenge, project: Partial<Project> = {}): Project {
  firm.project = {
    challenge,
    partner: "none",
    startedMonth: world.month,
    monthlyCents: 1_000_000,
    grants: [],
    stage: "proof",
    stageStartedMonth: world.month,
    trial: null,
    ...project,
  };
  world.researchers.push(firm);
  return firm.project;
}

function innovatorsWorld(parameters: Record<string, number> = {}) {
  const world = smallWorld({ parameters: { ...certain, ...parameters }, beyondRanges: true });
  world.month = 0;
  const firm = peruvianFirms(world).find(({ id }) =>
    world.buyers.every(({ index }) => ownEvidenceMonths(world, index, id) === 0),
  )!;
  firm.cashCents = 1e12;
  return { world, firm };
}

function monthOf(world: World): void {
  world.month += 1;
  openMonth(world.ledger);
  innovation(world);
}

function openCentre(world: World, slotsPerMonth: number): void {
  world.rules = {
    ...world.rules,
    testing: { slotsPerMonth: slotsPerMonth / world.scale, priceUsd: 50_000 * world.scale },
  };
}

const fears = (world: World, firm: Supplier) =>
  world.mines.map(({ index }) => perceived(world, world.buyers[index], firm.id));

describe("a trial at scale", () => {
  it("at a testing centre changes what every buyer believes, and not the firm's skill", () => {
    const { world, firm } = innovatorsWorld();
    openCentre(world, 5);
    give(world, firm, challengeAt(world, firm));
    const skill = [firm.technical, firm.organisational, firm.standards, firm.certificateLevel];
    const before = fears(world, firm);
    for (let i = 0; i < 6; i++) monthOf(world);
    expect(eventsOf(world.events, "project")).toContainEqual(
      expect.objectContaining({ step: "trial-passed", at: "testing-centre" }),
    );
    expect([firm.technical, firm.organisational, firm.standards, firm.certificateLevel]).toEqual(skill);
    fears(world, firm).forEach((fear, mine) => expect(fear).toBeLessThan(before[mine]));
  });

  it("at a mine is that mine's own evidence", () => {
    const { world, firm } = innovatorsWorld();
    const challenge = challengeAt(world, firm, { nonIntrusive: true });
    give(world, firm, challenge);
    const skill = firm.technical;
    for (let i = 0; i < 6; i++) monthOf(world);
    expect(firm.technical).toBe(skill);
    expect(eventsOf(world.events, "project")).toContainEqual(
      expect.objectContaining({ step: "trial-passed", at: "mine" }),
    );
    const there = ownEvidenceMonths(world, challenge.mine, firm.id);
    expect(there).toBeGreaterThan(0.8 * world.parameters.trialEvidenceMonths);
    const elsewhere = world.mines.filter(({ index }) => index !== challenge.mine);
    for (const { index } of elsewhere) expect(ownEvidenceMonths(world, index, firm.id)).toBe(0);
    expect(firm.publicSuccesses).toBe(0);
  });

  it("is a catch-22: a mine that does not know the firm does not open for an intrusive test, and the project ends", () => {
    const { world, firm } = innovatorsWorld();
    give(world, firm, challengeAt(world, firm));
    for (let i = 0; i < 40; i++) monthOf(world);
    expect(firm.project).toBe(null);
    expect(firm.adoptions).toBe(0);
    const last = eventsOf(world.events, "project").at(-1);
    expect(last).toMatchObject({ step: "abandoned", reason: "no-trial" });
  });

  it("is in vain where its maker is not trusted", () => {
    const { world, firm } = innovatorsWorld({ innovationTolerance: 0 });
    give(world, firm, challengeAt(world, firm, { nonIntrusive: true }));
    for (let i = 0; i < 6; i++) monthOf(world);
    expect([firm.project, firm.adoptions]).toEqual([null, 0]);
    expect(eventsOf(world.events, "project").slice(-2)).toMatchObject([
      { step: "trial-passed", at: "mine" },
      { step: "abandoned", reason: "not-trusted" },
    ]);
  });

  it.each([
    ["a non-intrusive test", (_: World, __: Supplier): Partial<Challenge> => ({ nonIntrusive: true })],
    [
      "a firm with long own evidence there",
      (world: World, firm: Supplier) => {
        for (let i = 0; i < world.parameters.ownEvidenceForTrialMonths + 10; i++)
          recordMonths(world, 0, firm.id, 1, 0);
        return {};
      },
    ],
    [
      "a firm of the mine's programme",
      (_: World, firm: Supplier) => {
        firm.programmeMine = 0;
        firm.programmeUntilMonth = 100;
        return {};
      },
    ],
    [
      "any firm, once a testing centre has a slot",
      (world: World) => {
        openCentre(world, 1);
        return {};
      },
    ],
  ])("is open to %s", (_, prepare) => {
    const { world, firm } = innovatorsWorld();
    give(world, firm, challengeAt(world, firm, { mine: 0, ...prepare(world, firm) }));
    for (let i = 0; i < 12; i++) monthOf(world);
    expect(firm.adoptions).toBe(1);
  });

  it("comes too late for a challenge that has lapsed", () => {
    const { world, firm } = innovatorsWorld();
    const challenge = challengeAt(world, firm, {
      arisenMonth: world.month - world.parameters.challengeLifeMonths,
    });
    world.challenges.push(challenge);
    give(world, firm, challenge);
    monthOf(world);
    expect(challenge.closedBy).toBe("nobody");
    expect(firm.project).toBe(null);
    const last = eventsOf(world.events, "project").at(-1);
    expect(last).toMatchObject({ step: "abandoned", reason: "problem-lapsed" });
  });

  it("at a testing centre takes one slot and is paid once", () => {
    const { world, firm } = innovatorsWorld();
    openCentre(world, 5);
    give(world, firm, challengeAt(world, firm));
    const before = firm.cashCents;
    let spent = 0;
    for (let i = 0; i < 8; i++) {
      monthOf(world);
      spent += world.ledger.flows[Flow.research];
    }
    expect(firm.adoptions).toBe(1);
    expect(spent).toBe(50_000 * 100);
    expect(before - firm.cashCents).toBe(50_000 * 100);
  });

  it("takes its months, also for a firm that had to wait for a slot", () => {
    const { world, firm } = innovatorsWorld();
    give(world, firm, challengeAt(world, firm));
    for (let i = 0; i < 10; i++) monthOf(world);
    openCentre(world, 1);
    monthOf(world);
    expect(firm.adoptions).toBe(0);
    for (let i = 0; i < 4; i++) monthOf(world);
    expect(firm.adoptions).toBe(1);
  });

  it("is not run without a slot, nor by a firm that cannot pay for it", () => {
    const poor = innovatorsWorld();
    openCentre(poor.world, 5);
    give(poor.world, poor.firm, challengeAt(poor.world, poor.firm));
    poor.firm.cashCents = 0;
    for (let i = 0; i < 6; i++) monthOf(poor.world);
    expect(poor.firm.adoptions).toBe(0);
    expect(poor.firm.cashCents).toBe(0);
  });
});

describe("a project", () => {
  it("costs in research and prototype what was planned", () => {
    const { world, firm } = innovatorsWorld({ stageSuccessBase: 5 });
    const months = Math.round(world.parameters.stageMonths);
    const project = give(world, firm, challengeAt(world, firm, { nonIntrusive: true }), {
      stage: "research",
    });
    // As in a run: a project is begun within the phase, and its first month is that month.
    world.month -= 1;
    let spent = 0;
    for (let i = 0; i < 2 * months + 3; i++) {
      monthOf(world);
      spent += world.ledger.flows[Flow.research];
    }
    expect(spent).toBe(2 * months * project.monthlyCents);
  });

  it("lowers taxable profit, and less where a grant pays", () => {
    const own = innovatorsWorld();
    const startedMonth = own.world.month - own.world.parameters.creditApprovalMonths;
    give(own.world, own.firm, challengeAt(own.world, own.firm), { stage: "research", startedMonth });
    monthOf(own.world);
    expect([own.firm.yearProfitCents, own.firm.yearResearchCents]).toEqual([-1_000_000, 1_000_000]);
    const granted = innovatorsWorld();
    give(granted.world, granted.firm, challengeAt(granted.world, granted.firm), {
      stage: "research",
      startedMonth,
      grants: [{ policy: "innovate-peru", share: 0.7 }],
    });
    monthOf(granted.world);
    expect([granted.firm.yearProfitCents, granted.firm.yearResearchCents]).toEqual([-300_000, 300_000]);
    expect(granted.world.ledger.publicCents.get("innovate-peru")).toBe(700_000);
  });

  it("ends when somebody else was first", () => {
    const { world, firm } = innovatorsWorld();
    give(world, firm, challengeAt(world, firm, { closedBy: "foreign" }));
    monthOf(world);
    expect(firm.project).toBe(null);
    expect(eventsOf(world.events, "project").at(-1)).toMatchObject({ reason: "solved-by-another" });
  });
});

describe("the log of projects", () => {
  it("says who pays, and why each is given up", () => {
    const policies = [{ policy: "innovate-peru", startMonth: 0 }] as const;
    const { events } = simulate(
      { id: "research", months: 96, population: 200, policies },
      { seed: 1, events: true },
    );
    const steps = eventsOf(events, "project");
    const grants = steps.flatMap((event) => (event.step === "started" ? [event.grants.join()] : []));
    expect([...new Set(grants)].toSorted()).toEqual(["", "innovate-peru"]);
    const reasons = new Set(steps.flatMap((event) => (event.step === "abandoned" ? [event.reason] : [])));
    // For want of a trial or of trust projects end too rarely to be met here.
    expect([...reasons].toSorted()).toEqual([
      "problem-lapsed",
      "prototype-failed",
      "research-failed",
      "solved-by-another",
      "trial-failed",
    ]);
  });
});

describe("an adopted solution", () => {
  function adopted(parameters: Record<string, number> = {}) {
    const made = innovatorsWorld(parameters);
    const challenge = challengeAt(made.world, made.firm, { nonIntrusive: true });
    give(made.world, made.firm, challenge);
    const direct = made.firm.directUsdPerMonth;
    for (let i = 0; i < 4; i++) monthOf(made.world);
    return { ...made, challenge, direct };
  }

  it("is a contract that earns a premium, saves the mine money, books no capacity and costs no revenue where it fails", () => {
    const { world, firm, challenge, direct } = adopted();
    const contract = world.book.contracts.find(
      ({ lot, supplier }) => lot === null && supplier?.id === firm.id,
    )!;
    const { premiumShare, innovationContractMonths } = world.parameters;
    expect(contract.savingCents * 12).toBeCloseTo(challenge.savingUsdPerYear * 100, -2);
    expect(contract.priceCents / contract.savingCents).toBeCloseTo(premiumShare, 4);
    expect(contract.endMonth - contract.startMonth).toBe(innovationContractMonths);
    expect(contract.lossPerDailyRevenue).toBe(0);
    expect(firm.directUsdPerMonth).toBe(direct);
    expect(firm.directContracts).toBeGreaterThan(0);
  });

  it("locks its need in, and no other", () => {
    const { world, challenge } = adopted();
    const locked = world.lockedUntil.filter((month) => month > world.month);
    expect(locked).toHaveLength(1);
    expect(challenge.closedBy).toBe("local");
  });

  it("makes the mine give up what else it sought for that need, and nothing else", () => {
    // A hundred firms have an eighth of the default's needs.
    const { world, firm } = innovatorsWorld({ foreignSolutionProbability: 0, needsPerCategory: 16 });
    const won = challengeAt(world, firm, { nonIntrusive: true });
    const same = challengeAt(world, firm, { key: 1 });
    const otherNeed = challengeAt(world, firm, { key: 2, need: 1 });
    const otherMine = challengeAt(world, firm, { key: 3, mine: won.mine + 1 });
    world.challenges.push(won, same, otherNeed, otherMine);
    const rival = peruvianFirms(world).find(({ id }) => id !== firm.id)!;
    give(world, firm, won);
    give(world, rival, same);
    for (let i = 0; i < 5; i++) monthOf(world);
    expect([won, same, otherNeed, otherMine].map(({ closedBy }) => closedBy)).toEqual([
      "local",
      "nobody",
      null,
      null,
    ]);
    expect(rival.project).toBe(null);
    const last = eventsOf(world.events, "project").at(-1);
    expect(last).toMatchObject({ supplier: rival.id, reason: "problem-lapsed" });
  });

  it("locks the same need in at the mines to which it spreads, and goes to none where that is locked in", () => {
    const { world, firm } = innovatorsWorld({ spreadProbability: 1, foreignSolutionProbability: 0 });
    const first = challengeAt(world, firm, { nonIntrusive: true });
    const needs = world.lockedUntil.length / (world.mines.length * world.categories.length);
    const lockedAt = ({ mine, category, need }: Challenge) =>
      world.lockedUntil[(mine * world.categories.length + category) * needs + need];
    const open = challengeAt(world, firm, { key: 1, mine: first.mine + 1 });
    const taken = challengeAt(world, firm, { key: 2, mine: first.mine + 2 });
    world.challenges.push(first, open);
    world.lockedUntil[(taken.mine * world.categories.length + taken.category) * needs] = 500;
    give(world, firm, first);
    for (let i = 0; i < 5; i++) monthOf(world);
    const operating = world.mines.filter(({ stage }) => stage === "operation").length;
    expect(firm.adoptions).toBe(operating - 1);
    expect(lockedAt(taken)).toBe(500);
    expect(lockedAt(open)).toBe(lockedAt(first));
    expect(open.closedBy).toBe("nobody");
  });

  it("spreads to other mines only where its maker is trusted", () => {
    const alone = adopted({ spreadProbability: 0 });
    expect(alone.firm.adoptions).toBe(1);
    const known = adopted({ spreadProbability: 1 });
    expect(known.firm.adoptions).toBe(known.world.mines.filter(({ stage }) => stage === "operation").length);
    // Tolerated at the mine of the trial, whose own evidence it is, and nowhere else.
    const local = adopted({ spreadProbability: 1, innovationTolerance: 0.06, otherBuyersWeight: 0 });
    expect(local.firm.adoptions).toBeLessThan(known.firm.adoptions);
  });
});

describe("challenges", () => {
  it("are disclosed by a threshold: a portal also opens those already standing, and never closes one", () => {
    const { world, firm } = innovatorsWorld({ foreignSolutionProbability: 0, challengeDisclosure: 0.2 });
    for (const reluctance of [0.1, 0.3, 0.6, 0.9])
      world.challenges.push(challengeAt(world, firm, { reluctance }));
    monthOf(world);
    const disclosed = () => world.challenges.map(({ disclosedMonth }) => disclosedMonth !== null);
    expect(disclosed()).toEqual([true, false, false, false]);
    world.rules = { ...world.rules, challenges: { disclosure: 0.7 } };
    monthOf(world);
    expect(disclosed()).toEqual([true, true, true, false]);
    expect(world.counts.challengesDisclosed).toBe(3);
  });

  it("that are mission-critical are handled by large foreign firms at once, and closed to newcomers", () => {
    const { world, firm } = innovatorsWorld({
      challengeDisclosure: 1,
      hearChallengeProbability: 1,
    });
    firm.technical = 1;
    const traits = { savingUsdPerYear: 1e9, nonIntrusive: true, arisenMonth: 1 };
    const challenge = challengeAt(world, firm, { missionCritical: true, ...traits });
    world.challenges.push(challenge);
    monthOf(world);
    expect(challenge.closedBy).toBe(null);
    monthOf(world);
    expect(challenge.closedBy).toBe("foreign");
    expect(challenge.disclosedMonth).toBe(null);
    expect(world.suppliers.every(({ project }) => project === null)).toBe(true);
  });

  it("are answered by able firms that hear of them, if the return covers the cost", () => {
    const started = (traits: Partial<Challenge>, skill: number, heard: number) => {
      const { world, firm } = innovatorsWorld({
        challengeDisclosure: 1,
        hearChallengeProbability: heard,
        noticeChallengeProbability: 0,
        foreignSolutionProbability: 0,
      });
      for (const other of peruvianFirms(world)) other.technical = 0;
      firm.technical = skill;
      world.challenges.push(challengeAt(world, firm, { nonIntrusive: true, arisenMonth: 1, ...traits }));
      monthOf(world);
      return firm.project !== null;
    };
    const large = { savingUsdPerYear: 1e9 };
    expect(started(large, 1, 1)).toBe(true);
    expect(started(large, 1, 0)).toBe(false);
    expect(started(large, 0.1, 1)).toBe(false);
    expect(started({ savingUsdPerYear: 1 }, 1, 1)).toBe(false);
  });

  it("are answered where a slot of the testing centre is worth what it costs a firm, which stands for several", () => {
    const started = (priceUsd: number) => {
      const { world, firm } = innovatorsWorld({
        challengeDisclosure: 1,
        hearChallengeProbability: 1,
        foreignSolutionProbability: 0,
      });
      expect(world.scale).toBe(1 / 8);
      world.rules = { ...world.rules, testing: { slotsPerMonth: 100, priceUsd } };
      for (const other of peruvianFirms(world)) other.technical = 0;
      firm.technical = 1;
      world.challenges.push(challengeAt(world, firm, { savingUsdPerYear: 4_000_000, arisenMonth: 1 }));
      monthOf(world);
      return firm.project !== null;
    };
    expect(started(100_000)).toBe(true);
    // Eight times as much is more than the 3.2 million that the solution earns in four years.
    expect(started(500_000)).toBe(false);
  });

  it("lapse after their time", () => {
    const { world, firm } = innovatorsWorld({ foreignSolutionProbability: 0, challengeLifeMonths: 5 });
    world.challenges.push(challengeAt(world, firm));
    for (let i = 0; i < 4; i++) monthOf(world);
    expect(world.challenges).toHaveLength(1);
    monthOf(world);
    expect(world.challenges).toHaveLength(0);
    expect(eventsOf(world.events, "challenge").at(-1)).toMatchObject({ change: "lapsed" });
  });

  it("that are solved abroad lock their need in, but for mission-critical events, which are handled", () => {
    const lockedIn = (missionCritical: boolean) => {
      const { world, firm } = innovatorsWorld({ foreignSolutionProbability: 1 });
      const challenge = challengeAt(world, firm, { missionCritical });
      world.challenges.push(challenge);
      monthOf(world);
      expect(challenge.closedBy).toBe("foreign");
      return world.lockedUntil.filter((month) => month > world.month).length;
    };
    expect(lockedIn(false)).toBe(1);
    expect(lockedIn(true)).toBe(0);
  });

  it("do not arise from needs that are locked in", () => {
    const arisen = (locked: number) => {
      const { world } = innovatorsWorld({ challengesPerMonth: 100 });
      world.lockedUntil.fill(locked);
      monthOf(world);
      return world.counts.challengesArisen;
    };
    expect(arisen(0)).toBeGreaterThan(20);
    expect(arisen(500)).toBe(0);
  });

  it("have as many more needs as there are more firms, so that as large a part of them is locked in", () => {
    const needsAt = (population: number) => {
      const { lockedUntil, mines, categories } = smallWorld({ population });
      return lockedUntil.length / (mines.length * categories.length);
    };
    expect([100, 400, 800, 1600].map(needsAt)).toEqual([1, 2, 4, 8]);
    // They are all drawn: 100 problems a month fall on every need of a mine's largest category.
    const { world } = innovatorsWorld({ challengesPerMonth: 100, needsPerCategory: 32 });
    for (let i = 0; i < 4; i++) monthOf(world);
    const met = new Set(world.challenges.filter(({ mine }) => mine === 0).map(({ need }) => need));
    expect([...met].sort()).toEqual([0, 1, 2, 3]);
  });
});
