import type { LineScores } from '../match/line-scores.ts';
import { classOf } from '../recognise/text-alphabet.ts';

/**
 * How much less probable a text is on a line than the recogniser's own best path, as a natural
 * logarithm: 0 for that path's text, below it for others. The text is all of the line: the Viterbi
 * algorithm of connectionist temporal classification (Graves 2006).
 */
export function costOfText(text: string, { steps, blank, at }: LineScores): number {
  const classes = [...text].map(classOf);
  if (classes.includes(undefined)) return Number.NEGATIVE_INFINITY;
  // States: a blank before, between and behind the characters, and these.
  const states = 2 * classes.length + 1;
  let costs = new Float64Array(states).fill(Number.NEGATIVE_INFINITY);
  let next = new Float64Array(states);
  costs[0] = 0;
  for (let step = 0; step < steps; step++) {
    for (let state = 0; state < states; state++) {
      const own = state >> 1;
      const isCharacter = (state & 1) === 1;
      let best = costs[state]!;
      if (state > 0) best = Math.max(best, costs[state - 1]!);
      if (isCharacter && state > 1 && classes[own] !== classes[own - 1]) best = Math.max(best, costs[state - 2]!);
      next[state] = best + (isCharacter ? at(step, classes[own]!) : blank[step]!);
    }
    [costs, next] = [next, costs];
  }
  return Math.max(costs[states - 1]!, costs[states - 2] ?? Number.NEGATIVE_INFINITY);
}
