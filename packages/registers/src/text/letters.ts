/** Letters without a base letter in Unicode, as ICAO Doc 9303-3 §6 recommends to write them. */
const spelled: Readonly<Record<string, string>> = {
  ...{ ß: 'SS', ẞ: 'SS', Æ: 'AE', Œ: 'OE', Ø: 'OE', Ð: 'D', Đ: 'D', Þ: 'TH', Ł: 'L', Ħ: 'H', Ŧ: 'T', Ŋ: 'N' },
  ...{ æ: 'ae', œ: 'oe', ø: 'oe', ð: 'd', đ: 'd', þ: 'th', ł: 'l', ħ: 'h', ŧ: 't', ŋ: 'n', ı: 'i' },
};

/** Typographic apostrophes and hyphens that stand for the plain ones. */
const marks: Readonly<Record<string, string>> = { '’': "'", '‘': "'", '`': "'", '´': "'", ʼ: "'", '‐': '-', '‑': '-', '–': '-', '—': '-' };

/**
 * Capitals of one script with accents taken off: Ñ becomes N, Ł L, Ü U. What has no base letter is
 * spelled out by ICAO Doc 9303-3 §6 (ß SS, Æ AE); other scripts stay as they are.
 */
export function plainLetters(text: string): string {
  return [...tidy(text).toUpperCase()].map((letter) => baseOf(letter)).join('');
}

function baseOf(letter: string): string {
  const base = letter.normalize('NFD').replace(/\p{M}/gu, '');
  return spelled[base] ?? base;
}

/** Text on one line: plain apostrophes and hyphens, single blanks, none at the ends. */
export function tidy(text: string): string {
  return [...text.normalize('NFC')]
    .map((letter) => marks[letter] ?? letter)
    .join('')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/**
 * Text in the letters that a register takes: each other letter becomes its base letter, a hyphen a
 * blank, and what is not taken even so is left out.
 * @param allowed one letter, in capitals where the register wants capitals
 */
export function inLetters(text: string, allowed: RegExp, isCapital: boolean): string {
  const tidied = isCapital ? tidy(text).toUpperCase() : tidy(text);
  const letters = [...tidied].map((letter) => {
    if (allowed.test(letter)) return letter;
    if (letter === '-') return ' ';
    return [...baseOf(letter)].filter((one) => allowed.test(one)).join('');
  });
  return tidy(letters.join(''));
}

/** The text cut at the end of a word where one ends in its last third, else hard. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const space = text.lastIndexOf(' ', max);
  return text.slice(0, space > (2 * max) / 3 ? space : max).trim();
}
