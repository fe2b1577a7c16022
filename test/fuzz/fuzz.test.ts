import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findingIn, smallState, targets } from "./targets.ts";

/**
 * The corpus is replayed, then texts made of it by random changes are tried: a fixed few each time, and for FUZZ_MINUTES with
 * FUZZ_SEED when they are set, as npm run fuzz does. What is found there becomes a file of the corpus.
 */
const { FUZZ_MINUTES, FUZZ_SEED = "1" } = process.env;
const share = 60_000 / Object.keys(targets).length;
const milliseconds = FUZZ_MINUTES === undefined ? undefined : Number(FUZZ_MINUTES) * share;
const cases: Readonly<Record<string, number>> = {
  scenario: 300,
  pack: 60,
  state: 6,
  command: 300,
  words: 300,
  folder: 60,
  address: 200,
};

const corpus = (name: string) =>
  readdirSync(`test/fuzz/corpus/${name}`).map((file) =>
    readFileSync(`test/fuzz/corpus/${name}/${file}`, "utf8"),
  );

/** Pieces that have broken readers of text before. */
const nasty = [
  ...[
    "__proto__",
    "constructor",
    "\u0000",
    "\ufeff",
    "💥",
    "\ud800",
    "&a",
    "*a",
    "!!js",
    "<<: *a",
    "- - - -",
    "{",
    "[",
  ],
  ...[
    "-0",
    "1e400",
    "NaN",
    ".inf",
    "0x",
    "9".repeat(400),
    '"',
    "'",
    "|",
    ">",
    "%YAML 9",
    "---\n",
    "../",
    "/etc/passwd",
  ],
  ...[
    "(".repeat(3000),
    "[".repeat(3000),
    "a: ".repeat(500),
    "null",
    "true",
    "2017-00",
    "\r",
    "\t",
    ",,,",
    '""""',
  ],
];

/** A change of a text: some of it taken out, and something put in its place. */
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.nat(4), fc.nat(200)),
  put: fc.oneof(fc.constantFrom(...nasty), fc.string({ maxLength: 12 }), fc.constant("")),
  again: fc.boolean(),
});

function changed(
  text: string,
  { at, length, put, again }: { at: number; length: number; put: string; again: boolean },
) {
  const from = Math.floor(at * text.length);
  const cut = text.slice(from, from + length);
  return text.slice(0, from) + put + (again ? cut + cut : "") + text.slice(from + length);
}

describe.each(Object.entries(targets))("what enters as a %s", (name, target) => {
  const texts = corpus(name);
  it("is taken or refused with reasons: every text of the corpus", () => {
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.map((text) => findingIn(target, text))).toEqual(texts.map(() => undefined));
  });

  it(
    "and so is whatever random changes make of them",
    () => {
      const starts = name === "state" ? [...texts, smallState()] : texts;
      fc.assert(
        fc.property(
          fc.constantFrom(...starts),
          fc.array(change, { minLength: 1, maxLength: 6 }),
          (start, changes) => {
            expect(findingIn(target, changes.reduce(changed, start))).toBeUndefined();
          },
        ),
        milliseconds === undefined
          ? { seed: Number(FUZZ_SEED), numRuns: cases[name] }
          : {
              seed: Number(FUZZ_SEED),
              numRuns: Number.MAX_SAFE_INTEGER,
              interruptAfterTimeLimit: milliseconds,
              markInterruptAsFailure: false,
            },
      );
    },
    60_000 + (milliseconds ?? 0) * 2,
  );
});

/** A place in a state's list of nodes, and what is put there. */
const replacement = fc.record({
  node: fc.double({ min: 0, max: 0.999, noNaN: true }),
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  value: fc.oneof(
    fc.constantFrom(
      null,
      -1,
      0,
      1e9,
      0.5,
      "",
      "__proto__",
      true,
      [0],
      [7],
      ["NaN"],
      ["undefined"],
      [],
      [[0]],
      {},
    ),
    fc.integer({ min: 0, max: 500 }).map((place) => [place]),
  ),
});

describe("a forged state whose hash fits", () => {
  it(
    "is taken or refused with reasons, whatever stands in place of its values",
    () => {
      const state = smallState();
      fc.assert(
        fc.property(fc.array(replacement, { minLength: 1, maxLength: 3 }), (replacements) => {
          const forgery = JSON.parse(state) as { nodes: unknown[][] };
          for (const { node, at, value } of replacements) {
            const chosen = forgery.nodes[Math.floor(node * forgery.nodes.length)];
            chosen[Math.floor(at * chosen.length)] = value;
          }
          expect(findingIn(targets["state"], JSON.stringify(forgery))).toBeUndefined();
        }),
        { seed: Number(FUZZ_SEED), numRuns: FUZZ_MINUTES === undefined ? 10 : 300 * Number(FUZZ_MINUTES) },
      );
    },
    60_000 + (milliseconds ?? 0) * 2,
  );
});
