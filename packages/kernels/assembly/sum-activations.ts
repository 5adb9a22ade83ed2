import * as task from './tasks/sums';

/** The sum of the channels of each pixel, eight-bit activations. Channels are 4 or eights. */
export function sumPixels(t: usize): void {
  const channels = load<i32>(t, task.CHANNELS);
  const count = load<i32>(t, task.COUNT);
  const eights = channels & ~15;
  let pixel = load<usize>(t, task.PIXELS);
  let sums = load<usize>(t, task.SUMS);
  if (channels === 4) {
    for (let i = 0; i < count; i += 4) {
      v128.store(sums + 4 * i, sumFours(v128.load(pixel + 4 * i)));
    }
    return;
  }
  for (let i = 0; i < count; i++) {
    let sum = i32x4.splat(0);
    for (let c = 0; c < eights; c += 16) sum = i32x4.add(sum, sumFours(v128.load(pixel + c)));
    if (channels & 8) sum = i32x4.add(sum, sumFours(v128.load64_zero(pixel + eights)));
    sum = i32x4.add(sum, i32x4.shuffle(sum, sum, 2, 3, 0, 1));
    store<i32>(sums, i32x4.extract_lane(sum, 0) + i32x4.extract_lane(sum, 1));
    pixel += channels;
    sums += 4;
  }
}

function sumFours(activations: v128): v128 {
  return i32x4.extadd_pairwise_i16x8_s(i16x8.extadd_pairwise_i8x16_s(activations));
}

/** The sum of the sums of pixels below a kernel, wherever it stands. */
export function sumWindows(t: usize): void {
  const width = load<i32>(t, task.WIDTH);
  const height = load<i32>(t, task.HEIGHT);
  const row = load<i32>(t, task.SUMS_ROW);
  const stride = load<i32>(t, task.STRIDE_X);
  let windows = load<usize>(t, task.WINDOWS);
  for (let y = 0; y < height; y++) {
    const first = load<usize>(t, task.SUMS) + y * load<i32>(t, task.STRIDE_Y) * row;
    if (stride === 1) sumRow(t, first, windows, width);
    else for (let x = 0; x < width; x++) store<i32>(windows + 4 * x, sumWindow(t, first + 4 * x * stride));
    windows += 4 * width;
  }
}

/** Windows beside each other, four at a time; what runs over is written again by the next row. */
function sumRow(t: usize, first: usize, windows: usize, width: i32): void {
  const row = load<i32>(t, task.SUMS_ROW);
  const kernelWidth = load<i32>(t, task.KERNEL_WIDTH);
  const kernelHeight = load<i32>(t, task.KERNEL_HEIGHT);
  for (let x = 0; x < width; x += 4) {
    let sum = i32x4.splat(0);
    for (let r = 0; r < kernelHeight; r++) {
      for (let c = 0; c < kernelWidth; c++) sum = i32x4.add(sum, v128.load(first + r * row + 4 * (x + c)));
    }
    v128.store(windows + 4 * x, sum);
  }
}

function sumWindow(t: usize, first: usize): i32 {
  const row = load<i32>(t, task.SUMS_ROW);
  const kernelWidth = load<i32>(t, task.KERNEL_WIDTH);
  const kernelHeight = load<i32>(t, task.KERNEL_HEIGHT);
  let sum = 0;
  for (let r = 0; r < kernelHeight; r++) {
    for (let c = 0; c < kernelWidth; c++) sum += load<i32>(first + r * row + 4 * c);
  }
  return sum;
}
