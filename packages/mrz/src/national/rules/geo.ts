import { locateText, numberAt } from '../locate-number.ts';
import type { NationalNumber, NationalRule, RuleInput } from '../national-rule.ts';

/** Georgian cards and permits: the personal number of eleven digits in the first optional data. */
export const geo: NationalRule = {
  name: 'GEO-NUMBER',
  source: 'cards and permits as described in github.com/bettse/passy pull request 63; no digit of its own is known',
  formats: ['TD1'],
  issuers: ['GEO'],
  numbers: readNumbers,
};

function readNumbers(input: RuleInput): readonly NationalNumber[] {
  const found = locateText(input, 'optional1', /^\d{11}(?![\dA-Z])/);
  return found === undefined ? [] : [numberAt('personal', found)];
}
