import { mrzAlphabet } from '../alphabet.ts';
import type { NationalNumber, NationalRule, RuleInput } from './national-rule.ts';

/**
 * Russian internal passport: names spelled with digits and Q for Cyrillic letters; the number field holds three digits of the series and the
 * six of the number, the fourth digit of the series stands first in the optional data, followed by the date and the office of issue.
 */
export const rusInternal: NationalRule = {
  name: 'RUS-INTERNAL',
  source:
    'Order of the Federal Migration Service of Russia on the machine readable record of the internal passport (layout, transliteration)',
  format: 'TD3',
  issuers: ['RUS'],
  codes: ['PN'],
  allowed: { names: mrzAlphabet },
  numbers: readNumbers,
};

function readNumbers({ raw }: RuleInput): readonly NationalNumber[] {
  const number = raw.number ?? '';
  const fourth = (raw.optional1 ?? '').charAt(0);
  if (number.includes('<') || fourth === '<' || fourth === '') return [];
  const value = number.slice(0, 3) + fourth + number.slice(3);
  return [
    {
      role: 'document',
      value,
      spans: [
        [1, 0, 9],
        [1, 28, 29],
      ],
      proofs: [],
    },
  ];
}
