import { cubicOf, cubicOfPixels, neighbours, put } from './cubic';
import { both, TWO_52 } from './vectors';
import { walkAlong } from './walk-along';

/** What is read beyond a position, and what a lean of half a pixel a row adds to it. */
const BEFORE: f64 = 2 + 1e-6;
const BEHIND: f64 = 3 + 1e-6;
/** A column that leans more than this across rows, or along them, takes no short cut. */
const MAX_LEAN: f64 = 0.5;

/** How a column runs through the plane: about along its columns, along its rows, or otherwise. */
const ALONG_COLUMNS = 0;
const ALONG_ROWS = 1;
const ASKEW = 2;

/**
 * Walks down the columns of a target with cubic interpolation (Catmull-Rom), which goes through the
 * plane's own values and keeps strokes of small print sharp that bilinear would blur. Two columns
 * beside each other are walked down at once where they run alike, one in each lane.
 *
 * `plane` is where its first pixel would lie, `width` and `height` how much there is of it; a few
 * pixels around it, as far as columns reach, repeat its border. `grid` has four doubles a column:
 * where its topmost pixel lies (x, y), and the step to the next (dx, dy). `columns` is even.
 * `crossings` is memory for `room` pairs of doubles.
 */
export function sampleCubic(
  plane: usize,
  stride: i32,
  width: i32,
  height: i32,
  grid: usize,
  columns: i32,
  target: usize,
  rows: i32,
  crossings: usize,
  room: i32,
): void {
  const next = 4 * columns;
  for (let column = 0; column < columns; column += 2) {
    const one = grid + 32 * column;
    const two = one + 32;
    const out = target + 4 * column;
    const direction = directionOf(one, width, height, rows, room);
    const otherDirection = directionOf(two, width, height, rows, room);
    if (direction === otherDirection) {
      walk(direction, plane, stride, width, height, one, two, out, out + 4, next, rows, crossings);
    } else {
      walk(direction, plane, stride, width, height, one, one, out, out, next, rows, crossings);
      walk(otherDirection, plane, stride, width, height, two, two, out + 4, out + 4, next, rows, crossings);
    }
  }
}

function directionOf(column: usize, width: i32, height: i32, rows: i32, room: i32): i32 {
  const dx = load<f64>(column, 16);
  const dy = load<f64>(column, 24);
  const last = f64(rows - 1);
  if (!staysWithin(load<f64>(column), dx * last, width) || !staysWithin(load<f64>(column, 8), dy * last, height)) return ASKEW;
  if (abs(dy) > 0 && abs(dx) <= MAX_LEAN * abs(dy) && abs(dy) * f64(rows) < f64(room - 8)) return ALONG_COLUMNS;
  if (abs(dx) > 0 && abs(dy) <= MAX_LEAN * abs(dx) && abs(dx) * f64(rows) < f64(room - 8)) return ALONG_ROWS;
  return ASKEW;
}

function staysWithin(from: f64, displacement: f64, length: i32): bool {
  return min(from, from + displacement) >= BEFORE && max(from, from + displacement) < f64(length) - BEHIND;
}

/** Two columns of the grid, or one of them twice. */
function walk(
  direction: i32,
  plane: usize,
  stride: i32,
  width: i32,
  height: i32,
  one: usize,
  two: usize,
  outOne: usize,
  outTwo: usize,
  next: i32,
  rows: i32,
  crossings: usize,
): void {
  const x = both(one, two);
  const y = both(one + 8, two + 8);
  const dx = both(one + 16, two + 16);
  const dy = both(one + 24, two + 24);
  if (direction === ALONG_COLUMNS) walkAlong(plane, stride, 1, y, x, dy, dx, outOne, outTwo, next, rows, crossings);
  else if (direction === ALONG_ROWS) walkAlong(plane, 1, stride, x, y, dx, dy, outOne, outTwo, next, rows, crossings);
  else walkAskew(plane, stride, f64(width), f64(height), x, y, dx, dy, outOne, outTwo, next, rows);
}

/**
 * Columns in any direction, and those of which something lies outside the plane: what is around
 * each pixel is interpolated anew.
 */
function walkAskew(
  plane: usize,
  stride: i32,
  width: f64,
  height: f64,
  fromX: v128,
  fromY: v128,
  dx: v128,
  dy: v128,
  outOne: usize,
  outTwo: usize,
  next: i32,
  rows: i32,
): void {
  const start = f64x2.splat(f64(<i32>plane - stride - 1) + TWO_52);
  const strides = f64x2.splat(f64(stride));
  const widths = f64x2.splat(width);
  const heights = f64x2.splat(height);
  let x = fromX;
  let y = fromY;
  for (let row = 0; row < rows; row++) {
    // What lies further away is like the border; so is what is no number.
    const atX = f64x2.pmin(f64x2.pmax(f64x2.splat(-1), x), widths);
    const atY = f64x2.pmin(f64x2.pmax(f64x2.splat(-1), y), heights);
    const left = f64x2.floor(atX);
    const top = f64x2.floor(atY);
    const at = f64x2.add(f64x2.add(start, left), f64x2.mul(top, strides));
    const one = i32x4.extract_lane(at, 0);
    const two = i32x4.extract_lane(at, 2);
    const f = f64x2.sub(atX, left);
    const v0 = cubicOfPixels(neighbours(one, two), f);
    const v1 = cubicOfPixels(neighbours(one + stride, two + stride), f);
    const v2 = cubicOfPixels(neighbours(one + 2 * stride, two + 2 * stride), f);
    const v3 = cubicOfPixels(neighbours(one + 3 * stride, two + 3 * stride), f);
    put(outOne + row * next, outTwo + row * next, cubicOf(v0, v1, v2, v3, f64x2.sub(atY, top)));
    x = f64x2.add(x, dx);
    y = f64x2.add(y, dy);
  }
}
