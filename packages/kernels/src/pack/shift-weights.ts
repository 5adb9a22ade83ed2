import type { InstructionSet } from '../instruction-set.ts';

/** Weights by channel: bytes for relaxed SIMD, two bytes each for plain SIMD. */
export type StoredWeights = Uint8Array<ArrayBuffer> | Int16Array<ArrayBuffer>;

/** Weights by channel as they are stored: `weight = stored + rest - offset of its channel`. */
export type Shifted = {
  readonly perChannel: number;
  readonly stored: StoredWeights;
  readonly rest: StoredWeights;
  /** Whether a channel has a rest at all. */
  readonly restIn: Uint8Array;
  readonly offsets: Int32Array;
  /** Of the weights of each channel. */
  readonly sums: Int32Array;
};

/** What the second operand of relaxed products may be, so that they are the same everywhere. */
const maxStored = 127;

/**
 * Makes weights what the products take. For relaxed SIMD that is 0..127: the least weight of a
 * channel becomes 0, and what is still too large (of -64..64 only 64, and only beside a -64) is
 * stored as 127 and a rest, which is multiplied once more.
 *
 * @param weights by channel, from -127 to 127
 */
export function shiftWeights(weights: Int8Array, channels: number, set: InstructionSet): Shifted {
  const perChannel = weights.length / channels;
  const { sums, least } = sumChannels(weights, channels);
  const restIn = new Uint8Array(channels);
  if (set === 'simd') {
    const rest = new Int16Array(weights.length);
    return { perChannel, stored: Int16Array.from(weights), rest, restIn, offsets: new Int32Array(channels), sums };
  }
  const stored = new Uint8Array(weights.length);
  const rest = new Uint8Array(weights.length);
  for (let channel = 0, at = 0; channel < channels; channel++) {
    const lowest = least[channel]!;
    for (const end = at + perChannel; at < end; at++) {
      const shifted = weights[at]! - lowest;
      stored[at] = shifted;
      if (shifted <= maxStored) continue;
      stored[at] = maxStored;
      rest[at] = shifted - maxStored;
      restIn[channel] = 1;
    }
  }
  return { perChannel, stored, rest, restIn, offsets: least.map((weight) => -weight), sums };
}

/** The sum of each channel's weights, and the least of them; 0 where none is below. */
function sumChannels(weights: Int8Array, channels: number): { readonly sums: Int32Array; readonly least: Int32Array } {
  const sums = new Int32Array(channels);
  const least = new Int32Array(channels);
  const perChannel = weights.length / channels;
  for (let channel = 0, at = 0; channel < channels; channel++) {
    let sum = 0;
    let lowest = 0;
    for (const end = at + perChannel; at < end; at++) {
      const weight = weights[at]!;
      sum += weight;
      if (weight < lowest) lowest = weight;
    }
    sums[channel] = sum;
    least[channel] = lowest;
  }
  return { sums, least };
}
