import type { Layout } from '../../tables/layouts/layout.ts';
import type { VisualKey } from '../../visual-reading.ts';
import type { FoundValues } from '../find-by-order.ts';
import type { FoundValue } from '../found-value.ts';

/** Where a value stands on a page: its first and last base line, its left and right end, pixels. */
export type Place = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };

/**
 * Between which values another one is expected: on one row with some, and under and above others.
 */
export type Gap = {
  readonly left: Place | undefined;
  readonly right: Place | undefined;
  readonly above: Place | undefined;
  readonly below: Place | undefined;
  /** Rows between those two that have no known value, and which of them the key's is. */
  readonly rows: number;
  readonly row: number;
  /** Fields of its row, and which of them it is. */
  readonly cells: number;
  readonly cell: number;
};

/** Where a layout has a value, seen from those that are known; undefined where it has none. */
export function gapOf(key: VisualKey, layout: Layout, values: FoundValues): Gap | undefined {
  const rows = layout.rows.map((row) => row.split(' ') as VisualKey[]);
  const own = rows.findIndex((row) => row.includes(key));
  if (own < 0) return undefined;
  const row = rows[own]!;
  const column = row.indexOf(key);
  const placeOf = (some: readonly VisualKey[]) => some.flatMap((other) => places(values[other])).at(-1);
  const isKnown = (index: number) => rows[index]!.some((other) => values[other] !== undefined);
  const indices = [...rows.keys()];
  const upper = indices.findLast((index) => index < own && isKnown(index));
  const lower = indices.find((index) => index > own && isKnown(index));
  return {
    left: placeOf(row.slice(0, column)),
    right: row.slice(column + 1).flatMap((other) => places(values[other]))[0],
    above: upper === undefined ? undefined : placeOf(rows[upper]!),
    below: lower === undefined ? undefined : rows[lower]!.flatMap((other) => places(values[other]))[0],
    rows: (lower ?? rows.length) - (upper ?? -1) - 1,
    row: own - (upper ?? -1) - 1,
    cells: row.length,
    cell: column,
  };
}

function places(value: FoundValue | undefined): Place[] {
  if (!value || value.stretches.length === 0) return [];
  const ends = value.stretches.map(({ reading, from, to }) => ({
    base: reading.line.baseLine,
    left: reading.firstStepAt + from * reading.pixelsPerStep,
    right: reading.firstStepAt + to * reading.pixelsPerStep,
  }));
  return [
    {
      top: Math.min(...ends.map(({ base }) => base)),
      bottom: Math.max(...ends.map(({ base }) => base)),
      left: Math.min(...ends.map(({ left }) => left)),
      right: Math.max(...ends.map(({ right }) => right)),
    },
  ];
}
