/**
 * The last digit of an Estonian or Lithuanian personal code, eleven digits: weights 1–9, 1 modulo
 * 11, on 10 weights 3–9, 1–3 (EVS 585:2007).
 */
export function passesBalticCode(code: string): boolean {
  const remainder = (first: number): number => {
    let sum = 0;
    for (let index = 0; index < 10; index++) sum += Number(code.charAt(index)) * (((first - 1 + index) % 9) + 1);
    return sum % 11;
  };
  const check = remainder(1) < 10 ? remainder(1) : remainder(3) % 10;
  return check === Number(code.charAt(10));
}

/**
 * The two last digits of a Belgian national register number: 97 minus the first nine modulo 97, for
 * those born from 2000 on with a 2 before them (arrêté royal du 3 avril 1984).
 */
export function passesBelgianRegister(number: string): boolean {
  const nine = number.slice(0, 9);
  const check = Number(number.slice(9));
  return check === 97 - (Number(nine) % 97) || check === 97 - (Number(`2${nine}`) % 97);
}

/**
 * The Dutch eleven-test of a citizen service number (BSN), nine digits: weights 9 to 2 and −1, the
 * sum divisible by 11 (Besluit burgerservicenummer).
 */
export function passesElevenTest(number: string): boolean {
  let sum = 0;
  for (let index = 0; index < 9; index++) sum += Number(number.charAt(index)) * (index === 8 ? -1 : 9 - index);
  return sum % 11 === 0;
}

/**
 * The Luhn test (ISO/IEC 7812-1): every second digit from the right doubled, the digits' sum
 * divisible by 10.
 */
export function passesLuhn(number: string): boolean {
  let sum = 0;
  for (let index = 0; index < number.length; index++) {
    const digit = Number(number.charAt(number.length - 1 - index)) * (index % 2 === 0 ? 1 : 2);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

/**
 * The two last digits of a Turkish identity number, eleven digits (tenth from weights 7 and −1 of
 * the nine before, eleventh from the sum of ten).
 */
export function passesTurkishNumber(number: string): boolean {
  const digits = [...number].map(Number);
  const sum = (from: number, to: number, step: number): number => {
    let total = 0;
    for (let index = from; index < to; index += step) total += digits[index] as number;
    return total;
  };
  const tenth = (((7 * sum(0, 9, 2) - sum(1, 8, 2)) % 10) + 10) % 10;
  return digits[9] === tenth && digits[10] === sum(0, 10, 1) % 10;
}

/**
 * The last character of a Chilean RUN, seven or eight digits before it: weights 2 to 7 from the
 * right, 11 minus the sum modulo 11, 10 written K, 11 written 0 (Servicio de Registro Civil e
 * Identificación).
 */
export function passesChileanRun(number: string): boolean {
  let sum = 0;
  for (let index = 0; index < number.length - 1; index++) sum += Number(number.charAt(number.length - 2 - index)) * (2 + (index % 6));
  return '0K987654321'.charAt(sum % 11) === number.slice(-1);
}
