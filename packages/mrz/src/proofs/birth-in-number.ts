import type { NationalProof } from '../national/national-rule.ts';

/**
 * A personal number that repeats the date of birth must repeat the printed one.
 * @param name stable name of the proof
 * @param inNumber the six digits YYMMDD as the number gives them
 * @param birthDate the field as printed; where part of it is not printed, nothing can be compared and there is no proof
 */
export function proveBirthInNumber(name: string, inNumber: string, birthDate: string | undefined): readonly NationalProof[] {
  if (birthDate === undefined || !/^\d{6}$/.test(birthDate)) return [];
  return [{ name, holds: inNumber === birthDate, force: 'proof', seesAll: false }];
}
