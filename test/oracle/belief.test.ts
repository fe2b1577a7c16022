import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Origin } from "../../src/agents/codes.ts";
import {
  changeWork,
  ownEvidenceMonths,
  perceived,
  recordMonths,
  strengthenTie,
  worksFor,
} from "../../src/engine/evidence.ts";
import { smallWorld } from "../engine/worlds.ts";
import { trying } from "../properties/arbitraries.ts";
import { believedFailure, type Observation } from "./belief.ts";

/** What happens in a month: work begins or ends at a buyer, directly or not, or a month of it is bad. */
const step = fc.record({
  what: fc.constantFrom("begin", "end", "fail", "nothing"),
  buyer: fc.integer({ min: 0, max: 5 }),
  direct: fc.boolean(),
  months: fc.integer({ min: 0, max: 9 }),
});

describe("a buyer's belief", () => {
  it("is that of every month seen, weighted by whose it was and faded since", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
        const world = smallWorld({ months: 240 });
        const { parameters, buyers } = world;
        const firm = world.suppliers.find(
          ({ id, origin, directContracts, subcontracts }) =>
            origin === Origin.peruvian &&
            directContracts + subcontracts === 0 &&
            buyers.every(
              ({ index }) => ownEvidenceMonths(world, index, id) === 0 && !worksFor(world, index, id),
            ),
        )!;
        const seen: Observation[] = [];
        const work = new Map<string, { buyer: number; direct: boolean; jobs: number }>();
        const weightOf = (direct: boolean) => (direct ? 1 : parameters.subcontractEvidenceWeight);
        for (const { what, buyer, direct, months } of steps) {
          const key = `${buyer} ${direct}`;
          const job = work.get(key) ?? { buyer, direct, jobs: 0 };
          work.set(key, job);
          if (what === "begin" || (what === "end" && job.jobs > 0)) {
            const sign = what === "begin" ? 1 : -1;
            changeWork(world, buyer, firm.id, direct, sign);
            job.jobs += sign;
          }
          for (let i = 0; i < months; i++) {
            world.month += 1;
            for (const each of work.values()) {
              const good = each.jobs * weightOf(each.direct);
              if (good > 0) seen.push({ month: world.month, buyer: each.buyer, good, bad: 0 });
            }
          }
          if (what === "fail" && job.jobs > 0 && months > 0) {
            const weight = weightOf(direct);
            recordMonths(world, buyer, firm.id, -weight, weight);
            seen.push({ month: world.month, buyer, good: -weight, bad: weight });
          }
          for (const looking of buyers.slice(0, 6)) {
            const expected = believedFailure(seen, {
              month: world.month,
              buyer: looking.index,
              sharesRecordsWith: looking.sharesRecordsWith,
              caution: looking.caution,
              retention: parameters.evidenceRetention,
              sharedOwnerWeight: parameters.sharedOwnerWeight,
              otherBuyersWeight: parameters.otherBuyersWeight,
              priorFailures: parameters.priorFailures,
              priorSuccesses: parameters.priorSuccesses,
              taken: { good: parameters.tieEvidenceMonths * 0.5, bad: 0 },
            });
            // Single precision keeps about seven digits of the evidence.
            strengthenTie(world, looking.index, firm.id, 0.5);
            expect(perceived(world, looking, firm.id)).toBeCloseTo(expected, 5);
          }
        }
      }),
      trying(25),
    );
  }, 60_000);
});
