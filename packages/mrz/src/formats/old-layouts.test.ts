import { describe, expect, it } from 'vitest';
import { computeCheckDigit } from '../check-digit.ts';
import type { MrzDocument } from '../document.ts';
import { parseMrz } from '../parse-mrz.ts';
import { scoreDocument } from '../score-document.ts';

const today = '2026-11-28';
const read = (lines: string[]): MrzDocument => parseMrz(lines, { today });
const checksOf = ({ checks }: MrzDocument): string[] => checks.map(({ name, holds }) => `${name} ${holds}`);

/**
 * Second line as TD2 and TD3 begin it: number, nationality, birth, sex, expiry, each with its
 * digit.
 */
function begin(number: string, nationality: string, birth: string, sex: string, expiry: string): string {
  const withDigit = (text: string): string => `${text}${computeCheckDigit(text)}`;
  return withDigit(number.padEnd(9, '<')) + nationality.padEnd(3, '<') + withDigit(birth) + sex + withDigit(expiry);
}

describe('lines of 34: Slovak identity card before 2008', () => {
  it.each([
    ['123456<AA', '811025', 'M', '180102', '749313', '749313'],
    ['SP000001', '750203', 'F', '070630', '<<<<<<', undefined],
    ['EA123456', '600229', 'M', '991231', '1234<<', '1234'],
  ])('%s', (number, birth, sex, expiry, rest, optional) => {
    const lines = ['I<SVKNOVAK<<JAN'.padEnd(34, '<'), begin(number, 'SVK', birth, sex, expiry) + rest];
    const document = read(lines);
    expect([document.format, document.lines, checksOf(document)]).toEqual([
      'SVK-ID',
      lines,
      ['number true', 'birthDate true', 'expiryDate true'],
    ]);
    expect([document.fields.optional1?.value, document.fields.optional1?.evidence.status]).toEqual([
      optional,
      optional === undefined ? 'not printed' : 'unprovable',
    ]);
    expect(document.names).toMatchObject({ surname: 'NOVAK', givenNames: 'JAN' });
  });

  it('scores fully, and loses where a printed digit fails', () => {
    const lines = ['I<SVKNOVAK<<JAN'.padEnd(34, '<'), '123456<AA5SVK8110251M1801020749313'];
    expect([read(lines).issues, scoreDocument(read(lines), 1)]).toEqual([[], 100]);
    expect(scoreDocument(read([lines[0] as string, (lines[1] as string).replace('AA5', 'AA6')]), 1)).toBe(75);
  });
});

describe('lines of 35: German identity card before 1988', () => {
  const head = 'IDD<<MUSTERMANN<<ERIKA'.padEnd(35, '<');

  it('proves with the last digit what it covers', () => {
    const start = begin('123456789', 'D', '640812', '<', '931031');
    const composite = computeCheckDigit(start.slice(0, 10) + start.slice(13, 20) + start.slice(21));
    const document = read([head, `${start}<<<<<<${composite}`]);
    expect([document.format, document.issues, checksOf(document)]).toEqual([
      'DEU-ID',
      [],
      ['number true', 'birthDate true', 'expiryDate true', 'composite true'],
    ]);
    const wrong = read([head, `${start}<<<<<<${((composite as number) + 1) % 10}`]);
    expect(checksOf(wrong).at(-1)).toBe('composite false');
  });

  it('proves nothing with a digit that is not printed', () => {
    const document = read([head, `${begin('987654321', 'D', '610305', '<', '920101')}<<<<<<<`]);
    expect([document.format, document.issues, checksOf(document)]).toEqual([
      'DEU-ID',
      [],
      ['number true', 'birthDate true', 'expiryDate true', 'composite not printed'],
    ]);
    expect(document.fields.number?.evidence.by).toEqual(['number']);
  });
});

describe('lines of 42: Indian passport', () => {
  it.each([
    ['Z1234567', '<<<<<<<<<<<<<<', undefined],
    ['J8369854', '123456789012<4', '123456789012<4'],
  ])('%s', (number, rest, optional) => {
    const lines = ['P<INDSPECIMEN<<ANNA'.padEnd(42, '<'), begin(number, 'IND', '590923', 'F', '211010') + rest];
    const document = read(lines);
    expect([document.format, document.lines, document.issues, checksOf(document)]).toEqual([
      'IND-PASSPORT',
      lines,
      [],
      ['number true', 'birthDate true', 'expiryDate true'],
    ]);
    expect(document.fields.optional1?.value).toBe(optional);
  });
});

describe('such lines by another issuer', () => {
  it.each([
    [34, 'I<UTO', 'TD2'],
    [35, 'IDUTO', 'TD2'],
    [42, 'P<UTO', 'TD3'],
  ])('of %i come back as they are, and a digit behind their end says nothing', (length, head, format) => {
    const lines = [`${head}MUSTER<<ANNA`.padEnd(length, '<'), begin('AB1234567', 'UTO', '800101', 'F', '310101').padEnd(length, '<')];
    const document = read(lines);
    expect([document.format, document.lines]).toEqual([format, lines]);
    expect(checksOf(document).slice(0, 3)).toEqual(['number true', 'birthDate true', 'expiryDate true']);
    expect(document.checks.slice(3).map(({ holds }) => holds)).toEqual(document.checks.slice(3).map(() => 'not printed'));
    expect(document.issues.map(({ code }) => code)).toEqual(['line.length', 'line.length']);
    expect(document.fields.number?.evidence).toMatchObject({ status: 'proved', by: ['number'] });
  });

  it('leave the formats of 36 and 44 theirs', () => {
    const second = (length: number): string => begin('AB1234567', 'SVK', '800101', 'F', '310101').padEnd(length, '<');
    expect(read(['I<SVKMUSTER<<ANNA'.padEnd(36, '<'), second(36)]).format).toBe('TD2');
    expect(read(['IDD<<MUSTER<<ANNA'.padEnd(36, '<'), second(36)]).format).toBe('TD2');
    expect(read(['P<INDMUSTER<<ANNA'.padEnd(44, '<'), second(44)]).format).toBe('TD3');
    expect(read(['P<INDMUSTER<<ANNA'.padEnd(43, '<'), second(44)]).format).toBe('TD3');
    expect(read(['I<SVKMUSTER<<ANNA'.padEnd(36, '<'), second(35)]).format).toBe('TD2');
  });
});
