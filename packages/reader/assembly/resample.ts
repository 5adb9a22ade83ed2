/**
 * Adds up rows of eight-bit pixels, each times its weight, of which the next one lies
 * `weightStride` bytes further on; eight pixels at a time, what runs over has room.
 */
export function sumRows(rows: usize, stride: usize, weights: usize, weightStride: usize, taps: i32, sums: usize, count: i32): void {
  for (let x = 0; x < count; x += 8) {
    let low = f32x4.splat(0);
    let high = f32x4.splat(0);
    let at = rows + x;
    let from = weights;
    for (let tap = 0; tap < taps; tap++) {
      const weight = v128.load32_splat(from);
      const pixels = v128.load8x8_u(at);
      low = f32x4.add(low, f32x4.mul(weight, f32x4.convert_i32x4_u(i32x4.extend_low_i16x8_u(pixels))));
      high = f32x4.add(high, f32x4.mul(weight, f32x4.convert_i32x4_u(i32x4.extend_high_i16x8_u(pixels))));
      at += stride;
      from += weightStride;
    }
    v128.store(sums + 4 * x, low);
    v128.store(sums + 4 * x, high, 16);
  }
}

/**
 * Each target pixel is the sum of the `taps` sums from its start on, each times its weight. Starts
 * are addresses in bytes from the first sum; weights lie tap by tap. Four pixels at a time, `count`
 * is fours.
 */
export function weighColumns(sums: usize, starts: usize, weights: usize, taps: i32, target: usize, count: i32): void {
  for (let x = 0; x < count; x += 4) {
    const first = sums + load<i32>(starts + 4 * x);
    const second = sums + load<i32>(starts + 4 * x, 4);
    const third = sums + load<i32>(starts + 4 * x, 8);
    const fourth = sums + load<i32>(starts + 4 * x, 12);
    let weight = weights + 4 * x;
    let sum = f32x4.splat(0);
    for (let tap = 0; tap < 4 * taps; tap += 4) {
      let four = v128.load32_zero(first + tap);
      four = v128.load32_lane(second + tap, four, 1);
      four = v128.load32_lane(third + tap, four, 2);
      four = v128.load32_lane(fourth + tap, four, 3);
      sum = f32x4.add(sum, f32x4.mul(four, v128.load(weight)));
      weight += 4 * count;
    }
    v128.store(target + 4 * x, sum);
  }
}
