import { expect, it } from 'vitest';
import type { TracedZone } from '../traced-zone.ts';
import { rescaleZone } from '../zone/zone-frames.ts';
import { alphabet, type LineLogits } from './line-logits.ts';
import { measurePitchMismatch } from './measure-pitch-mismatch.ts';

const classes = alphabet.length + 1;
const line = { centreline: { coefficients: [1, 0.5], centre: 10, halfSpan: 20 }, height: 1, start: 0, end: (30 - 0.25) * 1.055 };
const zone: TracedZone = {
  quad: [
    { x: 0, y: 0 },
    { x: 640, y: 0 },
    { x: 640, y: 60 },
    { x: 0, y: 60 },
  ],
  rotation_deg: 0,
  glyphHeight_px: 20,
  frame: [20, 0, 0, 0, 20, 0, 0, 0, 1],
  lines: [line],
  evidence: 1,
  fitsLayout: true,
};

/** A line in which A and the blank alternate. */
function logitsWith(characters: number): LineLogits {
  const steps = characters * 2;
  const logProbs = new Float32Array(steps * classes).fill(-20);
  for (let step = 0; step < steps; step++) logProbs[step * classes + (step % 2 === 0 ? alphabet.indexOf('A') + 1 : 0)] = 0;
  return { logProbs, steps, classes };
}

it('is 1 where as many characters were read as the line has room for', () => {
  expect(measurePitchMismatch(zone, [logitsWith(30)])).toBeCloseTo(1, 6);
});

it('tells how much smaller print is than it was taken for, so that the zone can be scaled to it', () => {
  const logits = [logitsWith(44)];
  const mismatch = measurePitchMismatch(zone, logits);
  expect(mismatch).toBeCloseTo(44 / 30, 6);
  const rescaled = rescaleZone(zone, mismatch);
  expect(measurePitchMismatch(rescaled, logits)).toBeCloseTo(1, 1);
  expect(rescaled.glyphHeight_px * mismatch).toBeCloseTo(20, 6);
});

it('moves nothing: a rescaled zone lies where it lay', () => {
  const { frame, lines } = rescaleZone(zone, 1.5);
  expect(frame[0] * (lines[0]?.end ?? 0)).toBeCloseTo(20 * line.end, 6);
  expect(frame[4] * (lines[0]?.centreline.coefficients[0] ?? 0)).toBeCloseTo(20, 6);
});
