import { expect, it } from 'vitest';
import { alphabet } from '../recognise/line-logits.ts';
import { createLineScorer } from './line-scorer.ts';
import { viterbiAlign } from './viterbi-align.ts';

const classes = alphabet.length + 1;

/**
 * One step for each character and one for the blank after it, all with this probability; other
 * classes share the rest evenly.
 */
function logitsOf(text: string, probability: number) {
  const steps = text.length * 2;
  const logProbs = new Float32Array(steps * classes).fill(Math.log((1 - probability) / (classes - 1)));
  for (let step = 0; step < steps; step++) {
    const c = step % 2 === 0 ? alphabet.indexOf(text.charAt(step / 2)) + 1 : 0;
    logProbs[step * classes + c] = Math.log(probability);
  }
  return { logProbs, steps, classes };
}

const forbidding = (length: number) => ({ length, at: () => Float32Array.from({ length: classes }, (_, c) => (c % 2 === 0 ? -9 : 0)) });

it('bounds the fit of every format of a length', () => {
  const strip = createLineScorer(logitsOf('D231458907', 0.9));
  for (let length = 4; length <= 14; length++) {
    const aligned = viterbiAlign(strip.likely, forbidding(length));
    expect(aligned).toBeDefined();
    expect((aligned?.logProb ?? 0) - strip.likely.bestPath).toBeLessThanOrEqual(strip.maxFit(length) + 1e-9);
  }
});

it('fits best at the number of characters that stand there, and stops counting far from it', () => {
  const strip = createLineScorer(logitsOf('D231458907', 0.999));
  expect(strip.text).toBe('D231458907');
  expect(strip.maxFit(10)).toBe(0);
  expect(strip.maxFit(9)).toBeLessThan(-5);
  expect(strip.maxFit(1)).toBe(-25);
});

it('computes the posteriors of the same steps once', () => {
  const strip = createLineScorer(logitsOf('D231458907', 0.9));
  const aligned = viterbiAlign(strip.likely, { length: 10, at: () => new Float32Array(classes) });
  if (!aligned) throw new Error('no path');
  expect(strip.posteriorsOf({ ...aligned })).toBe(strip.posteriorsOf(aligned));
});
