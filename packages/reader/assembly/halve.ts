/** Of two rows, the rounded mean of each 2 x 2 block; eight at a time, what runs over has room. */
export function halve(upper: usize, lower: usize, half: usize, count: i32): void {
  const two = i16x8.splat(2);
  for (let x = 0; x < count; x += 8) {
    const above = i16x8.extadd_pairwise_i8x16_u(v128.load(upper + 2 * x));
    const below = i16x8.extadd_pairwise_i8x16_u(v128.load(lower + 2 * x));
    const means = i16x8.shr_u(i16x8.add(i16x8.add(above, below), two), 2);
    v128.store64_lane(half + x, i8x16.narrow_i16x8_u(means, means), 0);
  }
}
