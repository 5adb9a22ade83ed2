import { passesElevenTest } from '../../proofs/register-numbers.ts';
import { locateText, numberAt } from '../locate-number.ts';
import type { NationalNumber, NationalRule, RuleInput } from '../national-rule.ts';

/**
 * Dutch passports and cards issued before 2021: the citizen service number (BSN) stands in the
 * optional data.
 */
export const nld: NationalRule = {
  name: 'NLD-BSN',
  source: 'published specimens; that every issue follows is not confirmed, so the test stays a hint',
  formats: ['TD1', 'TD2', 'TD3'],
  issuers: ['NLD'],
  numbers: readNumbers,
};

function readNumbers(input: RuleInput): readonly NationalNumber[] {
  const found = locateText(input, 'optional1', /^\d{9}(?!\d)/);
  if (found === undefined) return [];
  return [numberAt('personal', found, [{ name: 'NLD.eleven', holds: passesElevenTest(found.text), force: 'hint', seesAll: true }])];
}
