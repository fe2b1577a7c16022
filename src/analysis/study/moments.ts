// What is kept of numbers that come one by one: it does not grow with how many they are.

/** Mean and variance of numbers that come one by one (Welford). */
export class Moments {
  n = 0;
  mean = 0;
  #squares = 0;

  add(value: number): void {
    this.n += 1;
    const before = value - this.mean;
    this.mean += before / this.n;
    this.#squares += before * (value - this.mean);
  }

  get variance(): number {
    return this.n < 2 ? Number.NaN : this.#squares / (this.n - 1);
  }
}

/** Sums over the seeds of a draw, by place of a scenario, window and metric. */
export class UnitSums {
  readonly #sums: Float64Array;
  readonly #counts: Uint32Array;

  constructor(size: number) {
    this.#sums = new Float64Array(size);
    this.#counts = new Uint32Array(size);
  }

  add(place: number, value: number): void {
    this.#sums[place] += value;
    this.#counts[place] += 1;
  }

  /** Hands the draw's mean of each place that has any to the moments of that place. */
  close(units: readonly Moments[]): void {
    units.forEach((moments, place) => {
      if (this.#counts[place] > 0) moments.add(this.#sums[place] / this.#counts[place]);
    });
  }
}
