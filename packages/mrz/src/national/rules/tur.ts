import { passesTurkishNumber } from '../../proofs/register-numbers.ts';
import { locateText, numberAt } from '../locate-number.ts';
import type { NationalNumber, NationalRule, RuleInput } from '../national-rule.ts';

/**
 * Turkish documents: the identity number of eleven digits in the optional data, behind a filler on
 * cards.
 */
export const tur: NationalRule = {
  name: 'TUR-NUMBER',
  source: 'published sample A05B592941<31219575508, whose last two digits hold; other issues are not confirmed, so the test stays a hint',
  formats: ['TD1', 'TD3'],
  issuers: ['TUR'],
  numbers: readNumbers,
};

function readNumbers(input: RuleInput): readonly NationalNumber[] {
  const found = locateText(input, 'optional1', /(?<=^<?)[1-9]\d{10}(?!\d)/);
  if (found === undefined) return [];
  return [numberAt('personal', found, [{ name: 'TUR.digits', holds: passesTurkishNumber(found.text), force: 'hint', seesAll: true }])];
}
