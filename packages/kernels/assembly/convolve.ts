import { BLOCK_BYTES, ELEMENT, LANES, RELAXED } from './element';
import { addendOf, storePixel } from './store-pixel';
import * as task from './tasks/convolution';

/** Bytes of a block before its weights: bias, scale and offset of its eight channels. */
const BLOCK_HEAD: usize = 96;

/** Bytes of eight activations of a pixel. */
const UNIT: usize = 8 * ELEMENT;

/** Bytes of weights that eight activations are multiplied with: eight channels of them. */
const UNIT_WEIGHTS: usize = UNIT * LANES;

/**
 * A convolution with everything that follows it up to the next one: bias, requantisation, ReLU and
 * maybe an addition. Channels last; computes four pixels of a row by eight channels at a time.
 *
 * A pixel's products run over segments: activations that lie beside each other, one for each row of
 * the kernel, and a few more for weights that do not fit (src/pack/pack-convolution.ts).
 *
 * @param t address of its task: tasks/convolution.ts
 */
export function convolve(t: usize): void {
  const width = load<i32>(t, task.WIDTH);
  const height = load<i32>(t, task.HEIGHT);
  const blocks = load<i32>(t, task.BLOCKS);
  const inputRow = load<i32>(t, task.INPUT_ROW);
  const inputStep = load<i32>(t, task.INPUT_STEP);
  const outputStep = load<i32>(t, task.OUTPUT_STEP);
  const lastTile = max(width - 4, 0);
  // Of a picture narrower than a tile, its last pixel is computed more than once.
  const to1 = min(1, width - 1) * inputStep;
  const to2 = min(2, width - 1) * inputStep;
  const to3 = min(3, width - 1) * inputStep;
  let block = load<usize>(t, task.WEIGHTS);
  let segments = load<usize>(t, task.SEGMENTS);
  for (let b = 0; b < blocks; b++) {
    const bias0 = v128.load(block);
    const bias1 = v128.load(block, 16);
    const weights = block + BLOCK_HEAD;
    const lastSegment = segments + 8 * load<i32>(segments);
    let w = weights;
    for (let y = 0; y < height; y++) {
      const row = load<usize>(t, task.INPUT) + y * inputRow;
      const output = load<usize>(t, task.OUTPUT) + y * load<i32>(t, task.OUTPUT_ROW) + b * BLOCK_BYTES;
      const sums = load<usize>(t, task.SUMS) + 4 * y * width;
      for (let tile = 0; tile < width; tile += 4) {
        const x = min(tile, lastTile);
        const pixel = row + x * inputStep;
        let c00 = bias0;
        let c01 = bias1;
        let c10 = bias0;
        let c11 = bias1;
        let c20 = bias0;
        let c21 = bias1;
        let c30 = bias0;
        let c31 = bias1;
        w = weights;
        for (let s = segments; s < lastSegment; s += 8) {
          let p0 = pixel + load<i32>(s, 4);
          let p1 = p0 + to1;
          let p2 = p0 + to2;
          let p3 = p0 + to3;
          const end = p0 + load<i32>(s, 8);
          for (; p0 < end; p0 += UNIT) {
            if (RELAXED) {
              let w0 = v128.load(w);
              let w1 = v128.load(w, 16);
              let v = v128.load32_splat(p0);
              c00 = i32x4.relaxed_dot_i8x16_i7x16_add_s(v, w0, c00);
              c01 = i32x4.relaxed_dot_i8x16_i7x16_add_s(v, w1, c01);
              v = v128.load32_splat(p1);
              c10 = i32x4.relaxed_dot_i8x16_i7x16_add_s(v, w0, c10);
              c11 = i32x4.relaxed_dot_i8x16_i7x16_add_s(v, w1, c11);
              v = v128.load32_splat(p2);
              c20 = i32x4.relaxed_dot_i8x16_i7x16_add_s(v, w0, c20);
              c21 = i32x4.relaxed_dot_i8x16_i7x16_add_s(v, w1, c21);
              v = v128.load32_splat(p3);
              c30 = i32x4.relaxed_dot_i8x16_i7x16_add_s(v, w0, c30);
              c31 = i32x4.relaxed_dot_i8x16_i7x16_add_s(v, w1, c31);
              w0 = v128.load(w, 32);
              w1 = v128.load(w, 48);
              v = v128.load32_splat(p0, 4);
              c00 = i32x4.relaxed_dot_i8x16_i7x16_add_s(v, w0, c00);
              c01 = i32x4.relaxed_dot_i8x16_i7x16_add_s(v, w1, c01);
              v = v128.load32_splat(p1, 4);
              c10 = i32x4.relaxed_dot_i8x16_i7x16_add_s(v, w0, c10);
              c11 = i32x4.relaxed_dot_i8x16_i7x16_add_s(v, w1, c11);
              v = v128.load32_splat(p2, 4);
              c20 = i32x4.relaxed_dot_i8x16_i7x16_add_s(v, w0, c20);
              c21 = i32x4.relaxed_dot_i8x16_i7x16_add_s(v, w1, c21);
              v = v128.load32_splat(p3, 4);
              c30 = i32x4.relaxed_dot_i8x16_i7x16_add_s(v, w0, c30);
              c31 = i32x4.relaxed_dot_i8x16_i7x16_add_s(v, w1, c31);
            } else {
              for (let k: usize = 0; k < 16; k += 4) {
                const w0 = v128.load(w + 8 * k);
                const w1 = v128.load(w + 8 * k, 16);
                let v = v128.load32_splat(p0 + k);
                c00 = i32x4.add(c00, i32x4.dot_i16x8_s(v, w0));
                c01 = i32x4.add(c01, i32x4.dot_i16x8_s(v, w1));
                v = v128.load32_splat(p1 + k);
                c10 = i32x4.add(c10, i32x4.dot_i16x8_s(v, w0));
                c11 = i32x4.add(c11, i32x4.dot_i16x8_s(v, w1));
                v = v128.load32_splat(p2 + k);
                c20 = i32x4.add(c20, i32x4.dot_i16x8_s(v, w0));
                c21 = i32x4.add(c21, i32x4.dot_i16x8_s(v, w1));
                v = v128.load32_splat(p3 + k);
                c30 = i32x4.add(c30, i32x4.dot_i16x8_s(v, w0));
                c31 = i32x4.add(c31, i32x4.dot_i16x8_s(v, w1));
              }
            }
            p1 += UNIT;
            p2 += UNIT;
            p3 += UNIT;
            w += UNIT_WEIGHTS;
          }
        }
        const out = output + x * outputStep;
        const below = sums + 4 * x;
        storePixel(t, block, out, below, addendOf(t, b, x, y), c00, c01);
        if (width > 1) storePixel(t, block, out + outputStep, below + 4, addendOf(t, b, x + 1, y), c10, c11);
        if (width > 2) storePixel(t, block, out + 2 * outputStep, below + 8, addendOf(t, b, x + 2, y), c20, c21);
        if (width > 3) storePixel(t, block, out + 3 * outputStep, below + 12, addendOf(t, b, x + 3, y), c30, c31);
      }
    }
    block = w;
    segments = lastSegment + 4;
  }
}
