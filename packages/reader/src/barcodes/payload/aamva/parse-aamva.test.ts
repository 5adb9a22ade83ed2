import { expect, test } from 'vitest';
import { composeAamva, virginia2020, virginia2020Fields } from '../../../../test/barcodes/aamva-specimens.ts';
import { parseAamva } from './parse-aamva.ts';

test('a licence of the standard of 2020', () => {
  expect(parseAamva(virginia2020)).toEqual({ standard: 'aamva', version: '10', fields: virginia2020Fields, checks: {} });
});

test('an identity card of 2000: no version of the jurisdiction, one name, years first', () => {
  const elements = [
    'DAQ123456789',
    'DAASPECIMEN,ANNA,MARIA',
    'DALMAIN STREET 1',
    'DANUTOPOLIS',
    'DAOTX',
    'DAP750000000',
    'DBB19800102',
    'DBCF',
  ];
  expect(parseAamva(composeAamva('636015', 1, [{ type: 'ID', elements }]))?.fields).toEqual({
    surname: 'SPECIMEN',
    given_names: 'ANNA MARIA',
    document_number: '123456789',
    address: 'MAIN STREET 1, UTOPOLIS, TX 75000',
    city: 'UTOPOLIS',
    region: 'TX',
    postal_code: '75000',
    country: 'US',
    authority: 'US-TX',
    birth_date: '1980-01-02',
    sex: 'F',
  });
});

test('given names in one element, as in 2005, with commas', () => {
  const text = composeAamva('636026', 3, [{ type: 'DL', elements: ['DCSSPECIMEN', 'DCTANNA,MARIA', 'DADNONE', 'DBC2'] }]);
  expect(parseAamva(text)?.fields).toMatchObject({ surname: 'SPECIMEN', given_names: 'ANNA MARIA', sex: 'F' });
});

test('Canada writes the year first, and its own postal codes', () => {
  const text = composeAamva('636012', 8, [
    { type: 'DL', elements: ['DCSSPECIMEN', 'DBB19860606', 'DBA20301210', 'DCGCAN', 'DAKK1A 0A6', 'DAU173 cm'] },
  ]);
  expect(parseAamva(text)?.fields).toEqual({
    surname: 'SPECIMEN',
    birth_date: '1986-06-06',
    expiry_date: '2030-12-10',
    postal_code: 'K1A 0A6',
    height: '173 cm',
    address: 'K1A 0A6',
    country: 'CA',
    authority: 'CA-ON',
  });
});

test('offsets that are wrong, a header without its indicator, and the other order of a date', () => {
  const text = virginia2020.slice(1).replace('DL0041', 'DL0099').replace('DBB06061986', 'DBB19860606');
  expect(parseAamva(text)?.fields).toEqual(virginia2020Fields);
});

test('a day that no calendar has is no date', () => {
  expect(parseAamva(virginia2020.replace('DBB06061986', 'DBB13321986'))?.fields).not.toHaveProperty('birth_date');
});

test('other texts are none', () => {
  expect(['', '@', 'ANSI ', 'ANSI 636000100001', 'ANSI 63600010009999', 'DL', 'https://example.org'].map(parseAamva)).toEqual(
    Array(7).fill(undefined),
  );
});
