import { locateText, numberAt } from '../locate-number.ts';
import type { NationalNumber, NationalRule, RuleInput } from '../national-rule.ts';

/** Dutch driving licence: a version digit, then the licence number of ten digits. */
export const nldDl: NationalRule = {
  name: 'NLD-DL',
  source: 'published specimen D1NLD15094962111659VW87Z78NB84',
  formats: ['EU-DL'],
  issuers: ['NLD'],
  numbers: readNumbers,
};

function readNumbers(input: RuleInput): readonly NationalNumber[] {
  const found = locateText(input, 'optional1', /(?<=^\d)\d{10}/);
  return found === undefined ? [] : [numberAt('document', found)];
}
