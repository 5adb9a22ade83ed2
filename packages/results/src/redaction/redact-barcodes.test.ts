import { parseMrz } from '@ocr-web/mrz';
import type { BarcodeReading, ZoneReading } from '@ocr-web/reader';
import { expect, test } from 'vitest';
import { protectedNumbers } from './protected-numbers.ts';
import { isBarcodeCovered, redactBarcodes } from './redact-barcodes.ts';

const quad = [
  { x: 1, y: 1 },
  { x: 2, y: 1 },
  { x: 2, y: 2 },
  { x: 1, y: 2 },
] as const;
const zoneOf = (issuer: string) => {
  const lines = [`I<${issuer}SPECI20142`.padEnd(30, '<'), '6503101F2403096NLD<<<<<<<<<<<0', 'SPECIMEN<<ANNA<<<<<<<<<<<<<<<<'];
  return { document: parseMrz(lines, { today: '2026-11-29' }) } as ZoneReading;
};
const code: BarcodeReading = { page: 0, kind: 'qr', quad, text: 'BSN 999 999 990' };
const redact = (barcode: BarcodeReading, zones: ZoneReading[], redaction: 'mask' | 'omit' = 'mask') =>
  redactBarcodes([barcode], zones, redaction, protectedNumbers);

test('a Dutch barcode is covered however it writes the number, also where the zone has none', () => {
  expect(redact(code, [zoneOf('NLD')])).toEqual([{ page: 0, kind: 'qr', quad, text: '*** *** *** ***' }]);
  expect(redact(code, [zoneOf('NLD')], 'omit')).toEqual([{ page: 0, kind: 'qr', quad }]);
  expect(redact({ page: 0, kind: 'qr', quad, base64: 'AP8Q' }, [zoneOf('NLD')])).toEqual([{ page: 0, kind: 'qr', quad }]);
});

test('what is covered is told apart, whatever becomes of it, so that drawings cover it too', () => {
  const redacted = [...redact(code, [zoneOf('NLD')]), ...redact(code, [zoneOf('NLD')], 'omit'), ...redact(code, [zoneOf('UTO')])];
  expect(redacted.map(isBarcodeCovered)).toEqual([true, true, false]);
});

test('a number that looks so is covered where nothing tells whose it is', () => {
  expect(redact({ ...code, text: '999999990' }, [])[0]?.text).toBe('*********');
  expect(redact({ ...code, text: 'S0000001I' }, [])[0]?.text).toBe('*********');
});

test('other barcodes stay as they are', () => {
  expect(redact(code, [zoneOf('UTO')])).toEqual([code]);
  expect(redact({ ...code, text: 'UTO-1' }, [])[0]?.text).toBe('UTO-1');
});

test('a social security number is covered in the text and in the fields', () => {
  const licence: BarcodeReading = {
    ...code,
    text: 'DAQ1\nDBK000000000\nDCSX',
    content: { standard: 'aamva', fields: { surname: 'X', social_security_number: '000000000' }, checks: {} },
  };
  const [masked] = redact(licence, []);
  expect([masked?.text, masked?.content?.fields]).toEqual([
    'DAQ1\nDBK*********\nDCSX',
    { surname: 'X', social_security_number: '*********' },
  ]);
  expect(redact(licence, [], 'omit')[0]?.content?.fields).toEqual({ surname: 'X' });
});
