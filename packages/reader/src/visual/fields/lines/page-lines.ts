import type { TextReading } from '../../recognise/text-reading.ts';
import type { FoundValue, Stretch } from '../found-value.ts';
import { partReading } from './part-reading.ts';

/** What is on a page besides values that are known already. */
export type PageLines = {
  readonly readings: readonly TextReading[];
  /** Lines that no value was found on, and what else stands on those of values. */
  free(): TextReading[];
  /** Whether no value was found where a line, or a pair of joined ones, stands. */
  isFree(reading: TextReading): boolean;
  /** Puts the parts of each free line in its place. */
  part(parts: (reading: TextReading) => readonly TextReading[]): void;
  /** Marks the lines of a value as taken, and what else was found in their place. */
  take(value: FoundValue): void;
  /** Undoes that for a value that stands alone on its lines. */
  release(value: FoundValue): void;
};

type Line = TextReading['line'];

/** Two lines stand in one place when they share this much of the shorter and of the lower one. */
const minCommon = 0.5;
/** A value is taken with what is this near, in heights of capitals: its own marks. */
const around = 0.15;
/** A reading shows more of a line where it is so much longer, and hardly less legible or higher. */
const minGain = 1.08;
const mostLost = 0.12;
const maxHigher = 1.3;

export function listPageLines(readings: readonly TextReading[]): PageLines {
  const taken = new Map<Stretch, Line>();
  let free = [...readings];
  return {
    readings,
    isFree: ({ line }) => ![...taken.values()].some((other) => standTogether(line, other)),
    free: () => free,
    part: (parts) => {
      free = free.flatMap(parts);
    },
    take: ({ stretches }) => {
      for (const stretch of stretches) {
        const place = placeOf(stretch);
        taken.set(stretch, place);
        free = free.flatMap((line) => withoutPlace(line, place));
      }
    },
    release: ({ stretches }) => {
      for (const stretch of stretches) {
        taken.delete(stretch);
        free = [...free, stretch.reading];
      }
    },
  };
}

function placeOf({ reading: { line, firstStepAt, pixelsPerStep }, from, to }: Stretch): Line {
  return {
    ...line,
    left: Math.max(line.left, firstStepAt + from * pixelsPerStep),
    right: Math.min(line.right, firstStepAt + to * pixelsPerStep),
  };
}

/** What of a line stands before and behind a place that is taken. */
function withoutPlace(reading: TextReading, place: Line): TextReading[] {
  if (!standAtOneHeight(reading.line, place)) return [reading];
  const { firstStepAt, pixelsPerStep } = reading;
  const pad = around * (place.baseLine - place.capTop);
  const [from, to] = [place.left - pad, place.right + pad].map((x) => (x - firstStepAt) / pixelsPerStep) as [number, number];
  const isTaken = reading.characters.some(
    (character) => character.character !== ' ' && (character.from + character.to) / 2 > from && (character.from + character.to) / 2 < to,
  );
  return isTaken
    ? [partReading(reading, 0, from), partReading(reading, to, reading.scores.steps)].flatMap((part) => part ?? [])
    : [reading];
}

function standTogether(a: Line, b: Line): boolean {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  return across > minCommon * Math.min(a.right - a.left, b.right - b.left) && standAtOneHeight(a, b);
}

function standAtOneHeight(a: Line, b: Line): boolean {
  const down = Math.min(a.baseLine, b.baseLine) - Math.max(a.capTop, b.capTop);
  return down > minCommon * Math.min(a.baseLine - a.capTop, b.baseLine - b.capTop);
}

/** Whether two lines show the same print. */
export function showTheSame({ line: a }: TextReading, { line: b }: TextReading): boolean {
  return standTogether(a, b);
}

/** Whether two stretches of lines do: several values may stand on one line. */
export function showTheSamePart(a: Stretch, b: Stretch): boolean {
  return standTogether(placeOf(a), placeOf(b));
}

/**
 * Of several readings of one line the one that shows most of it, if it is about as legible: the
 * ends of a line are easily lost.
 */
export function wholeOf(reading: TextReading, all: readonly TextReading[]): TextReading {
  const longer = all.filter(
    (other) =>
      showTheSame(reading, other) &&
      other.line.right - other.line.left > minGain * (reading.line.right - reading.line.left) &&
      other.confidence > reading.confidence - mostLost &&
      capHeight(other) < maxHigher * capHeight(reading),
  );
  return longer.sort((a, b) => b.text.length - a.text.length)[0] ?? reading;
}

/** Height of a line's capitals, pixels of the flat page. */
export function capHeight({ line }: TextReading): number {
  return line.baseLine - line.capTop;
}

/**
 * Where the letters of a line begin and end, pixels of the flat page: texture beside them makes the
 * line itself longer.
 */
export function lettersOf({ line, characters, firstStepAt, pixelsPerStep }: TextReading): {
  readonly left: number;
  readonly right: number;
} {
  const seen = characters.filter(({ character }) => character !== ' ');
  const at = (step: number) => firstStepAt + step * pixelsPerStep;
  return {
    left: Math.max(line.left, at(seen[0]?.from ?? 0)),
    right: Math.min(line.right, at(seen.at(-1)?.to ?? Number.POSITIVE_INFINITY)),
  };
}
