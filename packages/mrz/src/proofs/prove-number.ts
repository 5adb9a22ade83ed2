import type { NationalProof } from '../national/national-rule.ts';

/**
 * A personal number that repeats the date of birth must repeat the printed one.
 * @param name stable name of the proof
 * @param inNumber the six digits YYMMDD as the number gives them
 * @param birthDate the field as printed; where part of it is not known (fillers, 00), nothing can
 *   be compared and there is no proof
 */
export function proveBirthInNumber(name: string, inNumber: string, birthDate: string | undefined): readonly NationalProof[] {
  if (birthDate === undefined || !/^\d{6}$/.test(birthDate) || birthDate.endsWith('00')) return [];
  return [{ name, holds: inNumber === birthDate, force: 'proof', seesAll: false }];
}

/**
 * A personal number with a digit that is odd for men and even for women goes with the printed sex;
 * a hint, since the one may be changed without the other.
 * @param sex the field as printed; without M or F there is nothing to compare
 */
export function proveSexInNumber(name: string, digit: string, sex: string | undefined): readonly NationalProof[] {
  if (sex !== 'M' && sex !== 'F') return [];
  return [{ name, holds: Number(digit) % 2 === (sex === 'M' ? 1 : 0), force: 'hint', seesAll: false }];
}

const controlLetters = 'TRWAGMYFPDXBNJZSQVHLCKE';

/**
 * The check letter of a Spanish DNI (8 digits + letter) or NIE (X, Y or Z, 7 digits + letter):
 * number modulo 23, X = 0, Y = 1, Z = 2 (Real Decreto 1553/2005, art. 11; Orden INT/2058/2008).
 */
export function proveSpanishLetter(number: string): NationalProof {
  return { name: 'ESP.letter', holds: spanishLetterOf(number.slice(0, 8)) === number.charAt(8), force: 'proof', seesAll: true };
}

/** The letter that belongs to eight characters; undefined when they are neither a DNI nor a NIE. */
export function spanishLetterOf(eight: string): string | undefined {
  const prefix = 'XYZ'.indexOf(eight.charAt(0));
  const numeral = prefix < 0 || eight === '' ? eight : prefix + eight.slice(1);
  return /^\d{8}$/.test(numeral) ? controlLetters.charAt(Number(numeral) % 23) : undefined;
}
