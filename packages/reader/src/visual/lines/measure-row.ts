import type { GlyphRow } from './group-glyphs.ts';

/** A line of print on a flat page, in its pixels. Lines of a document run level on it. */
export type TextLine = {
  readonly left: number;
  readonly right: number;
  /**
   * Where capitals begin and stand, at the left end; and how much lower for each pixel to the
   * right.
   */
  readonly capTop: number;
  readonly baseLine: number;
  readonly slope: number;
  /** Share of its ink that is dark, 0 to 1: print has a dark core, texture has none. */
  readonly strength: number;
};

/** Less is no text, millimetres: a narrow letter is half a millimetre wide. */
const minWidth = 0.6;
/** Share of the letters, by width, whose tops lie lower than those of capitals at most. */
const capShare = 0.3;

/** A line with where on it letters stand as letters of a line do. */
export type MeasuredLine = TextLine & {
  /** From and to, pixels, from left to right. */
  readonly letters: readonly (readonly [from: number, to: number])[];
  /** Share of the row's glyphs, by width, that these are. */
  readonly order: number;
};

/**
 * How far feet and tops of letters lie from the line's, in heights of capitals; pixels are coarse.
 */
const tolerance = 0.14;
const xHeight = 0.73;

/**
 * Where a row's capitals begin and stand: most feet stand on the base line, and most tops are those
 * of capitals, digits or ascenders.
 *
 * @param scale pixels for each millimetre
 * @returns undefined for what is no line of text
 */
export function measureRow(row: GlyphRow, scale: number): MeasuredLine | undefined {
  const left = Math.min(...row.map((glyph) => glyph.left));
  const right = Math.max(...row.map((glyph) => glyph.right));
  if (right - left < minWidth * scale) return undefined;
  const slope = measureSlope(row);
  const level = (y: number, glyph: { left: number; right: number }) => y - slope * ((glyph.left + glyph.right) / 2 - left);
  const baseLine = weightedQuantile(
    row.map((glyph) => [level(glyph.bottom, glyph), glyph.right - glyph.left]),
    0.5,
  );
  const capTop = weightedQuantile(
    row.map((glyph) => [level(glyph.top, glyph), glyph.right - glyph.left]),
    capShare,
  );
  if (baseLine - capTop < 0.6 * scale) return undefined;
  const mass = row.reduce((sum, glyph) => sum + glyph.mass, 0);
  const strength = row.reduce((sum, glyph) => sum + glyph.dark, 0) / mass;
  const cap = baseLine - capTop;
  const isNear = (y: number, other: number) => Math.abs(y - other) <= Math.max(1.01, tolerance * cap);
  const letters = row.filter((glyph) => {
    const [top, bottom] = [level(glyph.top, glyph), level(glyph.bottom, glyph)];
    return isNear(bottom, baseLine) && (isNear(top, capTop) || isNear(top, baseLine - xHeight * cap));
  });
  return {
    left,
    right,
    capTop,
    baseLine,
    slope,
    strength,
    letters: letters.map((glyph) => [glyph.left, glyph.right]),
    order: widthOf(letters) / widthOf(row),
  };
}

function widthOf(row: GlyphRow): number {
  return row.reduce((sum, glyph) => sum + glyph.right - glyph.left, 0);
}

/** Least squares through the feet of a row of enough letters; else level. */
function measureSlope(row: GlyphRow): number {
  if (row.length < 6) return 0;
  const x = row.map(({ left, right }) => (left + right) / 2);
  const y = row.map(({ bottom, top }) => (bottom + top) / 2);
  const [meanX, meanY] = [mean(x), mean(y)];
  let [covariance, variance] = [0, 0];
  for (let i = 0; i < x.length; i++) {
    covariance += (x[i]! - meanX) * (y[i]! - meanY);
    variance += (x[i]! - meanX) ** 2;
  }
  const slope = covariance / Math.max(1, variance);
  return Math.abs(slope) > 0.1 ? 0 : slope;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function weightedQuantile(values: readonly (readonly [value: number, weight: number])[], share: number): number {
  const sorted = [...values].sort(([a], [b]) => a - b);
  const total = sorted.reduce((sum, [, weight]) => sum + weight, 0);
  let sum = 0;
  for (const [value, weight] of sorted) {
    sum += weight;
    if (sum >= share * total) return value;
  }
  return sorted.at(-1)![0];
}
