import { passesLuhn } from '../../proofs/register-numbers.ts';
import { locateText, numberAt } from '../locate-number.ts';
import type { NationalNumber, NationalProof, NationalRule, RuleInput } from '../national-rule.ts';

/**
 * Emirates identity card: the identity number fills the first optional data: 784, year of birth,
 * seven digits, Luhn digit.
 */
export const are: NationalRule = {
  name: 'ARE-NUMBER',
  source:
    'cards as reported by their readers; Luhn digit as public validators compute it. No specimen confirms either: what fails is a hint',
  formats: ['TD1'],
  issuers: ['ARE'],
  numbers: readNumbers,
};

function readNumbers(input: RuleInput): readonly NationalNumber[] {
  const found = locateText(input, 'optional1', /^784\d{12}/);
  if (found === undefined) return [];
  const holds = passesLuhn(found.text);
  const luhn: NationalProof = { name: 'ARE.luhn', holds, force: holds ? 'proof' : 'hint', seesAll: false };
  return [numberAt('personal', found, [luhn, ...compareYear(found.text.slice(5, 7), input.fields.birthDate?.raw ?? '')])];
}

function compareYear(inNumber: string, birthDate: string): readonly NationalProof[] {
  if (!/^\d{2}/.test(birthDate)) return [];
  return [{ name: 'ARE.year', holds: birthDate.startsWith(inNumber), force: 'hint', seesAll: false }];
}
