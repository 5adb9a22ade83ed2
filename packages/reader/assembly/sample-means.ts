import { behind, TWO_52 } from './vectors';

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
  const first = f64x2.splat(f64(<i32>plane) + TWO_52);
  const strides = f64x2.splat(f64(stride));
  const lastX = f64x2.splat(maxX);
  const lastY = f64x2.splat(maxY);
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
          sum = f64x2.add(sum, interpolate(first, strides, stride, x, y, lastX, lastY));
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

/**
 * Bilinear at two places. `first` is the address of the plane's first pixel and 2^52, `strides` how
 * many bytes lie between rows, both in each lane.
 */
function interpolate(first: v128, strides: v128, stride: i32, atX: v128, atY: v128, maxX: v128, maxY: v128): v128 {
  // One instruction each, unlike min and max. In this order, what is no number becomes the border.
  const x = f64x2.pmin(f64x2.pmax(f64x2.splat(0), atX), maxX);
  const y = f64x2.pmin(f64x2.pmax(f64x2.splat(0), atY), maxY);
  const left = f64x2.floor(x);
  const top = f64x2.floor(y);
  const at = f64x2.add(f64x2.add(first, left), f64x2.mul(top, strides));
  const one = i32x4.extract_lane(at, 0);
  const two = i32x4.extract_lane(at, 2);
  // Two neighbours each, of the upper row and then of the lower one.
  let pairs = v128.load16_splat(one);
  pairs = v128.load16_lane(two, pairs, 1);
  pairs = v128.load16_lane(one + stride, pairs, 2);
  pairs = v128.load16_lane(two + stride, pairs, 3);
  const lefts = v128.and(pairs, i16x8.splat(0xff));
  const steps = i32x4.extend_low_i16x8_s(i16x8.sub(i16x8.shr_u(pairs, 8), lefts));
  const levels = i32x4.extend_low_i16x8_s(lefts);
  const fx = f64x2.sub(x, left);
  const fy = f64x2.sub(y, top);
  const upper = f64x2.add(f64x2.convert_low_i32x4_s(levels), f64x2.mul(f64x2.convert_low_i32x4_s(steps), fx));
  const lower = f64x2.add(f64x2.convert_low_i32x4_s(behind(levels)), f64x2.mul(f64x2.convert_low_i32x4_s(behind(steps)), fx));
  return f64x2.add(upper, f64x2.mul(f64x2.sub(lower, upper), fy));
}
