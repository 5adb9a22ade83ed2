import { proveSexInNumber } from '../../proofs/prove-number.ts';
import { locateText, numberAt } from '../locate-number.ts';
import type { NationalNumber, NationalRule, RuleInput } from '../national-rule.ts';

/**
 * Pakistani documents: the identity number of thirteen digits (CNIC) in the first optional data;
 * its last digit is odd for men and even for women.
 */
export const pak: NationalRule = {
  name: 'PAK-CNIC',
  source: 'cards as reported by their readers; NADRA on the last digit. No digit of its own proves the number',
  formats: ['TD1', 'TD3'],
  issuers: ['PAK'],
  numbers: readNumbers,
};

function readNumbers(input: RuleInput): readonly NationalNumber[] {
  const found = locateText(input, 'optional1', /^\d{13}(?![\dA-Z])/);
  if (found === undefined) return [];
  return [numberAt('personal', found, proveSexInNumber('PAK.sex', found.text.slice(-1), input.fields.sex?.raw))];
}
