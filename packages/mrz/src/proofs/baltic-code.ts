/** The last digit of an Estonian or Lithuanian personal code, eleven digits: weights 1–9, 1 modulo 11, on 10 weights 3–9, 1–3 (EVS 585:2007). */
export function passesBalticCode(code: string): boolean {
  const remainder = (first: number): number => {
    let sum = 0;
    for (let index = 0; index < 10; index++) sum += Number(code.charAt(index)) * (((first - 1 + index) % 9) + 1);
    return sum % 11;
  };
  const check = remainder(1) < 10 ? remainder(1) : remainder(3) % 10;
  return check === Number(code.charAt(10));
}
