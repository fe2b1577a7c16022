// Sobol's sequence with Owen's nested uniform scrambling: evenly spread points, random enough that independent scrambles
// give an honest interval. Every bit of a scramble is a pure function of its key.
import { hashWords } from "../../random.ts";
import { directionNumbers } from "./direction-numbers.ts";

const bits = 32;
const twoToMinus32 = 1 / 4294967296;

/** Dimensions of the largest design. */
export const mostDimensions = directionNumbers.length + 1;

/** The first `count` points of the unscrambled sequence as whole numbers below 2^32, the origin first. */
export function sobolIntegers(count: number, dimensions: number): Uint32Array[] {
  const directions = Array.from({ length: dimensions }, (_, dimension) => directionsOf(dimension));
  const point = new Uint32Array(dimensions);
  return Array.from({ length: count }, (_, index) => {
    if (index > 0) {
      // Antonov and Saleev: the next point differs by one direction, that of the lowest bit that the index before lacks.
      const lowest = 31 - Math.clz32(index & -index);
      for (let dimension = 0; dimension < dimensions; dimension++) {
        point[dimension] ^= directions[dimension][lowest];
      }
    }
    return point.slice();
  });
}

/**
 * The first `count` points in [0, 1)^dimensions, scrambled by a key: any two keys give independent scrambles, and each point
 * of each is uniform.
 *
 * @param count A power of two keeps the points' balance.
 */
export function scrambledSobol(count: number, dimensions: number, key: number): number[][] {
  return sobolIntegers(count, dimensions).map((point) =>
    Array.from(point, (value, dimension) => scrambled(value, hashWords([key, dimension])) * twoToMinus32),
  );
}

/** A function that gives the scrambled sequence's point of any index without those before it. */
export function scrambledSobolAt(dimensions: number, key: number): (index: number) => number[] {
  const directions = Array.from({ length: dimensions }, (_, dimension) => directionsOf(dimension));
  const keys = directions.map((_, dimension) => hashWords([key, dimension]));
  return (index) =>
    directions.map((bitsOf, dimension) => {
      let value = 0;
      // The indices in the order of Gray's code, as in the sequence above.
      for (let code = index ^ (index >>> 1), bit = 0; code !== 0; code >>>= 1, bit++) {
        if ((code & 1) === 1) value ^= bitsOf[bit];
      }
      return scrambled(value >>> 0, keys[dimension]) * twoToMinus32;
    });
}

/** Owen's scramble: each bit is flipped, or not, by a coin of its own for all the bits before it. */
function scrambled(value: number, key: number): number {
  let result = 0;
  for (let bit = bits - 1; bit >= 0; bit--) {
    const before = bit === bits - 1 ? 0 : value >>> (bit + 1);
    const coin = hashWords([bit, before], key) & 1;
    result |= (((value >>> bit) & 1) ^ coin) << bit;
  }
  return result >>> 0;
}

function directionsOf(dimension: number): Uint32Array {
  const directions = new Uint32Array(bits);
  if (dimension === 0) {
    for (let i = 0; i < bits; i++) directions[i] = 1 << (bits - 1 - i);
    return directions;
  }
  const [polynomial, ...first] = directionNumbers[dimension - 1];
  const degree = first.length;
  for (let i = 0; i < bits; i++) {
    if (i < degree) {
      directions[i] = first[i] << (bits - 1 - i);
      continue;
    }
    let direction = directions[i - degree] ^ (directions[i - degree] >>> degree);
    for (let k = 1; k < degree; k++) {
      if (((polynomial >>> (degree - k)) & 1) === 1) direction ^= directions[i - k];
    }
    directions[i] = direction;
  }
  return directions;
}
