import type { LineColumns } from '../recognise/line-columns.ts';

/** The classes worth considering at each step: `classes[from[t] .. from[t + 1]]` at step t, with their log probabilities beside them. */
export type LikelyClasses = {
  readonly steps: number;
  readonly from: Int32Array;
  readonly classes: Uint8Array;
  readonly logProbs: Float32Array;
  /** Log probability of the blank at each step. */
  readonly blank: Float32Array;
  /** Log probability of the single most probable path, every step taken by itself: no other path scores higher. */
  readonly bestPath: number;
};

/** A character less probable than this is not on the strip. Being selective makes the search for paths about ten times faster. */
const leastLogProb = Math.log(2e-6);

/** Sorts out what the recogniser holds possible, so that the searches after it touch little else. */
export function listLikelyClasses({ logProbs, steps, classes: width }: LineColumns): LikelyClasses {
  const from = new Int32Array(steps + 1);
  const classes = new Uint8Array(steps * (width - 1));
  const values = new Float32Array(steps * (width - 1));
  const blank = new Float32Array(steps);
  let count = 0;
  let bestPath = 0;
  for (let step = 0; step < steps; step++) {
    const at = step * width;
    let best = logProbs[at] as number;
    blank[step] = best;
    for (let k = 1; k < width; k++) {
      const value = logProbs[at + k] as number;
      if (value > best) best = value;
      if (value < leastLogProb) continue;
      classes[count] = k;
      values[count++] = value;
    }
    from[step + 1] = count;
    bestPath += best;
  }
  return { steps, from, classes: classes.subarray(0, count), logProbs: values.subarray(0, count), blank, bestPath };
}
