import type { LineLogits } from '../../mrz/recognise/line-logits.ts';
import { onceHere } from '../once-for.ts';
import type { StepTops } from '../recognise/find-tops.ts';
import type { ClassWeights } from '../recognise/weigh-classes.ts';

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

/**
 * Scores of a line.
 *
 * @param weights what is taken from each class
 * @param tops the most probable class of each step, with these weights
 */
export function scoreLine(logits: LineLogits, weights: ClassWeights, tops: StepTops): LineScores {
  const { logProbs, steps, classes } = logits;
  const blank = new Float64Array(steps);
  for (let step = 0; step < steps; step++) blank[step] = logProbs[step * classes]! + weights[0]! - tops.logs[step]!;
  let peaks: Float64Array | undefined;
  return {
    steps,
    blank,
    best: onceHere((wanted) => bestOf(wanted, logits, weights, tops.logs)),
    peaks: () => (peaks ??= findPeaks(logits, weights, tops)),
    at: (step, index) => logProbs[step * classes + index]! + weights[index]! - tops.logs[step]!,
  };
}

const never = Number.NEGATIVE_INFINITY;

function bestOf(
  wanted: readonly number[],
  { logProbs, steps, classes }: LineLogits,
  weights: ClassWeights,
  tops: Float64Array,
): Float64Array {
  const scores = new Float64Array(steps).fill(never);
  // Class by class: what lies in strides is fetched in time.
  for (const index of wanted) {
    const weight = weights[index]!;
    for (let step = 0, at = index; step < steps; step++, at += classes) {
      const value = logProbs[at]! + weight;
      if (value > scores[step]!) scores[step] = value;
    }
  }
  for (let step = 0; step < steps; step++) scores[step]! -= tops[step]!;
  return scores;
}

/** Classes are taken to reach this anywhere: nothing is looked for that is less probable. */
const leastPeak = -12;
/** A step that is so surely blank shows no other class above that. */
const surelyBlank = Math.log1p(-Math.exp(leastPeak));

function findPeaks({ logProbs, steps, classes }: LineLogits, weights: ClassWeights, { logs }: StepTops): Float64Array {
  const peaks = new Float64Array(classes).fill(leastPeak);
  for (let step = 0; step < steps; step++) {
    const from = step * classes;
    const top = logs[step]!;
    if (logProbs[from]! - top > peaks[0]!) peaks[0] = logProbs[from]! - top;
    if (logProbs[from]! > surelyBlank) continue;
    for (let index = 1; index < classes; index++) {
      const score = logProbs[from + index]! - top;
      if (score > peaks[index]!) peaks[index] = score;
    }
  }
  for (let index = 0; index < classes; index++) peaks[index]! += weights[index]!;
  return peaks;
}
