import { textAlphabet } from '../recognise/text-alphabet.ts';
import { classesOf, type PatternBuilder, startPattern, type TextPattern } from './text-pattern.ts';

type Sex = 'M' | 'F' | 'X';

const anyLetter = classesOf([...textAlphabet].filter((character) => /[\p{L}\d]/u.test(character)).join(''));

/**
 * What states print before ICAO's letter (9303-3, 3.1: M, F or X), in their own languages; Ж is
 * seen as XK, and a letter that is not here is any one.
 */
const words: Readonly<Record<Sex, readonly string[]>> = Object.freeze({
  M: ['M', 'H', 'V', 'K', 'E', 'KK', 'MIES', 'P', 'L', 'NAM'],
  F: ['F', 'W', 'K', 'Ž', 'N', 'S', 'Q', 'D', 'V', 'KVK', 'XK', 'X', 'Z', 'J', 'B', 'P', 'NU'],
  X: ['X'],
});
/** Alone, without ICAO's letter, these tell the sex, if less surely. */
const alone: Readonly<Record<Sex, readonly string[]>> = Object.freeze({ M: ['H'], F: ['W', 'Ž', 'V'], X: [] });
const rare = -0.33;
/** Cards that are not of ICAO's form have it in words. */
const inFull: Readonly<Record<Sex, readonly string[]>> = Object.freeze({
  M: ['MALE', 'MASCULINO', 'MASCULIN', 'HOMBRE', 'LELAKI', 'MASC'],
  F: ['FEMALE', 'FEMENINO', 'FEMININO', 'FÉMININ', 'FEMININ', 'MUJER', 'FEM'],
  X: [],
});
/** A letter of another script before ICAO's own one, as the recogniser takes it. */
const foreignLetter = -0.2;
/** Where both are printed, the letter alone is not all of it. */
const ofTwo = -0.3;

/** The sex as documents print it: a letter, or a national word and a letter. */
export function sexPattern(sex: Sex): TextPattern {
  return patterns[sex];
}

const patterns: Readonly<Record<Sex, TextPattern>> = Object.freeze({ M: makePattern('M'), F: makePattern('F'), X: makePattern('X') });

function makePattern(sex: Sex): TextPattern {
  const builder = startPattern();
  const end = builder.join();
  builder.add(0, classesOf(sex), { letter: sex, to: end, cost: ofTwo });
  for (const word of alone[sex]) addWord(builder, 0, word, end, rare);
  for (const word of inFull[sex]) addWord(builder, 0, word, end, 0);
  const word = builder.join();
  for (const text of words[sex]) addWord(builder, 0, text, word, 0);
  builder.add(0, anyLetter, { letter: 'any', cost: foreignLetter, to: word });
  const mark = classesOf(' /-');
  const gap = builder.join();
  builder.add(word, mark, { letter: 'gap', counts: false, to: gap });
  const second = builder.add(word, mark, { letter: 'gap', counts: false });
  builder.add(second, mark, { letter: 'second gap', counts: false, to: gap });
  const third = builder.add(second, mark, { letter: 'second gap', counts: false });
  builder.add(third, mark, { letter: 'third gap', counts: false, to: gap });
  builder.add(gap, classesOf(sex), { letter: sex, to: end });
  return builder.build(end, '');
}

function addWord(builder: PatternBuilder, from: number, text: string, to: number, cost: number): void {
  let node = from;
  [...text].forEach((letter, index) => {
    node = builder.add(node, classesOf(letter + letter.toLowerCase()), {
      letter,
      cost: index === 0 ? cost : 0,
      ...(index === text.length - 1 && { to }),
    });
  });
}
