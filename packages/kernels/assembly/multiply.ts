import { ELEMENT, RELAXED } from './element';
import * as task from './tasks/head';

/**
 * The last layer, in floats: the activations of each pixel times a matrix, plus a bias. Products
 * are added channel by channel, the bias last. Four pixels at a time; there is room for at least
 * four.
 */
export function multiply(t: usize): void {
  const count = load<i32>(t, task.COUNT);
  const channels = load<i32>(t, task.CHANNELS);
  const fours = load<i32>(t, task.FOURS);
  const scratch = load<usize>(t, task.SCRATCH);
  const bytes = 4 * channels;
  const bias = load<usize>(t, task.WEIGHTS);
  const weights = bias + 16 * fours;
  for (let tile = 0; tile < count; tile += 4) {
    const first = max(min(tile, count - 4), 0);
    toFloats(t, first);
    let products = load<usize>(t, task.PRODUCTS) + first * 16 * fours;
    for (let f = 0; f < fours; f++) {
      let c0 = f32x4.splat(0);
      let c1 = f32x4.splat(0);
      let c2 = f32x4.splat(0);
      let c3 = f32x4.splat(0);
      let w = weights + 16 * f;
      for (let c = scratch; c < scratch + bytes; c += 4) {
        const weight = v128.load(w);
        c0 = f32x4.add(c0, f32x4.mul(v128.load32_splat(c), weight));
        c1 = f32x4.add(c1, f32x4.mul(v128.load32_splat(c + bytes), weight));
        c2 = f32x4.add(c2, f32x4.mul(v128.load32_splat(c + 2 * bytes), weight));
        c3 = f32x4.add(c3, f32x4.mul(v128.load32_splat(c + 3 * bytes), weight));
        w += 16 * fours;
      }
      const last = v128.load(bias + 16 * f);
      v128.store(products, f32x4.add(c0, last));
      v128.store(products + 16 * fours, f32x4.add(c1, last));
      v128.store(products + 32 * fours, f32x4.add(c2, last));
      v128.store(products + 48 * fours, f32x4.add(c3, last));
      products += 16;
    }
  }
}

/** Four pixels of activations as floats. Channels are eights. */
function toFloats(t: usize, first: i32): void {
  const channels = load<i32>(t, task.CHANNELS);
  const origin = i32x4.splat(load<i32>(t, task.ORIGIN));
  const step = v128.load32_splat(t, task.STEP);
  const from = load<usize>(t, task.INPUT) + ELEMENT * first * channels;
  const to = load<usize>(t, task.SCRATCH);
  for (let c = 0; c < 4 * channels; c += 8) {
    const wide: v128 = RELAXED ? v128.load8x8_s(from + c) : v128.load(from + ELEMENT * c);
    const low = i32x4.add(i32x4.extend_low_i16x8_s(wide), origin);
    const high = i32x4.add(i32x4.extend_high_i16x8_s(wide), origin);
    v128.store(to + 4 * c, f32x4.mul(f32x4.convert_i32x4_s(low), step));
    v128.store(to + 4 * c, f32x4.mul(f32x4.convert_i32x4_s(high), step), 16);
  }
}
