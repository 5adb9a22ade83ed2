// Own exponential and logarithm: those of two browsers differ in their last digits. The same steps
// are in src/reference/exponential.ts.

/** The natural logarithm of 2: its first 32 bits, and the rest. */
const LN2_HIGH: f64 = 0.6931471803691238;
const LN2_LOW: f64 = 1.9082149292705877e-10;

/** e to the power of what is not above 0. */
export function exponential(x: f64): f64 {
  if (x < -700) return 0;
  const n = floor<f64>(x * Math.LOG2E + 0.5);
  const r = x - n * LN2_HIGH - n * LN2_LOW;
  return powerSeries(r) * reinterpret<f64>((i64(n) + 1023) << 52);
}

/** The sum of r^k / k! for k up to 13. */
function powerSeries(r: f64): f64 {
  let sum: f64 = 1.6059043836821613e-10;
  sum = sum * r + 2.08767569878681e-9;
  sum = sum * r + 2.505210838544172e-8;
  sum = sum * r + 2.755731922398589e-7;
  sum = sum * r + 2.7557319223985893e-6;
  sum = sum * r + 2.48015873015873e-5;
  sum = sum * r + 1.984126984126984e-4;
  sum = sum * r + 1.388888888888889e-3;
  sum = sum * r + 8.333333333333333e-3;
  sum = sum * r + 4.1666666666666664e-2;
  sum = sum * r + 0.16666666666666666;
  sum = sum * r + 0.5;
  sum = sum * r + 1;
  return sum * r + 1;
}

/** The natural logarithm of what is at least 1. */
export function logarithm(x: f64): f64 {
  const bits = reinterpret<i64>(x);
  let n = f64((bits >> 52) - 1023);
  let m = reinterpret<f64>((bits & 0x000fffffffffffff) | 0x3ff0000000000000);
  if (m > Math.SQRT2) {
    m *= 0.5;
    n += 1;
  }
  const s = (m - 1) / (m + 1);
  const square = s * s;
  let sum: f64 = 0;
  for (let k: f64 = 23; k > 0; k -= 2) sum = sum * square + 1 / k;
  return n * LN2_HIGH + (n * LN2_LOW + 2 * s * sum);
}
