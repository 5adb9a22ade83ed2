import { mrzAlphabet } from '../../alphabet.ts';
import { readModernisedClair } from '../../proofs/modernised-clair.ts';
import type { NationalNumber, NationalRule, RuleInput } from '../national-rule.ts';

/**
 * Russian internal passport: names spelled with digits and Q for Cyrillic letters; the number field
 * holds three digits of the series and the six of the number, the fourth digit of the series stands
 * first in the optional data, followed by the date and the office of issue.
 */
export const rusInternal: NationalRule = {
  name: 'RUS-INTERNAL',
  source:
    'public descriptions of the machine readable record (layout and "modernised Clair" transliteration), agreeing with published samples',
  formats: ['TD3'],
  issuers: ['RUS'],
  codes: ['PN'],
  allowed: { names: mrzAlphabet },
  nativeNames: readModernisedClair,
  numbers: readNumbers,
};

function readNumbers({ fields }: RuleInput): readonly NationalNumber[] {
  const number = fields.number?.raw ?? '';
  const optional = fields.optional1?.raw ?? '';
  if (!/^\d{9}$/.test(number) || !/^\d/.test(optional)) return [];
  const document: NationalNumber = {
    role: 'document',
    value: number.slice(0, 3) + optional.charAt(0) + number.slice(3),
    spans: [
      [1, 0, 9],
      [1, 28, 29],
    ],
    proofs: [],
  };
  const office = optional.slice(7, 13);
  return /^\d{6}$/.test(office) ? [document, { role: 'office', value: office, spans: [[1, 35, 41]], proofs: [] }] : [document];
}
