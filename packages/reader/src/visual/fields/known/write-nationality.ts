import type { FoundText } from '../../match/find-pattern.ts';
import { plainLetter } from '../../match/plain-letter.ts';
import type { TextReading } from '../../recognise/text-reading.ts';
import { nationalLetters } from '../../tables/national-letters.ts';
import type { FoundValue } from '../found-value.ts';

/** The most that anything is believed which nothing proves. */
export const mostUnproved = 0.94;

/** Between two known words a stroke is a slash, whatever it looks like. */
const standsForSlash = /^[Il1|!]$/;
const mostOfSlash = 0.95;
/** `DEUTSCH / 07.`: the beginning of what stands beside it. */
const withoutLetters = /[ /|]*[\d.,][\d., /]*$/;

/** The line on which words were found, these as they are known. */
export function writeNationality(reading: TextReading, words: readonly FoundText[], code: string): FoundValue {
  const middle = ({ from, to }: TextReading['characters'][number]) => (from + to) / 2;
  const parts: { readonly at: number; readonly text: string; readonly confidence: number }[] = [];
  const longest = [...words].sort((a, b) => b.text.length - a.text.length);
  const apart = longest.filter(
    ({ alignment }, index) =>
      !longest.slice(0, index).some((other) => alignment.from < other.alignment.to && other.alignment.from < alignment.to),
  );
  for (const { alignment, text } of apart) parts.push({ at: alignment.from, text: withLettersOf(code, text), confidence: 1 });
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
  const value = parts
    .map(({ text }) => text)
    .join('')
    .replace(withoutLetters, '')
    .trim()
    .replace(/(\p{L}) \/(?=\p{L})/gu, '$1 / ');
  const sure = parts.reduce((product, { confidence }) => product * confidence, 1);
  return { value, confidence: Math.min(mostUnproved, sure), stretches: [{ reading, from: 0, to: reading.scores.steps }] };
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
