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
  /** One class at one step. */
  at(step: number, index: number): number;
};

export function scoreLine({ logProbs, steps, classes }: LineLogits): LineScores {
  const tops = new Float64Array(steps).fill(Number.NEGATIVE_INFINITY);
  const blank = new Float64Array(steps);
  for (let step = 0; step < steps; step++) {
    for (let at = step * classes; at < (step + 1) * classes; at++) if (logProbs[at]! > tops[step]!) tops[step] = logProbs[at]!;
    blank[step] = logProbs[step * classes]! - tops[step]!;
  }
  const known = new Map<readonly number[], Float64Array>();
  const at = (step: number, index: number) => logProbs[step * classes + index]! - tops[step]!;
  const best = (wanted: readonly number[]) => {
    const found = known.get(wanted);
    if (found) return found;
    const scores = new Float64Array(steps).fill(Number.NEGATIVE_INFINITY);
    for (const index of wanted) for (let step = 0; step < steps; step++) scores[step] = Math.max(scores[step]!, at(step, index));
    known.set(wanted, scores);
    return scores;
  };
  return { steps, blank, best, at };
}
