import { describe, expect, it } from 'vitest';
import { readModernisedClair } from './modernised-clair.ts';
import { proveBirthInNumber, proveSpanishLetter, spanishLetterOf } from './prove-number.ts';
import { passesBalticCode, passesBelgianRegister, passesElevenTest, passesLuhn, passesTurkishNumber } from './register-numbers.ts';

/** Every number that differs from the given one in one digit or in two exchanged neighbours. */
function damaged(number: string): string[] {
  const results: string[] = [];
  for (let at = 0; at < number.length; at++) {
    if (!/\d/.test(number.charAt(at))) continue;
    for (const digit of '0123456789') results.push(number.slice(0, at) + digit + number.slice(at + 1));
    if (/\d/.test(number.charAt(at + 1)))
      results.push(number.slice(0, at) + number.charAt(at + 1) + number.charAt(at) + number.slice(at + 2));
  }
  return results.filter((one) => one !== number);
}

describe('Spanish letters', () => {
  it.each(['99999999R', '00000000T', '12345678Z', 'X0000000T', 'X1234567L', 'Y1234567X', 'Z1234567R'])('%s fits', (number) => {
    expect(proveSpanishLetter(number)).toEqual({ name: 'ESP.letter', holds: true, force: 'proof', seesAll: true });
    for (const wrong of damaged(number)) expect([wrong, proveSpanishLetter(wrong).holds]).toEqual([wrong, false]);
  });

  it.each(['', 'ABCDEFGH', '1234567<', 'W0000000', '123', '1234567K'])('%j has none', (eight) => {
    expect(spanishLetterOf(eight)).toBeUndefined();
  });
});

describe('national tests', () => {
  it.each([
    ['Dutch eleven-test', passesElevenTest, ['999999990', '111222333']],
    ['Turkish number', passesTurkishNumber, ['31219575508', '10000000146']],
    ['Belgian register', passesBelgianRegister, ['13010198739']],
    ['Luhn', passesLuhn, ['9001010017', '8112189876']],
  ] as const)('%s passes what is right and nothing with one digit wrong', (_, passes, numbers) => {
    for (const number of numbers) {
      expect([number, passes(number)]).toEqual([number, true]);
      for (const wrong of damaged(number).filter((one) => [...one].filter((digit, at) => digit !== number.charAt(at)).length === 1)) {
        expect([wrong, passes(wrong)]).toEqual([wrong, false]);
      }
    }
  });

  it('knows Baltic codes, whose digit has two sets of weights and so misses a few single changes', () => {
    for (const code of ['38001085718', '33309240064', '49001010012']) expect(passesBalticCode(code)).toBe(true);
    const missed = damaged('38001085718').filter(passesBalticCode);
    expect(missed).toEqual(['38001085618']);
  });

  it('compares a birth date only where it is printed in full', () => {
    expect(proveBirthInNumber('X.birth', '900101', '900101')).toEqual([{ name: 'X.birth', holds: true, force: 'proof', seesAll: false }]);
    expect(proveBirthInNumber('X.birth', '900101', '900102')).toEqual([{ name: 'X.birth', holds: false, force: 'proof', seesAll: false }]);
    expect(proveBirthInNumber('X.birth', '900101', '9001<<')).toEqual([]);
    expect(proveBirthInNumber('X.birth', '900101', undefined)).toEqual([]);
  });

  it('reads Russian names back', () => {
    expect(readModernisedClair('ABVGDE2JZIQKLMNOPRSTUFHC34WXY9678')).toBe('АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ');
    expect(readModernisedClair('ANNA MARI8')).toBe('АННА МАРИЯ');
  });
});
