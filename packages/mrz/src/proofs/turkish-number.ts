/** The two last digits of a Turkish identity number, eleven digits (tenth from weights 7 and −1 of the nine before, eleventh from the sum of ten). */
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
