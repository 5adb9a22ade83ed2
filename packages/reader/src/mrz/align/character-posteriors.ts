import type { LineLogits } from '../recognise/line-logits.ts';
import type { AlignedLine } from './viterbi-align.ts';

/** What the recogniser says of each character of an aligned line. */
export type CharacterPosteriors = {
  readonly length: number;
  /**
   * Shape [length, 38]: `logProbs[position * 38 + class]` is the log probability of a character,
   * given that one stands there. Class 0, the blank, is unused.
   */
  readonly logProbs: Float32Array;
  /** Probability that any character stands at each position. */
  readonly presence: Float32Array;
  /** Centre of each character along the strip, in steps. */
  readonly centres: Float32Array;
};

/** No class is less probable than this at any position. */
const minProbability = 1e-9;

/**
 * For each character, adds up the probabilities of all classes over the steps that belong to it:
 * its own and half of the gap to either neighbour. CTC names a character in a step or two only, so
 * the sum over these steps is the probability that it stands there.
 */
export function positionPosteriors({ logProbs, steps, classes: width }: LineLogits, aligned: AlignedLine): CharacterPosteriors {
  const length = aligned.classes.length;
  const out = new Float32Array(length * width);
  const presence = new Float32Array(length);
  const centres = new Float32Array(length);
  const sums = new Float64Array(width);
  for (let k = 0; k < length; k++) {
    const first = aligned.first[k]!;
    const end = aligned.end[k]!;
    centres[k] = (first + end) / 2;
    const from = k > 0 ? Math.ceil((aligned.end[k - 1]! + first) / 2) : Math.max(0, first - 1);
    const to = k + 1 < length ? Math.floor((end + aligned.first[k + 1]!) / 2) : Math.min(steps, end + 1);
    sums.fill(minProbability);
    for (let step = from; step < Math.max(to, end); step++) {
      for (let c = 1; c < width; c++) sums[c] = sums[c]! + Math.exp(logProbs[step * width + c]!);
    }
    let total = 0;
    for (let c = 1; c < width; c++) total += sums[c]!;
    for (let c = 1; c < width; c++) out[k * width + c] = Math.log(sums[c]! / total);
    presence[k] = Math.min(1, total);
  }
  return { length, logProbs: out, presence, centres };
}
