/** What is read beyond a position, and what a lean of half a pixel a row adds to it. */
const BEFORE: f64 = 2 + 1e-6;
const BEHIND: f64 = 3 + 1e-6;
/** Steps that are added up end this far from where they should at most, pixels. */
const ROUNDINGS: f64 = 1e-7;
/** A column that leans more than this across rows, or along them, takes no short cut. */
const MAX_LEAN: f64 = 0.5;

/**
 * Walks down the columns of a target with cubic interpolation (Catmull-Rom), which goes through the
 * plane's own values and keeps strokes of small print sharp that bilinear would blur.
 *
 * A column that runs about along the plane's columns, or along its rows, is interpolated in two
 * passes (Catmull and Smith 1980): across it once for each row that it crosses, then along it for
 * each pixel. When enlarging, rows are fewer than pixels.
 *
 * `plane` is where its first pixel would lie, `width` and `height` how much there is of it. `grid`
 * has four doubles a column: where its topmost pixel lies (x, y), and the step to the next (dx,
 * dy). `crossings` is memory for `room` doubles.
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
  for (let column = 0; column < columns; column++) {
    const x = load<f64>(grid + 32 * column);
    const y = load<f64>(grid + 32 * column, 8);
    const dx = load<f64>(grid + 32 * column, 16);
    const dy = load<f64>(grid + 32 * column, 24);
    const out = target + 4 * column;
    const next = 4 * columns;
    if (!staysWithin(x, dx * f64(rows - 1), width) || !staysWithin(y, dy * f64(rows - 1), height)) {
      walkAtBorder(plane, stride, width, height, x, y, dx, dy, out, next, rows);
    } else if (abs(dy) > 0 && abs(dx) <= MAX_LEAN * abs(dy) && abs(dy) * f64(rows) < f64(room - 8)) {
      walkAlong(plane, stride, 1, y, x, dy, dx, out, next, rows, crossings);
    } else if (abs(dx) > 0 && abs(dy) <= MAX_LEAN * abs(dx) && abs(dx) * f64(rows) < f64(room - 8)) {
      walkAlong(plane, 1, stride, x, y, dx, dy, out, next, rows, crossings);
    } else {
      walkAskew(plane, stride, x, y, dx, dy, out, next, rows);
    }
  }
}

function staysWithin(from: f64, way: f64, length: i32): bool {
  return min(from, from + way) >= BEFORE && max(from, from + way) < f64(length) - BEHIND;
}

/** A column that runs along one axis of the plane and leans a little to its side. */
function walkAlong(
  plane: usize,
  mainStride: i32,
  sideStride: i32,
  from: f64,
  side: f64,
  step: f64,
  sideStep: f64,
  out: usize,
  next: i32,
  rows: i32,
  crossings: usize,
): void {
  const lean = sideStep / step;
  const origin = side - from * lean;
  const end = from + step * f64(rows - 1);
  const first = i32(Math.floor(min(from, end) - ROUNDINGS)) - 1;
  const count = i32(Math.floor(max(from, end) + ROUNDINGS)) + 3 - first;
  for (let row = 0; row < count; row++) {
    const place = origin + f64(first + row) * lean;
    const before = i32(place);
    const at = plane + (first + row) * mainStride + before * sideStride;
    store<f64>(
      crossings + 8 * row,
      cubicOf(grey(at - sideStride), grey(at), grey(at + sideStride), grey(at + 2 * sideStride), place - f64(before)),
    );
  }
  let position = from;
  for (let row = 0; row < rows; row++) {
    const before = i32(position);
    const at = crossings + 8 * (before - first);
    put(out + row * next, cubicOf(load<f64>(at - 8), load<f64>(at), load<f64>(at, 8), load<f64>(at, 16), position - f64(before)));
    position += step;
  }
}

/** A column in any direction: what is around each pixel is interpolated anew. */
function walkAskew(plane: usize, stride: i32, fromX: f64, fromY: f64, dx: f64, dy: f64, out: usize, next: i32, rows: i32): void {
  let x = fromX;
  let y = fromY;
  for (let row = 0; row < rows; row++) {
    const left = i32(x);
    const top = i32(y);
    const f = x - f64(left);
    const at = plane + (top - 1) * stride + left;
    put(
      out + row * next,
      cubicOf(across(at, f), across(at + stride, f), across(at + 2 * stride, f), across(at + 3 * stride, f), y - f64(top)),
    );
    x += dx;
    y += dy;
  }
}

/** Four pixels of a row around a place, weighed. */
function across(at: usize, f: f64): f64 {
  const w0 = f * (-0.5 + f * (1 - 0.5 * f));
  const w1 = 1 + f * f * (-2.5 + 1.5 * f);
  const w2 = f * (0.5 + f * (2 - 1.5 * f));
  const w3 = f * f * (-0.5 + 0.5 * f);
  return grey(at - 1) * w0 + grey(at) * w1 + grey(at + 1) * w2 + grey(at + 2) * w3;
}

/** A column of which something lies outside the plane, where its border is repeated. */
function walkAtBorder(
  plane: usize,
  stride: i32,
  width: i32,
  height: i32,
  fromX: f64,
  fromY: f64,
  dx: f64,
  dy: f64,
  out: usize,
  next: i32,
  rows: i32,
): void {
  let x = fromX;
  let y = fromY;
  for (let row = 0; row < rows; row++) {
    // What lies further away is like the border, too.
    const atX = min(max(x, -4), f64(width) + 4);
    const atY = min(max(y, -4), f64(height) + 4);
    const left = i32(Math.floor(atX));
    const top = i32(Math.floor(atY));
    const f = atX - f64(left);
    const v0 = acrossBorder(plane, stride, width, height, left, top - 1, f);
    const v1 = acrossBorder(plane, stride, width, height, left, top, f);
    const v2 = acrossBorder(plane, stride, width, height, left, top + 1, f);
    const v3 = acrossBorder(plane, stride, width, height, left, top + 2, f);
    put(out + row * next, cubicOf(v0, v1, v2, v3, atY - f64(top)));
    x += dx;
    y += dy;
  }
}

function acrossBorder(plane: usize, stride: i32, width: i32, height: i32, left: i32, y: i32, f: f64): f64 {
  const row = plane + clamp(y, height) * stride;
  const v0 = grey(row + clamp(left - 1, width));
  const v1 = grey(row + clamp(left, width));
  const v2 = grey(row + clamp(left + 1, width));
  const v3 = grey(row + clamp(left + 2, width));
  return cubicOf(v0, v1, v2, v3, f);
}

function clamp(index: i32, length: i32): i32 {
  return min(max(index, 0), length - 1);
}

function grey(at: usize): f64 {
  return f64(load<u8>(at));
}

/** Stores a level as grey 0..1. */
function put(out: usize, level: f64): void {
  store<f32>(out, f32(min(max(level, 0), 255) * (1.0 / 255)));
}

/** At a share `f` of the way from the second value to the third. */
function cubicOf(v0: f64, v1: f64, v2: f64, v3: f64, f: f64): f64 {
  return v1 + 0.5 * f * (v2 - v0 + f * (2 * v0 - 5 * v1 + 4 * v2 - v3 + f * (3 * (v1 - v2) + v3 - v0)));
}
