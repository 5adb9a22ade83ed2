import { proveBirthInNumber } from '../../proofs/prove-number.ts';
import { locateText, numberAt } from '../locate-number.ts';
import type { NationalNumber, NationalRule, RuleInput } from '../national-rule.ts';

/**
 * Finnish documents: the personal identity code DDMMYY-NNNC in the optional data, its sign printed
 * as a filler.
 */
export const fin: NationalRule = {
  name: 'FIN-CODE',
  source: 'specimen FIN-BO-12001 of PRADO (its check character is made up, so only the date is compared)',
  formats: ['TD1', 'TD3'],
  issuers: ['FIN'],
  numbers: readNumbers,
};

function readNumbers(input: RuleInput): readonly NationalNumber[] {
  const found = locateText(input, 'optional1', /^\d{6}[<A-FU-Y]\d{3}[0-9A-Y]/);
  if (found === undefined) return [];
  const { text } = found;
  return [
    numberAt(
      'personal',
      found,
      proveBirthInNumber('FIN.birth', text.slice(4, 6) + text.slice(2, 4) + text.slice(0, 2), input.fields.birthDate?.raw),
    ),
  ];
}
