import { expect, it } from 'vitest';
import { compareWithBaseline } from './compare-with-baseline.ts';
import { editDistance } from './edit-distance.ts';
import type { Measured } from './measure-pictures.ts';
import { summarise } from './summarise.ts';

const picture = (file: string, truth: string[] | null, lines: string[], score: number, ms: number): Measured => ({
  file,
  format: truth && 'TD3',
  truth,
  lines,
  score,
  zones: [{ lines, score }],
  stages: { total_ms: ms },
  cpu_ms: ms,
});
const measured = [
  picture('right', ['AB<', 'CD<'], ['AB<', 'CD<'], 100, 10),
  picture('sure and wrong', ['AB<', 'CD<'], ['AB<', 'C0<'], 95, 20),
  picture('missed', ['AB<', 'CD<'], [], 0, 30),
  picture('ghost', null, ['XX'], 96, 40),
];

it('counts what was right, what was sure and wrong, and the time', () => {
  expect(summarise(measured)).toEqual({
    positives: 3,
    negatives: 1,
    refused: 0,
    exact: 1,
    found: 2,
    characterErrors_percent: 38.1,
    sure: 2,
    sureAndWrong: 1,
    ghosts: 1,
    formats: { TD3: { pictures: 3, exact: 1 } },
    cpu: { p50: 30, p95: 40 },
    stages: { total_ms: { p50: 30, p95: 40 } },
  });
});

it('complains where a summary is worse than the baseline', () => {
  const baseline = summarise(measured.slice(0, 1));
  const same = { ...baseline, positives: 3, negatives: 1, cpu: { p50: 5, p95: 9 } };
  expect(compareWithBaseline(summarise(measured), { ...same, exact: 2 })).toEqual([
    '1 pictures exact instead of 2',
    'sureAndWrong 1 instead of 0',
    'ghosts 1 instead of 0',
    '30 ms of processor time instead of 5',
  ]);
  expect(compareWithBaseline(same, same)).toEqual([]);
  expect(compareWithBaseline(same, baseline)).toHaveLength(1);
});

it('counts edits', () => {
  expect(editDistance('KITTEN', 'SITTING')).toBe(3);
  expect(editDistance('', 'AB')).toBe(2);
});
