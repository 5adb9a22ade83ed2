import type { LineLogits } from '../../mrz/recognise/line-logits.ts';
import type { ClassWeights } from './weigh-classes.ts';

/** The most believed class at each step of a line, and its natural logarithm with its weight. */
export type StepTops = { readonly classes: Uint16Array; readonly logs: Float64Array };

/** Of probabilities that add up to one, only the largest is above a half. */
const half = Math.log(0.5);

/**
 * Looks up the most believed class of each step; of equal ones the first. Weights take from
 * probabilities and never add to them: what is above a half with its weight is the top, and most
 * steps are blank.
 */
export function findTops({ logProbs, steps, classes }: LineLogits, weights: ClassWeights): StepTops {
  const tops = new Uint16Array(steps);
  const logs = new Float64Array(steps);
  for (let step = 0, row = 0; step < steps; step++, row += classes) {
    let top = 0;
    let best = logProbs[row]! + weights[0]!;
    for (let index = 1; index < classes && best <= half; index++) {
      const value = logProbs[row + index]! + weights[index]!;
      if (value > best) {
        best = value;
        top = index;
      }
    }
    tops[step] = top;
    logs[step] = best;
  }
  return { classes: tops, logs };
}
