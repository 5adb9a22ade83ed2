import { expect, test } from 'vitest';
import { v2Barcode } from './v2-barcode.ts';

const quad = [
  { x: 1.004, y: 2 },
  { x: 3, y: 2 },
  { x: 3, y: 4 },
  { x: 1, y: 4 },
] as const;

test('a barcode with what it says, and one that is no text', () => {
  const content = { standard: 'codice_fiscale', fields: { sex: 'M' }, checks: { check_character: 'valid' } } as const;
  expect(v2Barcode({ page: 1, kind: 'code_39', quad, text: 'RSSMRA80A01H501U', content })).toEqual({
    page: 1,
    kind: 'code_39',
    quad: [{ x: 1, y: 2 }, ...quad.slice(1)],
    text: 'RSSMRA80A01H501U',
    base64: null,
    content: { ...content, version: null },
  });
  expect(v2Barcode({ page: 0, kind: 'qr', quad, base64: 'AP8Q' })).toMatchObject({ text: null, base64: 'AP8Q', content: null });
});
