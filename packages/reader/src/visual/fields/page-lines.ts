import type { TextReading } from '../recognise/text-reading.ts';
import type { FoundValue } from './found-value.ts';

/** What is on a page besides values that are known already. */
export type PageLines = {
  readonly readings: readonly TextReading[];
  /** Lines that no value was found on. */
  free(): TextReading[];
  /** Whether no value was found where a line, or a pair of joined ones, stands. */
  isFree(reading: TextReading): boolean;
  /** Marks the lines of a value as taken, and what else was found in their place. */
  take(value: FoundValue): void;
};

/** Two lines stand in one place when they share this much of the shorter and of the lower one. */
const minCommon = 0.5;

export function listPageLines(readings: readonly TextReading[]): PageLines {
  const taken: TextReading['line'][] = [];
  const isFree = ({ line }: TextReading) => !taken.some((other) => standTogether(line, other));
  return {
    readings,
    isFree,
    free: () => readings.filter(isFree),
    take: ({ stretches }) => {
      for (const { reading, from, to } of stretches) taken.push(placeOf(reading, from, to));
    },
  };
}

function placeOf({ line, firstStepAt, pixelsPerStep }: TextReading, from: number, to: number): TextReading['line'] {
  return {
    ...line,
    left: Math.max(line.left, firstStepAt + from * pixelsPerStep),
    right: Math.min(line.right, firstStepAt + to * pixelsPerStep),
  };
}

function standTogether(a: TextReading['line'], b: TextReading['line']): boolean {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.baseLine, b.baseLine) - Math.max(a.capTop, b.capTop);
  const [high, low] = [a.baseLine - a.capTop, b.baseLine - b.capTop];
  return across > minCommon * Math.min(a.right - a.left, b.right - b.left) && down > minCommon * Math.min(high, low);
}

/** Height of a line's capitals, pixels of the flat page. */
export function capHeight({ line }: TextReading): number {
  return line.baseLine - line.capTop;
}
