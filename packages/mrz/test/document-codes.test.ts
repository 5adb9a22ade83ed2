import { describe, expect, it } from 'vitest';
import { allowedCharacters } from '../src/allowed-characters.ts';
import { composeMrz, type FieldTexts } from '../src/compose-mrz.ts';
import type { Format } from '../src/formats/format.ts';
import { td1 } from '../src/formats/td1.ts';
import { td2 } from '../src/formats/td2.ts';
import { td3 } from '../src/formats/td3.ts';
import { parseMrz } from '../src/parse-mrz.ts';
import { scoreDocument } from '../src/score-document.ts';

const holder: FieldTexts = {
  number: 'AB1234567',
  birthDate: '850101',
  sex: 'F',
  expiryDate: '310101',
  nationality: 'UTO',
  names: 'SPECIMEN<<ANNA',
};

/**
 * The lines of a right document with this code, as somebody prints it who does not ask the format.
 */
function withCode(format: Format, code: string, issuer: string): string[] {
  const [first = '', ...others] = composeMrz(format, { ...holder, code: format === td3 ? 'P' : 'I', issuer });
  return [code.padEnd(2, '<') + first.slice(2), ...others];
}

function judge(format: Format, code: string, issuer: string): [string | null, string[], number] {
  const document = parseMrz(withCode(format, code, issuer), { today: '2026-11-28' });
  return [document.format, document.issues.map((issue) => issue.code), scoreDocument(document, 1)];
}

describe('a code of the table', () => {
  it.each([
    [td1, 'RP', 'EST'],
    [td1, 'TR', 'GEO'],
    [td2, 'ME', 'D'],
    [td3, 'R', 'UTO'],
    [td3, 'R', 'CHE'],
    [td3, 'T', 'UTO'],
    [td3, 'TD', 'UTO'],
    [td3, 'TD', 'NOR'],
    [td3, 'S', 'AND'],
    [td3, 'I', 'UTO'],
    [td3, 'ID', 'UTO'],
  ] as const)('costs nothing: %o %s %s', (format, code, issuer) => {
    expect(judge(format, code, issuer)).toEqual([format.name, [], 100]);
    const head = withCode(format, code, issuer)[0]?.slice(0, 5);
    expect(allowedCharacters(format, 0, 0, head)).toContain(code.charAt(0));
    expect(composeMrz(format, { ...holder, code, issuer })).toEqual(withCode(format, code, issuer));
  });
});

describe('a code that no table has', () => {
  it.each([
    [td1, 'RP', 'UTO'],
    [td1, 'ME', 'D'],
    [td1, 'XY', 'UTO'],
    [td1, 'IV', 'UTO'],
    [td2, 'ME', 'UTO'],
    [td3, 'S', 'UTO'],
    [td3, 'TX', 'UTO'],
    [td3, 'Q', 'UTO'],
  ] as const)('is an issue and costs a little: %o %s %s', (format, code, issuer) => {
    expect(judge(format, code, issuer)).toEqual([format.name, ['code.unexpected'], 97]);
    expect(() => composeMrz(format, { ...holder, code: code === 'IV' ? 'QV' : code, issuer })).toThrow(RangeError);
  });

  it('is a wrong character besides where it does not begin with a letter', () => {
    expect(judge(td3, '8', 'UTO')).toEqual(['TD3', ['code.unexpected', 'character.unexpected'], 75]);
    expect(judge(td1, '<D', 'UTO')).toEqual(['TD1', ['code.unexpected', 'character.unexpected'], 75]);
  });
});
