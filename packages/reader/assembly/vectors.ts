/**
 * A whole number from 0 to before 2^31 that is added to it stands in the lower half of the sum: so
 * numbers become addresses in one instruction.
 */
export const TWO_52: f64 = 4503599627370496;

/** The third and fourth number. */
export function behind(numbers: v128): v128 {
  return i32x4.shuffle(numbers, numbers, 2, 3, 0, 1);
}

/** Two doubles of two places. */
export function both(one: usize, two: usize): v128 {
  return v128.load64_lane(two, v128.load64_zero(one), 1);
}
