import { passesChileanRun } from '../../proofs/register-numbers.ts';
import { locateText, numberAt } from '../locate-number.ts';
import type { NationalNumber, NationalRule, RuleInput } from '../national-rule.ts';

/**
 * Chilean documents: the national number (RUN) in the optional data, its digit behind a filler that
 * stands for the hyphen.
 */
export const chl: NationalRule = {
  name: 'CHL-RUN',
  source: 'cards as reported by their readers; digit by modulo 11 (Servicio de Registro Civil e Identificación)',
  formats: ['TD1', 'TD3'],
  issuers: ['CHL'],
  numbers: readNumbers,
};

function readNumbers(input: RuleInput): readonly NationalNumber[] {
  const pattern = /^\d{7,8}<[\dK](?![\dA-Z])/;
  const found = locateText(input, 'optional2', pattern) ?? locateText(input, 'optional1', pattern);
  if (found === undefined) return [];
  const holds = passesChileanRun(found.text.replace('<', ''));
  return [numberAt('personal', found, [{ name: 'CHL.digit', holds, force: 'proof', seesAll: true }])];
}
