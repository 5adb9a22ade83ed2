import { elementBytes, type InstructionSet } from '../instruction-set.ts';
import { columnsOf, type NetworkDescription } from '../network/network-description.ts';
import { foursOf } from '../pack/pack-head.ts';
import { type BufferNeed, placeBuffers } from './place-buffers.ts';
import { framedSides, type TensorShape } from './shape-tensors.ts';

/** Where everything lies that a run of a network needs besides its weights. */
export type Buffers = {
  readonly picture: number;
  /** Of each tensor, with its border, and of the sums of its pixels; relaxed SIMD only. */
  readonly tensors: readonly number[];
  readonly pixelSums: readonly number[];
  /** Of each layer: the sums of what its kernel sees. */
  readonly windowSums: readonly number[];
  readonly scratch: number;
  readonly products: number;
  readonly answer: number;
  readonly end: number;
};

/** The head computes four pixels at a time. */
const tile = 4;

/**
 * Places the buffers of a network: step 0 is the normalisation, n is layer n, the last one the
 * head.
 */
export function planBuffers(description: NetworkDescription, shapes: readonly TensorShape[], set: InstructionSet, start: number): Buffers {
  const { layers, head } = description;
  const last = layers.length + 1;
  const lastUse = shapes.map((_, tensor) =>
    layers.reduce((step, layer, index) => (layer.input === tensor || layer.addition?.tensor === tensor ? index + 1 : step), tensor),
  );
  lastUse[layers.length] = last;
  const needs: BufferNeed[] = [];
  const need = (bytes: number, from: number, to: number) => needs.push({ bytes, from, to }) - 1;
  const pixels = (shape: TensorShape) => framedSides(shape).rows * framedSides(shape).columns;
  const output = shapes.at(-1)!;
  const cells = Math.max(tile, output.height * output.width);
  const sums = set === 'relaxed' ? 4 : 0;
  const picture = need(16 * shapes[0]!.height * shapes[0]!.width, 0, 0);
  const tensors = shapes.map((shape, index) =>
    need(Math.max(tile, pixels(shape)) * shape.channels * elementBytes[set], index, lastUse[index]!),
  );
  const pixelSums = shapes.map((shape, index) => need(sums * pixels(shape), index, lastUse[index]!));
  const windowSums = layers.map((_, index) => need(sums * shapes[index + 1]!.height * shapes[index + 1]!.width, index + 1, index + 1));
  const scratch = need(8 * tile * head.channels, last, last);
  const products = need(16 * foursOf(head) * cells, last, last);
  const answer = need(4 * columnsOf(head) * cells, last, last);
  const { addresses, end } = placeBuffers(needs, start);
  const place = (index: number) => addresses[index]!;
  return {
    picture: place(picture),
    tensors: tensors.map(place),
    pixelSums: pixelSums.map(place),
    windowSums: windowSums.map(place),
    scratch: place(scratch),
    products: place(products),
    answer: place(answer),
    end,
  };
}
