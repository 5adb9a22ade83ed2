import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indistinguishable } from '../src/alphabet.ts';
import type { Format } from '../src/formats/format.ts';
import { generateMrz } from '../src/generate-mrz.ts';
import { formats } from '../src/generated/formats.ts';
import { parseMrz } from '../src/parse-mrz.ts';
import { scoreDocument } from '../src/score-document.ts';
import { anyDocument, checkChange, checkDocuments, checkRoundTrip, checkSwap, mulberry32 } from './properties.contract.ts';

const today = '2026-11-23';
const names = formats.map((format) => [format.name, format] as const);

describe('documents of every format', () => {
  it('come back as they were written, and one changed character is reported by the right check or listed as unseen', () => {
    // `node scripts/check-mrz-properties.ts` checks 100,000 of them.
    checkDocuments(600, 20261123);
  });

  it.each(names)('%s: round trip', (_, format) => {
    for (let seed = 0; seed < 50; seed++) checkRoundTrip(generateMrz(format, mulberry32(seed)));
  });
});

describe('what check digits cannot see', () => {
  it.each(names)('%s: every pair of characters alike to a digit is listed where a field is proved', (_, format) => {
    for (let seed = 0; seed < 8; seed++) {
      const document = generateMrz(format, mulberry32(seed));
      document.lines.forEach((text, line) => {
        [...text].forEach((printed, column) => {
          for (const other of indistinguishable(printed)) {
            if (format.alphabets[line]?.[column]?.includes(other)) checkChange(document, line, column, other);
          }
        });
      });
    }
  });

  it.each(names)('%s: neighbours that may change places unseen are listed', (_, format) => {
    for (let seed = 0; seed < 20; seed++) {
      const document = generateMrz(format, mulberry32(seed));
      document.lines.forEach((text, line) => {
        for (let column = 0; column + 1 < text.length; column++) checkSwap(document, line, column);
      });
    }
  });

  it('is never left out: what no check covers is unprovable, what is not there is not printed', () => {
    fc.assert(
      fc.property(anyDocument, ({ lines, format }) => {
        for (const field of Object.values(parseMrz(lines, { today }).fields)) {
          const index = format.fields.findIndex((one) => one.field === field.field);
          const { own, shared } = format.coverage[index] ?? { own: -1, shared: [] };
          const expected =
            field.value === undefined || index < 0 ? 'not printed' : own < 0 && shared.length === 0 ? 'unprovable' : 'proved';
          expect([field.field, field.evidence.status]).toEqual([field.field, expected]);
        }
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});

describe('any text', () => {
  const mrzText = fc.string({ unit: fc.constantFrom(...'<<<<AKUO018IVPD\n'), maxLength: 140 });
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 500 }),
    fc.array(mrzText, { maxLength: 4 }).map((lines) => lines.join('\n')),
    mrzText,
  );

  it('never throws and always gives a document and a score from 0 to 100', () => {
    fc.assert(
      fc.property(anyText, fc.double(), (text, confidence) => {
        const document = parseMrz(text, { today });
        const score = scoreDocument(document, confidence);
        return Number.isInteger(score) && score >= 0 && score <= 100;
      }),
      { numRuns: 2000, seed: 7 },
    );
  });

  it('never throws when it is to be read as a format that it is not', () => {
    const anyLines = fc.array(fc.oneof(mrzText, fc.string({ unit: 'binary', maxLength: 50 })), { maxLength: 5 });
    fc.assert(
      fc.property(anyLines, fc.nat(formats.length - 1), (lines, index) => {
        const format = formats[index] as Format;
        return parseMrz(lines, { today, format }).format === format.name;
      }),
      { numRuns: 1000, seed: 8 },
    );
    const document = parseMrz(['P<UTO', 'L898902C3', 'X'], { today, format: formats.find(({ name }) => name === 'TD3') as Format });
    expect(document.issues.map(({ code, line }) => `${code} ${line}`)).toEqual([
      'line.length 0',
      'line.length 1',
      'line.length 2',
      'date.impossible 1',
      'date.impossible 1',
      'sex.unexpected 1',
    ]);
  });

  it('takes milliseconds at most, the longest and oddest included', () => {
    const odd = [
      '',
      '\n'.repeat(1e6),
      '<'.repeat(1e6),
      'ß'.repeat(1e6),
      ' '.repeat(1e6),
      '<\n'.repeat(5e5),
      '\u{10ffff}'.repeat(1e5),
      `P<${'<<'.repeat(21)}\n`.repeat(1e4),
    ];
    for (const text of odd) {
      const time = () => {
        const start = performance.now();
        parseMrz(text, { today });
        return performance.now() - start;
      };
      // A busy machine, or code not yet optimised, may need several tries.
      expect(Array.from({ length: 7 }).some(() => time() < 50)).toBe(true);
    }
  });

  it('refuses a today that is no day', () => {
    expect(() => parseMrz('', { today: '2026-02-30' })).toThrow(new RangeError('today must be a day as YYYY-MM-DD, but is "2026-02-30"'));
  });
});
