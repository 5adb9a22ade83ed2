import { expect, test } from 'vitest';
import { compareSmoke, type SmokeMeasured, summariseSmoke } from './compare-smoke.ts';

function measured(file: string, truth: string | null, read: string, score: number): SmokeMeasured {
  return {
    file,
    format: null,
    truth: truth === null ? null : [truth],
    lines: [read],
    score,
    zones: [],
    stages: {},
    cpu_ms: 30,
    network_ms: 10,
  };
}

test('a run is summed up by what was right, what was sure and its time', () => {
  const pictures = [measured('a', 'A', 'A', 99), measured('b', 'B', 'B', 40), measured('c', 'C', 'X', 20), measured('d', null, '', 0)];
  const expected = { positives: 3, exact: 2, sure: 1, wrong: [], missed: ['c'], networkUnits: 2, scriptUnits: 4 };
  expect(summariseSmoke(pictures, { network: 5, script: 5 })).toEqual(expected);
});

test('what is sure and wrong, no longer right, no longer sure or slower is named', () => {
  const baseline = { positives: 9, exact: 8, sure: 7, wrong: [], missed: ['x'], networkUnits: 3, scriptUnits: 3 };
  const report = { positives: 9, exact: 6, sure: 4, wrong: ['d'], missed: ['x', 'y', 'z'], networkUnits: 4, scriptUnits: 4.5 };
  expect(compareSmoke(report, baseline)).toEqual([
    'd is sure and wrong',
    '6 right instead of 8: y, z',
    '4 sure instead of 7',
    '4.00 units of networks a picture instead of 3.00',
    '4.50 units of script a picture instead of 3.00',
  ]);
  expect(compareSmoke(baseline, baseline)).toEqual([]);
});
