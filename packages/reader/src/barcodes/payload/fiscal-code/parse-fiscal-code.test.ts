import { expect, test } from 'vitest';
import { encodeGivenNames, encodeSurname } from './encode-name.ts';
import { parseFiscalCode } from './parse-fiscal-code.ts';

const today = '2026-11-29';

test('a code in all its parts', () => {
  expect(parseFiscalCode('RSSMRA80A01H501U', today)).toEqual({
    standard: 'codice_fiscale',
    fields: { personal_number: 'RSSMRA80A01H501U', birth_date: '1980-01-01', sex: 'M', birth_place_code: 'H501', country: 'IT' },
    checks: { check_character: 'valid' },
  });
});

test('a woman, and letters in place of digits', () => {
  expect(parseFiscalCode('RSSMRA80A4MHRLMC', today)).toMatchObject({
    fields: { birth_date: '1980-01-01', sex: 'F', birth_place_code: 'H501' },
  });
});

test('one character that is another one is found', () => {
  expect(parseFiscalCode('RSSMRA80A01H502U', today)?.checks).toEqual({ check_character: 'invalid' });
});

test('a birth is not after today', () => {
  expect([
    parseFiscalCode('RSSMRA26M01H501U', today)?.fields.birth_date,
    parseFiscalCode('RSSMRA26T30H501U', today)?.fields.birth_date,
  ]).toEqual(['2026-08-01', '1926-12-30']);
});

test('no other text is one', () => {
  expect(['RSSMRA80F01H501U', 'RSSMRA80A01H501', 'RSSMRA80A01H501UU', ''].map((text) => parseFiscalCode(text, today))).toEqual(
    Array(4).fill(undefined),
  );
});

test('letters of names', () => {
  expect(['ROSSI', 'FO', "D'AMICO", 'NÙÑEZ', 'AIELLO'].map(encodeSurname)).toEqual(['RSS', 'FOX', 'DMC', 'NNZ', 'LLA']);
  expect(['MARIO', 'GIANFRANCO', 'ANNA MARIA', 'IDA'].map(encodeGivenNames)).toEqual(['MRA', 'GFR', 'NMR', 'DIA']);
});
