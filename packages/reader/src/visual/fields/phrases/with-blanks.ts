import { partWords } from '../../recognise/part-words.ts';
import type { FoundValue } from '../found-value.ts';

/**
 * A value of words with the blanks that its lines hardly show. Where no table knows the words, only
 * the recogniser tells where one ends.
 */
export function withBlanks(value: FoundValue): FoundValue {
  const stretches = value.stretches.map((stretch) => ({ ...stretch, reading: partWords(stretch.reading) }));
  const text = textOf(stretches);
  // What was written otherwise than it was read has its blanks.
  if (text === value.value || textOf(value.stretches) !== value.value) return value;
  const read = new Set(value.stretches.flatMap(({ reading }) => reading.characters));
  const blanks = stretches.flatMap(({ reading }) => reading.characters.filter((character) => !read.has(character)));
  const sure = blanks.reduce((product, { confidence }) => product * confidence, 1);
  return { ...value, value: text, confidence: value.confidence * sure, stretches };
}

function textOf(stretches: FoundValue['stretches']): string {
  return stretches.map(({ reading }) => reading.text.trim()).join(' ');
}
