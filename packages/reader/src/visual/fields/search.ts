import { joinNeighbours } from '../recognise/join-readings.ts';
import type { TextReading } from '../recognise/text-reading.ts';
import type { VisualCheck, VisualKey } from '../visual-reading.ts';
import type { FoundValues } from './find-by-order.ts';
import type { FoundValue } from './found-value.ts';
import { listPageLines, type PageLines } from './lines/page-lines.ts';

/** What was found so far, and what is left to look at. */
export type Search = {
  readonly values: FoundValues;
  readonly checks: Partial<Record<VisualKey, VisualCheck>>;
  readonly lines: PageLines;
  /** Pairs of lines that may be one. */
  readonly joined: readonly TextReading[];
  /** Closer looks at lines, and at places where no line was seen. */
  readonly looks: readonly TextReading[];
  /** Keeps the first value of each kind, and takes its lines away. */
  readonly keep: (key: VisualKey, value: FoundValue | undefined) => void;
};

/** A search of a page on which nothing was found yet. */
export function startSearch(readings: readonly TextReading[], looks: readonly TextReading[] = []): Search {
  const values: FoundValues = {};
  const lines = listPageLines(readings);
  const keep = (key: VisualKey, value: FoundValue | undefined) => {
    if (!value || values[key]) return;
    values[key] = value;
    lines.take(value);
  };
  return { values, checks: {}, lines, joined: joinNeighbours(readings), looks, keep };
}
