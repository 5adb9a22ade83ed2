import type { InstructionSet } from '../instruction-set.ts';

/** Weights by channel as they are stored: `weight = stored + rest - offset of its channel`. */
export type Shifted = {
  readonly perChannel: number;
  readonly stored: Int16Array;
  readonly rest: Int16Array;
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
  const stored = Int16Array.from(weights);
  const rest = new Int16Array(weights.length);
  const restIn = new Uint8Array(channels);
  const offsets = new Int32Array(channels);
  const sums = new Int32Array(channels);
  for (let channel = 0; channel < channels; channel++) {
    let least = 0;
    for (let at = channel * perChannel; at < (channel + 1) * perChannel; at++) {
      least = Math.min(least, weights[at]!);
      sums[channel]! += weights[at]!;
    }
    if (set === 'simd') continue;
    offsets[channel] = -least;
    for (let at = channel * perChannel; at < (channel + 1) * perChannel; at++) {
      const shifted = weights[at]! - least;
      stored[at] = Math.min(shifted, maxStored);
      rest[at] = shifted - stored[at]!;
      if (rest[at]! > 0) restIn[channel] = 1;
    }
  }
  return { perChannel, stored, rest, restIn, offsets, sums };
}
