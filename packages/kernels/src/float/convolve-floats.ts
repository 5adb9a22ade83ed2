import { type FloatTensor, sidesOf, zeros } from './float-tensor.ts';

type Pair = readonly [down: number, across: number];

/** How a kernel moves over a picture. */
export type Moves = {
  /** Channels are in so many groups, each computed of the channels of its own group. */
  readonly groups: number;
  readonly strides: Pair;
  readonly padding: readonly [above: number, left: number, below: number, right: number];
};

/**
 * The convolution of ONNX (Conv), plane by plane.
 *
 * @param weights [channels, channels of a group, rows, columns]
 * @param bias one number for each channel
 * @throws RangeError for a picture with other channels than the weights are for
 */
export function convolveFloats(picture: FloatTensor, weights: FloatTensor, bias: FloatTensor, moves: Moves): FloatTensor {
  const [channels = 0, inputs = 0, rows = 0, columns = 0] = weights.dims;
  const { channels: given, height, width } = sidesOf(picture);
  if (given !== inputs * moves.groups) throw new RangeError(`A picture of ${given} channels for weights of ${inputs * moves.groups}.`);
  const [above, left, below, right] = moves.padding;
  const down = Math.floor((height + above + below - rows) / moves.strides[0]) + 1;
  const across = Math.floor((width + left + right - columns) / moves.strides[1]) + 1;
  const result = zeros([1, channels, down, across]);
  const area = down * across;
  for (let channel = 0; channel < channels; channel++) result.data.fill(bias.data[channel]!, channel * area, (channel + 1) * area);
  if (rows === 1 && columns === 1 && moves.groups === 1 && area === height * width && inputs % planesAtOnce === 0) {
    addWeighted(result.data, picture.data, weights.data, area);
    return result;
  }
  const each = inputs * rows * columns;
  for (let channel = 0; channel < channels; channel++) {
    const first = Math.floor(channel / (channels / moves.groups)) * inputs;
    const plane = result.data.subarray(channel * area, (channel + 1) * area);
    const from = picture.data.subarray(first * height * width, (first + inputs) * height * width);
    const kernels = weights.data.subarray(channel * each, (channel + 1) * each);
    addMoved(plane, from, kernels, { height, width, down, across, rows, columns, moves });
  }
  return result;
}

/** Planes that are added in one go. */
const planesAtOnce = 4;

/**
 * Adds to each plane all others, each times its weight: four of them to two planes at a time, so
 * that numbers are taken from memory seldom. There is a multiple of four of them.
 */
function addWeighted(sums: Float32Array, planes: Float32Array, weights: Float32Array, area: number): void {
  const inputs = planes.length / area;
  const channels = sums.length / area;
  for (let channel = 0; channel < channels; channel += 2) {
    // A last one alone is added to itself, with weights of nothing.
    const isPair = channel + 1 < channels;
    const sum = sums.subarray(channel * area, (channel + 1) * area);
    const next = isPair ? sums.subarray((channel + 1) * area, (channel + 2) * area) : new Float32Array(area);
    for (let plane = 0; plane < inputs; plane += planesAtOnce) {
      const at = channel * inputs + plane;
      const [a, b, c, d] = [weights[at]!, weights[at + 1]!, weights[at + 2]!, weights[at + 3]!];
      const [e, f, g, h] = isPair ? weights.subarray(at + inputs, at + inputs + 4) : [0, 0, 0, 0];
      if ((a || b || c || d || e || f || g || h) === 0) continue;
      addFour(sum, next, planes.subarray(plane * area, (plane + 4) * area), [a, b, c, d, e!, f!, g!, h!]);
    }
  }
}

type EightWeights = readonly [number, number, number, number, number, number, number, number];

function addFour(sum: Float32Array, next: Float32Array, planes: Float32Array, [a, b, c, d, e, f, g, h]: EightWeights): void {
  const area = sum.length;
  const [second, third, fourth] = [area, 2 * area, 3 * area];
  for (let at = 0; at < area; at++) {
    const p = planes[at]!;
    const q = planes[at + second]!;
    const r = planes[at + third]!;
    const s = planes[at + fourth]!;
    sum[at] = sum[at]! + a * p + b * q + c * r + d * s;
    next[at] = next[at]! + e * p + f * q + g * r + h * s;
  }
}

type Frame = {
  readonly height: number;
  readonly width: number;
  readonly down: number;
  readonly across: number;
  readonly rows: number;
  readonly columns: number;
  readonly moves: Moves;
};

/** Adds planes as each weight of their kernels sees them; beyond the borders there are zeros. */
function addMoved(sum: Float32Array, planes: Float32Array, weights: Float32Array, frame: Frame): void {
  const { height, width, down, across, rows, columns, moves } = frame;
  const [strideDown, strideAcross] = moves.strides;
  const [above, left] = moves.padding;
  for (let index = 0; index < weights.length; index++) {
    const weight = weights[index]!;
    if (weight === 0) continue;
    const plane = Math.floor(index / (rows * columns)) * height * width;
    const row = Math.floor(index / columns) % rows;
    const column = (index % columns) - left;
    const firstX = Math.max(0, Math.ceil(-column / strideAcross));
    const lastX = Math.min(across - 1, Math.floor((width - 1 - column) / strideAcross));
    for (let y = 0; y < down; y++) {
      const fromY = y * strideDown + row - above;
      if (fromY < 0 || fromY >= height) continue;
      let from = plane + fromY * width + firstX * strideAcross + column;
      for (let x = firstX; x <= lastX; x++, from += strideAcross) sum[y * across + x] = sum[y * across + x]! + weight * planes[from]!;
    }
  }
}
