// The least-squares line through points: how steep it is.

/** Slope of the least-squares line of values over places, as many of both; null where the places do not vary. */
export function slopeOf(places: readonly number[], values: readonly number[]): number | null {
  const mean = (list: readonly number[]) => list.reduce((sum, each) => sum + each, 0) / list.length;
  const [middle, centre] = [mean(places), mean(values)];
  const spread = places.reduce((sum, each) => sum + (each - middle) * (each - middle), 0);
  const together = places.reduce((sum, each, i) => sum + (each - middle) * (values[i] - centre), 0);
  return spread > 0 ? together / spread : null;
}
