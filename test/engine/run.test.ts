import { describe, expect, it } from "vitest";
import { InputError } from "../../src/errors.ts";
import { metricNames, metrics, type MetricName } from "../../src/engine/observations.ts";
import { simulate, startSimulation, type RunOptions } from "../../src/engine/run.ts";
import type { ScenarioInput } from "../../src/scenarios/scenario.ts";

const scenario: ScenarioInput = { id: "small", months: 18, burnInMonths: 6, population: 60 };
const run = simulate(scenario, { seed: 1 });

/** The error that options give. */
function refused(options: unknown): string {
  try {
    simulate(scenario, options as RunOptions);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return "accepted";
}

describe("a run", () => {
  it("hands over one number a month for each metric, without the burn-in", () => {
    for (const name of metricNames) {
      expect(run.metrics[name], name).toHaveLength(18);
      expect(run.metrics[name].every(Number.isFinite), name).toBe(true);
    }
    expect(Object.keys(run.metrics).sort()).toEqual([...metricNames].sort());
  });

  it("describes each metric with a unit and a meaning; money carries its unit in the name", () => {
    for (const name of metricNames) {
      const { unit, meaning, kind } = metrics[name];
      expect(meaning.length, name).toBeGreaterThan(5);
      expect(["flow", "stock"], name).toContain(kind);
      expect(unit === "US$", name).toBe(name.endsWith("Usd"));
    }
  });

  it("says in its manifest what would run it again", () => {
    const { manifest, fingerprint } = run;
    expect(manifest).toMatchObject({
      scenario: "small",
      seed: "1",
      months: 18,
      burnInMonths: 6,
      population: 60,
      reproducible: true,
      fingerprint,
    });
    const content = JSON.parse(manifest.content) as ScenarioInput;
    expect(simulate({ ...content, id: "again" }, { seed: manifest.seed }).fingerprint).toBe(fingerprint);
  });

  it("has a fingerprint of 16 hexadecimal digits that changes with any month", () => {
    expect(run.fingerprint).toMatch(/^[0-9a-f]{16}$/);
    expect(simulate({ ...scenario, months: 19 }, { seed: 1 }).fingerprint).not.toBe(run.fingerprint);
    expect(simulate(scenario, { seed: 2 }).fingerprint).not.toBe(run.fingerprint);
  });

  it("has events only when asked for, each with its month and kind", () => {
    expect(run.events).toBe(undefined);
    const { events } = simulate(scenario, { seed: 1, events: true });
    const kinds = new Set(events!.map(({ type }) => type));
    for (const type of ["tender", "contract", "failure", "entry"] as const) expect(kinds).toContain(type);
    expect(events!.every(({ month }, i) => month >= (events![i - 1]?.month ?? -7))).toBe(true);
    expect(events![0]).toMatchObject({ type: "opening", month: -7 });
  });

  it("has a ladder from the first observed year on, and suppliers as they stand at its end", () => {
    expect(Math.min(...run.ladder.byCategory.map(({ year }) => year))).toBe(2017);
    expect(Math.max(...run.ladder.byCategory.map(({ year }) => year))).toBe(2018);
    expect(run.suppliers.every(({ id }, i) => id === i)).toBe(true);
    const inMarket = run.suppliers.filter(
      ({ origin, leftMonth }) => origin === "peruvian" && leftMonth === null,
    );
    expect(inMarket).toHaveLength(run.metrics.peruvianFirms.at(-1)!);
  });
});

describe("stepping by hand", () => {
  it("shows each month, burn-in included, and ends with the same run", () => {
    const simulation = startSimulation(scenario, { seed: 1 });
    expect([simulation.month, simulation.done]).toEqual([-7, false]);
    const months: number[] = [];
    const spend: number[] = [];
    while (!simulation.done) {
      const view = simulation.step();
      months.push(view.month);
      spend.push(view.metric("spendUsd"));
    }
    expect(months).toEqual(Array.from({ length: 24 }, (_, i) => i - 6));
    expect(spend.slice(6)).toEqual(run.metrics.spendUsd);
    expect(simulation.finish()).toEqual(run);
  });

  it("refuses a metric that there is not, and names the nearest", () => {
    const view = startSimulation(scenario, { seed: 1 }).step();
    expect(() => view.metric("spendUsdd" as MetricName)).toThrow('did you mean "spendUsd"?');
  });

  it("beyond the end is refused", () => {
    const simulation = startSimulation(scenario, { seed: 1 });
    simulation.finish();
    expect(simulation.done).toBe(true);
    expect(() => simulation.step()).toThrow('the run of "small" ended with month 17');
  });

  it("can be handed over to the end at any month", () => {
    const simulation = startSimulation(scenario, { seed: 1 });
    for (let i = 0; i < 9; i++) simulation.step();
    expect(simulation.finish().fingerprint).toBe(run.fingerprint);
  });
});

describe("observers", () => {
  it("see every month, and copies that they may change", () => {
    const seen: number[] = [];
    const observed = simulate(scenario, {
      seed: 1,
      observers: [
        (month) => {
          seen.push(month.month);
          for (const firm of month.suppliers()) Object.assign(firm, { technical: 0, capacityUsdPerMonth: 0 });
        },
      ],
    });
    expect(seen).toHaveLength(24);
    expect(observed).toEqual(run);
  });
});

describe("options of a run that are not valid", () => {
  it.each<[string, unknown, string]>([
    [
      "no seed",
      {},
      "seed: found undefined, expected a seed: a text that is not empty, or an integer within 2^53",
    ],
    [
      "an empty seed",
      { seed: "" },
      'seed: found "", expected a seed: a text that is not empty, or an integer within 2^53',
    ],
    [
      "half a seed",
      { seed: 1.5 },
      "seed: found 1.5, expected a seed: a text that is not empty, or an integer within 2^53",
    ],
    ["a seed of NaN", { seed: Number.NaN }, "seed: found NaN, expected a seed"],
    [
      "a seed beyond the whole numbers",
      { seed: 2 ** 60 },
      "seed: found 1152921504606847000, expected a seed",
    ],
    ["a seed that is a list", { seed: [1] }, "seed: found [1], expected a seed"],
    ["events that are no switch", { seed: 1, events: "yes" }, 'events: found "yes", expected true or false'],
    ["another funnel", { seed: 1, funnel: "all" }, 'funnel: found "all", expected "first" or "every"'],
    [
      "an unknown option",
      { seed: 1, event: true },
      'event: found "event", expected one of: seed, events, funnel, observers; did you mean "events"?',
    ],
    ["observers that are no functions", { seed: 1, observers: ["me"] }, "observers"],
    ["no options", undefined, "seed: found undefined"],
  ])("as %s give an error that says so", (_, options, words) => {
    expect(refused(options)).toContain(words);
  });

  it("give one error for all", () => {
    const message = refused({ seed: null, events: 1, funnel: 2, speed: 3 });
    expect(message).toMatch(/^options of a run: 4 problems\n/);
    expect(message.split("\n")).toHaveLength(5);
  });
});
