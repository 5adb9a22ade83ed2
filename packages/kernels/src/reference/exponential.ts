// Own exponential and logarithm: those of two browsers differ in their last digits. The kernels
// compute the same steps (assembly/exponential.ts).

/** 1/13!, 1/12!, … 1/0!. */
const powers = [
  1.6059043836821613e-10, 2.08767569878681e-9, 2.505210838544172e-8, 2.755731922398589e-7, 2.7557319223985893e-6, 2.48015873015873e-5,
  1.984126984126984e-4, 1.388888888888889e-3, 8.333333333333333e-3, 4.1666666666666664e-2, 0.16666666666666666, 0.5, 1, 1,
];
/** The natural logarithm of 2: its first 32 bits, and the rest. */
const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;

/** e to the power of what is not above 0. */
export function exponential(x: number): number {
  if (x < -700) return 0;
  const n = Math.floor(x * Math.LOG2E + 0.5);
  const r = x - n * ln2High - n * ln2Low;
  return powers.reduce((sum, power) => sum * r + power, 0) * 2 ** n;
}

/** The natural logarithm of what is at least 1. */
export function logarithm(x: number): number {
  let n = 0;
  let m = x;
  for (; m >= 2; m /= 2) n += 1;
  if (m > Math.SQRT2) {
    m /= 2;
    n += 1;
  }
  const s = (m - 1) / (m + 1);
  const square = s * s;
  let sum = 0;
  for (let k = 23; k > 0; k -= 2) sum = sum * square + 1 / k;
  return n * ln2High + (n * ln2Low + 2 * s * sum);
}
