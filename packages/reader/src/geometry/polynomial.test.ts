import { describe, expect, it } from 'vitest';
import { evaluatePolynomial, fitPolynomial } from './polynomial.ts';

function samplesOf(count: number, course: (x: number) => number, weight = (_: number) => 1) {
  const x = Array.from({ length: count }, (_, index) => index);
  return { x, y: x.map(course), weight: x.map(weight), count };
}

/** Repeats itself, so that tests do: a fraction of -0.5 to 0.5 for each x. */
const jitter = (x: number) => ((x * 37) % 11) / 11 - 0.5;

describe('fitPolynomial', () => {
  it('recovers a cubic', () => {
    const cubic = (x: number) => 3 + 0.2 * x - 0.004 * x ** 2 + 0.00003 * x ** 3;
    const fitted = fitPolynomial(samplesOf(120, cubic), 4, 0.001)!;
    for (const x of [0, 30, 77, 119]) expect(evaluatePolynomial(fitted, x)).toBeCloseTo(cubic(x), 3);
  });

  it('stays straight where bending does not pay', () => {
    const fitted = fitPolynomial(
      samplesOf(60, (x) => 2 + 0.1 * x + 0.2 * jitter(x)),
      4,
      0.05,
    )!;
    expect(fitted.coefficients).toHaveLength(2);
    expect(evaluatePolynomial(fitted, 30)).toBeCloseTo(5, 1);
  });

  it('leaves outliers out', () => {
    const fitted = fitPolynomial(
      samplesOf(60, (x) => (x % 7 === 3 ? 40 : 5 + 0.05 * x + 0.02 * jitter(x))),
      3,
      0.02,
    )!;
    for (const x of [0, 20, 59]) expect(evaluatePolynomial(fitted, x)).toBeCloseTo(5 + 0.05 * x, 1);
  });

  it('ignores samples without weight', () => {
    const fitted = fitPolynomial(
      samplesOf(
        20,
        (x) => (x < 10 ? x : 100),
        (x) => (x < 10 ? 1 : 0),
      ),
      1,
      0.01,
    )!;
    expect(evaluatePolynomial(fitted, 5)).toBeCloseTo(5, 3);
    expect(
      fitPolynomial(
        samplesOf(
          20,
          (x) => x,
          () => 0,
        ),
        1,
        0.01,
      ),
    ).toBeUndefined();
  });

  it('goes on straight beyond its samples', () => {
    const fitted = fitPolynomial(
      samplesOf(41, (x) => (x - 20) ** 2 / 10),
      2,
      0.001,
    )!;
    expect(evaluatePolynomial(fitted, 50)).toBeCloseTo(40 + 4 * 10, 2);
    expect(evaluatePolynomial(fitted, -10)).toBeCloseTo(40 + 4 * 10, 2);
  });
});
