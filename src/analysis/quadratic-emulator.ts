// A second-degree polynomial in place of runs that are not made: ridge regression, whose penalty and error are those of
// leaving each point out in turn (Allen 1974, PRESS). It is crude, and it knows how crude.
import type { Point } from "./sensitivity/design.ts";

/** What stands for a function of points in the unit cube. */
export interface Emulator {
  predict(point: Point): number;
  /** Variance of its error at a point that it has not seen. */
  readonly errorVariance: number;
}

/** Penalties that are tried, per point. */
const penalties = [1e-6, 1e-4, 1e-3, 1e-2, 1e-1, 1];

/**
 * The emulator of some points' outputs.
 *
 * @param squares Whether a factor may bend; without, only its slope and pairs count, as for factors that are on or off. Default true.
 */
export function quadraticEmulator(
  points: readonly Point[],
  outputs: readonly number[],
  squares = true,
): Emulator {
  const rows = points.map((point) => features(point, squares));
  const centre = outputs.reduce((sum, value) => sum + value, 0) / outputs.length;
  const centred = outputs.map((value) => value - centre);
  const products = productsOf(rows);
  const fits = penalties.map((penalty) => ridge(rows, products, centred, penalty * rows.length));
  const best = fits.reduce((a, b) => (b.errorVariance < a.errorVariance ? b : a));
  return {
    predict: (point) => centre + dot(features(point, squares), best.weights),
    errorVariance: best.errorVariance,
  };
}

/** 1, each factor on [-1, 1], and the products of two. */
function features(point: Point, squares: boolean): number[] {
  const x = point.map((u) => 2 * u - 1);
  return [1, ...x, ...x.flatMap((a, i) => x.slice(squares ? i : i + 1).map((b) => a * b))];
}

/** Sums over the rows of the products of any two columns. */
function productsOf(rows: readonly (readonly number[])[]): number[][] {
  return rows[0].map((_, i) => rows[0].map((__, j) => rows.reduce((sum, row) => sum + row[i] * row[j], 0)));
}

function ridge(
  rows: readonly (readonly number[])[],
  products: readonly (readonly number[])[],
  outputs: readonly number[],
  penalty: number,
) {
  // The constant, which stands first, is not penalised.
  const root = cholesky(
    products.map((row, i) => row.map((value, j) => (i === j && i > 0 ? value + penalty : value))),
  );
  const weights = solve(
    root,
    rows[0].map((_, i) => rows.reduce((sum, row, r) => sum + row[i] * outputs[r], 0)),
  );
  const squaresLeftOut = rows.reduce((sum, row, r) => {
    const leverage = Math.min(dot(row, solve(root, row)), 1 - 1e-9);
    return sum + ((outputs[r] - dot(row, weights)) / (1 - leverage)) ** 2;
  }, 0);
  return { weights, errorVariance: squaresLeftOut / rows.length };
}

/** Lower triangular root of a symmetric positive matrix. */
function cholesky(matrix: readonly (readonly number[])[]): number[][] {
  const root: number[][] = matrix.map((row) => row.map(() => 0));
  matrix.forEach((row, i) => {
    for (let j = 0; j <= i; j++) {
      let rest = row[j];
      for (let k = 0; k < j; k++) rest -= root[i][k] * root[j][k];
      root[i][j] = i === j ? Math.sqrt(Math.max(rest, Number.MIN_VALUE)) : rest / root[j][j];
    }
  });
  return root;
}

function solve(root: readonly (readonly number[])[], right: readonly number[]): number[] {
  const half: number[] = [];
  root.forEach((row, i) => {
    half.push((right[i] - half.reduce((sum, value, k) => sum + row[k] * value, 0)) / row[i]);
  });
  const solution = half.slice();
  for (let i = root.length - 1; i >= 0; i--) {
    let rest = half[i];
    for (let k = i + 1; k < root.length; k++) rest -= root[k][i] * solution[k];
    solution[i] = rest / root[i][i];
  }
  return solution;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}
