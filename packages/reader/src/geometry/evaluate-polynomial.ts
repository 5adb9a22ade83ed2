import type { Polynomial } from './polynomial.ts';

/**
 * The polynomial's value at `x`. Beyond its span it goes on as the straight line that touches it at the nearer end: a cubic that was
 * fitted to a line of text says nothing about the margin beside it.
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
