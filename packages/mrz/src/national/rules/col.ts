import { locateText, numberAt } from '../locate-number.ts';
import type { NationalNumber, NationalRule, RuleInput } from '../national-rule.ts';

/**
 * Colombian cédula: municipality and department behind the number's digit, the citizen's number
 * (NUIP) in the second optional data.
 */
export const col: NationalRule = {
  name: 'COL-CEDULA',
  source: 'public readers of the card (code IC): not confirmed by a specimen, nothing is rejected by it',
  formats: ['TD1'],
  issuers: ['COL'],
  codes: ['IC'],
  numbers: readNumbers,
};

function readNumbers(input: RuleInput): readonly NationalNumber[] {
  const office = locateText(input, 'optional1', /^\d{5}(?!\d)/);
  const citizen = locateText(input, 'optional2', /^\d{6,10}(?!\d)/);
  return [...(office ? [numberAt('office', office)] : []), ...(citizen ? [numberAt('personal', citizen)] : [])];
}
