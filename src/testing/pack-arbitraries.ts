// Random data packs: a country with a few mines, projects, registered suppliers and numbers of its own.
import fc from "fast-check";
import type { DataPack, PackMine, PackProject, PackSupplier } from "../data/packs/pack.ts";
import { packRegions } from "../data/packs/pack.ts";
import { spendTable } from "../data/spend.ts";
import { parameterValues } from "./scenario-arbitraries.ts";

const source = "a random pack";
const regions = fc.constantFrom("north", "centre", "south");
const contested = spendTable.flatMap(({ id, oligopolistic }) => (oligopolistic ? [] : [id]));
const whole = (min: number, max: number) => fc.integer({ min, max });

/** Some mines, of which the second may share its owner with the first. */
const mines: fc.Arbitrary<readonly PackMine[]> = fc
  .array(fc.tuple(regions, whole(1_000, 1_000_000), fc.boolean(), fc.boolean()), {
    minLength: 1,
    maxLength: 6,
  })
  .map((each) =>
    each.map(([region, outputTonnesPerYear, domesticOwned, shares], i) => ({
      id: `mine-${i + 1}`,
      name: `Mine ${i + 1}`,
      region,
      outputTonnesPerYear,
      ...(shares && i === 1 ? { sharesOwnerWith: "mine-1" } : {}),
      domesticOwned,
      source,
    })),
  );

const start: fc.Arbitrary<PackProject["start"]> = fc.oneof(
  fc.record({
    kind: fc.constant("committed" as const),
    startMonth: whole(-12, 30),
    developmentMonths: whole(1, 24),
  }),
  fc.record({
    kind: fc.constant("price" as const),
    triggerUsdPerLb: fc.double({ min: 0.5, max: 5, noNaN: true }),
    developmentMonths: whole(1, 24),
  }),
  fc.constant({ kind: "listed-only" as const }),
);

const projects: fc.Arbitrary<readonly PackProject[]> = fc
  .array(
    fc.tuple(fc.constantFrom("greenfield", "expansion"), regions, whole(1, 5_000), whole(0, 300_000), start),
    {
      maxLength: 3,
    },
  )
  .map((each) =>
    each.map(([kind, region, capexUsdMillion, addedTonnesPerYear, when], i) => ({
      id: `project-${i + 1}`,
      name: `Project ${i + 1}`,
      kind,
      // Of a new mine where the project before is one.
      ...(kind === "expansion"
        ? { host: each[i - 1]?.[0] === "greenfield" ? `project-${i}` : "mine-1" }
        : {}),
      region,
      domesticOwned: false,
      capexUsdMillion,
      addedTonnesPerYear: kind === "greenfield" ? Math.max(1, addedTonnesPerYear) : addedTonnesPerYear,
      start: when,
      source,
    })),
  );

const suppliers: fc.Arbitrary<readonly PackSupplier[]> = fc
  .array(
    fc.record(
      {
        category: fc.constantFrom(...contested),
        region: fc.constantFrom(...packRegions),
        capacityUsdPerMonth: whole(1_000, 1_000_000),
        certificateLevel: whole(0, 3),
        mines: fc.constant(["mine-1"]),
        experienceMonths: whole(0, 120),
      },
      { requiredKeys: ["category"] },
    ),
    { maxLength: 4 },
  )
  .map((each) => each.map((known, i) => ({ name: `Firm ${i + 1}`, ...known, source })));

/** A data pack that `defineScenario` takes as `pack`. Every one of them is valid. */
export const dataPacks: fc.Arbitrary<DataPack> = fc
  .tuple(mines, projects, suppliers, parameterValues)
  .map(([theMines, theProjects, theSuppliers, values]) => ({
    id: "random",
    title: "A random country",
    country: "Nowhere",
    demonym: "local",
    mines: theMines,
    projects: theProjects,
    parameters: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, { value, assumption: source }]),
    ),
    suppliers: theSuppliers,
    facts: null,
    gaps: [],
  }));
