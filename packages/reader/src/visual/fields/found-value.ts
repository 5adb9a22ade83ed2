import type { FoundText } from '../match/find-pattern.ts';
import type { TextReading } from '../recognise/text-reading.ts';
import { isDoubtfulDate, withEvenGaps } from './dates/write-date.ts';

/** A stretch of a line of print, in steps of its reading. */
export type Stretch = { readonly reading: TextReading; readonly from: number; readonly to: number };

/** A value on a flat page, before it gets its place in the picture. */
export type FoundValue = {
  readonly value: string;
  readonly confidence: number;
  readonly stretches: readonly Stretch[];
  /** Whether it was looked for, and the recogniser sees another character by itself. */
  readonly isDoubtful?: boolean;
};

/** Where more stands on the line, the value may be longer than what was looked for. */
const mostOfPart = 0.94;
const minOther = 3;
/** A date that is printed as none prints it. */
const mostOfUneven = 0.9;

function mostOf({ reading, alignment, text }: FoundText): number {
  const others = reading.characters.filter(({ from, to, character }) => {
    const middle = (from + to) / 2;
    return (middle < alignment.from || middle > alignment.to) && /\p{L}/u.test(character);
  });
  return others.length >= minOther ? mostOfPart : isDoubtfulDate(text.trim()) ? mostOfUneven : 1;
}

/** A number is printed with more zeros before it than the zone has room for: `000-5903358-01`. */
function withLeadingZeros({ reading, alignment, text }: FoundText): { readonly text: string; readonly from: number } {
  const before = reading.characters.filter(({ from, to }) => (from + to) / 2 < alignment.from);
  const zeros = /(?<![\p{L}\d])0+-$/u.exec(before.map(({ character }) => character).join(''))?.[0];
  if (!zeros || !/^\d/.test(text)) return { text, from: alignment.from };
  return { text: zeros + text, from: before.at(-[...zeros].length)!.from };
}

/** A text that was found where it was expected. */
export function valueOfFound(...parts: readonly FoundText[]): FoundValue {
  return {
    value: parts.map((part) => withEvenGaps(withLeadingZeros(part).text.trim())).join(' '),
    confidence: parts.reduce((product, part) => product * Math.min(part.confidence, mostOf(part)), 1),
    stretches: parts.map((part) => ({ reading: part.reading, from: withLeadingZeros(part).from, to: part.alignment.to })),
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
