import { expect, test } from 'vitest';
import { type Homography, projectPoint } from './homography.ts';
import type { Point } from './point.ts';
import { cutQuad, type Quad } from './quad.ts';

const rounded = (quad: Quad) => quad.map(({ x, y }) => [Math.round(x * 1e6) / 1e6, Math.round(y * 1e6) / 1e6]);

test('a part of a line that is seen in perspective lies where its characters lie', () => {
  const camera: Homography = [400, -30, 50, 60, 80, 20, 0.4, 0.1, 1];
  const corner = (u: number, v: number): Point => projectPoint(camera, u, v);
  const line: Quad = [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)];
  const [from, to] = [5 / 44, 14 / 44];
  expect(rounded(cutQuad(line, from, to))).toEqual(rounded([corner(from, 0), corner(to, 0), corner(to, 1), corner(from, 1)]));
});

test('a quad without height keeps its length', () => {
  const [a, b] = [
    { x: 0, y: 5 },
    { x: 40, y: 5 },
  ];
  expect(rounded(cutQuad([a, b, b, a], 0.25, 0.5))).toEqual([
    [10, 5],
    [20, 5],
    [20, 5],
    [10, 5],
  ]);
});
