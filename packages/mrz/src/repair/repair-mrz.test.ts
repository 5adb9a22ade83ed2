import { describe, expect, it } from 'vitest';
import { measureRepairs } from '../../test/measure-repairs.ts';
import { parseMrz } from '../parse-mrz.ts';
import { scoreDocument } from '../score-document.ts';
import { repairMrz } from './repair-mrz.ts';

const td3 = ['PPUTOSPECIMEN<<ANNA<<<<<<<<<<<<<<<<<<<<<<<<<', 'XY00000070UTO8001014F3101012<<<<<<<<<<<<<<02'];
const second = (line: string): string[] => [td3[0] as string, line];

describe('repairMrz', () => {
  it('a letter in the place of a check digit', () => {
    expect(repairMrz(second('XY0000007OUTO8001014F3101012<<<<<<<<<<<<<<02'))).toEqual({
      status: 'proposed',
      lines: td3,
      changes: [{ line: 1, column: 9, from: 'O', to: '0', check: 'number', isForced: true }],
      issues: [{ code: 'repair.alphabet', line: 1, column: 9, length: 1, text: 'O' }],
    });
  });

  it.each([
    ['letters in dates and digits', 'XY00000070UTO8O0IOI4F3IO1OI2<<<<<<<<<<<<<<O2', td3[1]],
    ['a letter in a number', 'L898902C3GUTO7408122F1204159ZE184226B<<<<<10', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'],
    ['O for 0 in a number', 'L8989O2C36UTO7408122F1204159ZE184226B<<<<<10', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'],
    ['every zero an O', 'KOO5OO37O7UTO8001014F3101012<<<<<<<<<<<<<<08', 'K005003707UTO8001014F3101012<<<<<<<<<<<<<<08'],
    ['several fields', 'L8989O2C36UTO74O81Z2F1204159ZE184226B<<<<<10', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'],
  ])('%s', (_, damaged, whole) => {
    const { status, lines } = repairMrz(second(damaged));
    expect([status, lines[1]]).toEqual(['proposed', whole]);
  });

  it.each([
    ['holds', td3],
    ['none', second('L898902C37UTO7408122F1204159ZE184226B<<<<<10')],
    ['none', ['P<UTO', 'X']],
    ['none', ['IDSAU0000000010<<<<<<<<<<<<<<<', '9001011M3001019SAU<<<<<<<<<<<4', 'SPECIMEN<<AHMED<<<<<<<<<<<<<<<']],
    // B for 8 at the end lets the digit hold, and so does another change.
    ['ambiguous', second('L898902C36UTO7408122F1204159ZE1842268<<<<<10')],
  ])('%s: the lines stay as they were', (status, lines) => {
    expect(repairMrz(lines)).toEqual({ status, lines, changes: [], issues: [] });
  });

  it('what a digit chose is not proved by it, and what the alphabet chose is', () => {
    const chosen = parseMrz(repairMrz(second('L8989O2C36UTO7408122F1204159ZE184226B<<<<<10')), { today: '2026-11-23' });
    const forced = parseMrz(repairMrz(second('XY0000007OUTO8001014F3101012<<<<<<<<<<<<<<02')), { today: '2026-11-23' });
    expect([
      [chosen.fields.number?.evidence.status, chosen.numbers.document?.evidence.status, scoreDocument(chosen, 1)],
      [forced.fields.number?.evidence.status, scoreDocument(forced, 1)],
    ]).toEqual([
      ['unprovable', 'unprovable', 75],
      ['proved', 94],
    ]);
  });

  it('one similar character in what digits cover: restored or left alone, never wrong', () => {
    const { restored, left, wrong } = measureRepairs(60, 20261128).similar;
    expect(wrong).toBe(0);
    expect(restored).toBeGreaterThan(left / 2);
  });
});
