import type { TextCharacter } from './text-reading.ts';

/** What a letter is taken for among digits, and a digit among letters. */
const asDigit: Readonly<Record<string, string>> = { O: '0', o: '0', I: '1', l: '1' };
const asLetter: Readonly<Record<string, string>> = { '0': 'O', '1': 'I' };
/** Capitals that differ from their small letters in height only, at the end of a word of these. */
const tallAtEnd = /^.*\p{Ll}{2}([COPSUVWXZÇÓÖŠÚÜŽ]+)$/u;
/** Capitals alone: among small letters a zero stands for none. */
const capital = /\p{Lu}/u;
const digit = /\d/;
const within = /[\p{L}\d]/u;

/**
 * Zero and O, one and I look the same in most faces, and only the word that they stand in tells
 * them apart: among two digits and more and nothing else they are digits; a single one among two
 * capitals and more is a letter. Capitals at the end of a word of small letters are the small ones
 * of their shape: `JaneirO`. Words of letters and digits, such as numbers of documents, stay as
 * they are.
 */
export function settleLookalikes(characters: readonly TextCharacter[]): TextCharacter[] {
  const settled: TextCharacter[] = [];
  for (let from = 0; from < characters.length; ) {
    let to = from;
    while (to < characters.length && within.test(characters[to]!.character)) to++;
    settled.push(...settleWord(characters.slice(from, to)), ...characters.slice(to, to + 1));
    from = to + 1;
  }
  return settled;
}

function settleWord(word: readonly TextCharacter[]): readonly TextCharacter[] {
  const count = (test: (character: string) => boolean) => word.filter(({ character }) => test(character)).length;
  const digits = count((character) => digit.test(character));
  const replace = (by: Readonly<Record<string, string>>) => word.map((one) => ({ ...one, character: by[one.character] ?? one.character }));
  if (digits >= 2 && count((character) => character in asDigit) === word.length - digits) return replace(asDigit);
  const capitals = count((character) => capital.test(character));
  if (capitals >= 2 && digits === 1 && capitals + digits === word.length) return replace(asLetter);
  const tall = tallAtEnd.exec(word.map(({ character }) => character).join(''))?.[1]?.length ?? 0;
  if (tall === 0) return word;
  return word.map((one, index) => (index >= word.length - tall ? { ...one, character: one.character.toLowerCase() } : one));
}
