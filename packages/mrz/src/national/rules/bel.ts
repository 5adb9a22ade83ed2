import { proveBirthInNumber } from '../../proofs/prove-number.ts';
import { passesBelgianRegister } from '../../proofs/register-numbers.ts';
import { locateText, numberAt } from '../locate-number.ts';
import type { NationalNumber, NationalRule, RuleInput } from '../national-rule.ts';

/**
 * Belgian cards: the national register number stands in the optional data and begins with the date
 * of birth.
 */
export const bel: NationalRule = {
  name: 'BEL-ID',
  source: 'specimens BEL-BO-03003 and BEL-BO-11005 of PRADO; arrêté royal du 3 avril 1984 (register number)',
  formats: ['TD1'],
  issuers: ['BEL'],
  numbers: readNumbers,
};

function readNumbers(input: RuleInput): readonly NationalNumber[] {
  const found = locateText(input, 'optional2', /^\d{11}/) ?? locateText(input, 'optional1', /^\d{11}/);
  if (found === undefined) return [];
  const birth = proveBirthInNumber('BEL.birth', found.text.slice(0, 6), input.fields.birthDate?.raw);
  // Published specimens break the rule of the last two digits, so that it stays a hint.
  return [
    numberAt('personal', found, [...birth, { name: 'BEL.mod97', holds: passesBelgianRegister(found.text), force: 'hint', seesAll: true }]),
  ];
}
