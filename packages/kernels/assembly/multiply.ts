import { ELEMENT, RELAXED } from './element';
import * as task from './tasks/head';

/**
 * The last layer: the activations of each pixel times a matrix, plus a bias. Sums are floats, taken
 * channel by channel, and each product is added to them with one rounding, as ONNX Runtime does: in
 * doubles, where it is exact. The bias comes last. Four pixels at a time; there is room for at
 * least four.
 */
export function multiply(t: usize): void {
  const count = load<i32>(t, task.COUNT);
  const fours = load<i32>(t, task.FOURS);
  const bytes = 8 * load<i32>(t, task.CHANNELS);
  const scratch = load<usize>(t, task.SCRATCH);
  const weights = load<usize>(t, task.WEIGHTS);
  for (let tile = 0; tile < count; tile += 4) {
    const first = max(min(tile, count - 4), 0);
    toDoubles(t, first);
    const products = load<usize>(t, task.PRODUCTS) + first * 16 * fours;
    for (let two = 0; two < 2 * fours; two++) {
      let c0 = f64x2.splat(0);
      let c1 = f64x2.splat(0);
      let c2 = f64x2.splat(0);
      let c3 = f64x2.splat(0);
      // Behind the bias.
      let w = weights + 16 * two + 32 * fours;
      for (let c = scratch; c < scratch + bytes; c += 8) {
        const weight = v128.load(w);
        c0 = addProduct(c0, v128.load64_splat(c), weight);
        c1 = addProduct(c1, v128.load64_splat(c + bytes), weight);
        c2 = addProduct(c2, v128.load64_splat(c + 2 * bytes), weight);
        c3 = addProduct(c3, v128.load64_splat(c + 3 * bytes), weight);
        w += 32 * fours;
      }
      const bias = v128.load(weights + 16 * two);
      const to = products + 8 * two;
      v128.store64_lane(to, f32x4.demote_f64x2_zero(f64x2.add(c0, bias)), 0);
      v128.store64_lane(to + 16 * fours, f32x4.demote_f64x2_zero(f64x2.add(c1, bias)), 0);
      v128.store64_lane(to + 32 * fours, f32x4.demote_f64x2_zero(f64x2.add(c2, bias)), 0);
      v128.store64_lane(to + 48 * fours, f32x4.demote_f64x2_zero(f64x2.add(c3, bias)), 0);
    }
  }
}

/** Two sums with a product each, rounded to floats. */
function addProduct(sums: v128, value: v128, weights: v128): v128 {
  return f64x2.promote_low_f32x4(f32x4.demote_f64x2_zero(f64x2.add(sums, f64x2.mul(value, weights))));
}

/** Four pixels of activations as floats, stored as doubles. Channels are eights. */
function toDoubles(t: usize, first: i32): void {
  const channels = load<i32>(t, task.CHANNELS);
  const origin = i32x4.splat(load<i32>(t, task.ORIGIN));
  const step = v128.load32_splat(t, task.STEP);
  const from = load<usize>(t, task.INPUT) + ELEMENT * first * channels;
  const to = load<usize>(t, task.SCRATCH);
  for (let c = 0; c < 4 * channels; c += 8) {
    const wide: v128 = RELAXED ? v128.load8x8_s(from + c) : v128.load(from + ELEMENT * c);
    storeDoubles(to + 8 * c, f32x4.mul(f32x4.convert_i32x4_s(i32x4.add(i32x4.extend_low_i16x8_s(wide), origin)), step));
    storeDoubles(to + 8 * c + 32, f32x4.mul(f32x4.convert_i32x4_s(i32x4.add(i32x4.extend_high_i16x8_s(wide), origin)), step));
  }
}

function storeDoubles(to: usize, floats: v128): void {
  v128.store(to, f64x2.promote_low_f32x4(floats));
  v128.store(to, f64x2.promote_low_f32x4(i32x4.shuffle(floats, floats, 2, 3, 0, 1)), 16);
}
