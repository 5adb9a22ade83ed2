import { selectSmallest } from './select-smallest.ts';
import { solveLinearSystem } from './solve-linear-system.ts';

/**
 * A polynomial in a shifted and scaled variable: the sum of `coefficients[k] * ((x - centre) /
 * halfSpan) ** k`.
 */
export type Polynomial = { readonly coefficients: readonly number[]; readonly centre: number; readonly halfSpan: number };

/**
 * The polynomial's value at `x`. Beyond its span it goes on as the straight line that touches it at
 * the nearer end: a cubic that was fitted to a line of text says nothing about the margin beside
 * it.
 */
export function evaluatePolynomial(polynomial: Polynomial, x: number): number {
  const t = (x - polynomial.centre) / polynomial.halfSpan;
  const inside = Math.min(1, Math.max(-1, t));
  let value = 0;
  let slope = 0;
  for (let k = polynomial.coefficients.length - 1; k >= 0; k--) {
    slope = slope * inside + value;
    value = value * inside + (polynomial.coefficients[k] as number);
  }
  return value + slope * (t - inside);
}

/**
 * Residuals further out than this many times their median do not count at all (Tukey's biweight).
 */
const outlierMedians = 6;
const rounds = 4;

type Samples = { readonly x: ArrayLike<number>; readonly y: ArrayLike<number>; readonly weight: ArrayLike<number>; readonly count: number };

/**
 * Samples in one kind of array, of which engines make faster loops than of any that may come; `t`
 * is the polynomial's variable.
 */
type PackedSamples = { readonly [Name in 'x' | 'y' | 'weight' | 't']: Float64Array } & { readonly count: number };

/**
 * Fits the smoothest polynomial that explains weighted samples: degree by degree up to `maxDegree`,
 * each by least squares that leave outliers out, until a further degree no longer pays (Bayesian
 * information criterion).
 *
 * @param noise what the samples' errors amount to at least, in units of y: keeps the degree down
 *   where the samples fit almost perfectly
 * @returns undefined for fewer than two samples of positive weight
 */
export function fitPolynomial({ x, y, weight, count }: Samples, maxDegree: number, noise: number): Polynomial | undefined {
  const pack = (values: ArrayLike<number>) => (values instanceof Float64Array ? values : new Float64Array(values));
  const samples: PackedSamples = { x: pack(x), y: pack(y), weight: pack(weight), t: new Float64Array(count), count };
  const { centre, halfSpan, counted } = measureSpan(samples);
  if (counted < 2) return undefined;
  for (let i = 0; i < count; i++) samples.t[i] = (samples.x[i]! - centre) / halfSpan;
  let best: Polynomial | undefined;
  let bestCriterion = Number.POSITIVE_INFINITY;
  for (let degree = 1; degree <= Math.min(maxDegree, counted - 1); degree++) {
    const fitted = fitRobustly(samples, degree, noise);
    if (!fitted) break;
    const price = Math.log(counted) * 2;
    const criterion = counted * Math.log(fitted.meanSquare + noise * noise) + (degree + 1) * price;
    if (criterion < bestCriterion) {
      best = { coefficients: fitted.coefficients, centre, halfSpan };
      bestCriterion = criterion;
    }
    // What a further degree could win at most, explaining all that this one leaves but the noise.
    if (bestCriterion <= counted * Math.log(noise * noise) + (degree + 2) * price) break;
  }
  return best;
}

function measureSpan({ x, weight, count }: PackedSamples): { centre: number; halfSpan: number; counted: number } {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  let counted = 0;
  for (let i = 0; i < count; i++) {
    if (!((weight[i] as number) > 0)) continue;
    low = Math.min(low, x[i] as number);
    high = Math.max(high, x[i] as number);
    counted++;
  }
  return { centre: (low + high) / 2, halfSpan: Math.max((high - low) / 2, 1e-6), counted };
}

function fitRobustly(samples: PackedSamples, degree: number, noise: number) {
  const factors = new Float64Array(samples.count).fill(1);
  const residuals = new Float64Array(samples.count);
  const magnitudes = new Float64Array(samples.count);
  let fitted: { coefficients: readonly number[]; meanSquare: number } | undefined;
  for (let round = 0; round < rounds; round++) {
    const coefficients = solveWeighted(samples, factors, degree);
    if (!coefficients) return fitted;
    measureResiduals(samples, coefficients, residuals);
    const meanSquare = reweigh(
      samples,
      residuals,
      outlierMedians * Math.max(medianMagnitude(samples, residuals, magnitudes), noise),
      factors,
    );
    fitted = { coefficients: Array.from(coefficients), meanSquare };
  }
  return fitted;
}

function solveWeighted({ y, weight: weights, t, count }: PackedSamples, factors: Float64Array, degree: number): Float64Array | undefined {
  const size = degree + 1;
  const right = new Float64Array(size);
  const moments = new Float64Array(2 * size - 1);
  for (let i = 0; i < count; i++) {
    const weight = weights[i]! * factors[i]!;
    if (!(weight > 0)) continue;
    let power = weight;
    for (let k = 0; k < moments.length; k++) {
      if (k < size) right[k] = right[k]! + power * y[i]!;
      moments[k] = moments[k]! + power;
      power *= t[i]!;
    }
  }
  // Of the normal equations each antidiagonal holds one and the same moment.
  const matrix = new Float64Array(size * size);
  for (let row = 0; row < size; row++) matrix.set(moments.subarray(row, row + size), row * size);
  return solveLinearSystem(matrix, right, size) ? right : undefined;
}

function measureResiduals({ y, t, count }: PackedSamples, coefficients: Float64Array, residuals: Float64Array): void {
  for (let i = 0; i < count; i++) {
    let value = 0;
    for (let k = coefficients.length - 1; k >= 0; k--) value = value * t[i]! + coefficients[k]!;
    residuals[i] = y[i]! - value;
  }
}

/** Of the samples that have any weight; `magnitudes` is memory. */
function medianMagnitude({ weight, count }: PackedSamples, residuals: Float64Array, magnitudes: Float64Array): number {
  let counted = 0;
  for (let i = 0; i < count; i++) if (weight[i]! > 0) magnitudes[counted++] = Math.abs(residuals[i]!);
  return counted > 0 ? selectSmallest(magnitudes, counted, counted >> 1) : 0;
}

/**
 * Sets each sample's factor by its residual and returns the weighted mean square of the residuals
 * that count.
 */
function reweigh({ weight: weights, count }: PackedSamples, residuals: Float64Array, limit: number, factors: Float64Array): number {
  let squares = 0;
  let total = 0;
  for (let i = 0; i < count; i++) {
    const share = residuals[i]! / limit;
    factors[i] = Math.abs(share) < 1 ? (1 - share * share) ** 2 : 0;
    const weight = weights[i]! * factors[i]!;
    squares += weight * residuals[i]! ** 2;
    total += weight;
  }
  return total > 0 ? squares / total : 0;
}
