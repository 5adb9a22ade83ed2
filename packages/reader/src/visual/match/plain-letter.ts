/** Letters that Unicode does not take apart. */
const plainOf: Readonly<Record<string, string>> = { Đ: 'D', đ: 'D', Ħ: 'H', ħ: 'H', Ł: 'L', ł: 'L', Ø: 'O', ø: 'O', ı: 'I', Ə: 'E', ə: 'E', ð: 'D' };

/** The capital without its accent; undefined for what is no single letter of A to Z. */
export function plainLetter(character: string): string | undefined {
  const plain = plainOf[character] ?? character.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
  return /^[A-Z]$/.test(plain) ? plain : undefined;
}
