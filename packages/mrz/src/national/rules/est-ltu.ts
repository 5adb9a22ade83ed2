import { proveBirthInNumber, proveSexInNumber } from '../../proofs/prove-number.ts';
import { passesBalticCode } from '../../proofs/register-numbers.ts';
import { locateText, numberAt } from '../locate-number.ts';
import type { NationalNumber, NationalRule, RuleInput } from '../national-rule.ts';

/**
 * Estonian and Lithuanian documents: the personal code (century and sex, date of birth, serial
 * number, digit) in the optional data.
 */
export const estLtu: NationalRule = {
  name: 'EST-LTU-CODE',
  source: 'published Estonian specimens (PRADO); EVS 585:2007',
  formats: ['TD1', 'TD3'],
  issuers: ['EST', 'LTU'],
  numbers: readNumbers,
};

function readNumbers(input: RuleInput): readonly NationalNumber[] {
  const found = locateText(input, 'optional1', /^[1-8]\d{10}(?!\d)/);
  if (found === undefined) return [];
  const birth = proveBirthInNumber('EST-LTU.birth', found.text.slice(1, 7), input.fields.birthDate?.raw);
  const sex = proveSexInNumber('EST-LTU.sex', found.text.charAt(0), input.fields.sex?.raw);
  return [
    numberAt('personal', found, [
      ...birth,
      ...sex,
      { name: 'EST-LTU.digit', holds: passesBalticCode(found.text), force: 'proof', seesAll: false },
    ]),
  ];
}
