import { describe, expect, it } from "vitest";
import { categoriesOf } from "../../src/agents/category.ts";
import { Origin, Region } from "../../src/agents/codes.ts";
import {
  entrantKey,
  foundSupplier,
  registeredKey,
  startKey,
  type Founding,
} from "../../src/agents/population.ts";
import type { Supplier } from "../../src/agents/supplier.ts";
import { SupplierColumns } from "../../src/agents/supplier-columns.ts";
import { resolveParameters } from "../../src/data/parameter-values.ts";
import { rootKey } from "../../src/random.ts";

const parameters = resolveParameters();
const categories = categoriesOf({});
const category = categories.find(({ id }) => id === "consumables")!;

function found(founding: Partial<Founding> = {}): Supplier {
  return foundSupplier(new SupplierColumns(10), rootKey(1), parameters, {
    id: 0,
    key: startKey(category.index, Origin.peruvian, 0),
    name: "a firm",
    origin: Origin.peruvian,
    category,
    line: 0,
    month: 0,
    entrant: false,
    scale: 1,
    referenceCapacityUsdPerMonth: 500_000,
    ...founding,
  });
}

const traits = ({
  technical,
  organisational,
  standards,
  capacityUsdPerMonth,
  region,
  knowledge,
}: Supplier) => ({
  technical,
  organisational,
  standards,
  capacityUsdPerMonth,
  region,
  knowledge,
});

describe("the identity of a real firm", () => {
  it("is that of its whole name, in whatever script", () => {
    // Two characters of one surrogate: their first halves are the same.
    expect(registeredKey("\u{20bb7} SAC")).not.toBe(registeredKey("\u{20bbe} SAC"));
  });
});

describe("a firm", () => {
  it("has the traits of its identity, wherever it stands in the list and whenever it is founded", () => {
    expect(traits(found({ id: 7, month: 30, line: 0, name: "another" }))).toEqual(traits(found()));
    expect(traits(found({ key: entrantKey(3, 0) }))).not.toEqual(traits(found()));
  });

  it("has an identity of its own", () => {
    const keys = new Set<number>();
    for (const { index } of categories) {
      for (const origin of [0, 1, 2] as const) {
        for (let ordinal = 0; ordinal < 60; ordinal++) keys.add(startKey(index, origin, ordinal));
      }
    }
    for (let month = -60; month < 180; month++) {
      for (let ordinal = 0; ordinal < 10; ordinal++) keys.add(entrantKey(month, ordinal));
    }
    expect(keys.size).toBe(categories.length * 3 * 60 + 240 * 10);
  });

  it("is smaller the more firms stand for the same market", () => {
    expect(found({ scale: 4, referenceCapacityUsdPerMonth: 125_000 }).capacityUsdPerMonth * 4).toBeCloseTo(
      found().capacityUsdPerMonth,
      4,
    );
  });
});

describe("entrants", () => {
  it("start without a certificate and with less skill than the firms of the start", () => {
    for (let ordinal = 0; ordinal < 40; ordinal++) {
      const key = entrantKey(1, ordinal);
      const entrant = found({ key, entrant: true });
      expect(entrant.certificateLevel).toBe(0);
      expect(entrant.technical).toBeLessThanOrEqual(found({ key }).technical);
    }
  });
});

describe("subsidiaries", () => {
  it("sit in the capital, hold every certificate and bring their parent's record", () => {
    const global = found({ origin: Origin.global });
    const chilean = found({ origin: Origin.chilean });
    for (const firm of [global, chilean]) {
      expect(firm.region).toBe(Region.capital);
      expect(firm.certificateLevel).toBe(3);
    }
    expect(global.parentSuccesses).toBeGreaterThan(chilean.parentSuccesses);
    expect(found().parentSuccesses).toBe(0);
    const rate = global.parentFailures / (global.parentFailures + global.parentSuccesses);
    expect(rate).toBeCloseTo(parameters.parentFailureRate, 9);
  });
});
