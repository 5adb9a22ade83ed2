import { expect, test } from 'vitest';
import { drawStrips } from '../../test/draw-strips.ts';
import { findGaps } from './find-gaps.ts';

const gaps = (flaws: Parameters<typeof drawStrips>[2]) =>
  findGaps(drawStrips(2, 30, flaws)).map(({ line, length, brightness, paper }) => [
    line,
    Math.round(length),
    Number(brightness.toFixed(2)),
    Number(paper.toFixed(2)),
  ]);

test('lines that are filled have none, sharp, blurred, faint or noisy', () => {
  expect([{}, { blur: [2.5, 2.5] }, { paper: 0.5, ink: 0.42 }, { noise: 0.1 }].map((flaws) => gaps(flaws as never))).toEqual([
    [],
    [],
    [],
    [],
  ]);
});

test('a stretch without ink: where, how long, how bright it is and how bright the paper', () => {
  expect(gaps({ patches: [{ line: 1, from: 10, to: 14, grey: 1 }] })).toEqual([[1, 5, 1, 0.9]]);
  expect(gaps({ patches: [{ line: 0, from: 3, to: 6, grey: 0.4 }], blur: [1, 1] })).toEqual([[0, 3, 0.4, 0.89]]);
});

test('several, also at both ends', () => {
  const patches = [
    { line: 0, from: -1, to: 3, grey: 0.2 },
    { line: 0, from: 27, to: 31, grey: 0.2 },
  ];
  expect(gaps({ patches })).toEqual([
    [0, 3, 0.2, 0.9],
    [0, 3, 0.2, 0.9],
  ]);
});

test('a single character that is missing is none', () => {
  expect(gaps({ patches: [{ line: 0, from: 5, to: 6, grey: 0.9 }] })).toEqual([]);
});
