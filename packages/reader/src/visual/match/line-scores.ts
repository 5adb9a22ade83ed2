import type { LineLogits } from '../../mrz/recognise/line-logits.ts';

/**
 * How much less probable classes are at each step of a line than the recogniser's best one, as
 * natural logarithms: 0 for the best, below it for the others.
 */
export type LineScores = {
  readonly steps: number;
  readonly blank: Float64Array;
  /** For each step the best of some classes. The same array of classes is looked up once only. */
  best(classes: readonly number[]): Float64Array;
  /** The best of each class at any step, or more than that; made when it is first asked for. */
  peaks(): Float64Array;
  /** One class at one step. */
  at(step: number, index: number): number;
};

export function scoreLine({ logProbs, steps, classes }: LineLogits): LineScores {
  const tops = new Float64Array(steps).fill(never);
  const blank = new Float64Array(steps);
  for (let step = 0; step < steps; step++) {
    let top = never;
    for (let at = step * classes; at < (step + 1) * classes; at++) if (logProbs[at]! > top) top = logProbs[at]!;
    tops[step] = top;
    blank[step] = logProbs[step * classes]! - top;
  }
  const known = new Map<readonly number[], Float64Array>();
  const best = (wanted: readonly number[]) => {
    const scores = known.get(wanted) ?? bestOf(wanted, logProbs, tops, classes);
    known.set(wanted, scores);
    return scores;
  };
  let peaks: Float64Array | undefined;
  return {
    steps,
    blank,
    best,
    peaks: () => (peaks ??= findPeaks(logProbs, tops, classes)),
    at: (step, index) => logProbs[step * classes + index]! - tops[step]!,
  };
}

const never = Number.NEGATIVE_INFINITY;

function bestOf(wanted: readonly number[], logProbs: Float32Array, tops: Float64Array, classes: number): Float64Array {
  const scores = new Float64Array(tops.length);
  for (let step = 0; step < tops.length; step++) {
    const from = step * classes;
    let best = never;
    for (let index = 0; index < wanted.length; index++) {
      const value = logProbs[from + wanted[index]!]!;
      if (value > best) best = value;
    }
    scores[step] = best - tops[step]!;
  }
  return scores;
}

function findPeaks(logProbs: Float32Array, tops: Float64Array, classes: number): Float64Array {
  const peaks = new Float64Array(classes).fill(never);
  for (let step = 0, at = 0; step < tops.length; step++) {
    const top = tops[step]!;
    for (let index = 0; index < classes; index++, at++) {
      const score = logProbs[at]! - top;
      if (score > peaks[index]!) peaks[index] = score;
    }
  }
  return peaks;
}
