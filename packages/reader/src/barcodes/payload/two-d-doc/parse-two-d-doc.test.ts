import { expect, test } from 'vitest';
import { parseTwoDDoc } from './parse-two-d-doc.ts';

test('the header of version 4; nobody verified its signature', () => {
  expect(parseTwoDDoc('DC04FR000001FFFF23DC2801FR432,75\u001d\u001fABCDEF')).toEqual({
    standard: '2d_doc',
    version: '04',
    fields: { authority: 'FR00', certificate: '0001', signature_date: '2025-02-18', document_type: '28', perimeter: '01', country: 'FR' },
    checks: { signature: 'not_verified' },
  });
});

test('version 2 has neither perimeter nor country', () => {
  expect(parseTwoDDoc('DC02FR0000011234162100BBZZ')?.fields).toEqual({
    authority: 'FR00',
    certificate: '0001',
    issue_date: '2012-10-04',
    signature_date: '2015-07-06',
    document_type: '00',
  });
});

test('no other text is one', () => {
  expect(['DC05FR000001FFFF23DC2801FR', 'DC04', 'dc04fr000001'].map(parseTwoDDoc)).toEqual([undefined, undefined, undefined]);
});
