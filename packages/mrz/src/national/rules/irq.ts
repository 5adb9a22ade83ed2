import { locateText, numberAt } from '../locate-number.ts';
import type { NationalNumber, NationalRule, RuleInput } from '../national-rule.ts';

/** Iraqi national card: the national number of twelve digits in the first optional data. */
export const irq: NationalRule = {
  name: 'IRQ-NUMBER',
  source: 'cards as reported by their readers; no digit of its own is known (github.com/identique/idnumbers issue 16)',
  formats: ['TD1'],
  issuers: ['IRQ'],
  numbers: readNumbers,
};

function readNumbers(input: RuleInput): readonly NationalNumber[] {
  const found = locateText(input, 'optional1', /^\d{12}(?![\dA-Z])/);
  return found === undefined ? [] : [numberAt('personal', found)];
}
