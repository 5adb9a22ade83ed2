import { expect, it } from 'vitest';
import { alphabet } from '../recognise/line-logits.ts';
import { alignLine } from './align-line.ts';
import { openStrip } from './open-strip.ts';

const classes = alphabet.length + 1;

/** Each character a step with a blank after it, all of them this probable; what else there may be is spread evenly. */
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

it('says of every length at least what a format of that length gets', () => {
  const strip = openStrip(logitsOf('D231458907', 0.9));
  for (let length = 4; length <= 14; length++) {
    const aligned = alignLine(strip.likely, forbidding(length));
    expect(aligned).toBeDefined();
    expect((aligned?.logProb ?? 0) - strip.likely.bestPath).toBeLessThanOrEqual(strip.mostFit(length) + 1e-9);
  }
});

it('costs nothing to read the characters that stand there, and stops counting far from them', () => {
  const strip = openStrip(logitsOf('D231458907', 0.999));
  expect(strip.text).toBe('D231458907');
  expect(strip.mostFit(10)).toBe(0);
  expect(strip.mostFit(9)).toBeLessThan(-5);
  expect(strip.mostFit(1)).toBe(-25);
});

it('reads the same slots once', () => {
  const strip = openStrip(logitsOf('D231458907', 0.9));
  const aligned = alignLine(strip.likely, { length: 10, at: () => new Float32Array(classes) });
  if (!aligned) throw new Error('no path');
  expect(strip.slotsOf({ ...aligned })).toBe(strip.slotsOf(aligned));
});
