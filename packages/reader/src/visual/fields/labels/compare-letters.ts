/** Small letters that small or worn print shows for each other. */
const alike = ['iltfjr', 'oceadqg', 'unmhrw', 'vywu', 'szg', 'bhk', 'kxr', 'pfr'];
/** Costs are whole numbers: one letter for another one is a mistake, or half of one if alike. */
const mistake = 2;
/** Digits and signs that stand for letters where letters are expected. */
const letterOf: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 5: 's', 8: 'b', 9: 'g', 6: 'b' };

const first = 'a'.charCodeAt(0);
const letters = 26;
const costs = Uint8Array.from({ length: letters * letters }, (_, at) => {
  const [a, b] = [Math.floor(at / letters), at % letters].map((index) => String.fromCharCode(first + index)) as [string, string];
  if (a === b) return 0;
  return alike.some((group) => group.includes(a) && group.includes(b)) ? mistake / 2 : mistake;
});

/** Letters of a text as small ones without accents, and the index of the character of each. */
export type PlainText = { readonly letters: string; readonly at: readonly number[] };

/** A text's letters alone; digits within words are the letters that they look like. */
export function plainText(text: string): PlainText {
  const at: number[] = [];
  let plain = '';
  const characters = [...text];
  characters.forEach((character, index) => {
    const isWithin = () => /\p{L}/u.test(characters[index - 1] ?? '') || /\p{L}/u.test(characters[index + 1] ?? '');
    const letter = letterOf[character];
    const own = letter === undefined ? plainLetters(character) : isWithin() ? letter : '';
    for (const one of own) {
      plain += one;
      at.push(index);
    }
  });
  return { letters: plain, at };
}

/** What is known of characters. */
const plainOf = new Map<string, string>();

/** Small letters without accents; nothing else. */
export function plainLetters(text: string): string {
  let letters = '';
  for (const character of text) {
    const own = plainOf.get(character) ?? findPlainLetters(character);
    plainOf.set(character, own);
    letters += own;
  }
  return letters;
}

function findPlainLetters(character: string): string {
  return character
    .normalize('NFD')
    .toLowerCase()
    .replace(/ı/g, 'i')
    .replace(/ł/g, 'l')
    .replace(/đ|ð/g, 'd')
    .replace(/ø/g, 'o')
    .replace(/ə/g, 'e')
    .replace(/ħ/g, 'h')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/[^a-z]/g, '');
}

/** What one plain letter costs where another one stands; both as numbers from 0, the letter a. */
export function costBetween(a: number, b: number): number {
  return costs[a * letters + b]! / mistake;
}

/** Levenshtein's distance of plain letters, in which letters that look alike are half a mistake. */
export function lookDistance(a: string, b: string): number {
  return compare(a, b, true)[b.length]! / mistake;
}

/**
 * The share of a label's letters that stand together somewhere in a line, 0 to 1 (Sellers 1980),
 * and the index behind the last of them.
 */
export function findWithin(label: string, line: string): { readonly likeness: number; readonly end: number } {
  const row = compare(label, line, false);
  let end = 0;
  for (let j = 1; j <= line.length; j++) if (row[j]! <= row[end]!) end = j;
  return { likeness: 1 - row[end]! / mistake / label.length, end };
}

/** Is used again by the next comparison. */
let distances = new Int32Array(128);

/**
 * What the mistakes cost by which `a` differs from what of `b` ends at each of its letters.
 *
 * @param isWhole from all of `b` up to there, not from the nearest part of it
 */
function compare(a: string, b: string, isWhole: boolean): Int32Array {
  if (distances.length <= b.length) distances = new Int32Array(2 * b.length);
  const row = distances;
  for (let j = 0; j <= b.length; j++) row[j] = isWhole ? mistake * j : 0;
  for (let i = 1; i <= a.length; i++) {
    const letter = (a.charCodeAt(i - 1) - first) * letters;
    let before = row[0]!;
    let left = mistake * i;
    row[0] = left;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j]!;
      const other = before + costs[letter + b.charCodeAt(j - 1) - first]!;
      left = Math.min(Math.min(above, left) + mistake, other);
      row[j] = left;
      before = above;
    }
  }
  return row;
}
