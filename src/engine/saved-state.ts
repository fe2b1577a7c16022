// What a saved state is: its form, its hash, and whether something read is one.
import * as z from "zod/mini";
import { InputError, type Problem } from "../errors.ts";
import { hashWords } from "../random.ts";
import { version } from "../version.ts";
import { seedProblems } from "./run.ts";
import type { StateGraph } from "./state-graph.ts";

/** Version of the format of saved states. */
export const stateFormat = 2;

/** A run after some month, as plain data that JSON can hold. Made by `saveState`; its inside may change between versions. */
export interface SavedState extends StateGraph {
  /** Version of the form of saved states; another one is refused. */
  readonly format: number;
  /** Version of the library that wrote it; no other reads it. */
  readonly version: string;
  /** The scenario that was run, so that it can be made again. */
  readonly scenario: {
    /** Its id. */
    readonly id: string;
    /** Its title. */
    readonly title: string;
    /** Whether its parameters may leave their ranges. */
    readonly beyondRanges: boolean;
    /** Its canonical content, as JSON. */
    readonly canonical: string;
    /** Hash of that content, 16 hexadecimal digits. */
    readonly hash: string;
  };
  /** Ids of the scenario's policies in the order in which it names them. */
  readonly policies: readonly string[];
  /** The run's seed as it was given. */
  readonly seed: string | number;
  /** The month last run, 0 being January 2017. */
  readonly month: number;
  /** Hash of all of it, 16 hexadecimal digits: a state that was changed is refused. */
  readonly hash: string;
}

const name = z.string().check(z.maxLength(200));
const savedState = z.strictObject({
  format: z.literal(stateFormat),
  version: name,
  scenario: z.strictObject({
    id: name,
    title: name,
    beyondRanges: z.boolean(),
    canonical: z.string(),
    hash: name,
  }),
  policies: z.array(name).check(z.maxLength(1000)),
  seed: z.union([z.string(), z.number()]),
  month: z.int(),
  hash: name,
  shapes: z
    .array(z.strictObject({ kind: name, frozen: z.boolean(), keys: z.array(name).check(z.maxLength(1000)) }))
    .check(z.maxLength(1000)),
  nodes: z.array(z.custom<never[]>(Array.isArray)).check(z.minLength(1)),
});

/** Why a state is refused. */
export const refusal = (...problems: readonly Problem[]) => new InputError("a saved state", problems);

/** The state that a value is, as JSON gave it back; refused when it is none, of another version, or changed. */
export function checkState(state: unknown): SavedState {
  const given = (typeof state === "object" && state !== null ? state : {}) as Partial<SavedState>;
  const foreign: Problem[] = [];
  if (given.format !== stateFormat) {
    foreign.push({ path: "format", value: given.format, expected: `${stateFormat}` });
  }
  if (given.version !== version) {
    const expected = `${version}: a state is read by the version that wrote it, and by no other`;
    foreign.push({ path: "version", value: given.version, expected });
  }
  if (foreign.length > 0) throw refusal(...foreign);
  const parsed = savedState.safeParse(state);
  if (!parsed.success) {
    throw refusal(
      ...parsed.error.issues.slice(0, 20).map(({ path, message }) => ({
        path: path.map(String).join("."),
        value: "something else",
        expected: `what saveState writes: ${message}`,
      })),
    );
  }
  const saved = parsed.data as SavedState;
  const problems = seedProblems(saved.seed, "seed");
  const hash = hashOf(saved);
  if (hash !== saved.hash) {
    problems.push({ path: "hash", value: saved.hash, expected: `${hash}: the state was changed or damaged` });
  }
  if (problems.length > 0) throw refusal(...problems);
  return saved;
}

/** Hash of all that a state holds. */
export function hashOf(state: Omit<SavedState, "hash">): string {
  const { format, version: by, scenario, policies, seed, month, shapes, nodes } = state;
  const { id, title, beyondRanges, canonical, hash } = scenario;
  return textHash(
    JSON.stringify([
      [format, by, id, title, beyondRanges, canonical, hash, policies, seed, month],
      shapes.map(({ kind, frozen, keys }) => [kind, frozen, keys]),
      nodes,
    ]),
  );
}

/** 64-bit hash of a long text, as 16 hexadecimal digits. */
function textHash(text: string): string {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return [0, 1].map((lane) => (hashWords(units, lane) >>> 0).toString(16).padStart(8, "0")).join("");
}
