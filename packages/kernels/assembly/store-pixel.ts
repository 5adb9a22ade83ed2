import { BLOCK_BYTES, RELAXED } from './element';
import * as task from './tasks/convolution';
import { ROUNDING } from './tasks/rounding';

const SCALE: usize = 32;
const OFFSET: usize = 64;

/**
 * Requantises the eight sums of a pixel, adds what there is to add, and stores them.
 *
 * @param block address of the bias, multipliers and offsets of its channels
 * @param out where they go
 * @param below address of the sum of the activations that they were computed of; relaxed SIMD only
 * @param addend address of what is added, or 0
 */
export function storePixel(t: usize, block: usize, out: usize, below: usize, addend: usize, sum0: v128, sum1: v128): void {
  let s0 = sum0;
  let s1 = sum1;
  if (RELAXED) {
    // Weights are stored as 0..127, each larger by the offset of its channel.
    const activations = v128.load32_splat(below);
    s0 = i32x4.sub(s0, i32x4.mul(activations, v128.load(block, OFFSET)));
    s1 = i32x4.sub(s1, i32x4.mul(activations, v128.load(block, OFFSET + 16)));
  }
  let f0 = limit(t, f32x4.mul(f32x4.convert_i32x4_s(s0), v128.load(block, SCALE)));
  let f1 = limit(t, f32x4.mul(f32x4.convert_i32x4_s(s1), v128.load(block, SCALE + 16)));
  if (addend) {
    const other: v128 = RELAXED ? v128.load8x8_s(addend) : v128.load(addend);
    f0 = add(t, f0, i32x4.extend_low_i16x8_s(other));
    f1 = add(t, f1, i32x4.extend_high_i16x8_s(other));
  }
  const shift = v128.load32_splat(t, task.SHIFT);
  const rounding = f32x4.splat(f32(ROUNDING));
  const narrow = i16x8.narrow_i32x4_s(i32x4.add(f32x4.add(f0, rounding), shift), i32x4.add(f32x4.add(f1, rounding), shift));
  if (RELAXED) v128.store64_lane(out, i8x16.narrow_i16x8_s(narrow, narrow), 0);
  else v128.store(out, narrow);
}

/** Address of what is added to a block of a pixel, or 0. */
export function addendOf(t: usize, b: i32, x: i32, y: i32): usize {
  const addend = load<usize>(t, task.ADDEND);
  if (!addend) return 0;
  const doubling = load<i32>(t, task.DOUBLING);
  return addend + (y >> doubling) * load<i32>(t, task.ADDEND_ROW) + (x >> doubling) * load<i32>(t, task.ADDEND_STEP) + b * BLOCK_BYTES;
}

function limit(t: usize, value: v128): v128 {
  return f32x4.pmax(v128.load32_splat(t, task.LOWEST), f32x4.pmin(v128.load32_splat(t, task.HIGHEST), value));
}

/** The sum of a product and a stored activation, less the sum's own zero point's share. */
function add(t: usize, product: v128, addend: v128): v128 {
  const rounding = f32x4.splat(f32(ROUNDING));
  const rounded = f32x4.sub(f32x4.add(product, rounding), rounding);
  const ours = f32x4.mul(rounded, v128.load32_splat(t, task.PRODUCT_FACTOR));
  const theirs = f32x4.mul(f32x4.convert_i32x4_s(addend), v128.load32_splat(t, task.ADDEND_FACTOR));
  const sum = f32x4.add(f32x4.add(theirs, v128.load32_splat(t, task.CONSTANT)), ours);
  return f32x4.pmax(f32x4.splat(0), f32x4.pmin(f32x4.splat(255), sum));
}
