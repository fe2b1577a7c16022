// The ladder of value as a run hands it over: the closed years of its ledger, in US dollars and with names.
import { originNames, quadrantNames, type OriginName, type QuadrantName } from "../agents/codes.ts";
import type { CategoryId } from "../data/spend.ts";
import { centsPerUsd } from "../units.ts";
import { rungNames, type Ledger, type LadderYear, type RungName } from "./ledger.ts";

/** A row of the ladder as a run hands it over: a year's payments of one kind by rung, US$. */
export type LadderRow = {
  /** Calendar year, observed ones only; the last is as far as the run goes. */
  readonly year: number;
  /** Where the owner of who is paid is; "imported" for direct imports. */
  readonly origin: OriginName;
} & {
  readonly [Name in RungName]: number;
};

/** The ladder of value from three sides, each with all of the spend in it. Rows without any money are left out. */
export interface LadderTables {
  /** By what was bought. */
  readonly byCategory: readonly (LadderRow & {
    /** What was bought. */
    readonly category: CategoryId;
  })[];
  /** By risk and cost of what was bought. */
  readonly byQuadrant: readonly (LadderRow & {
    /** Class of risk and cost of the contract. */
    readonly quadrant: QuadrantName;
  })[];
  /** By where it was used. */
  readonly bySite: readonly (LadderRow & {
    /** Id of the mine where the work was done; purchases of an engineering firm stand under the mine that it builds. */
    readonly mine: string;
  })[];
}

/** The closed years as tables in US dollars; rows without any money are left out. */
export function ladderTables(
  ledger: Pick<Ledger, "categories" | "sites" | "years">,
  firstYear: number,
  categoryIds: readonly CategoryId[],
  mineIds: readonly string[],
): LadderTables {
  const years = ledger.years.filter(({ year }) => year >= firstYear);
  const quadrants = quadrantNames.length;
  const size = rungNames.length;
  const cell = (origin: number, category: number, quadrant: number) =>
    (origin * ledger.categories + category) * quadrants + quadrant;
  const rows = <Key extends string, Name extends string>(
    key: Key,
    names: readonly Name[],
    cellsOf: (closed: LadderYear, origin: number, n: number) => Float64Array[],
  ) =>
    years.flatMap((closed) =>
      originNames.flatMap((origin, o) =>
        names.flatMap((name, n) => {
          const cells = cellsOf(closed, o, n);
          const cents = (rung: number) => cells.reduce((sum, rungs) => sum + rungs[rung], 0);
          if (rungNames.every((_, rung) => cents(rung) === 0)) return [];
          const rungs = Object.fromEntries(rungNames.map((rung, r) => [rung, cents(r) / centsPerUsd]));
          return [
            { year: closed.year, origin, [key]: name, ...rungs } as unknown as LadderRow & Record<Key, Name>,
          ];
        }),
      ),
    );
  const rungsAt = (side: Float64Array, at: number) => side.subarray(at * size, (at + 1) * size);
  return {
    byCategory: rows("category", categoryIds, ({ byKind }, origin, category) =>
      quadrantNames.map((_, quadrant) => rungsAt(byKind, cell(origin, category, quadrant))),
    ),
    byQuadrant: rows("quadrant", quadrantNames, ({ byKind }, origin, quadrant) =>
      categoryIds.map((_, category) => rungsAt(byKind, cell(origin, category, quadrant))),
    ),
    bySite: rows("mine", mineIds, ({ bySite }, origin, site) => [
      rungsAt(bySite, origin * ledger.sites + site),
    ]),
  };
}
