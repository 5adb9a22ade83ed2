import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeAamva, virginia2020 } from '../../../test/barcodes/aamva-specimens.ts';
import { decodeText } from './decode-text.ts';
import { encodeBase64 } from './encode-base64.ts';
import { parsePayload } from './parse-payload.ts';

const today = '2026-11-29';
/** A symbol holds 7089 characters at most. */
const most = 8192;

test('whatever a barcode holds is read or left alone, in fields that are no longer than it', () => {
  const near = fc
    .tuple(
      fc.constantFrom(virginia2020, 'RSSMRA80A01H501U', 'DC04FR000001FFFF23DC2801FR'),
      fc.nat(),
      fc.string({ maxLength: 12, unit: 'binary' }),
    )
    .map(([text, at, insert]) => text.slice(0, at % text.length) + insert + text.slice((at % text.length) + insert.length));
  const headed = fc.string({ maxLength: 400 }).map((rest) => `@\n\u001e\rANSI 636000${rest}`);
  fc.assert(
    fc.property(fc.oneof(near, headed, fc.string({ maxLength: 400 })), (text) => {
      const content = parsePayload(text, today);
      const length = Object.values(content?.fields ?? {}).reduce((sum, value) => sum + value.length, 0);
      // An address says again what its parts say, and an authority stands for six digits.
      expect(length).toBeLessThanOrEqual(3 * text.length + 40);
    }),
    { numRuns: 2000 },
  );
});

test('the most expensive texts take no longer than their length', () => {
  const worst = [
    `ANSI 636000100099${'DL'.repeat(most / 2)}`,
    composeAamva(
      '636000',
      10,
      Array.from({ length: 99 }, () => ({ type: 'DL', elements: ['DAQ1'] })),
    ).slice(0, most),
    `@${' '.repeat(most)}`,
    `ANSI 636000100001DL00000000${'DLD'.repeat(most / 3)}`,
  ];
  const startedAt = performance.now();
  for (const text of worst) parsePayload(text, today);
  expect(performance.now() - startedAt).toBeLessThan(250);
});

test('bytes that are text, by UTF-8 or by ISO 8859-1, and bytes that are none', () => {
  expect([decodeText(Uint8Array.of(0xc3, 0x89)), decodeText(Uint8Array.of(0x41, 0xc9)), decodeText(Uint8Array.of(0x41, 0))]).toEqual([
    'É',
    'AÉ',
    undefined,
  ]);
  expect(encodeBase64(Uint8Array.of(0, 255, 16))).toBe('AP8Q');
});
