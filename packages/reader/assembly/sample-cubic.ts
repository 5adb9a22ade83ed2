import { cubicOf, cubicOfPixels, fourApart, neighbours } from './cubic';
import { TWO_52 } from './vectors';

/** What is read beyond a position, and what a lean of half a pixel a row adds to it. */
const BEFORE: f64 = 2 + 1e-6;
const BEHIND: f64 = 3 + 1e-6;
/** Steps that are added up end this far from where they should at most, pixels. */
const ROUNDINGS: f64 = 1e-7;
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
    const way = wayOf(one, width, height, rows, room);
    const otherWay = wayOf(two, width, height, rows, room);
    if (way === otherWay) {
      walk(way, plane, stride, width, height, one, two, out, out + 4, next, rows, crossings);
    } else {
      walk(way, plane, stride, width, height, one, one, out, out, next, rows, crossings);
      walk(otherWay, plane, stride, width, height, two, two, out + 4, out + 4, next, rows, crossings);
    }
  }
}

function wayOf(column: usize, width: i32, height: i32, rows: i32, room: i32): i32 {
  const dx = load<f64>(column, 16);
  const dy = load<f64>(column, 24);
  const last = f64(rows - 1);
  if (!staysWithin(load<f64>(column), dx * last, width) || !staysWithin(load<f64>(column, 8), dy * last, height)) return ASKEW;
  if (abs(dy) > 0 && abs(dx) <= MAX_LEAN * abs(dy) && abs(dy) * f64(rows) < f64(room - 8)) return ALONG_COLUMNS;
  if (abs(dx) > 0 && abs(dy) <= MAX_LEAN * abs(dx) && abs(dx) * f64(rows) < f64(room - 8)) return ALONG_ROWS;
  return ASKEW;
}

function staysWithin(from: f64, way: f64, length: i32): bool {
  return min(from, from + way) >= BEFORE && max(from, from + way) < f64(length) - BEHIND;
}

/** Two columns of the grid, or one of them twice. */
function walk(
  way: i32,
  plane: usize,
  stride: i32,
  width: i32,
  height: i32,
  one: usize,
  two: usize,
  out: usize,
  otherOut: usize,
  next: i32,
  rows: i32,
  crossings: usize,
): void {
  const x = both(one, two);
  const y = both(one + 8, two + 8);
  const dx = both(one + 16, two + 16);
  const dy = both(one + 24, two + 24);
  if (way === ALONG_COLUMNS) walkAlong(plane, stride, 1, y, x, dy, dx, out, otherOut, next, rows, crossings);
  else if (way === ALONG_ROWS) walkAlong(plane, 1, stride, x, y, dx, dy, out, otherOut, next, rows, crossings);
  else walkAskew(plane, stride, f64(width), f64(height), x, y, dx, dy, out, otherOut, next, rows);
}

/**
 * Columns that run along one axis of the plane and lean a little to its side are interpolated in
 * two passes (Catmull and Smith 1980): across them once for each row that they cross, then along
 * them for each pixel. When enlarging, rows are fewer than pixels.
 */
function walkAlong(
  plane: usize,
  mainStride: i32,
  sideStride: i32,
  from: v128,
  side: v128,
  step: v128,
  sideStep: v128,
  out: usize,
  otherOut: usize,
  next: i32,
  rows: i32,
  crossings: usize,
): void {
  const lean = f64x2.div(sideStep, step);
  const origin = f64x2.sub(side, f64x2.mul(from, lean));
  const end = f64x2.add(from, f64x2.mul(step, f64x2.splat(f64(rows - 1))));
  const first = f64x2.sub(f64x2.floor(f64x2.sub(f64x2.pmin(from, end), f64x2.splat(ROUNDINGS))), f64x2.splat(1));
  const last = f64x2.add(f64x2.floor(f64x2.add(f64x2.pmax(from, end), f64x2.splat(ROUNDINGS))), f64x2.splat(2));
  cross(plane, mainStride, sideStride, first, last, origin, lean, crossings);
  const begin = f64x2.sub(f64x2.splat(TWO_52), first);
  let position = from;
  for (let row = 0; row < rows; row++) {
    const before = f64x2.floor(position);
    const index = f64x2.add(begin, before);
    const a = crossings + 16 * i32x4.extract_lane(index, 0);
    const b = crossings + 16 * i32x4.extract_lane(index, 2) + 8;
    const levels = cubicOf(both(a - 16, b - 16), both(a, b), both(a + 16, b + 16), both(a + 32, b + 32), f64x2.sub(position, before));
    put(out + row * next, otherOut + row * next, levels);
    position = f64x2.add(position, step);
  }
}

/**
 * Interpolates two columns across where they meet each row of the plane, from the first one of each
 * to its last; the column that meets fewer stays at its last.
 */
function cross(plane: usize, mainStride: i32, sideStride: i32, first: v128, last: v128, origin: v128, lean: v128, crossings: usize): void {
  const start = f64x2.splat(f64(<i32>plane) + TWO_52);
  const mainStrides = f64x2.splat(f64(mainStride));
  const sideStrides = f64x2.splat(f64(sideStride));
  const ways = f64x2.sub(last, first);
  const count = i32(max(f64x2.extract_lane(ways, 0), f64x2.extract_lane(ways, 1))) + 1;
  for (let row = 0; row < count; row++) {
    const along = f64x2.pmin(f64x2.add(first, f64x2.splat(f64(row))), last);
    const place = f64x2.add(origin, f64x2.mul(along, lean));
    const before = f64x2.floor(place);
    const at = f64x2.add(f64x2.add(start, f64x2.mul(along, mainStrides)), f64x2.mul(before, sideStrides));
    const a = i32x4.extract_lane(at, 0) - sideStride;
    const b = i32x4.extract_lane(at, 2) - sideStride;
    const pixels = sideStride === 1 ? neighbours(a, b) : fourApart(a, b, sideStride);
    v128.store(crossings + 16 * row, cubicOfPixels(pixels, f64x2.sub(place, before)));
  }
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
  out: usize,
  otherOut: usize,
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
    const a = i32x4.extract_lane(at, 0);
    const b = i32x4.extract_lane(at, 2);
    const f = f64x2.sub(atX, left);
    const v0 = cubicOfPixels(neighbours(a, b), f);
    const v1 = cubicOfPixels(neighbours(a + stride, b + stride), f);
    const v2 = cubicOfPixels(neighbours(a + 2 * stride, b + 2 * stride), f);
    const v3 = cubicOfPixels(neighbours(a + 3 * stride, b + 3 * stride), f);
    put(out + row * next, otherOut + row * next, cubicOf(v0, v1, v2, v3, f64x2.sub(atY, top)));
    x = f64x2.add(x, dx);
    y = f64x2.add(y, dy);
  }
}

/** Two doubles of two places. */
function both(one: usize, two: usize): v128 {
  return v128.load64_lane(two, v128.load64_zero(one), 1);
}

/** Stores two levels as grey 0..1. */
function put(out: usize, otherOut: usize, levels: v128): void {
  const within = f64x2.pmin(f64x2.pmax(levels, f64x2.splat(0)), f64x2.splat(255));
  const greys = f32x4.demote_f64x2_zero(f64x2.mul(within, f64x2.splat(1.0 / 255)));
  v128.store32_lane(out, greys, 0);
  v128.store32_lane(otherOut, greys, 1);
}
