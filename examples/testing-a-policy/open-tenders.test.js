import assert from "node:assert/strict";
import test from "node:test";
import { restoreSimulation, simulate } from "eslabon";
import { assertInvariants, checkPolicy, scenarioInputs, seeds, worlds } from "eslabon/testing";
import fc from "fast-check";
import { openTenders } from "./open-tenders.js";

test("open tenders hold what every policy must", () => {
  assert.deepEqual(checkPolicy(openTenders, { runs: 5 }), []);
});

test("they never inform fewer firms: in the first month, before firms have changed, at least as many bid", () => {
  fc.assert(
    fc.property(scenarioInputs(13, []), seeds, (input, seed) => {
      const policies = [{ policy: openTenders, startMonth: 0, rampMonths: 0 }];
      const [closed, open] = [input, { ...input, policies }].map((each) => simulate(each, { seed }));
      assertInvariants(open, ["funnel-adds-up", "winners-passed-every-gate"]);
      assert.ok(open.metrics.bids[0] >= closed.metrics.bids[0]);
    }),
    { numRuns: 3, seed: 1 },
  );
});

test("a world can be saved, and goes on as if it had not been", () => {
  fc.assert(
    fc.property(worlds(), (world) => {
      const [one, other] = [restoreSimulation(world), restoreSimulation(JSON.parse(JSON.stringify(world)))];
      assert.equal(one.finish().fingerprint, other.finish().fingerprint);
    }),
    { numRuns: 3, seed: 1 },
  );
});
