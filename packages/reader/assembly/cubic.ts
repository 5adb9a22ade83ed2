import { behind } from './vectors';

/**
 * Cubic interpolation (Catmull-Rom) at two places: at a share `f` of the way from the second value
 * to the third, by the differences of values.
 */
export function cubicOf(v0: v128, v1: v128, v2: v128, v3: v128, f: v128): v128 {
  const difference = f64x2.sub(v2, v1);
  const secondDifference = f64x2.sub(difference, f64x2.sub(v1, v0));
  const thirdDifference = f64x2.sub(f64x2.sub(f64x2.sub(v3, v2), difference), secondDifference);
  const quadratic = f64x2.sub(secondDifference, thirdDifference);
  const sum = f64x2.add(f64x2.sub(v2, v0), f64x2.mul(f, f64x2.add(quadratic, f64x2.mul(f, thirdDifference))));
  return f64x2.add(v1, f64x2.mul(f64x2.mul(f64x2.splat(0.5), f), sum));
}

/** The same of pixels, as `neighbours` and `fourApart` load them. */
export function cubicOfPixels(pixels: v128, f: v128): v128 {
  const numbers = i16x8.extend_low_i8x16_u(pixels);
  const low = i32x4.extend_low_i16x8_u(numbers);
  const high = i32x4.extend_high_i16x8_u(numbers);
  return cubicOf(
    f64x2.convert_low_i32x4_s(low),
    f64x2.convert_low_i32x4_s(behind(low)),
    f64x2.convert_low_i32x4_s(high),
    f64x2.convert_low_i32x4_s(behind(high)),
    f,
  );
}

/** Four pixels side by side at two places: the first of each, the second of each, and so on. */
export function neighbours(one: usize, two: usize): v128 {
  return i8x16.shuffle(v128.load32_zero(one), v128.load32_zero(two), 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
}

/** The same of pixels that lie so many bytes apart. */
export function fourApart(one: usize, two: usize, stride: i32): v128 {
  let pixels = v128.load8_splat(one);
  pixels = v128.load8_lane(two, pixels, 1);
  pixels = v128.load8_lane(one + stride, pixels, 2);
  pixels = v128.load8_lane(two + stride, pixels, 3);
  pixels = v128.load8_lane(one + 2 * stride, pixels, 4);
  pixels = v128.load8_lane(two + 2 * stride, pixels, 5);
  pixels = v128.load8_lane(one + 3 * stride, pixels, 6);
  return v128.load8_lane(two + 3 * stride, pixels, 7);
}

/** Stores two levels as grey 0..1; mostly they lie side by side. */
export function put(one: usize, two: usize, levels: v128): void {
  const within = f64x2.pmin(f64x2.pmax(levels, f64x2.splat(0)), f64x2.splat(255));
  const greys = f32x4.demote_f64x2_zero(f64x2.mul(within, f64x2.splat(1.0 / 255)));
  if (two === one + 4) v128.store64_lane(one, greys, 0);
  else {
    v128.store32_lane(one, greys, 0);
    v128.store32_lane(two, greys, 1);
  }
}
