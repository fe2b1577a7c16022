import { beforeAll, describe, expect, it } from "vitest";
import { gateNames } from "../../src/agents/codes.ts";
import { metricNames, type Run } from "../../src/engine/observations.ts";
import { simulate } from "../../src/engine/run.ts";
import { policies, type PolicyId } from "../../src/scenarios/policies.ts";
import type { PolicyRequest } from "../../src/scenarios/policy-request.ts";
import type { ScenarioInput } from "../../src/scenarios/scenario.ts";
import { eventsOf, rejections } from "../engine/worlds.ts";

const horizon: Omit<ScenarioInput, "id"> = { months: 108, burnInMonths: 0, population: 200 };

/** What is read of each month: every metric, and how many Peruvian firms fell at each gate of tenders. */
type Probes = ReadonlyMap<string, readonly number[]>;

function probesOf(run: Run): Probes {
  const months = run.metrics.tenders.length;
  const peruvian = new Set(run.suppliers.filter(({ origin }) => origin === "peruvian").map(({ id }) => id));
  const fallen = new Map(gateNames.map((gate) => [gate, new Array<number>(months).fill(0)]));
  for (const event of eventsOf(run.events, "tender")) {
    for (const { supplier, gate } of rejections(event))
      if (peruvian.has(supplier)) fallen.get(gate)![event.month] += 1;
  }
  return new Map<string, readonly number[]>([
    ...metricNames.map((name) => [name, run.metrics[name]] as const),
    ...[...fallen].map(([gate, counts]) => [`gate ${gate}`, counts] as const),
  ]);
}

/** What moved in the first month in which anything but public money did, and which way, as far as the second run goes. */
function firstMoves(before: Probes, after: Probes): Record<string, "up" | "down"> {
  const money = ["publicCostUsd", "grantsUsd"];
  const months = after.get("tenders")!.length;
  for (let month = 0; month < months; month++) {
    const moved = [...before].flatMap(([name, series]) => {
      const change = after.get(name)![month] - series[month];
      return change === 0 ? [] : [[name, change > 0 ? "up" : "down"] as const];
    });
    if (moved.some(([name]) => !money.includes(name))) return Object.fromEntries(moved);
  }
  return {};
}

function runWith(requests: readonly PolicyRequest[], input: Omit<ScenarioInput, "id"> = horizon): Run {
  return simulate({ id: "a", ...input, policies: requests }, { seed: 2, events: true });
}

const start = { startMonth: 12, rampMonths: 0 };
const atOnce = (policy: PolicyId): PolicyRequest => ({ policy, ...start });
const baseline = probesOf(runWith([]));

/** What a policy moves first: looked for in its first two years, and in all others only if nothing moved. */
function firstMovesOf(policy: PolicyId): Record<string, "up" | "down"> {
  const within = (months: number) =>
    firstMoves(baseline, probesOf(runWith([atOnce(policy)], { ...horizon, months })));
  const early = within(start.startMonth + 24);
  return Object.keys(early).length > 0 ? early : within(horizon.months!);
}

/**
 * What each policy moves first. Gates stand in series: where one opens, more firms fall at the next; so the table names the
 * gate, the belief or the skill behind the effect, and not the effect.
 */
const firstMovers: Partial<Record<PolicyId, Record<string, "up" | "down">>> = {
  "bidding-training": { registrationsRefused: "down", registrations: "up" },
  "business-training": { meanOrganisational: "up" },
  "canon-for-rd": { projectsWithLocalUniversity: "up", grantsUsd: "up" },
  "challenge-portal": { challengesDisclosed: "up", projectsStarted: "up" },
  "commercialisation-training": { projectsStarted: "up" },
  "foreign-university-rd": { projectsWithForeignPartner: "up", grantsUsd: "up" },
  "industry-association": { "gate too-small": "down" },
  "innovate-peru": { grantsUsd: "up" },
  "local-content-rule": { awardsPeruvian: "up", awardsForeign: "down" },
  "local-university-reform": { projectsWithLocalUniversity: "up", projectsWithForeignPartner: "down" },
  matchmaking: { "gate not-informed": "down", "gate not-registered": "up" },
  "mine-access-harmonisation": { "gate not-registered": "down", "gate not-trusted": "up" },
  "rd-centre": { projectsWithResearchCentre: "up", projectsWithForeignPartner: "down" },
  // A firm that expects it starts a project before anybody has used it.
  "rd-credit": { projectsStarted: "up", researchUsd: "up" },
  scholarships: { meanTechnical: "up" },
  "standards-compliance": { certificates: "up" },
  "startup-grants": { entries: "up", peruvianFirms: "up" },
  "supplier-development-programme": { "gate not-informed": "down" },
  "supplier-portal": { "gate not-informed": "down", "gate not-trusted": "up" },
  "testing-centre": { projectsStarted: "up" },
  "transparency-mandate": { "gate not-informed": "down", "gate not-registered": "up" },
  "value-added-services": { upgrades: "up", meanTechnical: "up" },
};

describe("each policy moves first what its mechanism says", () => {
  it.each(Object.entries(firstMovers))("%s", (id, expected) => {
    const moves = firstMovesOf(id as PolicyId);
    expect(moves, JSON.stringify(moves)).toMatchObject(expected);
  });

  it("certification-support: certificates, for which some firms put off a registration", () => {
    const supported = probesOf(runWith([atOnce("certification-support")]));
    const inAll = (probes: Probes) => probes.get("certificates")!.reduce((sum, count) => sum + count, 0);
    expect(inAll(supported)).toBeGreaterThan(inAll(baseline));
    expect(firstMoves(baseline, supported)).toMatchObject({ registrations: "down" });
  });

  const exporters = { ...horizon, population: 400, parameters: { exportOfCapable: 0.001 } };
  let exportersBaseline: Probes;
  beforeAll(() => {
    exportersBaseline = probesOf(runWith([], exporters));
  });

  it.each(["exporter-route", "council"] as const)("%s: first exports of capable firms", (policy) => {
    const settings = { firstExportFactor: 3 };
    const promoted = runWith([{ ...atOnce(policy), settings } as PolicyRequest], exporters);
    const moves = firstMoves(exportersBaseline, probesOf(promoted));
    expect(moves).toMatchObject({ firstExports: "up" });
  });

  it.each(["policy-champion", "policymaker-training"] as const)(
    "%s: how much of another programme is delivered, and nothing without one",
    (policy) => {
      const companion: PolicyRequest = { policy: "testing-centre", startMonth: 30, rampMonths: 0 };
      const strengthOf = (run: Run) =>
        run.patches.find(({ policyId }) => policyId === "testing-centre")!.strength;
      const short = { ...horizon, months: 36 };
      expect(strengthOf(runWith([companion, atOnce(policy)], short))).toBeGreaterThan(
        strengthOf(runWith([companion], short)),
      );
      expect(firstMoves(baseline, probesOf(runWith([atOnce(policy)])))).toEqual({});
    },
  );

  it("national-strategy: how often another programme outlives a government, and nothing without one", () => {
    const companion: PolicyRequest = { policy: "testing-centre", startMonth: 12, rampMonths: 0 };
    const survivals = (requests: readonly PolicyRequest[]) => {
      let survived = 0;
      for (let seed = 1; seed <= 20; seed++) {
        const input = { id: "a", months: 56, burnInMonths: 0, population: 50, policies: requests };
        const { events } = simulate(input, { seed, events: true });
        const [change] = eventsOf(events, "government-changed");
        survived += change.survived.includes("testing-centre") ? 1 : 0;
      }
      return survived;
    };
    expect(survivals([companion, atOnce("national-strategy")])).toBeGreaterThan(survivals([companion]));
    expect(firstMoves(baseline, probesOf(runWith([atOnce("national-strategy")])))).toEqual({});
  });

  it("names every policy of the catalogue", () => {
    const others = [
      "certification-support",
      "council",
      "exporter-route",
      "national-strategy",
      "policy-champion",
      "policymaker-training",
    ];
    expect([...Object.keys(firstMovers), ...others].sort()).toEqual(Object.keys(policies).sort());
  });
});

describe("with a council and a champion", () => {
  it("programmes survive changes of government more often", () => {
    const programmes: readonly PolicyId[] = [
      "testing-centre",
      "challenge-portal",
      "scholarships",
      "matchmaking",
    ];
    const survivalShare = (governing: readonly PolicyId[]) => {
      let survived = 0;
      let faced = 0;
      for (let seed = 1; seed <= 20; seed++) {
        const policies = [...programmes, ...governing].map(atOnce);
        const input = { id: "a", months: 115, burnInMonths: 0, population: 50, policies };
        const { events } = simulate(input, { seed, events: true });
        for (const change of eventsOf(events, "government-changed")) {
          const of = (ids: readonly string[]) =>
            ids.filter((id) => programmes.some((each) => each === id)).length;
          survived += of(change.survived);
          faced += of(change.survived) + of(change.ended);
        }
      }
      return {
        share: survived / faced,
        error: Math.sqrt(((survived / faced) * (1 - survived / faced)) / faced),
      };
    };
    const without = survivalShare([]);
    const governed = survivalShare(["council", "policy-champion"]);
    const noise = Math.hypot(without.error, governed.error);
    expect(governed.share - without.share).toBeGreaterThan(3 * noise);
  });
});

describe("when its window ends, a policy", () => {
  it.each(Object.keys(policies) as PolicyId[])("%s leaves the baseline's rules", (id) => {
    const run = runWith([{ ...atOnce(id), endMonth: 20 }], { ...horizon, months: 22, population: 50 });
    const last = run.patches.at(-1);
    if (policies[id].delayMonths > 8) {
      expect(last).toBeUndefined();
    } else {
      expect(last).toMatchObject({ policyId: id, month: 20, strength: 0, patches: [] });
    }
    expect(policies[id].afterwards.length).toBeGreaterThan(10);
  });

  it("leaves what firms have gained", () => {
    const months = 60;
    const run = (requests: readonly PolicyRequest[]) => runWith(requests, { ...horizon, months });
    const taught = run([
      { ...start, policy: "business-training", settings: { placesShare: 1 }, endMonth: 30 },
    ]);
    const last = (each: Run) => each.metrics.meanOrganisational[months - 1];
    expect(last(taught)).toBeGreaterThan(last(run([])) + 0.02);
  });
});
