import { cubicOf, cubicOfPixels, fourApart, neighbours, put } from './cubic';
import { both, TWO_52 } from './vectors';

/** Steps that are added up end this far from where they should at most, pixels. */
const ROUNDINGS: f64 = 1e-7;

/**
 * Columns that run along one axis of the plane and lean a little to its side are interpolated in
 * two passes (Catmull and Smith 1980): across them once for each row that they cross, then along
 * them for each pixel. When enlarging, rows are fewer than pixels.
 */
export function walkAlong(
  plane: usize,
  mainStride: i32,
  sideStride: i32,
  from: v128,
  side: v128,
  step: v128,
  sideStep: v128,
  outOne: usize,
  outTwo: usize,
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
    const one = crossings + 16 * i32x4.extract_lane(index, 0);
    const two = crossings + 16 * i32x4.extract_lane(index, 2);
    const share = f64x2.sub(position, before);
    let levels: v128;
    if (one === two) {
      // Both have met as many rows, as mostly.
      levels = cubicOf(v128.load(one - 16), v128.load(one), v128.load(one, 16), v128.load(one, 32), share);
    } else {
      const v0 = both(one - 16, two - 8);
      const v1 = both(one, two + 8);
      const v2 = both(one + 16, two + 24);
      levels = cubicOf(v0, v1, v2, both(one + 32, two + 40), share);
    }
    put(outOne + row * next, outTwo + row * next, levels);
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
  const spans = f64x2.sub(last, first);
  const count = i32(max(f64x2.extract_lane(spans, 0), f64x2.extract_lane(spans, 1))) + 1;
  let along = first;
  for (let row = 0; row < count; row++) {
    const place = f64x2.add(origin, f64x2.mul(along, lean));
    const before = f64x2.floor(place);
    const at = f64x2.add(f64x2.add(start, f64x2.mul(along, mainStrides)), f64x2.mul(before, sideStrides));
    const one = i32x4.extract_lane(at, 0) - sideStride;
    const two = i32x4.extract_lane(at, 2) - sideStride;
    const pixels = sideStride === 1 ? neighbours(one, two) : fourApart(one, two, sideStride);
    v128.store(crossings + 16 * row, cubicOfPixels(pixels, f64x2.sub(place, before)));
    along = f64x2.pmin(f64x2.add(along, f64x2.splat(1)), last);
  }
}
