import { expect, it } from 'vitest';
import type { Measured } from '../reader/measure-pictures.ts';
import { drawSweep } from './draw-sweep.ts';
import { rowsOf, type SetLabel, type SetResult, setName } from './measure-set.ts';
import { renderSet } from './render-set.ts';

const label = (file: string, tags: Record<string, number>): SetLabel => ({
  file,
  mrz: ['AB<', 'CD<'],
  format: 'TD3',
  kind: 'synthetic',
  difficulty: Object.keys(tags)[0] ?? 'normal',
  tags,
});
const read = ({ file, format, mrz }: SetLabel, lines: string[], score: number): Measured => ({
  file,
  format,
  truth: mrz,
  lines,
  score,
  stages: {},
  cpu_ms: 1,
});

it('counts the pictures of each value by themselves', () => {
  const labels = [label('a', { jpeg: 95 }), label('b', { jpeg: 95 }), label('c', { jpeg: 10 })];
  const measured = labels.map((each, index) => read(each, index === 2 ? ['AB<', 'C0<'] : ['AB<', 'CD<'], index === 0 ? 90 : 95));
  expect(rowsOf(setName(labels), labels, measured)).toEqual([
    { value: 95, positives: 2, negatives: 0, exact: 2, characterErrors_percent: 0, sure: 1, sureAndWrong: 0, ghosts: 0 },
    { value: 10, positives: 1, negatives: 0, exact: 0, characterErrors_percent: 14.29, sure: 1, sureAndWrong: 1, ghosts: 0 },
  ]);
});

it('knows a set by its labels and refuses a mixed one', () => {
  const negative: SetLabel = { file: 'n', mrz: null, format: null, kind: 'negative', difficulty: 'normal' };
  expect(setName([negative])).toBe('negatives');
  expect(setName([label('a', {})])).toBe('normal');
  expect(() => setName([negative, label('a', { tilt: 15 })])).toThrow('negatives, tilt');
  expect(() => setName([])).toThrow('none');
});

it('draws every value and shows a table of the same', () => {
  const row = { negatives: 0, characterErrors_percent: 0.1, sureAndWrong: 0, ghosts: 0 };
  const rows = [
    { ...row, value: 0, positives: 3, exact: 3, sure: 3 },
    { ...row, value: 15, positives: 3, exact: 2, sure: 1 },
  ];
  const result: SetResult = { name: 'rotation', date: '2026-01-01', machine: 'a machine', rows };
  expect(drawSweep(result).match(/stroke-linecap/g)).toHaveLength(3);
  expect(renderSet(result).split('\n').slice(2)).toEqual([
    '| 0                 |        3 |               100.0 % |           0.10 % | 100.0 % |              0 |',
    '| 15                |        3 |                66.6 % |           0.10 % |  33.3 % |              0 |',
  ]);
});
