import { expect, test } from 'vitest';
import { virginia2020 } from '../../../test/barcodes/aamva-specimens.ts';
import { compareWithDocument } from './compare-with-document.ts';
import { parsePayload } from './parse-payload.ts';

const compare = (text: string, facts: Parameters<typeof compareWithDocument>[1]) =>
  compareWithDocument(parsePayload(text, '2026-11-29')!, facts).checks;

test('a codice fiscale holds the letters of the names, the birth date and the sex', () => {
  const facts = { surname: 'ROSSI', given_names: 'MARIO', birth_date: '1980-01-01', sex: 'M' };
  const all = { check_character: 'valid', surname: 'match', given_names: 'match', birth_date: 'match', sex: 'match' };
  expect(compare('RSSMRA80A01H501U', facts)).toEqual(all);
  const forged = { ...facts, surname: 'ROSELLI', birth_date: '1981-01-01' };
  expect(compare('RSSMRA80A01H501U', forged)).toEqual({ ...all, surname: 'mismatch', birth_date: 'mismatch' });
});

test('what a licence says against a zone, which may cut names off', () => {
  const facts = {
    surname: 'SAMPLE',
    given_names: 'MICHAEL J',
    birth_date: '1986-06-06',
    expiry_date: '2024-12-11',
    document_number: 'T64235789',
  };
  expect(compare(virginia2020, facts)).toEqual({
    surname: 'match',
    given_names: 'match',
    birth_date: 'match',
    expiry_date: 'mismatch',
    document_number: 'match',
  });
});

test('where the document says nothing, nothing is checked; a sealed code is never', () => {
  expect([compare(virginia2020, {}), compare('DC04FR000001FFFF23DC2801FR', { surname: 'X' })]).toEqual([{}, { signature: 'not_verified' }]);
});
