// A test runner for Stryker that keeps the tests loaded from mutant to mutant. Stryker's runner for vitest starts a thread and
// loads all modules anew for each, which takes fifteen times as long as the tests themselves.
//
// Modules that stay may keep what a mutant left in them. So a failure counts only if the same test passes without the mutant
// afterwards; else everything is loaded anew and the mutant tested again.
import path from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { groupOf } from "./groups.mjs";

const Passed = 0;
const Failed = 1;

class WarmRunner {
  constructor() {
    /** Where the mutated code looks for the mutant that is active, and notes what was reached. */
    this.stryker = globalThis.__stryker__ ??= {};
    this.loads = 0;
    this.tests = null;
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {}

  /** Loads the tests of the group; modules of an earlier load are left behind. */
  async load() {
    this.loads += 1;
    this.tests = [];
    for (const file of groupOf(process.env.MUTANTS_GROUP).tests) {
      globalThis.collectedTests = [];
      const bundle = pathToFileURL(path.resolve(file.replace(/\.ts$/, ".bundle.mjs")));
      await import(`${bundle.href}?load=${this.loads}`);
      for (const { name, body } of globalThis.collectedTests) {
        this.tests.push({ id: `${file}#${name}`, name, fileName: path.resolve(file), body });
      }
    }
  }

  /** Runs a test and returns its error, or null. */
  async errorOf(test) {
    try {
      await test.body();
      return null;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  async dryRun() {
    const { stryker } = this;
    stryker.activeMutant = undefined;
    stryker.currentTestId = undefined;
    await this.load();
    const results = [];
    for (const test of this.tests) {
      stryker.currentTestId = test.id;
      const began = performance.now();
      const error = await this.errorOf(test);
      stryker.currentTestId = undefined;
      const { id, name, fileName } = test;
      const result = { id, name, fileName, timeSpentMs: performance.now() - began };
      results.push(
        error === null
          ? { ...result, status: Passed }
          : { ...result, status: Failed, failureMessage: error.message },
      );
    }
    return { status: "complete", tests: results, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, mutantActivation, hitLimit }) {
    const { stryker } = this;
    const fromTheStart = mutantActivation === "static";
    for (let attempt = 1; attempt <= 2; attempt++) {
      stryker.activeMutant = undefined;
      stryker.hitCount = 0;
      stryker.hitLimit = hitLimit;
      if (fromTheStart) {
        stryker.activeMutant = activeMutant.id;
        try {
          await this.load();
        } catch (error) {
          this.tests = null;
          return killed(error, ["the modules cannot be loaded"], 0);
        }
      } else if (this.tests === null || attempt > 1) {
        await this.load();
      }
      const chosen =
        testFilter === undefined || fromTheStart
          ? this.tests
          : this.tests.filter(({ id }) => testFilter.includes(id));
      stryker.activeMutant = activeMutant.id;
      const failure = await this.firstFailure(chosen);
      stryker.activeMutant = undefined;
      const overLimit = stryker.hitCount > hitLimit;
      if (fromTheStart) this.tests = null;
      if (overLimit) {
        this.tests = null;
        return { status: "timeout", reason: `the mutant was reached more than ${hitLimit} times` };
      }
      if (failure === null) return { status: "survived", nrOfTests: chosen.length };
      if (fromTheStart || (await this.errorOf(failure.test)) === null) {
        return killed(failure.error, [failure.test.id], chosen.length);
      }
    }
    this.tests = null;
    return { status: "error", errorMessage: "a test fails also without the mutant" };
  }

  async firstFailure(tests) {
    for (const test of tests) {
      const error = await this.errorOf(test);
      if (error !== null) return { test, error };
    }
    return null;
  }
}

function killed(error, killedBy, nrOfTests) {
  return { status: "killed", killedBy, failureMessage: String(error.message).slice(0, 500), nrOfTests };
}

/** What Stryker looks for in a plugin. */
export const strykerPlugins = [{ kind: "TestRunner", name: "warm", injectableClass: WarmRunner }];
