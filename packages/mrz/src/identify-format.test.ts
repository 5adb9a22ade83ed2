import { describe, expect, it } from 'vitest';
import { formats } from './generated/formats.ts';
import { identifyFormat, matchesCode } from './identify-format.ts';

const lines = (head: string, ...lengths: number[]): string[] =>
  lengths.map((length, index) => (index === 0 ? head : '').padEnd(length, '<'));

describe('identifyFormat', () => {
  it.each([
    ['TD1', lines('I<UTO', 30, 30, 30)],
    ['TD2', lines('I<UTO', 36, 36)],
    ['TD2', lines('IDROU', 36, 36)],
    ['TD3', lines('P<UTO', 44, 44)],
    ['TD3', lines('PPCAN', 44, 44)],
    ['MRVA', lines('V<UTO', 44, 44)],
    ['MRVB', lines('VCFRA', 36, 36)],
    ['FRA-ID', lines('IDFRA', 36, 36)],
    ['TD1', lines('IDFRA', 30, 30, 30)],
    ['FRA-DL', lines('D1FRA', 30)],
    ['EU-DL', lines('D1NLD', 30)],
    ['CHN-EP', lines('CSC', 30)],
    ['CHE-DL', ['AAA001D<<', 'FACHE'.padEnd(30, '<'), '<'.repeat(30)]],
    ['TD3', lines('X<UTO', 44, 44)], // the code is odd, the shape is not
    ['TD1', lines('AIUTO', 30, 30, 30)],
    ['TD1', lines('I<UTO', 30, 29, 30)],
    ['TD3', lines('P<UTO', 44, 43)],
  ])('%s from %j', (name, text) => {
    expect(identifyFormat(text)?.name).toBe(name);
  });

  it.each([[[]], [['']], [lines('P<UTO', 44)], [lines('P<UTO', 44, 40)], [lines('QQ', 30)], [lines('I<CAN', 30, 30)], [['IDXXXX']]])(
    'nothing from %j',
    (text) => {
      expect(identifyFormat(text)).toBeUndefined();
    },
  );

  it('tells whether a code is allowed', () => {
    const fits = (text: string[]): string[] => formats.filter((format) => matchesCode(format, text)).map((format) => format.name);
    expect(fits(['IDFRA'])).toEqual(['FRA-ID', 'TD1', 'TD2', 'TD3']);
    expect(fits(['AVUTO'])).toEqual([]);
    expect(fits(['RPEST'])).toEqual(['TD1']);
    expect(fits(['RPUTO'])).toEqual([]);
    expect(fits(['VNUSA'])).toEqual(['MRVA', 'MRVB']);
  });
});
