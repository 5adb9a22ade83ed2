import { formats, generateMrz, parseMrz } from '@ocr-web/mrz';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileProblems } from '../test/file-problems.ts';
import { hardGuests } from '../test/hard-guests.ts';
import { propertyFor, stay } from '../test/lodging.ts';
import { hasXmllint, validate } from '../test/xmllint.ts';
import {
  checkRegistration,
  describeIssue,
  factsOf,
  type GuestInput,
  guestFacts,
  languageNames,
  type Registration,
  registers,
  stayFacts,
} from './index.ts';

const now = '2026-11-23T18:00:00';
const variants = Object.values(registers).flatMap((register) => register.variants.map((variant) => ({ register, variant })));
/** What a desk types that knows everything. */
const complete = {
  ...hardGuests[0]?.guests[0]?.desk,
  ...{ it_document_type: 'PASOR', it_issue_place: '100000001', it_birth_state: '100000001', email: 'guest@example.com' },
  ...{ surname: 'Specimen', given_names: 'Łucja', nationality: 'DEU', document_number: 'C01X00001', document_issuer: 'DEU' },
  ...{ sex: 'F', birth_date: '1990-01-01', document_type: 'passport', kinship: 'child' },
};

/** A small seeded generator: numbers from 0 up to 1 (a linear congruence, Numerical Recipes). */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const anyZone = fc
  .tuple(fc.constantFrom(...formats), fc.nat())
  .map(([format, seed]) => parseMrz(generateMrz(format, seeded(seed)).lines, { today: '2026-11-23' }));
const anyLines = fc
  .array(fc.string({ unit: fc.constantFrom(...'<<<P0189AKOIVD'), minLength: 28, maxLength: 46 }), { maxLength: 3 })
  .map((lines) => parseMrz(lines, { today: '2026-11-23' }));
const anyText = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'ESP',
    'ITA',
    'CZE',
    'PRT',
    '2026-11-24',
    '2015-02-29',
    'M',
    'X',
    'child',
    'family',
    '12345',
    "O'Neill & <Söhne>",
  ),
  fc.string({ unit: 'grapheme', maxLength: 130 }),
);
/** Values for a few facts, whatever they are. */
const anyValues = (names: readonly string[]) => fc.dictionary(fc.constantFrom(...names), anyText, { maxKeys: 2 });

const anyGuest: fc.Arbitrary<GuestInput> = fc.record({
  score: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
  zone: fc.oneof({ weight: 4, arbitrary: anyZone }, { weight: 1, arbitrary: anyLines }, { weight: 1, arbitrary: fc.constant(undefined) }),
  visual: anyValues(Object.keys(guestFacts)),
  // As a desk that knows everything, or one that has typed anything.
  desk: fc.tuple(fc.nat(3), anyValues(Object.keys(guestFacts))).map(([knows, typed]) => ({ ...(knows > 0 && complete), ...typed })),
});
const anyRegistration = (register: string): fc.Arbitrary<Registration> =>
  fc.record({
    property: fc.constant(propertyFor(register)),
    stay: anyValues(Object.keys(stayFacts)).map((typed) => ({ ...stay, party: 'group', ...typed })),
    guests: fc.array(anyGuest, { maxLength: 2 }),
  });

describe('any reading, whatever the desk types', () => {
  it.each(variants)('$register.name, $variant: a file without a flaw, or a refusal that names the field', ({ register, variant }) => {
    const files: Uint8Array[] = [];
    fc.assert(
      fc.property(anyRegistration(register.name), (registration) => {
        const { file, issues } = checkRegistration(register, registration, { variant, now });
        const refusals = issues.filter(({ severity }) => severity === 'refusal');
        if (file) files.push(file.bytes);
        expect(file ? fileProblems(register.name, variant, file.bytes) : []).toEqual([]);
        expect(refusals.length > 0).toBe(file === undefined);
        for (const { of, field, guest } of issues) {
          expect(field === 'guests' || Object.hasOwn(factsOf[of], field)).toBe(true);
          expect(guest !== undefined).toBe(of === 'guest');
        }
      }),
      { numRuns: 400, seed: 20261123 },
    );
    // Else the files would prove nothing.
    expect(files.length).toBeGreaterThan(30);
    if (hasXmllint && variant !== 'soap' && files[0]?.[0] === 0x3c) expect(validate(register.name, files)).toEqual([]);
  });

  it('is told in every language without a gap', () => {
    for (const { register, variant } of variants) {
      const { issues } = checkRegistration(register, { property: { values: {} }, stay: {}, guests: [{}] }, { variant, now });
      for (const issue of issues) {
        for (const language of languageNames) expect(JSON.stringify(describeIssue(issue, language))).not.toMatch(/[{}]\w+[{}]|_/);
      }
    }
  });
});
