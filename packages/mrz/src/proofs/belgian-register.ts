/**
 * The two last digits of a Belgian national register number: 97 minus the first nine modulo 97, for those born from 2000 on with a 2 before
 * them (arrêté royal du 3 avril 1984).
 */
export function passesBelgianRegister(number: string): boolean {
  const nine = number.slice(0, 9);
  const check = Number(number.slice(9));
  return check === 97 - (Number(nine) % 97) || check === 97 - (Number(`2${nine}`) % 97);
}
