/**
 * Walks down the columns of a target, two beside each other: each of its pixels is the mean of
 * `oversampling` squared bilinear samples. Beyond the plane its border is repeated.
 *
 * `plane` is where its first pixel would lie. `grid` has, for each of the `oversampling` columns of
 * samples in a column of the target, four rows of `columns` doubles: where its topmost sample lies
 * (x, y), and the step to the next (dx, dy). `columns` is even.
 */
export function sampleMeans(
  plane: usize,
  stride: i32,
  maxX: f64,
  maxY: f64,
  grid: usize,
  columns: i32,
  oversampling: i32,
  target: usize,
  height: i32,
): void {
  const share = f64x2.splat(1 / (255 * f64(oversampling * oversampling)));
  const bytes = 8 * columns;
  for (let column = 0; column < bytes; column += 16) {
    for (let within = 0; within < oversampling; within++) {
      const place = grid + 4 * bytes * within + column;
      let x = v128.load(place);
      let y = v128.load(place + bytes);
      const dx = v128.load(place + 2 * bytes);
      const dy = v128.load(place + 3 * bytes);
      let out = target + column / 2;
      for (let row = 0; row < height; row++) {
        let sum = f64x2.splat(0);
        for (let k = 0; k < oversampling; k++) {
          sum = f64x2.add(sum, interpolate(plane, stride, x, y, maxX, maxY));
          x = f64x2.add(x, dx);
          y = f64x2.add(y, dy);
        }
        let mean = f64x2.mul(sum, share);
        if (within > 0) mean = f64x2.add(f64x2.promote_low_f32x4(v128.load64_zero(out)), mean);
        v128.store64_lane(out, f32x4.demote_f64x2_zero(mean), 0);
        out += bytes / 2;
      }
    }
  }
}

/** Bilinear at two places. */
function interpolate(plane: usize, stride: i32, atX: v128, atY: v128, maxX: f64, maxY: f64): v128 {
  const x = f64x2.min(f64x2.max(atX, f64x2.splat(0)), f64x2.splat(maxX));
  const y = f64x2.min(f64x2.max(atY, f64x2.splat(0)), f64x2.splat(maxY));
  const left = i32x4.trunc_sat_f64x2_s_zero(x);
  const top = i32x4.trunc_sat_f64x2_s_zero(y);
  const at = i32x4.add(i32x4.mul(top, i32x4.splat(stride)), left);
  const first = plane + i32x4.extract_lane(at, 0);
  const second = plane + i32x4.extract_lane(at, 1);
  // Two neighbours each, of the upper row and then of the lower one.
  let pairs = v128.load16_splat(first);
  pairs = v128.load16_lane(second, pairs, 1);
  pairs = v128.load16_lane(first + stride, pairs, 2);
  pairs = v128.load16_lane(second + stride, pairs, 3);
  const lefts = v128.and(pairs, i16x8.splat(0xff));
  const steps = i32x4.extend_low_i16x8_s(i16x8.sub(i16x8.shr_u(pairs, 8), lefts));
  const levels = i32x4.extend_low_i16x8_s(lefts);
  const fx = f64x2.sub(x, f64x2.convert_low_i32x4_s(left));
  const fy = f64x2.sub(y, f64x2.convert_low_i32x4_s(top));
  const upper = f64x2.add(f64x2.convert_low_i32x4_s(levels), f64x2.mul(f64x2.convert_low_i32x4_s(steps), fx));
  const lower = f64x2.add(f64x2.convert_low_i32x4_s(behind(levels)), f64x2.mul(f64x2.convert_low_i32x4_s(behind(steps)), fx));
  return f64x2.add(upper, f64x2.mul(f64x2.sub(lower, upper), fy));
}

/** The third and fourth number. */
function behind(numbers: v128): v128 {
  return i32x4.shuffle(numbers, numbers, 2, 3, 0, 1);
}
