// Randomness by key: every draw is a pure function of (seed, process, entity, other, month) and of nothing else, so two
// scenarios with one seed differ only by what a policy did (ODD 4). The seed becomes one integer by
// seedrandom's alea; draws are MurmurHash3 (x86, 32 bits) of four words with that integer as its seed.
import alea from "seedrandom/lib/alea.js";
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import { exp } from "./arithmetic.ts";

/**
 * The decision or event that a draw belongs to. The numbers are part of every run's identity:
 * a new process takes the next free number, and none is ever changed or reused. 11, 42 and 44 were those of draws that are gone.
 */
export const Process = {
  copperPrice: 1,
  lotSize: 2,
  lotReserved: 3,
  lotImportFactor: 4,
  lotFirstTerm: 5,
  firmOrigin: 6,
  firmTraits: 7,
  firmRelations: 8,
  firmRecord: 9,
  hearTender: 10,
  bidNoise: 12,
  contractTerm: 13,
  deliveryFailure: 14,
  subcontractChoice: 15,
  subcontractFailure: 16,
  loserFeedback: 17,
  registrationReview: 18,
  mutualRecognition: 19,
  associationMember: 20,
  challengeArrival: 21,
  challengeTraits: 22,
  challengeSolved: 23,
  hearChallenge: 24,
  noticeChallenge: 25,
  projectStage: 26,
  projectGrant: 27,
  proofResult: 28,
  technologySpread: 29,
  creditAwareness: 30,
  creditPaperwork: 31,
  otherSectors: 32,
  firmEntry: 33,
  firmExit: 34,
  firstExport: 35,
  policySurvival: 36,
  trainingPlace: 37,
  programmePlace: 38,
  tieTarget: 39,
  fronting: 40,
  projectEngineer: 41,
  creditReview: 43,
  reservedByRule: 45,
  matchmaking: 46,
  founderTie: 47,
  standardsPlace: 48,
  biddingPreparation: 49,
  commercialisationTraining: 50,
  startupEntry: 51,
  programmeSize: 52,
  exportingAtStart: 53,
} as const;

const twoToMinus32 = 1 / 4294967296;

function mixWord(hash: number, word: number): number {
  let k = Math.imul(word, 0xcc9e2d51);
  k = (k << 15) | (k >>> 17);
  let h = hash ^ Math.imul(k, 0x1b873593);
  h = (h << 13) | (h >>> 19);
  return (Math.imul(h, 5) + 0xe6546b64) | 0;
}

function finish(hash: number, byteLength: number): number {
  let h = hash ^ byteLength;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** MurmurHash3 x86_32 of 32-bit little-endian words: the published hash, for identities and fingerprints. */
export function hashWords(words: ArrayLike<number>, seed = 0): number {
  let hash = seed | 0;
  for (let i = 0; i < words.length; i++) hash = mixWord(hash, words[i] | 0);
  return finish(hash, words.length * 4);
}

/** A text as words for {@link hashWords}: its code points. */
export function wordsOf(text: string): number[] {
  return Array.from(text, (character) => character.codePointAt(0) ?? 0);
}

/** `hashWords([first, second])`, without a list. */
export function hashPair(first: number, second: number): number {
  return finish(mixWord(mixWord(0, first), second), 8);
}

/** The one integer from which all draws of a run derive. A number and its decimal text are the same seed. */
export function rootKey(seed: string | number): number {
  return alea(String(seed)).int32();
}

/** Uniform draw in [0, 1), a pure function of its five arguments (integers, taken modulo 2^32). */
export function draw(root: number, process: number, entity: number, other = 0, month = 0): number {
  return drawWith(drawPrefix(root, process, entity, other), month);
}

/** The part of a draw's key that stays the same in a loop over its last word; see {@link drawWith}. */
export function drawPrefix(root: number, process: number, entity: number, other: number): number {
  return mixWord(mixWord(mixWord(root, process), entity), other);
}

/** `drawWith(drawPrefix(root, process, a, b), c)` is `draw(root, process, a, b, c)`. */
export function drawWith(prefix: number, last: number): number {
  return (finish(mixWord(prefix, last), 16) >>> 0) * twoToMinus32;
}

/** Sum of two independent halves of one 32-bit draw, centred and scaled to mean 0 and variance 1: a cheap bounded noise. */
export function triangularFrom(prefix: number, last: number): number {
  const bits = finish(mixWord(prefix, last), 16);
  // Each half is uniform on [0, 1) with variance 1/12; their sum has variance 1/6.
  return (((bits >>> 16) + (bits & 0xffff) + 1) / 65536 - 1) * 2.449489742783178;
}

/** Standard normal draw from a uniform one, by the quantile function: monotone, one draw each. */
export function normalFrom(uniform: number): number {
  return normalQuantile(uniform + twoToMinus32 / 2, 0, 1);
}

/** Lognormal draw with the given median and standard deviation of its logarithm. */
export function lognormalFrom(uniform: number, median: number, logSd: number): number {
  return median * exp(logSd * normalFrom(uniform));
}

/** Poisson draw with the given mean from one uniform draw, by inversion: a higher mean never gives a lower count. */
export function poissonFrom(uniform: number, mean: number): number {
  if (mean <= 0) return 0;
  // Inversion in pieces keeps exp(-mean) away from zero for the large means of large populations.
  let probability = exp(-mean);
  if (probability === 0) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normalFrom(uniform)));
  let cumulative = probability;
  let count = 0;
  while (uniform >= cumulative && probability > 0) {
    count += 1;
    probability *= mean / count;
    cumulative += probability;
  }
  return count;
}
