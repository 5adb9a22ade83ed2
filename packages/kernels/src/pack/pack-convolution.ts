import type { InstructionSet } from '../instruction-set.ts';
import type { Layer } from '../network/network-description.ts';
import type { LayerWeights } from '../network/network-weights.ts';
import { packUnits, unitBytes } from './pack-units.ts';
import { type Shifted, shiftWeights } from './shift-weights.ts';

/** Activations that lie beside each other and are multiplied one after the other, in eights. */
export type Segment = { readonly row: number; readonly element: number; readonly units: number };

/** A convolution as the kernels take it, in blocks of eight channels. */
export type PackedConvolution = {
  /**
   * Block after block: bias, multipliers and offsets, then weights in the order of its segments.
   */
  readonly bytes: Uint8Array;
  /** What each block looks at, from its first activation. */
  readonly segments: readonly (readonly Segment[])[];
};

const lanes = 8;
/** Bias, multiplier and offset of each channel. */
const headBytes = 3 * 4 * lanes;

/**
 * Arranges the weights of a convolution.
 *
 * @param zero what 0 is stored as in the input
 */
export function packConvolution(layer: Layer, weights: LayerWeights, zero: number, set: InstructionSet): PackedConvolution {
  const shifted = shiftWeights(weights.weights, layer.channels, set);
  const whole = wholeRows(layer);
  const segments = Array.from({ length: layer.channels / lanes }, (_, block) => [...whole, ...unitsWithRest(layer, shifted, block)]);
  const unitsOf = (block: readonly Segment[]) => block.reduce((sum, { units }) => sum + units, 0);
  const bytes = new Uint8Array(segments.reduce((sum, block) => sum + headBytes + unitsOf(block) * unitBytes[set], 0));
  const words = new Uint32Array(bytes.buffer);
  const { perChannel } = shifted;
  let at = 0;
  segments.forEach((block, index) => {
    packHead(bytes, 4 * at, weights, shifted, index, zero);
    at += headBytes / 4;
    block.forEach(({ row, element, units }, place) => {
      const first = index * lanes * perChannel + row * rowLength(layer) + element;
      at = packUnits(place < whole.length ? shifted.stored : shifted.rest, { first, perChannel, units }, words, at);
    });
  });
  return { bytes, segments };
}

/** Elements of the input that a kernel sees beside each other. */
const rowLength = ({ kernel, inputChannels }: Layer) => kernel[1] * inputChannels;

function wholeRows(layer: Layer): Segment[] {
  return Array.from({ length: layer.kernel[0] }, (_, row) => ({ row, element: 0, units: rowLength(layer) / 8 }));
}

/** Where some channel of a block has a weight that its stored form is too small for. */
function unitsWithRest(layer: Layer, { rest, restIn, perChannel }: Shifted, block: number): Segment[] {
  const perRow = rowLength(layer);
  const units = new Set<number>();
  for (let channel = block * lanes; channel < (block + 1) * lanes; channel++) {
    if (!restIn[channel]) continue;
    for (let at = 0; at < perChannel; at++) if (rest[channel * perChannel + at]! > 0) units.add(at >> 3);
  }
  const sorted = [...units].sort((one, other) => one - other);
  return sorted.map((unit) => ({ row: Math.floor((8 * unit) / perRow), element: (8 * unit) % perRow, units: 1 }));
}

/** Bias, multipliers and offsets of the channels of a block. Activations are stored less 128. */
function packHead(bytes: Uint8Array, at: number, { bias, multipliers }: LayerWeights, shifted: Shifted, block: number, zero: number): void {
  const view = new DataView(bytes.buffer, at, headBytes);
  for (let lane = 0; lane < lanes; lane++) {
    const channel = block * lanes + lane;
    view.setInt32(4 * lane, bias[channel]! + (128 - zero) * shifted.sums[channel]!, true);
    view.setFloat32(4 * (lanes + lane), multipliers[channel]!, true);
    view.setInt32(4 * (2 * lanes + lane), shifted.offsets[channel]!, true);
  }
}
