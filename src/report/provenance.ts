// What numbers are of, so that whoever cites them can say it and whoever reads them can have them again.
import type { RunPlan } from "../analysis/executor.ts";
import type { RunReduction } from "../analysis/window.ts";
import type { Run } from "../engine/observations.ts";
import { contentHash } from "../scenarios/canonical.ts";
import type { Scenario } from "../scenarios/scenario.ts";
import { version } from "../version.ts";
import { counted } from "./numbers.ts";
import { plain, type TableStyle } from "./table.ts";
import { wrap } from "./wrap.ts";

/** The runs behind what a command prints. */
export interface Provenance {
  readonly version: string;
  /** Ids of the data packs, each once. */
  readonly packs: readonly string[];
  /** In words, as `seeds 1-8`, `seed abc`, or how many there are where a design drew them. */
  readonly seeds: string;
  /** What decided a design of the runs; null where there was none. */
  readonly designSeed: string | null;
  readonly population: number;
  readonly months: number;
  /** Values that all runs had in common and that differ from their pack's. */
  readonly parameters: Readonly<Record<string, number>>;
  /** Of one run its own; of several the hash of theirs, in the order in which the command made them. */
  readonly fingerprint: string;
}

/** Runs that are noted as they are made. */
export interface RunNotes {
  note(
    plan: Pick<RunPlan, "scenarios" | "seeds">,
    reductions: readonly Pick<RunReduction, "fingerprint">[],
  ): void;
  /** @param designSeed What decided the design of the runs, where there was one. */
  provenance(designSeed?: string | number): Provenance;
}

/** Notes of no run yet. */
export function runNotes(): RunNotes {
  const packs = new Set<string>();
  const seeds = new Set<string>();
  const sizes: Pick<Scenario, "population" | "months">[] = [];
  let common: [string, number][] | undefined;
  let fingerprint = "";
  return {
    note({ scenarios, seeds: used }, reductions) {
      for (const { pack, parameters } of scenarios) {
        packs.add(pack.id);
        common = (common ?? Object.entries(parameters)).filter(([name, value]) => parameters[name] === value);
      }
      sizes.push(...scenarios.slice(0, 1));
      for (const seed of used) seeds.add(String(seed));
      const made = reductions.map((each) => each.fingerprint);
      const all = fingerprint === "" ? made : [fingerprint, ...made];
      fingerprint = all.length === 1 ? all[0] : contentHash(all.join(" "));
    },
    provenance(designSeed) {
      const [{ population, months }] = sizes;
      return {
        version,
        packs: [...packs],
        seeds: seedsInWords([...seeds]),
        designSeed: designSeed === undefined ? null : String(designSeed),
        population,
        months,
        parameters: Object.fromEntries(common ?? []),
        fingerprint,
      };
    },
  };
}

/** What some whole runs are of. */
export function provenanceOf(...runs: readonly Run[]): Provenance {
  const notes = runNotes();
  notes.note({ scenarios: runs.map(({ scenario }) => scenario), seeds: runs.map(({ seed }) => seed) }, runs);
  return notes.provenance();
}

/** The line below what a command prints, as `eslabon 0.1.0, peru-2017, seeds 1-8, 800 firms, 180 months, #55777eb9d0a592e1`. */
export function provenanceLine(provenance: Provenance, { width = Infinity, faint = plain }: TableStyle = {}) {
  const { packs, seeds, designSeed, population, months, parameters, fingerprint } = provenance;
  const parts = [
    `eslabon ${provenance.version}`,
    packs.join(" and "),
    // Seeds that a design drew follow from it: their number would only take room.
    ...(designSeed !== null && !seeds.startsWith("seed") ? [] : [seeds]),
    ...(designSeed === null ? [] : [`design ${designSeed}`]),
    `${population} firms`,
    counted(months, "month"),
    ...Object.entries(parameters).map(([name, value]) => `${name} ${value}`),
    `#${fingerprint}`,
  ];
  return wrap(parts.join(", "), width).split("\n").map(faint).join("\n");
}

/** The seeds 1 to n by their ends, and others by their number. */
function seedsInWords(seeds: readonly string[]): string {
  if (seeds.length === 1) return `seed ${seeds[0]}`;
  const isCounted = seeds.every((seed) => /^[1-9]\d*$/.test(seed) && Number(seed) <= seeds.length);
  return isCounted ? `seeds 1-${seeds.length}` : `${seeds.length} seeds`;
}
