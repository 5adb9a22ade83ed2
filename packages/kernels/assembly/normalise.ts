import { ELEMENT, RELAXED } from './element';
import * as task from './tasks/normalisation';
import { ROUNDING } from './tasks/rounding';

/**
 * A picture of floats as activations: its mean becomes 0, its standard deviation 1. Sums are taken
 * in eight interleaved parts, as ONNX Runtime does with SSE. A multiple of eight is wide.
 */
export function normalise(t: usize): void {
  const width = load<i32>(t, task.WIDTH);
  const height = load<i32>(t, task.HEIGHT);
  const picture = load<usize>(t, task.PICTURE);
  const end = picture + 4 * width * height;
  const count = f32(width * height);
  const mean = f32x4.splat(sum(picture, end, f32x4.splat(0), false) / count);
  const variance = sum(picture, end, mean, true) / count;
  const deviation = f32x4.splat(sqrt<f32>(variance) + load<f32>(t, task.EPSILON));
  let output = load<usize>(t, task.OUTPUT);
  for (let row = picture; row < end; row += 4 * width) {
    for (let x = 0; x < width; x += 8) {
      const low = quantise(t, f32x4.div(f32x4.sub(v128.load(row + 4 * x), mean), deviation));
      const high = quantise(t, f32x4.div(f32x4.sub(v128.load(row + 4 * x, 16), mean), deviation));
      const narrow = i16x8.narrow_i32x4_s(low, high);
      if (RELAXED) v128.store64_lane(output + x, i8x16.narrow_i16x8_s(narrow, narrow), 0);
      else v128.store(output + ELEMENT * x, narrow);
    }
    output += load<i32>(t, task.OUTPUT_ROW);
  }
}

/** The sum of what is above a floor, or of its squares. */
function sum(from: usize, to: usize, floor: v128, squares: bool): f32 {
  let even = f32x4.splat(0);
  let odd = f32x4.splat(0);
  for (let at = from; at < to; at += 32) {
    let first = f32x4.sub(v128.load(at), floor);
    let second = f32x4.sub(v128.load(at, 16), floor);
    if (squares) {
      first = f32x4.mul(first, first);
      second = f32x4.mul(second, second);
    }
    even = f32x4.add(even, first);
    odd = f32x4.add(odd, second);
  }
  const fours = f32x4.add(even, odd);
  const twos = f32x4.add(fours, i32x4.shuffle(fours, fours, 2, 3, 0, 1));
  return f32x4.extract_lane(twos, 0) + f32x4.extract_lane(twos, 1);
}

function quantise(t: usize, value: v128): v128 {
  const steps = f32x4.div(value, v128.load32_splat(t, task.STEP));
  const limited = f32x4.pmax(v128.load32_splat(t, task.LOWEST), f32x4.pmin(v128.load32_splat(t, task.HIGHEST), steps));
  return i32x4.add(f32x4.add(limited, f32x4.splat(f32(ROUNDING))), v128.load32_splat(t, task.SHIFT));
}
