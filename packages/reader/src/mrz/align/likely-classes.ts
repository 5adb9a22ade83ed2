import type { LineLogits } from '../recognise/line-logits.ts';

/**
 * The classes worth considering: at step t `classes[from[t]]` to before `classes[from[t + 1]]`, and
 * their log probabilities in `logProbs`.
 */
export type LikelyClasses = {
  readonly steps: number;
  readonly from: Int32Array;
  readonly classes: Uint8Array;
  readonly logProbs: Float32Array;
  /** 1 for a class that is also likely at the step before. */
  readonly continues: Uint8Array;
  /** Log probability of the blank at each step. */
  readonly blank: Float32Array;
  /**
   * Log probability of the most probable path up to each step and, last, of the whole: an upper
   * bound for all paths (steps + 1).
   */
  readonly bestBefore: Float64Array;
  /** Log probability of the most probable path: the top class of each step. */
  readonly bestPath: number;
};

/** Less probable classes are ignored, which makes the search for paths about ten times faster. */
const minLogProb = Math.log(2e-6);

/**
 * Lists what the recogniser considers possible, so that the searches that follow touch little else.
 */
export function listLikelyClasses({ logProbs, steps, classes: width }: LineLogits): LikelyClasses {
  const from = new Int32Array(steps + 1);
  const classes = new Uint8Array(steps * (width - 1));
  const values = new Float32Array(steps * (width - 1));
  const continues = new Uint8Array(steps * (width - 1));
  const blank = new Float32Array(steps);
  const bestBefore = new Float64Array(steps + 1);
  let count = 0;
  for (let step = 0; step < steps; step++) {
    const at = step * width;
    let best = logProbs[at]!;
    blank[step] = best;
    for (let k = 1; k < width; k++) {
      const value = logProbs[at + k]!;
      if (value > best) best = value;
      if (value < minLogProb) continue;
      classes[count] = k;
      continues[count] = step > 0 && logProbs[at - width + k]! >= minLogProb ? 1 : 0;
      values[count++] = value;
    }
    from[step + 1] = count;
    bestBefore[step + 1] = bestBefore[step]! + best;
  }
  return {
    steps,
    from,
    classes: classes.subarray(0, count),
    logProbs: values.subarray(0, count),
    continues: continues.subarray(0, count),
    blank,
    bestBefore,
    bestPath: bestBefore[steps]!,
  };
}
