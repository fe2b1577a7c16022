import { availableParallelism } from "node:os";
import { describe, expect, it } from "vitest";
import { executeHere, type RunPlan } from "../../src/analysis/executor.ts";
import { executorOn, workersFor } from "../../src/node/executor.ts";
import { batchesOf } from "../../src/node/pool.ts";
import { defineScenario } from "../../src/scenarios/scenario.ts";
import { ownPolicy } from "../scenarios/own-policy.ts";

const size = { months: 6, burnInMonths: 0, population: 50 };
const baseline = defineScenario({ id: "baseline", ...size });
const own = defineScenario({ id: "own", policies: [{ policy: ownPolicy(), startMonth: 3 }], ...size });
const tasks = (count: number) => Array.from({ length: count }, (_, seed) => ({ scenario: 0, seed }));

describe("worker threads", () => {
  it("are as many as asked for but no more than runs, and one per core where that pays", () => {
    const scenarios = [baseline];
    expect([0, 2, 5].map((asked) => workersFor({ scenarios, tasks: tasks(3) }, asked))).toEqual([0, 2, 3]);
    expect(workersFor({ scenarios, tasks: tasks(7) }, undefined)).toBe(0);
    const cores = availableParallelism();
    expect(workersFor({ scenarios, tasks: tasks(8) }, undefined)).toBe(cores < 2 ? 0 : cores);
  });

  it("are not sent what is code: this thread runs it", async () => {
    const plan: RunPlan = {
      scenarios: [baseline, own],
      seeds: [1],
      window: { fromMonth: 0, toMonth: 6 },
      tasks: [0, 1].map((scenario) => ({ scenario, seed: 0 })),
    };
    expect(await executorOn(2)(plan)).toEqual(await executeHere(plan));
  });

  it("get runs of one seed together, split where each would have fewer than four parts", () => {
    const two = [0, 1].flatMap((seed) => [0, 1, 2].map((scenario) => ({ scenario, seed })));
    const sizes = (workers: number) => batchesOf(two, workers).map((batch) => batch.length);
    expect(sizes(1)).toEqual([2, 1, 2, 1]);
    expect(sizes(2)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(batchesOf(two, 1).flat()).toEqual(two);
    expect(batchesOf(tasks(3), 1).map((batch) => batch.length)).toEqual([1, 1, 1]);
  });
});
