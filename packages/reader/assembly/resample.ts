import { behind } from './vectors';

/**
 * Adds up rows of eight-bit pixels, each times its weight, of which the next one lies
 * `weightStride` bytes further on; four pixels at a time, what runs over has room. Three rows are
 * summed up before they are added to others, and a weight beyond the last one is 0.
 */
export function sumRows(rows: usize, stride: i32, weights: usize, weightStride: i32, taps: i32, sums: usize, count: i32): void {
  for (let x = 0; x < count; x += 4) {
    let low = f64x2.splat(0);
    let high = f64x2.splat(0);
    for (let tap = 0; tap < taps; tap += 3) {
      const at = rows + x + tap * stride;
      const from = weights + tap * weightStride;
      let pixels = fourPixels(at);
      let weight = v128.load64_splat(from);
      let left = f64x2.mul(weight, f64x2.convert_low_i32x4_u(pixels));
      let right = f64x2.mul(weight, f64x2.convert_low_i32x4_u(behind(pixels)));
      for (let more = 1; more < min(3, taps - tap); more++) {
        pixels = fourPixels(at + more * stride);
        weight = v128.load64_splat(from + more * weightStride);
        left = f64x2.add(left, f64x2.mul(weight, f64x2.convert_low_i32x4_u(pixels)));
        right = f64x2.add(right, f64x2.mul(weight, f64x2.convert_low_i32x4_u(behind(pixels))));
      }
      low = f64x2.add(low, left);
      high = f64x2.add(high, right);
    }
    v128.store(sums + 8 * x, low);
    v128.store(sums + 8 * x, high, 16);
  }
}

function fourPixels(at: usize): v128 {
  return i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(at)));
}

/**
 * Each target pixel is the sum of the `taps` sums from its start on, each times its weight. Starts
 * are addresses in bytes from the first sum; weights lie tap by tap. Two pixels at a time, `count`
 * is even.
 */
export function weighColumns(sums: usize, starts: usize, weights: usize, taps: i32, target: usize, count: i32): void {
  for (let x = 0; x < count; x += 2) {
    const first = sums + load<i32>(starts + 4 * x);
    const second = sums + load<i32>(starts + 4 * x, 4);
    let weight = weights + 8 * x;
    let sum = f64x2.splat(0);
    for (let tap = 0; tap < 8 * taps; tap += 8) {
      const two = v128.load64_lane(second + tap, v128.load64_zero(first + tap), 1);
      sum = f64x2.add(sum, f64x2.mul(v128.load(weight), two));
      weight += 8 * count;
    }
    v128.store64_lane(target + 4 * x, f32x4.demote_f64x2_zero(sum), 0);
  }
}
