import type { LineLogits } from '../recognise/line-logits.ts';

/** The classes worth considering at each step: `classes[from[t] .. from[t + 1]]` at step t, with their log probabilities beside them. */
export type LikelyClasses = {
  readonly steps: number;
  readonly from: Int32Array;
  readonly classes: Uint8Array;
  readonly logProbs: Float32Array;
  /** 1 for a class that is likely at the step before too. */
  readonly lasting: Uint8Array;
  /** Log probability of the blank at each step. */
  readonly blank: Float32Array;
  /** Log probability of the most probable path before each step and, last, of the whole: no other path scores higher (steps + 1). */
  readonly bestBefore: Float64Array;
  /** Log probability of the single most probable path, every step taken by itself. */
  readonly bestPath: number;
};

/** A character less probable than this is not on the strip. Being selective makes the search for paths about ten times faster. */
const leastLogProb = Math.log(2e-6);

/** Sorts out what the recogniser holds possible, so that the searches after it touch little else. */
export function listLikelyClasses({ logProbs, steps, classes: width }: LineLogits): LikelyClasses {
  const from = new Int32Array(steps + 1);
  const classes = new Uint8Array(steps * (width - 1));
  const values = new Float32Array(steps * (width - 1));
  const lasting = new Uint8Array(steps * (width - 1));
  const blank = new Float32Array(steps);
  const bestBefore = new Float64Array(steps + 1);
  let count = 0;
  for (let step = 0; step < steps; step++) {
    const at = step * width;
    let best = logProbs[at] as number;
    blank[step] = best;
    for (let k = 1; k < width; k++) {
      const value = logProbs[at + k] as number;
      if (value > best) best = value;
      if (value < leastLogProb) continue;
      classes[count] = k;
      lasting[count] = step > 0 && (logProbs[at - width + k] as number) >= leastLogProb ? 1 : 0;
      values[count++] = value;
    }
    from[step + 1] = count;
    bestBefore[step + 1] = (bestBefore[step] as number) + best;
  }
  return {
    steps,
    from,
    classes: classes.subarray(0, count),
    logProbs: values.subarray(0, count),
    lasting: lasting.subarray(0, count),
    blank,
    bestBefore,
    bestPath: bestBefore[steps] as number,
  };
}
