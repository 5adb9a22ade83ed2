import type { Layer } from '../network/network-description.ts';
import type { LayerWeights } from '../network/network-weights.ts';
import { addStored } from './add-stored.ts';
import { type QuantisedTensor, store } from './quantised-tensor.ts';

const { fround } = Math;

/** Tensors that a layer takes: that of its convolution, and the one that is added, if any. */
export type LayerInputs = { readonly input: QuantisedTensor; readonly zero: number; readonly addend?: QuantisedTensor | undefined };

/** Pixels that a convolution leaves of a side. */
function outputSide(side: number, kernel: number, stride: number, before: number, after: number): number {
  return Math.floor((side + before + after - kernel) / stride) + 1;
}

/** A layer as it is defined: one number after the other, sums in integers, the rest in floats. */
export function convolve(
  layer: Layer,
  { weights, bias, multipliers }: LayerWeights,
  { input, zero, addend }: LayerInputs,
): QuantisedTensor {
  const { channels, kernel, strides, padding } = layer;
  const height = outputSide(input.height, kernel[0], strides[0], padding[0], padding[2]);
  const width = outputSide(input.width, kernel[1], strides[1], padding[1], padding[3]);
  const data = new Uint8Array(height * width * channels);
  const perChannel = weights.length / channels;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const seen = lookThrough(layer, input, zero, y, x);
      for (let channel = 0; channel < channels; channel++) {
        const sum = seen.reduce((sum, value, place) => sum + value * weights[channel * perChannel + place]!, bias[channel]!);
        const product = store(fround(fround(sum) * multipliers[channel]!), layer.product);
        data[(y * width + x) * channels + channel] = addend ? addTo(layer, product, addend, y, x, channel) : product;
      }
    }
  }
  return { height, width, channels, data };
}

/** What a kernel sees at a place, less the zero point: by row, column and channel. */
function lookThrough(
  { kernel, strides, padding }: Layer,
  { height, width, channels, data }: QuantisedTensor,
  zero: number,
  y: number,
  x: number,
) {
  const seen: number[] = [];
  for (let row = 0; row < kernel[0]; row++) {
    for (let column = 0; column < kernel[1]; column++) {
      const at = { y: y * strides[0] - padding[0] + row, x: x * strides[1] - padding[1] + column };
      const isInside = at.y >= 0 && at.y < height && at.x >= 0 && at.x < width;
      const first = (at.y * width + at.x) * channels;
      for (let channel = 0; channel < channels; channel++) seen.push(isInside ? data[first + channel]! - zero : 0);
    }
  }
  return seen;
}

function addTo(
  { product: { zero }, addition }: Layer,
  product: number,
  addend: QuantisedTensor,
  y: number,
  x: number,
  channel: number,
): number {
  const { doubling, factors } = addition!;
  const [row, column] = doubling ? [y >> 1, x >> 1] : [y, x];
  const other = addend.data[(row * addend.width + column) * addend.channels + channel]!;
  return addStored(other, product - zero, factors);
}
