import type { FoundText } from '../../match/find-pattern.ts';
import { plainLetter } from '../../match/plain-letter.ts';
import type { TextReading } from '../../recognise/text-reading.ts';
import type { FoundValue } from '../found-value.ts';
import { type FoundPhrase, findPhrases } from './find-phrases.ts';
import type { KnownPhrase } from './known-phrases.ts';

/** A value with words that were known and not read is believed no more than this. */
const mostKnown = 0.9;

/**
 * A value with the words that it is likely to have: `MGISTRAT DER STADT WIEN` is a magistrate's,
 * where its lines show that about as clearly. What is no known phrase stays as it was read.
 *
 * @param phrases the longest first
 */
export function writePhrases(value: FoundValue, phrases: readonly KnownPhrase[]): FoundValue {
  const lines = value.stretches.map(({ reading }) => ({ reading, found: findPhrases(reading, phrases) }));
  if (lines.every(({ found }) => found.length === 0)) return value;
  const written = lines.map(({ reading, found }) => writeLine(reading, found));
  const text = written.map((line) => line.text).join(' ');
  if (text === value.value) return value;
  const sure = written.reduce((product, line) => product * line.confidence, 1);
  return { ...value, value: text, confidence: Math.min(mostKnown, Math.max(sure, value.confidence)) };
}

function writeLine(reading: TextReading, phrases: readonly FoundPhrase[]): { readonly text: string; readonly confidence: number } {
  const parts: { readonly at: number; readonly text: string; readonly confidence: number }[] = [];
  for (const { phrase, found } of phrases)
    parts.push({
      at: found.alignment.from,
      text: inCaseOf(reading.text, asPrinted(phrase, found), phrase.isAbbreviation),
      confidence: found.confidence,
    });
  for (const { character, confidence, from, to } of reading.characters) {
    const middle = (from + to) / 2;
    const isKnown = phrases.some(({ found: { alignment } }) => middle >= alignment.from && middle <= alignment.to);
    if (!isKnown) parts.push({ at: from, text: character, confidence });
  }
  const others = parts.filter(({ text }) => /^[\p{L}\p{N}]$/u.test(text));
  if (phrases.length > 0 && others.length === 1 && others[0]!.confidence < minOfLone) parts.splice(parts.indexOf(others[0]!), 1);
  parts.sort((a, b) => a.at - b.at);
  return {
    text: parts
      .map((part) => part.text)
      .join('')
      .replace(twoPoints, '$1')
      .replace(nextField, '')
      .trim(),
    confidence: parts.reduce((product, part) => product * part.confidence, 1),
  };
}

/** A single letter beside known words that is seen less surely is texture. */
const minOfLone = 0.5;
/** A phrase's own point beside the one that was read. */
const twoPoints = /([.,])[.,]/g;
/** `N.P.C. 10. Y`: the number of the next field, and the beginning of its label. */
const nextField = / 1\d[.)] ?\p{L}{0,14}$/u;

/** A phrase without the accents that are not printed. */
function asPrinted({ text }: KnownPhrase, { alignment }: FoundText): string {
  const seen = alignment.characters.filter(({ counts }) => counts);
  let at = 0;
  return text.replace(/[\p{L}\p{N}]/gu, (letter) => {
    const printed = seen[at++]?.character ?? letter;
    return plainLetter(letter) === printed ? printed : letter;
  });
}

/** A phrase in capitals, or not, as its line is set. */
function inCaseOf(line: string, text: string, isAbbreviation: boolean): string {
  const count = (text: string, letters: RegExp) => text.match(letters)?.length ?? 0;
  if (count(line, /\p{Lu}/gu) > 2 * count(line, /\p{Ll}/gu)) return text.toUpperCase();
  return count(text, /\p{Ll}/gu) > 0 || isAbbreviation ? text : text.toLowerCase().replace(longWord, (word) => capitalised(word));
}

/** Articles and prepositions stay small. */
const longWord = /\p{L}{4,}/gu;

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
