import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { publicMembers } from "./public-members.ts";

const { exports } = JSON.parse(readFileSync("package.json", "utf8")) as {
  readonly exports: Readonly<Record<string, { readonly import?: { readonly types: string } }>>;
};
const entries = Object.values(exports).flatMap((entry) =>
  entry.import === undefined ? [] : [entry.import.types.replace("./dist/", "src/").replace(".d.ts", ".ts")],
);

/** Types that only take part in what others are, or that nobody need open: they are spoken of by the names of those. */
const parts = [
  // Of AccountFlowName, PerMetric, RuleTargets, Funnel, HypothesesOptions and their results, ParameterRecord, SettingsOf.
  ...[
    "FlowCents",
    "HypothesesSize",
    "MetricKinds",
    "Numbers",
    "OfYear",
    "Origin",
    "ParameterFacts",
    "PolicySettings",
  ],
  // Of events: EventOf gives those of a kind.
  ...["InMonth", "OfChallenge", "OfContract", "OfHolder", "OfSupplier"],
  // What a contrast reads of runs, a saved state holds, and JSON Schema is.
  ...["Outcome", "Outcomes", "Schema", "Schema", "StateGraph", "StateShape", "StateValue"],
].toSorted();

describe("docstrings of the public interface", () => {
  const members = publicMembers(entries, "src");
  const folder = mkdtempSync(join(tmpdir(), "eslabon-docstrings-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  const missingIn = (...lines: readonly string[]) => {
    const file = join(folder, "module.ts");
    writeFileSync(file, lines.join("\n"));
    return publicMembers([file], folder)
      .flatMap(({ name, docstring }) => (docstring === "" ? [name] : []))
      .toSorted();
  };

  it("are on every export, and on every member that can be reached from one", () => {
    expect(members.length).toBeGreaterThan(1000);
    // A user who points at a name in an editor sees its docstring and nothing else: unit, range, default, what null means.
    const silent = members.filter(({ docstring }) => docstring === "");
    expect(silent.map(({ name, at }) => `${at} ${name}`)).toEqual([]);
  });

  it("stand on types that a user can import, so that a variable or a function of one's own can name what it holds", () => {
    const inner = members.filter(({ isInnerType }) => isInnerType).map(({ name }) => name);
    expect(inner.toSorted()).toEqual(parts);
  });

  it("refer to nothing that a user cannot look up", () => {
    const names = new Set(members.map(({ name }) => name));
    const led = members.flatMap(({ at, docstring }) =>
      [...docstring.matchAll(/\{@link (\S+?)\}/g)].map(([, to]) => ({ at, to })),
    );
    expect(led.length).toBeGreaterThan(10);
    expect(led.filter(({ to }) => !names.has(to))).toEqual([]);
  });

  it("are missed on exports, on members, and on what these refer to", () => {
    expect(
      missingIn(
        "export const one = 1;",
        "/** Two. */",
        "export function two(options: Options): { readonly result: number } {",
        "  interface Inside { readonly hidden: number }",
        "  return { result: options.first };",
        "}",
        "interface Options extends Base {",
        "  /** First. */",
        "  readonly first: number;",
        "  readonly second: readonly { readonly inner: number }[];",
        "  third(): void;",
        "}",
        "/** A base. */",
        "interface Base { readonly inherited: number }",
        "/** A class. */",
        "export class Thing { private inner = 1; #own = 2; shown = 3 }",
      ),
    ).toEqual([
      ...["Base.inherited", "Options", "Options.second", "Options.second.inner", "Options.third"],
      ...["Thing.shown", "one", "two.result"],
    ]);
  });

  it("of a part of a union are those of the property that tells it apart", () => {
    expect(
      missingIn(
        "/** A union. */",
        "export type Union =",
        "  /** The first part. */",
        '  | { readonly kind: "first" }',
        "  /** The second part. */",
        '  | ({ readonly kind: "second" } & { readonly size: number })',
        '  | { readonly kind: "third" }',
        "  // The fourth part.",
        '  | { readonly kind: "fourth" };',
      ),
    ).toEqual(["Union.kind", "Union.kind", "Union.size"]);
  });
});
