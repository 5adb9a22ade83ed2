import { proveBirthInNumber } from '../../proofs/prove-number.ts';
import { passesLuhn } from '../../proofs/register-numbers.ts';
import { locateText, numberAt } from '../locate-number.ts';
import type { NationalNumber, NationalRule, RuleInput } from '../national-rule.ts';

/**
 * Swedish passports and cards: the personal number in the optional data, with or without the
 * century.
 */
export const swe: NationalRule = {
  name: 'SWE-PERSONAL',
  source: 'published specimens (PRADO); Folkbokföringslag 1991:481 § 18: date of birth, birth number, Luhn digit',
  formats: ['TD1', 'TD3'],
  issuers: ['SWE'],
  numbers: readNumbers,
};

function readNumbers(input: RuleInput): readonly NationalNumber[] {
  const found = locateText(input, 'optional1', /^(?:\d{12}|\d{10})(?!\d)/);
  if (found === undefined) return [];
  const ten = found.text.slice(-10);
  // Coordination numbers add 60 to the day.
  const day = Number(ten.slice(4, 6)) % 60;
  const birth = proveBirthInNumber('SWE.birth', ten.slice(0, 4) + `${day}`.padStart(2, '0'), input.fields.birthDate?.raw);
  return [numberAt('personal', found, [...birth, { name: 'SWE.luhn', holds: passesLuhn(ten), force: 'proof', seesAll: false }])];
}
