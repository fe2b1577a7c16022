declare module "seedrandom/lib/alea.js" {
  /** A generator: called, and by `quick`, it gives a number in [0, 1) of 32 bits; by `double` one of 53 bits. */
  interface Alea {
    (): number;
    quick(): number;
    double(): number;
    /** A signed integer of 32 bits. */
    int32(): number;
  }

  /** A generator that depends on the seed alone; seedrandom's own types do not cover this file. */
  export default function alea(seed: string): Alea;
}
