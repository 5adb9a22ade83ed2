import type { FoundText } from '../match/find-pattern.ts';
import type { TextReading } from '../recognise/text-reading.ts';

/** A stretch of a line of print, in steps of its reading. */
export type Stretch = { readonly reading: TextReading; readonly from: number; readonly to: number };

/** A value on a flat page, before it gets its place in the picture. */
export type FoundValue = { readonly value: string; readonly confidence: number; readonly stretches: readonly Stretch[] };

/** A text that was found where it was expected. */
export function valueOfFound(...parts: readonly FoundText[]): FoundValue {
  return {
    value: parts.map(({ text }) => text.trim()).join(' '),
    confidence: parts.reduce((product, { confidence }) => product * confidence, 1),
    stretches: parts.map(({ reading, alignment }) => ({ reading, from: alignment.from, to: alignment.to })),
  };
}

/** Whole lines as the recogniser read them. */
export function valueOfLines(readings: readonly TextReading[], confidence: number): FoundValue {
  return {
    value: readings.map(({ text }) => text.trim()).join(' '),
    confidence,
    stretches: readings.map((reading) => ({ reading, from: 0, to: reading.scores.steps })),
  };
}
