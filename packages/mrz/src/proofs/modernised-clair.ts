/**
 * Latin letters and digits of the machine readable record of the Russian internal passport, and the
 * Cyrillic letters they stand for ("modernised Clair").
 */
const cyrillic: Readonly<Record<string, string>> = {
  A: 'А',
  B: 'Б',
  V: 'В',
  G: 'Г',
  D: 'Д',
  E: 'Е',
  2: 'Ё',
  J: 'Ж',
  Z: 'З',
  I: 'И',
  Q: 'Й',
  K: 'К',
  L: 'Л',
  M: 'М',
  N: 'Н',
  O: 'О',
  P: 'П',
  R: 'Р',
  S: 'С',
  T: 'Т',
  U: 'У',
  F: 'Ф',
  H: 'Х',
  C: 'Ц',
  3: 'Ч',
  4: 'Ш',
  W: 'Щ',
  X: 'Ъ',
  Y: 'Ы',
  9: 'Ь',
  6: 'Э',
  7: 'Ю',
  8: 'Я',
};

/**
 * Reads a name of the record back into Cyrillic; each sign stands for one letter. Blanks and
 * unknown signs stay as they are.
 */
export function readModernisedClair(name: string): string {
  return [...name].map((sign) => cyrillic[sign] ?? sign).join('');
}
