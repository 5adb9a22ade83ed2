import type { InstructionSet } from '../instruction-set.ts';
import type { Layer } from '../network/network-description.ts';
import type { LayerWeights } from '../network/network-weights.ts';
import { packUnit } from './pack-unit.ts';
import { type Shifted, shiftWeights } from './shift-weights.ts';

/** Activations that lie beside each other and are multiplied one after the other, in eights. */
export type Segment = { readonly row: number; readonly element: number; readonly units: number };

/** A convolution as the kernels take it, in blocks of eight channels. */
export type PackedConvolution = {
  /** For each block bias, multipliers and offsets, then weights in the order of its segments. */
  readonly blocks: readonly Uint8Array[];
  /** What each block looks at, from its first activation. */
  readonly segments: readonly (readonly Segment[])[];
};

const channelsOfBlock = 8;

/**
 * Arranges the weights of a convolution.
 *
 * @param zero what 0 is stored as in the input
 */
export function packConvolution(layer: Layer, weights: LayerWeights, zero: number, set: InstructionSet): PackedConvolution {
  const perChannel = weights.weights.length / layer.channels;
  const blocks: Uint8Array[] = [];
  const segments: Segment[][] = [];
  for (let first = 0; first < layer.channels; first += channelsOfBlock) {
    const channels = Array.from({ length: channelsOfBlock }, (_, lane) =>
      weights.weights.subarray((first + lane) * perChannel, (first + lane + 1) * perChannel),
    );
    const shifted = channels.map((channel) => shiftWeights(channel, set));
    const whole = wholeRows(layer);
    const extra = unitsWithRest(layer, shifted);
    const parts = [
      packHead(weights, first, channels, shifted, zero),
      ...whole.flatMap((segment) => packSegment(layer, segment, shifted, 'stored', set)),
      ...extra.flatMap((segment) => packSegment(layer, segment, shifted, 'rest', set)),
    ];
    blocks.push(join(parts));
    segments.push([...whole, ...extra]);
  }
  return { blocks, segments };
}

/** Elements of the input that a kernel sees beside each other. */
const rowLength = ({ kernel, inputChannels }: Layer) => kernel[1] * inputChannels;

function wholeRows(layer: Layer): Segment[] {
  return Array.from({ length: layer.kernel[0] }, (_, row) => ({ row, element: 0, units: rowLength(layer) / 8 }));
}

/** Where some channel has a weight that its stored form is too small for. */
function unitsWithRest(layer: Layer, shifted: readonly Shifted[]): Segment[] {
  const perRow = rowLength(layer);
  const found: Segment[] = [];
  for (let row = 0; row < layer.kernel[0]; row++) {
    for (let element = 0; element < perRow; element += 8) {
      const at = row * perRow + element;
      if (shifted.some(({ rest }) => rest.subarray(at, at + 8).some((value) => value > 0))) found.push({ row, element, units: 1 });
    }
  }
  return found;
}

function packSegment(
  layer: Layer,
  { row, element, units }: Segment,
  shifted: readonly Shifted[],
  part: 'stored' | 'rest',
  set: InstructionSet,
): Uint8Array[] {
  const first = row * rowLength(layer) + element;
  return Array.from({ length: units }, (_, unit) => {
    const at = first + 8 * unit;
    return packUnit(
      shifted.map((channel) => channel[part].subarray(at, at + 8)),
      set,
    );
  });
}

/** Bias, multipliers and offsets of eight channels. Activations are stored less 128. */
function packHead(
  { bias, multipliers }: LayerWeights,
  first: number,
  channels: readonly Int8Array[],
  shifted: readonly Shifted[],
  zero: number,
): Uint8Array {
  const sums = channels.map((weights) => weights.reduce((sum, weight) => sum + weight, 0));
  return join([
    Int32Array.from(sums, (sum, lane) => bias[first + lane]! + (128 - zero) * sum),
    multipliers.slice(first, first + channelsOfBlock),
    Int32Array.from(shifted, ({ offset }) => offset),
  ]);
}

function join(parts: readonly (Uint8Array | Int32Array | Float32Array)[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const { buffer, byteOffset, byteLength } of parts) {
    all.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  return all;
}
