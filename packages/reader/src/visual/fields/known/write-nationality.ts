import { type FoundText, worstCost } from '../../match/find-pattern.ts';
import { plainLetter } from '../../match/plain-letter.ts';
import type { TextReading } from '../../recognise/text-reading.ts';
import { nationalLetters } from '../../tables/national-letters.ts';
import { nationalitySpellings } from '../../tables/nationality-spellings.ts';
import { nationalityWords } from '../../tables/nationality-words.ts';
import type { FoundValue } from '../found-value.ts';
import { lookDistance, plainLetters } from '../labels/compare-letters.ts';
import { stateOf } from './state-of.ts';

/** The most that anything is believed which nothing proves. */
export const mostUnproved = 0.94;

/** `AMERICAN` where AMERICA is printed: a longer form of a word needs all its letters. */
const costOfUnseen = -2;

/** Between two known words a stroke is a slash, whatever it looks like. */
const standsForSlash = /^[Il1|!]$/;
const mostOfSlash = 0.95;
/** `DEUTSCH / 07.`: the beginning of what stands beside it. */
const withoutLetters = /[ /|]*[\d.,][\d., /]*$/;

/** The line on which words were found, these as they are known. */
export function writeNationality(reading: TextReading, words: readonly FoundText[], code: string): FoundValue {
  const middle = ({ from, to }: TextReading['characters'][number]) => (from + to) / 2;
  const parts: { readonly at: number; readonly text: string; readonly confidence: number }[] = [];
  const isSeen = (word: FoundText) => Number(worstCost(word) >= costOfUnseen);
  const longest = [...words].sort((a, b) => isSeen(b) - isSeen(a) || b.text.length - a.text.length);
  const apart = longest.filter(
    ({ alignment }, index) =>
      !longest.slice(0, index).some((other) => alignment.from < other.alignment.to && other.alignment.from < alignment.to),
  );
  for (const { alignment, text } of apart) parts.push({ at: alignment.from, text: spell(withLettersOf(code, text)), confidence: 1 });
  for (const character of reading.characters) {
    const isKnown = words.some(({ alignment }) => middle(character) >= alignment.from && middle(character) <= alignment.to);
    if (isKnown) continue;
    const isSlash =
      standsForSlash.test(character.character) &&
      apart.some(({ alignment }) => alignment.to <= middle(character)) &&
      apart.some(({ alignment }) => alignment.from >= middle(character));
    parts.push({ at: character.from, text: isSlash ? '/' : character.character, confidence: isSlash ? mostOfSlash : character.confidence });
  }
  parts.sort((a, b) => a.at - b.at);
  const text = parts
    .map(({ text }) => text)
    .join('')
    .replace(withoutLetters, '')
    .trim()
    .replace(/(\p{L}) \/(?=\p{L})/gu, '$1 / ')
    .replace(gapBefore, ' ')
    .replace(strokeBehind, (all, word: string) => (isWordOf(code, word) ? `${word}/` : all));
  const sure = parts.reduce((product, { confidence }) => product * confidence, 1);
  return {
    value: withWordsOf(code, text),
    confidence: Math.min(mostUnproved, sure),
    stretches: [{ reading, from: 0, to: reading.scores.steps }],
  };
}

/** `CZECHREPUBLIC`: of these words the gap before them is easily missed. */
const gapBefore = /(?<=\p{L}{4})(?=(REPUBLIC|REPUBLIKA|CITIZEN|KINGDOM|STATES|FEDERATION)(?!\p{L}))/giu;

/** `Shaiptare`: a long word of the State's own, of which one letter was misread or missed. */
const longWord = /(?<![\p{L}'])\p{L}{7,}/gu;
const mostMisread = 1;
/** Forms of one word differ at their ends. */
const lettersOfEnd = 2;

/** A nationality that no zone says: one of its words tells the State whose words the others are. */
export function withOwnWords(value: FoundValue): FoundValue {
  const state = stateOf(value.value);
  return state === undefined ? value : { ...value, value: withWordsOf(state, value.value) };
}

function withWordsOf(code: string, text: string): string {
  return text.replace(longWord, (word) => likeWordOf(code, word));
}

function likeWordOf(code: string, word: string): string {
  const letters = plainLetters(word);
  const known = (nationalityWords[code] ?? '').split(' ').map((text) => ({ text, letters: plainLetters(text) }));
  if (known.some((other) => other.letters === letters)) return word;
  const like = known.filter(
    (other) => other.letters.slice(-lettersOfEnd) === letters.slice(-lettersOfEnd) && lookDistance(letters, other.letters) <= mostMisread,
  );
  const [one] = like;
  if (!one || like.length > 1) return word;
  const spelt = spellings.get(one.text) ?? one.text;
  if (/\p{Ll}{2}/u.test(word)) return spelt.slice(0, 1) + spelt.slice(1).toLowerCase();
  return word === plainOf(word) ? one.text : spelt;
}

/** `ÍSLENSKTI ICELANDIC`: a slash that touches a word. */
const strokeBehind = /(?<!\p{L})(\p{L}{4,})[Il1|](?= \p{L}{4})/gu;

function isWordOf(code: string, word: string): boolean {
  return (nationalityWords[code] ?? '').split(' ').includes(plainOf(word));
}

function plainOf(text: string): string {
  return [...text].map((letter) => plainLetter(letter) ?? letter).join('');
}

const spellings: ReadonlyMap<string, string> = new Map(nationalitySpellings.map((word) => [plainOf(word), word]));

/**
 * A word with its own accents and no others: `FranÇaisê` is Française. One that is not seen may not
 * be printed in capitals, and is not added there; small letters have theirs.
 */
function spell(text: string): string {
  const letters = [...text];
  const plain = plainOf(text);
  const own = [...(spellings.get(plain) ?? plain)];
  const isPrinted = (letter: string) => /[A-Z]/.test(letter) || (/[a-z]/.test(letter) && !/\p{Ll}{2}/u.test(text));
  return letters.map((letter, index) => (isPrinted(letter) ? letter : inCaseOf(text, index, own[index]!))).join('');
}

/** Small letters go on small behind the first one. */
function inCaseOf(text: string, index: number, letter: string): string {
  return index > 0 && /\p{Ll}{2}/u.test(text) ? letter.replace('İ', 'i').toLowerCase() : letter;
}

/** Words of a language have its accents and no others. */
function withLettersOf(code: string, text: string): string {
  const own = nationalLetters(code);
  return [...text]
    .map((character) => {
      const plain = plainLetter(character);
      if (plain === undefined || /[A-Za-z]/.test(character) || own.includes(character)) return character;
      return character === character.toLowerCase() ? plain.toLowerCase() : plain;
    })
    .join('');
}
