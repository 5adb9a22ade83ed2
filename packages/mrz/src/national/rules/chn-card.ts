import { locateText, numberAt } from '../locate-number.ts';
import type { NationalNumber, NationalRule, RuleInput } from '../national-rule.ts';

/**
 * Older Chinese travel permits of three lines for residents of Hong Kong, Macau and Taiwan: the
 * holder's identity number in the second optional data.
 */
export const chnCard: NationalRule = {
  name: 'CHN-PERMIT-CARD',
  source: 'public descriptions of the cards (codes CR and CT): not confirmed by a specimen, nothing is rejected by it',
  formats: ['TD1'],
  issuers: ['CHN'],
  codes: ['CR', 'CT'],
  numbers: readNumbers,
};

function readNumbers(input: RuleInput): readonly NationalNumber[] {
  const found = locateText(input, 'optional2', /^[A-Z0-9]{6,11}/);
  return found === undefined ? [] : [numberAt('personal', found)];
}
