import type { TextReading } from '../recognise/text-reading.ts';
import type { FoundValue } from './found-value.ts';

/** What is on a page besides values that are known already. */
export type PageLines = {
  readonly readings: readonly TextReading[];
  /** Lines that no value was found on. */
  free(): TextReading[];
  /** Marks the lines of a value as taken. */
  take(value: FoundValue): void;
};

export function listPageLines(readings: readonly TextReading[]): PageLines {
  const taken = new Set<TextReading>();
  return {
    readings,
    free: () => readings.filter((reading) => !taken.has(reading)),
    take: ({ stretches }) => {
      for (const { reading } of stretches) taken.add(reading);
    },
  };
}

/** Height of a line's capitals, pixels of the flat page. */
export function capHeight({ line }: TextReading): number {
  return line.baseLine - line.capTop;
}
