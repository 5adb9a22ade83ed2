/** Letters that Unicode does not take apart. */
const plainOf: Readonly<Record<string, string>> = {
  Đ: 'D',
  đ: 'D',
  Ħ: 'H',
  ħ: 'H',
  Ł: 'L',
  ł: 'L',
  Ø: 'O',
  ø: 'O',
  ı: 'I',
  Ə: 'E',
  ə: 'E',
  ð: 'D',
};

/** The capital without its accent; undefined for what is no single letter of A to Z. */
export function plainLetter(character: string): string | undefined {
  const code = character.length === 1 ? character.charCodeAt(0) : letters.length;
  if (code >= letters.length) return findPlainLetter(character);
  letters[code] ??= findPlainLetter(character) ?? '';
  return letters[code] || undefined;
}

/** What is known of the letters of Latin script; nothing for none. */
const letters: (string | undefined)[] = Array.from({ length: 0x250 });

function findPlainLetter(character: string): string | undefined {
  const plain = plainOf[character] ?? character.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
  return /^[A-Z]$/.test(plain) ? plain : undefined;
}

/** Letters that Unicode does not take apart and that zones spell with two. */
const longOf: Readonly<Record<string, string>> = { Æ: 'AE', æ: 'AE', Œ: 'OE', œ: 'OE', ß: 'SS', Þ: 'TH', þ: 'TH' };

/**
 * The letters of a text as plain capitals, and its digits; O is 0 and I and L are 1, which print
 * alike.
 */
export function plainCharacters(text: string): string {
  let plain = '';
  for (const character of text)
    plain += character >= '0' && character <= '9' ? character : (longOf[character] ?? plainLetter(character) ?? '');
  return plain.replace(/O/g, '0').replace(/[IL]/g, '1');
}
