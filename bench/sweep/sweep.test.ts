import { expect, it } from 'vitest';
import type { Measured } from '../reader/measure-pictures.ts';
import { drawSweep } from './draw-sweep.ts';
import { rowsOf, type SetResult, setName } from './measure-set.ts';
import { renderSet } from './render-set.ts';
import type { SetLabel } from './set-label.ts';

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
  zones: [{ lines, score }],
  stages: {},
  cpu_ms: 1,
});
const zone = (lines: string[], score: number) => ({ lines, score });

it('counts the pictures of each value by themselves', () => {
  const labels = [label('a', { jpeg: 95 }), label('b', { jpeg: 95 }), label('c', { jpeg: 10 })];
  const measured = labels.map((each, index) => read(each, index === 2 ? ['AB<', 'C0<'] : ['AB<', 'CD<'], index === 0 ? 90 : 95));
  expect(rowsOf(setName(labels), labels, measured)).toEqual([
    { value: 95, positives: 2, negatives: 0, exact: 2, characterErrors_percent: 0, sure: 1, sureAndWrong: 0, ghosts: 0 },
    { value: 10, positives: 1, negatives: 0, exact: 0, characterErrors_percent: 14.29, sure: 1, sureAndWrong: 1, ghosts: 0 },
  ]);
});

it('asks for all zones where a label lists them, and lets none be sure and wrong', () => {
  const mrzs = [
    ['AB<', 'CD<'],
    ['EF<', 'GH<'],
  ];
  const [first, second] = mrzs as [string[], string[]];
  const labels = ['both', 'a third', 'only one', 'sure and wrong'].map((file) => ({ ...label(file, { documents: 2 }), mrzs }));
  const zones = [
    [zone(second, 99), zone(first, 96)],
    [zone(first, 99), zone(second, 96), zone(['XX'], 10)],
    [zone(second, 99)],
    [zone(['EF<', 'GO<'], 97), zone(first, 50)],
  ];
  const measured = labels.map((each, index) => ({ ...read(each, [], 0), zones: zones[index] ?? [] }));
  expect(rowsOf('documents', labels, measured)).toEqual([
    {
      value: 2,
      positives: 4,
      negatives: 0,
      exact: 1,
      characterErrors_percent: 20,
      sure: 1,
      sureAndWrong: 1,
      ghosts: 0,
      listed: 2,
      bestRight: 3,
    },
  ]);
});

it('asks only for what can be seen where something hides print', () => {
  const covered = { line: 1, from: 0, to: 2 };
  const labels = ['guessed wrong', 'shifted', 'other line'].map((file) => ({ ...label(file, { covered: 2 }), covered }));
  const lines = [
    ['AB<', 'XY<'],
    ['AB<', 'X<'],
    ['A8<', 'CD<'],
  ];
  const measured = labels.map((each, index) => read(each, lines[index] ?? [], 50));
  expect(rowsOf('covered', labels, measured)).toMatchObject([{ value: 2, positives: 3, exact: 0, visibleRight: 1, sureAndWrong: 0 }]);
});

it('knows a set by its labels and refuses a mixed one', () => {
  const negative: SetLabel = { file: 'n', mrz: null, format: null, kind: 'negative', difficulty: 'normal' };
  expect(setName([negative])).toBe('negatives');
  expect(setName([label('a', {})])).toBe('normal');
  expect(() => setName([negative, label('a', { tilt: 15 })])).toThrow('negatives, tilt');
  expect(() => setName([])).toThrow('none');
});

it('tells pages without a zone apart by what they are', () => {
  const labels = ['letters', 'tickets', 'letters'].map(
    (difficulty, index): SetLabel => ({ file: `${index}`, mrz: null, format: null, kind: 'negative', difficulty }),
  );
  const [letter, ticket, another] = labels as [SetLabel, SetLabel, SetLabel];
  const measured = [read(letter, [], 0), read(ticket, ['A'], 96), read(another, ['A'], 94)];
  const rows = rowsOf('negatives', labels, measured);
  expect(rows).toMatchObject([
    { value: 'letters', positives: 0, negatives: 2, ghosts: 0 },
    { value: 'tickets', positives: 0, negatives: 1, ghosts: 1 },
  ]);
  expect(renderSet({ name: 'negatives', date: '2026-01-01', machine: 'a machine', rows }).split('\n').slice(2)).toEqual([
    '| letters        |        2 |             0 |',
    '| tickets        |        1 |             1 |',
  ]);
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
  const covered = { ...result, rows: rows.map((each) => ({ ...each, visibleRight: 3 })) };
  expect(drawSweep(covered).match(/stroke-linecap/g)).toHaveLength(4);
  expect(renderSet(covered).split('\n')[0]).toContain('| all visible right | every character right |');
});
