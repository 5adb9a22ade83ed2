import type { TextReading } from '../../recognise/text-reading.ts';
import type { FoundValue } from '../found-value.ts';
import { type FoundPhrase, findPhrases } from './find-phrases.ts';

/** A value with words that were known and not read is believed no more than this. */
const mostKnown = 0.9;

/**
 * An authority with the words that its state's offices have: `MGISTRAT DER STADT WIEN` is a
 * magistrate's, where its lines show that about as clearly. What is no known phrase stays as it was
 * read.
 */
export function writeAuthority(value: FoundValue, issuer: string | undefined): FoundValue {
  const lines = value.stretches.map(({ reading }) => ({ reading, phrases: findPhrases(reading, issuer) }));
  if (lines.every(({ phrases }) => phrases.length === 0)) return value;
  const written = lines.map(({ reading, phrases }) => writeLine(reading, phrases));
  const text = written.map((line) => line.text).join(' ');
  if (text === value.value) return value;
  const sure = written.reduce((product, line) => product * line.confidence, 1);
  return { ...value, value: text, confidence: Math.min(mostKnown, Math.max(sure, value.confidence)) };
}

function writeLine(reading: TextReading, phrases: readonly FoundPhrase[]): { readonly text: string; readonly confidence: number } {
  const parts: { readonly at: number; readonly text: string; readonly confidence: number }[] = [];
  for (const { phrase, found } of phrases)
    parts.push({ at: found.alignment.from, text: inCaseOf(reading.text, phrase.text), confidence: found.confidence });
  for (const { character, confidence, from, to } of reading.characters) {
    const middle = (from + to) / 2;
    const isKnown = phrases.some(({ found: { alignment } }) => middle >= alignment.from && middle <= alignment.to);
    if (!isKnown) parts.push({ at: from, text: character, confidence });
  }
  parts.sort((a, b) => a.at - b.at);
  return {
    text: parts
      .map((part) => part.text)
      .join('')
      .trim(),
    confidence: parts.reduce((product, part) => product * part.confidence, 1),
  };
}

/** A phrase in capitals where its line is set in them. */
function inCaseOf(line: string, phrase: string): string {
  const capitals = line.match(/\p{Lu}/gu)?.length ?? 0;
  const small = line.match(/\p{Ll}/gu)?.length ?? 0;
  return capitals > 2 * small ? phrase.toUpperCase() : phrase;
}
