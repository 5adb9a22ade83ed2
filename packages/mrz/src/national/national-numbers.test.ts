import { describe, expect, it } from 'vitest';
import { composeMrz, type FieldTexts } from '../compose-mrz.ts';
import type { Format } from '../formats/format.ts';
import { td1 } from '../formats/td1.ts';
import { td3 } from '../formats/td3.ts';
import { parseMrz } from '../parse-mrz.ts';

const holder: FieldTexts = {
  code: 'ID',
  number: 'AB1000006',
  birthDate: '850101',
  sex: 'M',
  expiryDate: '310101',
  names: 'SPECIMEN<<MARI',
};

function read(format: Format, issuer: string, texts: FieldTexts) {
  const lines = composeMrz(format, { ...holder, code: format === td3 ? 'P' : 'ID', issuer, nationality: issuer, ...texts });
  return parseMrz(lines, { today: '2026-11-28' });
}

/**
 * The personal number in one line: value, evidence, and each national proof with what it is worth.
 */
function personal(format: Format, issuer: string, texts: FieldTexts): string | undefined {
  const { issues, numbers } = read(format, issuer, texts);
  const number = numbers.personal;
  const proofs = number?.proofs.map(({ name, holds, force }) => `${name} ${holds} ${force}`) ?? [];
  return number && [number.value, number.evidence.status, ...proofs, ...issues.map(({ code }) => code)].join(', ');
}

describe('a national number is among the numbers, proved where its own digit proves it', () => {
  it.each([
    ['CHL', td1, { optional2: '12345678<5' }, '123456785, proved, CHL.digit true proof'],
    ['CHL', td1, { optional2: '10000013<K' }, '10000013K, proved, CHL.digit true proof'],
    ['CHL', td1, { optional2: '7654321<6' }, '76543216, proved, CHL.digit true proof'],
    ['CHL', td3, { optional1: '12345678<5' }, '123456785, proved, CHL.digit true proof'],
    ['CHL', td1, { optional2: '12345678<6' }, '123456786, contradicted, CHL.digit false proof, proof.failed'],
    ['CHL', td1, { optional2: '12345678' }, undefined],
    ['ARE', td1, { optional1: '784198512345673' }, '784198512345673, proved, ARE.luhn true proof, ARE.year true hint'],
    ['ARE', td1, { optional1: '784199012345676' }, '784199012345676, proved, ARE.luhn true proof, ARE.year false hint, hint.failed'],
    ['ARE', td1, { optional1: '784198512345674' }, '784198512345674, proved, ARE.luhn false hint, ARE.year true hint, hint.failed'],
    ['ARE', td1, { optional1: '123456' }, undefined],
    ['IRQ', td1, { optional1: '198512345678' }, '198512345678, proved'],
    ['IRQ', td1, { optional1: '19851234567' }, undefined],
    ['PAK', td1, { optional1: '3520212345671' }, '3520212345671, proved, PAK.sex true hint'],
    ['PAK', td3, { optional1: '3520212345671' }, '3520212345671, proved, PAK.sex true hint'],
    ['PAK', td1, { optional1: '3520212345672' }, '3520212345672, proved, PAK.sex false hint, hint.failed'],
    ['GEO', td1, { optional1: '01001012345' }, '01001012345, proved'],
  ] as const)('%s %o %o', (issuer, format, texts, expected) => {
    expect(personal(format, issuer, texts)).toBe(expected);
  });

  it('is never the number that the document is called by', () => {
    expect(read(td1, 'CHL', { optional2: '12345678<5' }).mainNumber).toMatchObject({ role: 'document', value: 'AB1000006' });
  });
});

describe('fillers inside a personal number', () => {
  it.each([
    ['USA', '123456789<1234', '123456789 1234'],
    ['UTO', '12<<345<6', '12 345 6'],
    ['UTO', 'ZE184226B', 'ZE184226B'],
  ])('are blanks: %s %s', (issuer, optional1, value) => {
    expect(read(td3, issuer, { optional1 }).numbers.personal?.value).toBe(value);
  });
});

/** A TD1 card that prints `<` for the digit of its number, and something behind it. */
function withoutDigit(issuer: string, optional1: string, texts: FieldTexts = {}): string[] {
  const text = { ...holder, issuer, nationality: issuer, optional1, ...texts };
  const [first = '', second = '', names = ''] = composeMrz(td1, text);
  const open = `${first.slice(0, 14)}<${first.slice(15)}`;
  // The composite is computed anew: the digit is part of it.
  const { checks } = parseMrz([open, second, names], { today: '2026-11-28' });
  return [open, `${second.slice(0, 29)}${checks.find(({ name }) => name === 'composite')?.expected}`, names];
}

describe('a number of nine whose digit is not printed, before a personal code', () => {
  it.each([
    ['EST', '38501010024', {}], // reads as the rest of a long number by chance: 4 is its digit
    ['EST', '38501010002', {}],
    ['EST', '48501010003', { sex: 'F' }],
    ['LTU', '38501010002', {}],
    ['SWE', '198501010006', {}],
    ['SWE', '8501010006', {}],
    ['ARE', '784198512345673', {}],
  ] as const)('%s %s stands apart', (issuer, code, texts) => {
    const { checks, issues, numbers, mainNumber } = parseMrz(withoutDigit(issuer, code, texts), { today: '2026-11-28' });
    expect([mainNumber?.value, mainNumber?.evidence.status, mainNumber?.evidence.by]).toEqual(['AB1000006', 'proved', ['composite']]);
    expect([numbers.personal?.value, numbers.personal?.evidence.status]).toEqual([code, 'proved']);
    expect(checks[0]).toMatchObject({ name: 'number', holds: 'not printed', position: { line: 0, column: 14 }, printed: '<' });
    expect(issues).toEqual([]);
  });

  it.each([
    ['EST', '38501020020', {}], // another birth date
    ['EST', '38501010025', {}], // another digit
    ['EST', '38501010024', { sex: 'F' }],
    ['UTO', '38501010024', {}],
  ] as const)('%s %s %o is the rest of a long number as ICAO Doc 9303-5 has it', (issuer, code, texts) => {
    const { mainNumber } = parseMrz(withoutDigit(issuer, code, texts), { today: '2026-11-28' });
    expect(mainNumber?.value).toBe(`AB1000006${code.slice(0, -1)}`);
  });
});
