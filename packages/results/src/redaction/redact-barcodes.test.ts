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

const licenceOf = (text: string, number?: string): BarcodeReading => ({
  ...code,
  text,
  ...(number !== undefined && { content: { standard: 'aamva', fields: { social_security_number: number }, checks: {} } }),
});

test.each([
  ['after a space', 'ANSI 636000010102DLDAQ1\nDBK 000-00-0000\nDCSX', '000-00-0000'],
  ['with dots', 'ANSI 636000010102DLDAQ1\nDBK000.00.0000\nDCSX', '000.00.0000'],
  ['short', 'ANSI 636000010102DLDAQ1\nDBK00000\nDCSX', '00000'],
  ['as the first element', 'ANSI 636000010102DLDBK000000000\nDCSX', '000000000'],
  ['a second time', 'ANSI 636000010102DLDBK1\nDCSX\rDBK000000000\r', '1'],
  ['in a subfile of the issuer', 'ANSI 636000010102ZVDBK000000000\r', undefined],
  ['where no subfile is found', 'ANSI 636000010100\nDBK000000000\r', undefined],
])('a social security number is covered, %s', (_, text, number) => {
  const [masked] = redact(licenceOf(text, number), []);
  expect(masked?.text?.slice(19)).not.toMatch(/0|DBK ?\d/);
});

test('no picture shows a barcode of which a social security number was covered', () => {
  const licence = licenceOf('ANSI 636000010102DLDAQ1\nDBK000000000\nDCSX', '000000000');
  const redacted = [redact(licence, []), redact(licence, [], 'omit')].map(([one]) => isBarcodeCovered(one!));
  const others = [licenceOf('ANSI 636000010102DLDAQ1\nDCSX'), licence].map(isBarcodeCovered);
  expect([redacted, others]).toEqual([
    [true, true],
    [false, false],
  ]);
});

test('a number that looks so is covered beside a zone that does not tell its issuer', () => {
  const unknown = { document: parseMrz(['ABC', 'DEF'], { today: '2026-11-29' }) } as ZoneReading;
  expect(redact({ ...code, text: '999999990' }, [unknown])[0]?.text).toBe('*********');
});
