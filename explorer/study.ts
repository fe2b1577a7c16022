// What the page asks of the model: two scenarios that differ by the chosen policies, and the seeds under which both run.
import { defineScenario, type ScenarioInput, type PolicyRequest, type Scenario } from "../src/index.ts";
import type { Window } from "../src/analysis/window.ts";

/** A policy as the page holds it: always by its id, so that it can stand in an address and go to a worker. */
export type ChosenPolicy = Omit<PolicyRequest, "policy"> & { readonly policy: string };

/** A question to the model, plain data. */
export interface Study {
  readonly pack: string;
  /** Firms at the start, about. */
  readonly population: number;
  readonly months: number;
  /** Paired seeds, 1 to this number. */
  readonly seeds: number;
  readonly policies: readonly ChosenPolicy[];
}

/** The study of a first visit: two policies that need each other, on a population small enough to answer at once. */
export const firstStudy: Study = {
  pack: "peru-2017",
  population: 400,
  months: 180,
  seeds: 20,
  policies: [{ policy: "challenge-portal" }, { policy: "testing-centre" }],
};

/** Most firms and seeds that the page takes on: a browser's tab is no place for a day's work. */
export const mostFirms = 8_000;
export const mostSeeds = 200;

/**
 * The baseline and the scenario of a study.
 *
 * @throws InputError naming every problem of the study's policies, settings, pack and sizes.
 */
export function scenariosOf({ pack, population, months, policies }: Study): readonly [Scenario, Scenario] {
  const shared = { pack, population, months };
  // Settings are the reader's, of whatever type: defining the scenario checks them.
  const asked = policies as NonNullable<ScenarioInput["policies"]>;
  const scenario = defineScenario({ id: "scenario", ...shared, policies: asked });
  return [defineScenario({ id: "baseline", ...shared }), scenario];
}

/** The months that count: from the first policy's start to the end of the horizon. */
export function windowOf([, { policies, months }]: readonly [Scenario, Scenario]): Window {
  const starts = policies.map(({ startMonth }) => startMonth);
  return { fromMonth: starts.length === 0 ? 0 : Math.min(...starts), toMonth: months };
}
