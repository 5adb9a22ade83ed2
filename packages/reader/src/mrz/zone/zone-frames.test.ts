import { expect, it } from 'vitest';
import { type Homography, projectPoint } from '../../geometry/homography.ts';
import { evaluatePolynomial } from '../../geometry/polynomial.ts';
import type { TracedZone } from '../traced-zone.ts';
import { mirrorZone, turnZone } from './zone-frames.ts';

const frame: Homography = [10, 2, 100, -1, 12, 50, 0.001, 0.002, 1];
const zone: TracedZone = {
  quad: [
    { x: 1, y: 1 },
    { x: 9, y: 2 },
    { x: 8, y: 4 },
    { x: 2, y: 3 },
  ],
  rotation_deg: 190,
  glyphHeight_px: 12,
  frame,
  lines: [
    { centreline: { coefficients: [0.1, 0.2, -0.3], centre: 15, halfSpan: 15 }, height: 1, start: 0, end: 30 },
    { centreline: { coefficients: [2.6, 0.1], centre: 15, halfSpan: 14 }, height: 1.1, start: 1, end: 29 },
  ],
  evidence: 0.9,
  fitsLayout: true,
};

it('keeps every place of every line and reverses the order', () => {
  const turned = turnZone(zone);
  expect(turned.quad).toEqual([zone.quad[2], zone.quad[3], zone.quad[0], zone.quad[1]]);
  expect(turned.rotation_deg).toBe(10);
  expect(turned.lines.map(({ start, end, height }) => [start, end, height])).toEqual([
    [-29, -1, 1.1],
    [-30, -0, 1],
  ]);
  const [last] = turned.lines;
  for (const u of [1, 12, 29]) {
    const before = projectPoint(frame, u, evaluatePolynomial(zone.lines[1]!.centreline, u));
    const after = projectPoint(turned.frame, -u, evaluatePolynomial(last!.centreline, -u));
    expect(after.x).toBeCloseTo(before.x, 9);
    expect(after.y).toBeCloseTo(before.y, 9);
  }
});

it('turned twice is the zone itself', () => {
  const twice = turnZone(turnZone(zone));
  expect({ ...twice, frame: twice.frame.map((value) => value + 0), lines: zone.lines }).toEqual({ ...zone, frame: [...frame] });
});

it('mirrored: every place of every line is kept, and the order of the lines', () => {
  const mirrored = mirrorZone(zone);
  expect(mirrored.quad).toEqual([zone.quad[1], zone.quad[0], zone.quad[3], zone.quad[2]]);
  expect(mirrored.rotation_deg).toBe(190);
  expect(mirrored.lines.map(({ start, end, height }) => [start, end, height])).toEqual([
    [-30, -0, 1],
    [-29, -1, 1.1],
  ]);
  for (const [index, { centreline }] of zone.lines.entries()) {
    for (const u of [1, 12, 29]) {
      const before = projectPoint(frame, u, evaluatePolynomial(centreline, u));
      const after = projectPoint(mirrored.frame, -u, evaluatePolynomial(mirrored.lines[index]!.centreline, -u));
      expect(after.x).toBeCloseTo(before.x, 9);
      expect(after.y).toBeCloseTo(before.y, 9);
    }
  }
});
