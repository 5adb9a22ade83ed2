import { proveSpanishLetter } from '../../proofs/prove-number.ts';
import type { NationalNumber, NationalRule, RuleInput } from '../national-rule.ts';

/**
 * Spanish identity card: the printed document number is that of the card (support number), the DNI
 * stands in the optional data.
 */
export const espId: NationalRule = {
  name: 'ESP-ID',
  source:
    'Dirección General de la Policía, DNI electrónico: layout of the card, check letter by modulo 23; published specimen BAA000589 99999999R',
  formats: ['TD1'],
  issuers: ['ESP'],
  codes: ['ID'],
  mainNumber: 'personal',
  numbers: readNumbers,
};

function readNumbers({ fields, lines }: RuleInput): readonly NationalNumber[] {
  const support: NationalNumber = {
    role: 'support',
    value: (fields.number?.raw ?? '').replaceAll('<', ''),
    spans: [[0, 5, 14]],
    proofs: [],
  };
  const dni = (lines[0] ?? '').slice(15, 24);
  if (dni.length < 9 || dni.startsWith('<')) return [support];
  return [support, { role: 'personal', value: dni.replaceAll('<', ''), spans: [[0, 15, 24]], proofs: [proveSpanishLetter(dni)] }];
}
