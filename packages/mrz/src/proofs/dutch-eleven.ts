/** The Dutch eleven-test of a citizen service number (BSN), nine digits: weights 9 to 2 and −1, the sum divisible by 11 (Besluit burgerservicenummer). */
export function passesElevenTest(number: string): boolean {
  let sum = 0;
  for (let index = 0; index < 9; index++) sum += Number(number.charAt(index)) * (index === 8 ? -1 : 9 - index);
  return sum % 11 === 0;
}
