/** Ink is darker than the mean around it by so much at least, grey 0..1. */
const MIN_CONTRAST: f64 = 0.035;
/** And by so many standard deviations; print by more than guilloche and pictures. */
const MIN_DEVIATIONS: f64 = 0.35;
const MIN_DEVIATIONS_OF_PRINT: f64 = 1.05;
/** Shares of the way from the mean to the darkest around: values are printed darkest of all. */
const MIN_DEPTH_SHARE: f64 = 0.45;
const MIN_DEPTH_SHARE_OF_DARKEST: f64 = 0.66;

/**
 * Adds a row of pixels (singles) to the sums of columns and takes another one away; two at a time,
 * what runs over has room. Each column has two doubles: the sum of its pixels and that of their
 * squares; those of the column behind the last one stay 0.
 */
export function moveSums(added: usize, taken: usize, sums: usize, width: i32): void {
  for (let x = 0; x < width; x += 2) {
    const more = promoteTwo(added + 4 * x);
    const less = promoteTwo(taken + 4 * x);
    const values = f64x2.sub(more, less);
    const squares = f64x2.sub(f64x2.mul(more, more), f64x2.mul(less, less));
    const at = sums + 16 * x;
    v128.store(at, f64x2.add(v128.load(at), i64x2.shuffle(values, squares, 0, 2)));
    v128.store(at, f64x2.add(v128.load(at, 16), i64x2.shuffle(values, squares, 1, 3)), 16);
  }
  v128.store(sums + 16 * width, f64x2.splat(0));
}

/**
 * Tells the shades of ink in a row of pixels by what is around each (Niblack 1986); two beside each
 * other, what runs over has room. Most are paper, which the mean alone tells.
 *
 * @param sums of columns, as `moveSums` makes them, from `radius + 1` columns before the row to
 *   `radius` behind it
 * @param columnReciprocals for each pixel one by how many columns are around it, doubles
 * @param rowReciprocal one by how many rows are
 * @param darkest for each pixel the darkest around it, singles
 */
export function markInk(
  row: usize,
  sums: usize,
  radius: i32,
  columnReciprocals: usize,
  rowReciprocal: f64,
  darkest: usize,
  ink: usize,
  width: i32,
): void {
  const ahead = sums + 16 * (2 * radius + 1);
  let around = f64x2.splat(0);
  for (let at = sums; at < ahead; at += 16) around = f64x2.add(around, v128.load(at));
  for (let x = 0; x < width; x += 2) {
    const at = 16 * x;
    const one = f64x2.sub(v128.load(ahead + at), v128.load(sums + at));
    const two = f64x2.sub(v128.load(ahead + at, 16), v128.load(sums + at, 16));
    const first = f64x2.add(around, one);
    around = f64x2.add(around, f64x2.add(one, two));
    const each = f64x2.mul(v128.load(columnReciprocals + 8 * x), f64x2.splat(rowReciprocal));
    const mean = f64x2.mul(i64x2.shuffle(first, around, 0, 2), each);
    const depth = f64x2.sub(mean, promoteTwo(row + 4 * x));
    const isInk = f64x2.gt(depth, f64x2.splat(MIN_CONTRAST));
    if (!v128.any_true(isInk)) {
      store<u16>(ink + x, 0);
      continue;
    }
    const square = f64x2.mul(i64x2.shuffle(first, around, 1, 3), each);
    const variance = f64x2.sub(square, f64x2.mul(mean, mean));
    // Rounding makes it negative only where all is alike: that is no ink, whatever the root.
    const deviation = f64x2.sqrt(variance);
    const depthShare = f64x2.div(depth, f64x2.sub(mean, promoteTwo(darkest + 4 * x)));
    // A comparison that holds is -1: each takes one off.
    const isAnyInk = v128.and(isInk, f64x2.gt(depth, f64x2.mul(f64x2.splat(MIN_DEVIATIONS), deviation)));
    const isPrint = v128.and(isAnyInk, f64x2.gt(depth, f64x2.mul(f64x2.splat(MIN_DEVIATIONS_OF_PRINT), deviation)));
    const isDark = v128.and(isPrint, f64x2.gt(depthShare, f64x2.splat(MIN_DEPTH_SHARE)));
    const isDarkest = v128.and(isPrint, f64x2.gt(depthShare, f64x2.splat(MIN_DEPTH_SHARE_OF_DARKEST)));
    const shade = i64x2.neg(i64x2.add(i64x2.add(isAnyInk, isPrint), i64x2.add(isDark, isDarkest)));
    store<u8>(ink + x, u8(i64x2.extract_lane(shade, 0)));
    store<u8>(ink + x, u8(i64x2.extract_lane(shade, 1)), 1);
  }
}

function promoteTwo(singles: usize): v128 {
  return f64x2.promote_low_f32x4(v128.load64_zero(singles));
}
