import { proveSpanishLetter } from '../../proofs/prove-number.ts';
import type { NationalNumber, NationalRule, RuleInput } from '../national-rule.ts';

/**
 * Spanish residence card: the NIE stands in the optional data, at its first or second character;
 * the check letter tells where.
 */
export const espResidence: NationalRule = {
  name: 'ESP-RESIDENCE',
  source: 'Orden INT/2058/2008 (NIE); position as found on cards',
  formats: ['TD1'],
  issuers: ['ESP'],
  codes: ['IX', 'IR', 'IE', 'IA', 'IP', 'I<', 'AR', 'CR'],
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
  const line = lines[0] ?? '';
  const found = [15, 16].filter((start) => 'XYZ'.includes(line.charAt(start) || '<'));
  const start = found.find((at) => proveSpanishLetter(line.slice(at, at + 9)).holds) ?? found[0];
  if (start === undefined) return [support];
  const nie = line.slice(start, start + 9);
  // Cards of code IX are known to print the NIE here; of the other codes that is not confirmed.
  const force = fields.code?.raw === 'IX' ? 'proof' : 'hint';
  return [
    support,
    { role: 'personal', value: nie.replaceAll('<', ''), spans: [[0, start, start + 9]], proofs: [{ ...proveSpanishLetter(nie), force }] },
  ];
}
