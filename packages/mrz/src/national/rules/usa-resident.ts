import { locateText, numberAt } from '../locate-number.ts';
import type { NationalNumber, NationalRule, RuleInput } from '../national-rule.ts';

/**
 * Permanent resident cards of the United States: the document number is the holder's A-number, the
 * card's receipt number stands in the optional data.
 */
export const usaResident: NationalRule = {
  name: 'USA-RESIDENT',
  source: 'public descriptions of the card (codes C1 and C2): not confirmed by a specimen, nothing is rejected by it',
  formats: ['TD1'],
  issuers: ['USA'],
  codes: ['C1', 'C2'],
  numbers: readNumbers,
};

function readNumbers(input: RuleInput): readonly NationalNumber[] {
  const found = locateText(input, 'optional1', /^[A-Z]{3}\d{10}(?!\d)/);
  return found === undefined ? [] : [numberAt('card', found)];
}
