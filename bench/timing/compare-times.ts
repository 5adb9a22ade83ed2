/** How two samples of times differ. */
export type TimeComparison = {
  /** Trimmed means, in the unit of the samples. */
  readonly means: readonly [number, number];
  /** The second minus the first, and half of its interval of 95 % (Yuen's test). */
  readonly difference: number;
  readonly margin: number;
  /** That both come from one distribution, by the test of Mann and Whitney, two-sided. */
  readonly p: number;
};

/** Cut off at either end: what the machine did beside. */
const trimmedShare = 0.1;

/**
 * Compares times that were measured alternately. The ranks decide (Mann and Whitney: no matter how
 * times are distributed), the trimmed means tell how much it is.
 */
export function compareTimes(one: readonly number[], other: readonly number[]): TimeComparison {
  const [first, second] = [trim(one), trim(other)];
  return {
    means: [first.mean, second.mean],
    difference: second.mean - first.mean,
    margin: 1.96 * Math.sqrt(first.variance + second.variance),
    p: mannWhitney(one, other),
  };
}

/** Trimmed mean, and its variance from the winsorised sample (Yuen 1974). */
function trim(values: readonly number[]): { readonly mean: number; readonly variance: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const cut = Math.floor(sorted.length * trimmedShare);
  const kept = sorted.slice(cut, sorted.length - cut);
  const winsorised = sorted.map((value) => Math.min(Math.max(value, kept[0]!), kept.at(-1)!));
  const center = average(winsorised);
  const spread = winsorised.reduce((sum, value) => sum + (value - center) ** 2, 0);
  return { mean: average(kept), variance: spread / (kept.length * (kept.length - 1)) };
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The two-sided p of the rank sum test, by the normal distribution and with ties (n above 20). */
function mannWhitney(one: readonly number[], other: readonly number[]): number {
  const all = [...one.map((time) => ({ time, isFirst: true })), ...other.map((time) => ({ time, isFirst: false }))];
  all.sort((a, b) => a.time - b.time);
  const [m, n, total] = [one.length, other.length, all.length];
  let rankSum = 0;
  let ties = 0;
  for (let start = 0; start < total; ) {
    let end = start;
    while (end < total && all[end]!.time === all[start]!.time) end += 1;
    const rank = (start + 1 + end) / 2;
    for (let index = start; index < end; index += 1) if (all[index]!.isFirst) rankSum += rank;
    ties += (end - start) ** 3 - (end - start);
    start = end;
  }
  const u = rankSum - (m * (m + 1)) / 2;
  const variance = ((m * n) / 12) * (total + 1 - ties / (total * (total - 1)));
  return variance === 0 ? 1 : twoSided((u - (m * n) / 2) / Math.sqrt(variance));
}

/**
 * The probability of a normal value as far from 0 as z, or farther: erfc(|z| / √2), by the rational
 * approximation 7.1.26 of Abramowitz and Stegun, or for large z by the asymptotic 7.1.23.
 */
function twoSided(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  if (x > 3) return (Math.exp(-x * x) / (x * Math.sqrt(Math.PI))) * (1 - 1 / (2 * x * x) + 3 / (4 * x ** 4));
  const t = 1 / (1 + 0.3275911 * x);
  const series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return series * Math.exp(-x * x);
}
