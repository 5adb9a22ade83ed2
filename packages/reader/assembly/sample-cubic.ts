/**
 * Walks down the columns of a target, four beside each other, with cubic interpolation (Catmull and
 * Rom), which goes through the plane's own values and keeps strokes of small print sharp that
 * bilinear would blur. `grid` as of `sampleMeans`, without oversampling.
 */
export function sampleCubic(plane: usize, stride: i32, maxX: f32, maxY: f32, grid: usize, columns: i32, target: usize, height: i32): void {
  const bytes = 4 * columns;
  for (let column = 0; column < bytes; column += 16) {
    const place = grid + column;
    const x = v128.load(place);
    const y = v128.load(place + bytes);
    const dx = v128.load(place + 2 * bytes);
    const dy = v128.load(place + 3 * bytes);
    let out = target + column;
    for (let row = 0; row < height; row++) {
      const steps = f32x4.splat(f32(row));
      v128.store(out, interpolate(plane, stride, f32x4.add(x, f32x4.mul(dx, steps)), f32x4.add(y, f32x4.mul(dy, steps)), maxX, maxY));
      out += bytes;
    }
  }
}

/** Grey 0..1 at four places, none of which is read further than one pixel before its limits. */
function interpolate(plane: usize, stride: i32, atX: v128, atY: v128, maxX: f32, maxY: f32): v128 {
  const x = f32x4.min(f32x4.max(atX, f32x4.splat(1)), f32x4.splat(maxX));
  const y = f32x4.min(f32x4.max(atY, f32x4.splat(1)), f32x4.splat(maxY));
  const left = i32x4.trunc_sat_f32x4_s(x);
  const top = i32x4.trunc_sat_f32x4_s(y);
  const at = i32x4.add(i32x4.mul(top, i32x4.splat(stride)), left);
  const before = plane - stride - 1;
  const first = before + i32x4.extract_lane(at, 0);
  const second = before + i32x4.extract_lane(at, 1);
  const third = before + i32x4.extract_lane(at, 2);
  const fourth = before + i32x4.extract_lane(at, 3);
  const f = f32x4.sub(x, f32x4.convert_i32x4_s(left));
  const g = f32x4.sub(y, f32x4.convert_i32x4_s(top));
  const w0 = weightBefore(f);
  const w1 = weightAt(f);
  const w2 = weightAt(f32x4.sub(f32x4.splat(1), f));
  const w3 = weightBefore(f32x4.sub(f32x4.splat(1), f));
  let sum = f32x4.mul(weightBefore(g), across(first, second, third, fourth, w0, w1, w2, w3));
  sum = f32x4.add(sum, f32x4.mul(weightAt(g), across(first + stride, second + stride, third + stride, fourth + stride, w0, w1, w2, w3)));
  const h = f32x4.sub(f32x4.splat(1), g);
  const two = 2 * stride;
  sum = f32x4.add(sum, f32x4.mul(weightAt(h), across(first + two, second + two, third + two, fourth + two, w0, w1, w2, w3)));
  const three = 3 * stride;
  sum = f32x4.add(sum, f32x4.mul(weightBefore(h), across(first + three, second + three, third + three, fourth + three, w0, w1, w2, w3)));
  return f32x4.mul(f32x4.min(f32x4.max(sum, f32x4.splat(0)), f32x4.splat(255)), f32x4.splat(1 / 255));
}

/** Four pixels of a row at each of four places, weighed. */
function across(first: usize, second: usize, third: usize, fourth: usize, w0: v128, w1: v128, w2: v128, w3: v128): v128 {
  let fours = v128.load32_zero(first);
  fours = v128.load32_lane(second, fours, 1);
  fours = v128.load32_lane(third, fours, 2);
  fours = v128.load32_lane(fourth, fours, 3);
  const byte = i32x4.splat(0xff);
  const sum = f32x4.add(
    f32x4.mul(w0, f32x4.convert_i32x4_s(v128.and(fours, byte))),
    f32x4.mul(w1, f32x4.convert_i32x4_s(v128.and(i32x4.shr_u(fours, 8), byte))),
  );
  return f32x4.add(
    sum,
    f32x4.add(
      f32x4.mul(w2, f32x4.convert_i32x4_s(v128.and(i32x4.shr_u(fours, 16), byte))),
      f32x4.mul(w3, f32x4.convert_i32x4_s(i32x4.shr_u(fours, 24))),
    ),
  );
}

/** Weight of the pixel at a place, `f` of the way from it to the next: 1 - 2.5 f² + 1.5 f³. */
function weightAt(f: v128): v128 {
  const slope = f32x4.sub(f32x4.mul(f, f32x4.splat(1.5)), f32x4.splat(2.5));
  return f32x4.add(f32x4.splat(1), f32x4.mul(f32x4.mul(f, f), slope));
}

/** Weight of the pixel before it: -0.5 f + f² - 0.5 f³, and of the one behind the next by 1 - f. */
function weightBefore(f: v128): v128 {
  const rest = f32x4.sub(f32x4.splat(1), f);
  return f32x4.mul(f32x4.mul(f, f32x4.splat(-0.5)), f32x4.mul(rest, rest));
}
