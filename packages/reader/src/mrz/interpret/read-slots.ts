import type { LineLogits } from '../recognise/line-logits.ts';
import type { AlignedLine } from './align-line.ts';

/** What the strip says about each character of an aligned line. */
export type Slots = {
  readonly length: number;
  /** `logProbs[position * 38 + class]`: log probability that this character stands there, given that one does; class 0 is not used. */
  readonly logProbs: Float32Array;
  /** Probability that any character stands there at all. */
  readonly presence: Float32Array;
  /** Where the middle of each character stands in the strip, in steps. */
  readonly middles: Float32Array;
};

const floor = 1e-9;

/**
 * Gathers, for each character, the probabilities of all classes over the steps that belong to it: its own and half of the gap to either
 * neighbour. CTC is sure of a character for a step or two only, so the sum over these steps is what it holds possible there.
 */
export function readSlots({ logProbs, steps, classes: width }: LineLogits, aligned: AlignedLine): Slots {
  const length = aligned.classes.length;
  const out = new Float32Array(length * width);
  const presence = new Float32Array(length);
  const middles = new Float32Array(length);
  const sums = new Float64Array(width);
  for (let k = 0; k < length; k++) {
    const first = aligned.first[k] as number;
    const end = aligned.end[k] as number;
    middles[k] = (first + end) / 2;
    const from = k > 0 ? Math.ceil(((aligned.end[k - 1] as number) + first) / 2) : Math.max(0, first - 1);
    const to = k + 1 < length ? Math.floor((end + (aligned.first[k + 1] as number)) / 2) : Math.min(steps, end + 1);
    sums.fill(floor);
    for (let step = from; step < Math.max(to, end); step++) {
      for (let c = 1; c < width; c++) sums[c] = (sums[c] as number) + Math.exp(logProbs[step * width + c] as number);
    }
    let total = 0;
    for (let c = 1; c < width; c++) total += sums[c] as number;
    for (let c = 1; c < width; c++) out[k * width + c] = Math.log((sums[c] as number) / total);
    presence[k] = Math.min(1, total);
  }
  return { length, logProbs: out, presence, middles };
}
