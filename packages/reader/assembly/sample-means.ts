/**
 * Walks down the columns of a target, four beside each other: each of its pixels is the mean of
 * `oversampling` squared bilinear samples.
 *
 * `grid` has, for each of the `oversampling` columns of samples in a column of the target, four
 * rows of `columns` numbers: where its topmost sample lies (x, y), and the step to the next (dx,
 * dy). `columns` is fours.
 */
export function sampleMeans(
  plane: usize,
  stride: i32,
  maxX: f32,
  maxY: f32,
  grid: usize,
  columns: i32,
  oversampling: i32,
  target: usize,
  height: i32,
): void {
  const share = f32x4.splat(1 / (255 * f32(oversampling * oversampling)));
  const bytes = 4 * columns;
  for (let column = 0; column < bytes; column += 16) {
    for (let within = 0; within < oversampling; within++) {
      const place = grid + 4 * bytes * within + column;
      const x = v128.load(place);
      const y = v128.load(place + bytes);
      const dx = v128.load(place + 2 * bytes);
      const dy = v128.load(place + 3 * bytes);
      let out = target + column;
      let step: f32 = 0;
      for (let row = 0; row < height; row++) {
        let sum = f32x4.splat(0);
        for (let k = 0; k < oversampling; k++) {
          const steps = f32x4.splat(step);
          sum = f32x4.add(
            sum,
            interpolate(plane, stride, f32x4.add(x, f32x4.mul(dx, steps)), f32x4.add(y, f32x4.mul(dy, steps)), maxX, maxY),
          );
          step += 1;
        }
        const mean = f32x4.mul(sum, share);
        v128.store(out, within > 0 ? f32x4.add(v128.load(out), mean) : mean);
        out += bytes;
      }
    }
  }
}

/** Bilinear at four places, none of which is read beyond its limits. */
function interpolate(plane: usize, stride: i32, atX: v128, atY: v128, maxX: f32, maxY: f32): v128 {
  const x = f32x4.min(f32x4.max(atX, f32x4.splat(0)), f32x4.splat(maxX));
  const y = f32x4.min(f32x4.max(atY, f32x4.splat(0)), f32x4.splat(maxY));
  const left = i32x4.trunc_sat_f32x4_s(x);
  const top = i32x4.trunc_sat_f32x4_s(y);
  const at = i32x4.add(i32x4.mul(top, i32x4.splat(stride)), left);
  const first = plane + i32x4.extract_lane(at, 0);
  const second = plane + i32x4.extract_lane(at, 1);
  const third = plane + i32x4.extract_lane(at, 2);
  const fourth = plane + i32x4.extract_lane(at, 3);
  // Two neighbours each, of the upper row in the first half and of the lower one in the second.
  let pairs = v128.load16_splat(first);
  pairs = v128.load16_lane(second, pairs, 1);
  pairs = v128.load16_lane(third, pairs, 2);
  pairs = v128.load16_lane(fourth, pairs, 3);
  pairs = v128.load16_lane(first + stride, pairs, 4);
  pairs = v128.load16_lane(second + stride, pairs, 5);
  pairs = v128.load16_lane(third + stride, pairs, 6);
  pairs = v128.load16_lane(fourth + stride, pairs, 7);
  const lefts = v128.and(pairs, i16x8.splat(0xff));
  const steps = i16x8.sub(i16x8.shr_u(pairs, 8), lefts);
  const fx = f32x4.sub(x, f32x4.convert_i32x4_s(left));
  const fy = f32x4.sub(y, f32x4.convert_i32x4_s(top));
  const upper = f32x4.add(
    f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(lefts)),
    f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(steps)), fx),
  );
  const lower = f32x4.add(
    f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(lefts)),
    f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(steps)), fx),
  );
  return f32x4.add(upper, f32x4.mul(f32x4.sub(lower, upper), fy));
}
